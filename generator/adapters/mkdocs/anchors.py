"""Anchors in finished HTML, which MkDocs looks for in Markdown when it follows links to them."""

import re

from mkdocs.structure.files import Files

_ANCHOR = re.compile(r'<(?:[a-z][^<>]*\sid|a\s(?:[^<>]*\s)?name)="([^"]+)"')


def tell_anchors(files: Files) -> None:
    """Tell MkDocs, which looks for them in Markdown, the anchors in finished HTML.

    Only of pages that a Markdown link leads to with an anchor; they are few.
    """
    pages = [file.page for file in files.documentation_pages() if file.page]
    targets = {file for page in pages for file in page.links_to_anchors or ()}
    for page in (file.page for file in targets if file.page):
        anchors = set(_ANCHOR.findall(page.content or ""))
        page.present_anchor_ids = anchors | (page.present_anchor_ids or set())
