"""Links that a site opened from the disk can follow: to files, where ours lead to folders.

A server answers for a folder with the page in it; a disk shows what lies there. Without
`use_directory_urls`, MkDocs writes links of its own to files; those inside of our pages, which are
HTML already, are brought to the same when the site is complete.
"""

import re
from functools import partial
from pathlib import Path

_LINK = re.compile(r'(<(?:a|area)\s(?:[^<>]*?\s)?(?:href|xlink:href)=")([^"?#:]+)(?=["?#])')
_IS_FOLDER = re.compile(r"(?:^|/)\.{0,2}/?$")


def link_to_files(site: Path) -> None:
    """Change the links in every page of a finished site, where a folder's page stands in a file."""
    for page in site.rglob("*.html"):
        html = page.read_bytes().decode()
        changed = _LINK.sub(partial(_file_link, page.parent), html)
        if changed != html:
            page.write_bytes(changed.encode())


def _file_link(folder: Path, link: re.Match[str]) -> str:
    return f"{link[1]}{_to_file(folder, link[2])}"


def _to_file(folder: Path, address: str) -> str:
    """Return the address of the file at an address; itself where there is none, or it names one."""
    if address.startswith("/") or not _IS_FOLDER.search(address):
        return address
    start = address if address.endswith("/") else f"{address}/"
    if (folder / start / "index.html").is_file():
        return f"{start}index.html"
    beside = start.rstrip("/")
    return f"{beside}.html" if (folder / f"{beside}.html").is_file() else address
