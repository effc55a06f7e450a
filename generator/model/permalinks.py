"""Where things stand on the site: for what links to them, and what writes them."""

from generator.model.records import Chronology

EVENTS_FEED = "data/chronology.atom"
CORRECTIONS_FEED = "data/corrections.atom"
CHANGES = "data/changes.json"
CORRECTIONS_URL = "corrections/"
DIFFERENCES_URL = "differences/"
OUTLETS_URL = "outlets/"
SOLE_OUTLET_URL = "outlets/alone/"


def has_feeds(chronology: Chronology) -> bool:
    """Return whether the chronology has what ids and dates of feeds are made from."""
    return chronology.settings.tag is not None and chronology.changed is not None


def actor_feed(id: str) -> str:
    """Return the path of the feed of an actor, beside its page."""
    return f"{actor_url(id)}feed.atom"


def place_feed(id: str) -> str:
    """Return the path of the feed of a place, beside its page."""
    return f"{place_url(id)}feed.atom"


def kind_feed(id: str) -> str:
    """Return the path of the feed of a kind of event."""
    return f"data/kinds/{id}.atom"


def event_url(id: str) -> str:
    """Return the address of the page of an event, from the root of the site."""
    return f"events/{id}/"


def actor_url(id: str) -> str:
    """Return the address of the page of an actor, from the root of the site."""
    return f"actors/{id}/"


def place_url(id: str) -> str:
    """Return the address of the page of a place, from the root of the site."""
    return f"places/{id}/"


def source_url(id: str) -> str:
    """Return the address of the page of a source, from the root of the site."""
    return f"sources/{id}/"


def year_url(year: int) -> str:
    """Return the address of the page of a year, from the root of the site."""
    return f"{year:04}/"


def month_url(year: int, month: int) -> str:
    """Return the address of the page of a month, from the root of the site."""
    return f"{year:04}/{month:02}/"


def embed_url(address: str) -> str:
    """Return the address of the small page that others frame, by that of what it shows."""
    return f"embed/{address}"


def embed_file(address: str) -> str:
    """Return the file of that page: finished HTML, which no builder lays out."""
    return f"{embed_url(address)}index.html"


def page_file(url: str) -> str:
    """Return the file below `docs/` of the page at an address: always the index of a folder."""
    return f"{url}index.md"


def page_url(file: str) -> str:
    """Return the address, from the root of the site, of a file below `docs/`.

    This is what MkDocs makes of it: a page is a folder, everything else is copied.
    """
    for ending in ("/index.md", "/README.md", ".md"):
        if f"/{file}".endswith(ending):
            address = f"/{file}".removesuffix(ending).removeprefix("/")
            return f"{address}/" if address else ""
    return file


def event_page(id: str) -> str:
    """Return the file of an event's page, below `docs/`."""
    return page_file(event_url(id))


def event_json(id: str) -> str:
    """Return the path of an event as data, beside its page."""
    return f"{event_url(id)}event.json"


def event_references_file(id: str) -> str:
    """Return the path of the forms in which an event is cited, beside its page."""
    return f"{event_url(id)}cite.txt"


def site_url(chronology: Chronology, path: str, root: str = "") -> str:
    """Return the address of a file or page of the site.

    It is absolute where the chronology has a `url`; otherwise relative, behind `root`, the way
    from the file that holds the address to the root of the site.
    """
    url = chronology.settings.url
    return f"{root if url is None else url if url.endswith('/') else f'{url}/'}{path}"
