"""Anchors in finished HTML, which MkDocs looks for in Markdown when it follows links to them."""

import re

from mkdocs.structure.files import Files

_ANCHOR = re.compile(r'<(?:[a-z][^<>]*\sid|a\s(?:[^<>]*\s)?name)="([^"]+)"')


def tell_anchors(files: Files) -> None:
    """Tell MkDocs the anchors of each page to one of whose anchors a link of Markdown leads.

    These pages are few, so that no other one is searched.
    """
    pages = [file.page for file in files.documentation_pages() if file.page]
    targets = {file for page in pages for file in page.links_to_anchors or ()}
    for page in (file.page for file in targets if file.page):
        anchors = set(_ANCHOR.findall(page.content or ""))
        page.present_anchor_ids = anchors | (page.present_anchor_ids or set())
