"""Records as things of schema.org, in JSON-LD, for whatever page tells of them."""

from typing import Any

from generator.model.coordinates import published_coordinates
from generator.model.dates import Date
from generator.model.licences import known_licence
from generator.model.permalinks import site_url, source_url
from generator.model.records import Chronology, Place, Source

TO_ROOT = "../../"
"""From the page of a record to the root of the site."""
_WORKS = {
    "article": "NewsArticle",
    "report": "Report",
    "statement": "CreativeWork",
    "post": "SocialMediaPosting",
    "video": "VideoObject",
    "image": "ImageObject",
    "document": "DigitalDocument",
    "dataset": "Dataset",
    "book": "Book",
    "interview": "CreativeWork",
}
"""What a source is to schema.org, by its kind."""


def given(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without what is not known."""
    return {key: value for key, value in values.items() if value not in (None, [])}


def place_jsonld(place: Place) -> dict[str, Any]:
    """Return a place as a Place, with coordinates where it has any."""
    values: dict[str, Any] = {"@type": "Place", "name": place.name}
    if place.lat is not None:
        lon, lat = published_coordinates(place)
        values["geo"] = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    if place.same_as:
        values["sameAs"] = list(place.same_as)
    return values


def source_jsonld(chronology: Chronology, source: Source) -> dict[str, Any]:
    """Return a source as a work of schema.org, without what is not known."""
    published = source.published
    is_whole = published.is_whole
    return given(
        {
            "@type": _WORKS[source.kind],
            "@id": site_url(chronology, source_url(source.id), TO_ROOT),
            "author": {"@type": "Person", "name": source.author} if source.author else None,
            "headline": source.title,
            "url": source.url,
            "datePublished": published.text if is_whole else None,
            "temporal": None if is_whole else published.text,
            "publisher": {"@type": "Organization", "name": source.outlet},
            "inLanguage": source.language,
            "archivedAt": _copy(source),
        }
    )


def _copy(source: Source) -> str | dict[str, Any] | None:
    """Return the copy of a source: its address, or a page with who kept it, when, and with what."""
    kept = source.captured
    if kept is None:
        return source.archive_url
    return given(
        {
            "@type": "WebPage",
            "url": source.archive_url,
            "dateCreated": kept.on.isoformat(),
            "creditText": kept.by,
            "description": getattr(kept, "with"),
        }
    )


def days_jsonld(when: Date) -> dict[str, str]:
    """Return the start and end of a date, as an Event has them; nothing where it carries a doubt.

    Whole days, months and years are dates to schema.org; all else is not.
    """
    ends = [end for end in (when.start, when.end) if end.earliest]
    is_plain = all(end.is_plain and end.precision in ("day", "month", "year") for end in ends)
    if not is_plain or when.choices or not when.start.earliest:
        return {}
    if when.kind == "moment":
        return {"startDate": when.text}
    start, _, end = when.text.partition("/")
    return {"startDate": start, **({} if end == ".." else {"endDate": end})}


def licence_jsonld(name: str | None) -> str | dict[str, str] | None:
    """Return the address of a licence; a work by its name where we know none."""
    if known := known_licence(name):
        return known.url
    return {"@type": "CreativeWork", "name": name} if name else None
