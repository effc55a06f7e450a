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

from generator.model.output import ExportedFile
from generator.model.permalinks import actor_url, event_url, site_url, source_url
from generator.model.records import Account, Chronology, Correction, Event, Source
from generator.rendering.language import ENGLISH, Language
from generator.rendering.language.change_words import correction_words
from generator.rendering.parts.schema_org import (
    TO_ROOT,
    days_jsonld,
    given,
    licence_jsonld,
    place_jsonld,
    source_jsonld,
)
from generator.support.escape import html

CONTEXT = "https://schema.org"
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_AUTHORS = {
    "person": "Person",
    "state": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
}
"""What a speaker is to schema.org, by its kind: whoever makes a claim is one of these or an
Organization."""


def events_jsonld(
    chronology: Chronology, language: Language = ENGLISH
) -> Callable[[Event], Markup]:
    """Return what makes the JSON-LD of an event's page, safe inside a script element."""

    def jsonld(event: Event) -> Markup:
        return _for_script(_encoded(_page(event, chronology, language)))

    return jsonld


def source_page_jsonld(chronology: Chronology, source: Source) -> Markup:
    """Return the JSON-LD of a source's page, which the pages of events refer to by its address."""
    return _for_script(_encoded({"@context": CONTEXT, **source_jsonld(chronology, source)}))


def dataset_jsonld(chronology: Chronology, files: Iterable[ExportedFile]) -> Markup:
    """Return the JSON-LD of the data page: a `Dataset` with a `DataDownload` for each file."""
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
                "license": licence_jsonld(settings.licence),
                "creator": _creator(chronology),
                "keywords": [term.name for term in settings.kinds.values()],
                "isAccessibleForFree": True,
                "dateModified": changed,
                "version": changed,
                "temporalCoverage": _coverage(chronology),
                "spatialCoverage": [place_jsonld(place) for place in chronology.places.values()],
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


def _encoded(record: dict[str, Any]) -> str:
    return _JSON.encode(given(record))


def _for_script(text: str) -> Markup:
    """JSON in which nothing can end a script element or begin a comment in it."""
    for character, escape in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e")):
        text = text.replace(character, escape)
    return html(text)


def _page(event: Event, chronology: Chronology, language: Language) -> dict[str, Any]:
    """Return the page of an event. The sources that it cites are told of on pages of their own."""
    page = site_url(chronology, event_url(event.id), TO_ROOT)
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": page,
        "datePublished": event.added.isoformat(),
        "dateModified": event.changed.isoformat(),
        "license": licence_jsonld(chronology.settings.licence),
        "temporalCoverage": None if days_jsonld(event.date) else event.date.text,
        "mainEntity": _event(event, chronology),
        "hasPart": [_claim(chronology, account) for account in event.accounts],
        "comment": [_correction(language, correction) for correction in event.corrections],
    }


def _event(event: Event, chronology: Chronology) -> dict[str, Any]:
    return given(
        {
            "@type": "Event",
            "@id": "#event",
            "name": event.title,
            "description": event.summary,
            **days_jsonld(event.date),
            "sameAs": list(event.same_as),
            "location": [place_jsonld(chronology.places[id]) for id in event.places],
        }
    )


def _claim(chronology: Chronology, account: Account) -> dict[str, Any]:
    """Return an account; its author is who said it first, or the outlet in its own voice."""
    source = chronology.sources[account.source]
    author: dict[str, Any] = {"@type": "NewsMediaOrganization", "name": source.outlet}
    if account.according_to:
        actor = chronology.actors[account.according_to[0]]
        author = {
            "@type": _AUTHORS.get(actor.kind, "Organization"),
            "@id": f"{TO_ROOT}{actor_url(actor.id)}",
            "name": actor.name,
            **({"sameAs": list(actor.same_as)} if actor.same_as else {}),
        }
    return {
        "@type": "Claim",
        "@id": f"#{account.id}",
        "text": account.says,
        "author": author,
        "appearance": {"@id": f"{TO_ROOT}{source_url(source.id)}"},
    }


def _correction(language: Language, correction: Correction) -> dict[str, Any]:
    return {
        "@type": "CorrectionComment",
        "dateCreated": correction.on.isoformat(),
        "name": correction.what,
        "text": correction_words(language, correction),
    }


def _creator(chronology: Chronology) -> dict[str, Any]:
    settings = chronology.settings
    return given(
        {
            "@type": "Organization",
            "name": settings.title,
            "url": settings.url,
            "email": settings.email,
        }
    )


def _coverage(chronology: Chronology) -> str | None:
    """Return the first and last day of all events, as an interval of ISO 8601, perhaps open."""
    dates = [event.date for event in chronology.events]
    if not dates:
        return None
    ends = [date.latest for date in dates]
    last = max(end for end in ends if end) if all(ends) else None
    first = min(date.anchor for date in dates)
    return f"{first}/{last or '..'}"
