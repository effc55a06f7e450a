"""The code by which others frame a small page of the site."""

from markupsafe import escape

from generator.model.permalinks import embed_url, site_url
from generator.model.records import Chronology

CARD_PX, LIST_PX = 340, 480
"""How high a frame is, at first; what is longer is scrolled in it."""


def embed_code(chronology: Chronology, address: str, title: str, height: int) -> str | None:
    """The `<iframe>` with the embed of the page at an address; None where the site has none."""
    if chronology.settings.url is None:
        return None
    url = site_url(chronology, embed_url(address))
    return (
        f'<iframe src="{url}" title="{escape(title)}" width="100%" height="{height}" '
        'loading="lazy" style="border:0"></iframe>'
    )
