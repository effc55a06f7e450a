"""Every kind of page of a built site: by a name, each where it shows most."""

from collections.abc import Mapping
from pathlib import Path

Kinds = Mapping[str, str]
"""Addresses below the site's, by the name of the kind."""

_LISTS = (
    *("timeline", "actors", "places", "sources", "differences", "outlets", "corrections"),
    *("changes", "data", "about"),
)
_LARGEST = {
    "year": "[0-9]???",
    "month": "[0-9]???/??",
    "event with many accounts": "events/*",
    "actor": "actors/*",
    "place": "places/*",
    "source": "sources/*",
}
KINDS = ("home", *_LISTS, *_LARGEST, "event with one account", "404")


def find_addresses(site: Path) -> Kinds:
    """Return the address of a page of each kind in `KINDS`."""
    return {
        "home": "",
        **{name: f"{name}/" for name in _LISTS},
        **{name: _by_size(site, pattern)[-1] for name, pattern in _LARGEST.items()},
        "event with one account": _by_size(site, "events/*")[0],
        "404": "404.html",
    }


def _by_size(site: Path, pattern: str) -> list[str]:
    pages = sorted(site.glob(f"{pattern}/index.html"), key=lambda page: (page.stat().st_size, page))
    return [f"{page.parent.relative_to(site).as_posix()}/" for page in pages]
