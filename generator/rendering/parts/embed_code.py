"""The code by which others frame a small page of the site."""

from markupsafe import Markup, escape

from generator.model.permalinks import embed_url, site_url
from generator.rendering.context import Context
from generator.support.escape import as_text, html

CARD_PX, LIST_PX = 340, 480
"""How high a frame is, at first; what is longer is scrolled in it."""


def embed_code(
    context: Context, address: str, title: str, height: int, root: str, *, is_started: bool = True
) -> Markup | None:
    """Return the `<iframe>` with the embed of the page at an address, to copy and to look at.

    None if the site has none. It stands on a page from which the site's root is at `root`; unless
    `is_started`, another script than that of embeds shows it.
    """
    if context.settings.url is None:
        return None
    language, embed = context.language, embed_url(address)
    heading, copying = language.markup("Embed in another site"), language.markup("Copy the code")
    looking = language.markup("See the embed")
    url = as_text(site_url(context.chronology, embed))
    # Shown as it is written: its own signs as HTML needs them, what comes from the data as text.
    return html(
        f'<details class="embed"{" data-embed" if is_started else ""}>\n'
        f"<summary>{heading}</summary>\n"
        f'<p><code>&lt;iframe src="{url}" title="{as_text(str(escape(title)))}" width="100%" '
        f'height="{height}" loading="lazy" style="border:0"&gt;&lt;/iframe&gt;</code></p>\n'
        f"<p><button hidden>{copying}</button> "
        f'<a href="{root}{embed}">{looking}</a></p>\n</details>\n'
    )
