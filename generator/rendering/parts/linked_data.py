"""schema.org as JSON-LD, for the bodies of pages.

A `WebPage` whose main entity is the `Event`; accounts are `Claim`s by whoever makes them,
corrections are `CorrectionComment`s. A source is a `NewsArticle` or its like on its own page, to
which the pages of events refer. No `ClaimReview`: that would
ask for a verdict. A date with any doubt is no `startDate`; the page has it as `temporalCoverage`,
in EDTF, which an `Event` has not. No `eventStatus` either, whatever the status of an event: to
schema.org, `EventScheduled` "is taking place or has taken place", which nobody tells of what was
only announced, and the others tell of a plan that was changed.

The page names its whole address; everything else is named from there, as JSON-LD in a page may be.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from generator.model.coordinates import published_coordinates
from generator.model.dates import Date
from generator.model.licences import known_licence
from generator.model.output import ExportedFile
from generator.model.permalinks import actor_url, event_url, site_url, source_url
from generator.model.records import Account, Chronology, Correction, Event, Place, Source

CONTEXT = "https://schema.org"
_ROOT = "../../"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def events_jsonld(chronology: Chronology) -> Callable[[Event], Markup]:
    """What makes the JSON-LD of an event's page, safe inside a script element."""

    def jsonld(event: Event) -> Markup:
        return _for_script(_encoded(_page(event, chronology)))

    return jsonld


def source_page_jsonld(chronology: Chronology, source: Source) -> Markup:
    """The JSON-LD of a source's page, which the pages of events refer to by its address."""
    return _for_script(_encoded({"@context": CONTEXT, **source_jsonld(chronology, source)}))


def dataset_jsonld(chronology: Chronology, files: Iterable[ExportedFile]) -> Markup:
    """The JSON-LD of the page of the data: a `Dataset` with a `DataDownload` for each file."""
    settings = chronology.settings
    page = site_url(chronology, "data/", "../")
    changed = chronology.changed.isoformat() if chronology.changed else None
    return _for_script(
        _encoded(
            {
                "@context": CONTEXT,
                "@type": "Dataset",
                "@id": page,
                "url": page,
                "name": settings.title,
                "description": settings.intro or settings.title,
                "license": _licence(settings.licence),
                "creator": _creator(chronology),
                "keywords": [term.name for term in settings.kinds.values()],
                "isAccessibleForFree": True,
                "dateModified": changed,
                "version": changed,
                "temporalCoverage": _coverage(chronology),
                "spatialCoverage": [_place(place) for place in chronology.places.values()],
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "contentUrl": site_url(chronology, file.path, "../"),
                        "encodingFormat": file.media_type,
                    }
                    for file in files
                ],
            }
        )
    )


def _encoded(found: dict[str, Any]) -> str:
    return _JSON.encode(_given(found))


def _for_script(text: str) -> Markup:
    """JSON in which nothing can end a script element or begin a comment in it."""
    for character, escape in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e")):
        text = text.replace(character, escape)
    return Markup(text)


def _page(event: Event, chronology: Chronology) -> dict[str, Any]:
    """The page of an event. The sources that it cites are told of on pages of their own."""
    page = site_url(chronology, event_url(event.id), _ROOT)
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": page,
        "datePublished": event.added.isoformat(),
        "dateModified": event.changed.isoformat(),
        "license": _licence(chronology.settings.licence),
        "temporalCoverage": None if _when(event.date) else event.date.text,
        "mainEntity": _event(event, chronology),
        "hasPart": [_claim(chronology, account) for account in event.accounts],
        "comment": [_correction(correction) for correction in event.corrections],
    }


def _event(event: Event, chronology: Chronology) -> dict[str, Any]:
    return _given(
        {
            "@type": "Event",
            "@id": "#event",
            "name": event.title,
            "description": event.summary,
            **_when(event.date),
            "sameAs": list(event.same_as),
            "location": [_place(chronology.places[id]) for id in event.places],
        }
    )


def _when(when: Date) -> dict[str, str]:
    """Whole days, months and years are dates to schema.org; all else is not."""
    ends = [end for end in (when.start, when.end) if end.earliest]
    is_plain = all(end.is_plain and end.precision in ("day", "month", "year") for end in ends)
    if not is_plain or when.choices or not when.start.earliest:
        return {}
    if when.kind == "moment":
        return {"startDate": when.text}
    start, _, end = when.text.partition("/")
    return {"startDate": start, **({} if end == ".." else {"endDate": end})}


def _place(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Place", "name": place.name}
    if place.lat is not None:
        lon, lat = published_coordinates(place)
        found["geo"] = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    if place.same_as:
        found["sameAs"] = list(place.same_as)
    return found


def source_jsonld(chronology: Chronology, source: Source) -> dict[str, Any]:
    """Return a source as a work of schema.org, without what is not known."""
    published = source.published
    is_whole = published.is_whole
    return _given(
        {
            "@type": _WORKS[source.kind],
            "@id": site_url(chronology, source_url(source.id), _ROOT),
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
    """The copy of a source: its address, or a page with who kept it, when, and with what."""
    kept = source.captured
    if kept is None:
        return source.archive_url
    return _given(
        {
            "@type": "WebPage",
            "url": source.archive_url,
            "dateCreated": kept.on.isoformat(),
            "creditText": kept.by,
            "description": getattr(kept, "with"),
        }
    )


def _claim(chronology: Chronology, account: Account) -> dict[str, Any]:
    """An account; its author is who said it first, or the outlet in its own voice."""
    source = chronology.sources[account.source]
    author: dict[str, Any] = {"@type": "NewsMediaOrganization", "name": source.outlet}
    if account.according_to:
        actor = chronology.actors[account.according_to[0]]
        author = {
            "@type": _AUTHORS.get(actor.kind, "Organization"),
            "@id": f"{_ROOT}{actor_url(actor.id)}",
            "name": actor.name,
            **({"sameAs": list(actor.same_as)} if actor.same_as else {}),
        }
    return {
        "@type": "Claim",
        "@id": f"#{account.id}",
        "text": account.says,
        "author": author,
        "appearance": {"@id": f"{_ROOT}{source_url(source.id)}"},
    }


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
_AUTHORS = {
    "person": "Person",
    "state": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
}
"""What a speaker is to schema.org, by its kind: whoever makes a claim is one of these or an
Organization."""


def _licence(name: str | None) -> str | dict[str, str] | None:
    """The address of a licence; a work by its name where we know none."""
    if known := known_licence(name):
        return known.url
    return {"@type": "CreativeWork", "name": name} if name else None


def _creator(chronology: Chronology) -> dict[str, Any]:
    settings = chronology.settings
    return _given(
        {
            "@type": "Organization",
            "name": settings.title,
            "url": settings.url,
            "email": settings.email,
        }
    )


def _coverage(chronology: Chronology) -> str | None:
    """The first and the last day of all events, as an interval of ISO 8601; open as they are."""
    dates = [event.date for event in chronology.events]
    if not dates:
        return None
    ends = [date.latest for date in dates]
    last = max(end for end in ends if end) if all(ends) else None
    first = min(date.anchor for date in dates)
    return f"{first}/{last or '..'}"


def _correction(correction: Correction) -> dict[str, Any]:
    change = [f"It was: {correction.was}."] * bool(correction.was)
    change += [f"It is now: {correction.now}."] * bool(correction.now)
    return {
        "@type": "CorrectionComment",
        "dateCreated": correction.on.isoformat(),
        "name": correction.what,
        "text": " ".join([*change, f"Why: {correction.why}"]),
    }


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [])}
