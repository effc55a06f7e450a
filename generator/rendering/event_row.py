"""An event as lists show it: one line of values, and the same line of HTML under its title."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from generator.model.permalinks import event_url
from generator.model.records import Chronology, Event
from generator.rendering.drawings.kind_signs import kind_sign
from generator.rendering.language import Language
from generator.rendering.language.elements import time_element
from generator.rendering.language.grammar import DayParts
from generator.rendering.names import Names
from generator.rendering.page_weight import weight_of
from generator.rendering.templates import render_macro
from generator.support.escape import html

MAJOR_FROM_ACCOUNTS = 4
"""So many accounts set an event larger in a list."""


class EventRow(NamedTuple):
    """An event as lists show it."""

    id: str
    url: Markup
    """Its page, from the root of the site."""
    title: str
    time: Markup
    day: DayParts
    datetime: str | None
    """Its date for machines, where it is exactly one day, month or year."""
    kind: str
    sign: Markup
    """The sign of its kind."""
    places: tuple[str, ...]
    accounts: str
    """The number of its accounts, in words."""
    differs: str
    """What its accounts contradict each other on, in words; empty where they do not."""
    status: str
    """That it is alleged or announced, in a word; empty where it is neither."""
    is_draft: bool
    is_major: bool
    summary: str
    meta: Markup = Markup()
    """The line under its title."""
    meta_weight: int = 0
    """What that line weighs on a page."""


def event_row(
    chronology: Chronology,
    language: Language,
    names: Names,
    event: Event,
    contradicted: Iterable[str],
) -> EventRow:
    """Return the row of an event; `contradicted` are the kinds of its contradictions."""
    row = EventRow(
        id=event.id,
        url=html(event_url(event.id)),
        title=event.title,
        time=time_element(language, event.date),
        day=language.grammar.day_parts(event.date),
        datetime=event.date.text if event.date.is_whole else None,
        kind=names.kind(event.kind),
        sign=kind_sign(kind_number(chronology, event.kind)),
        places=tuple(chronology.places[id].name for id in event.places),
        accounts=language.ngettext("%(count)s account", "%(count)s accounts", len(event.accounts)),
        differs=names.differ_on(contradicted),
        status=_status(language, event),
        is_draft=event.draft,
        is_major=len(event.accounts) >= MAJOR_FROM_ACCOUNTS,
        summary=event.summary,
    )
    meta = render_macro(language, "event_row.html", "meta", row)
    return row._replace(meta=meta, meta_weight=weight_of(meta))


def _status(language: Language, event: Event) -> str:
    match event.status:
        case "alleged":
            return language.gettext("alleged")
        case "announced":
            return language.gettext("announced")
    return ""


def kind_number(chronology: Chronology, kind: str) -> int:
    """Return the place of a kind in the vocabulary, which decides its sign."""
    return next((n for n, id in enumerate(chronology.settings.kinds) if id == kind), 0)
