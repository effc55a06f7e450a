"""The code by which others frame a small page of the site."""

from markupsafe import Markup, escape

from generator.model.permalinks import embed_url, site_url
from generator.model.records import Chronology
from generator.support.escape import as_text, html

CARD_PX, LIST_PX = 340, 480
"""How high a frame is, at first; what is longer is scrolled in it."""


def embed_code(chronology: Chronology, address: str, title: str, height: int) -> Markup | None:
    """Return the `<iframe>` with the embed of the page at an address; None if the site has none."""
    if chronology.settings.url is None:
        return None
    url = site_url(chronology, embed_url(address))
    # Shown as it is written: its own signs as HTML needs them, what comes from the data as text.
    return html(
        f'&lt;iframe src="{as_text(url)}" title="{as_text(str(escape(title)))}" width="100%" '
        f'height="{height}" loading="lazy" style="border:0"&gt;&lt;/iframe&gt;'
    )
