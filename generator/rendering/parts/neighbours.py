"""The events before and after an event, in the whole chronology and in what it is part of.

Each is a link with its title, its date, and how far away it is, where both days are known.
"""

from typing import NamedTuple

from markupsafe import Markup

from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.language import Language
from generator.support.escape import html


class Thread(NamedTuple):
    """What an event is part of, and the parts before and after it."""

    id: str
    title: str
    before: Markup | None
    after: Markup | None


def event_before(context: Context, event: Event) -> Markup | None:
    """Return the event before; None for the first of the chronology."""
    neighbour = context.relations.before.get(event.id)
    if neighbour is None:
        return None
    return _link(context, event, neighbour, _before(context.language, event, neighbour), "prev")


def event_after(context: Context, event: Event) -> Markup | None:
    """Return the event after; None for the last of the chronology."""
    neighbour = context.relations.after.get(event.id)
    if neighbour is None:
        return None
    return _link(context, event, neighbour, _after(context.language, event, neighbour), "next")


def thread(context: Context, event: Event) -> Thread | None:
    """Return what the event is part of; None where that has no other part."""
    parts = context.relations.neighbouring_parts.get(event.id)
    if event.part_of is None or parts is None:
        return None
    whole, language = context.chronology.by_id[event.part_of], context.language
    before, after = parts
    return Thread(
        whole.id,
        whole.title,
        _link(context, event, before, _part_before(language, event, before)) if before else None,
        _link(context, event, after, _part_after(language, event, after)) if after else None,
    )


def _link(
    context: Context, event: Event, neighbour: Event, heading: str, relation: str = ""
) -> Markup:
    """Return the link to an event below its heading: `Before, 3 days earlier`."""
    text, since = (
        context.language.text,
        context.marks.attr(event, context.known.first[neighbour.id]),
    )
    date = context.language.grammar.date_words(neighbour.date)
    rel = f' rel="{relation}"' if relation else ""
    return html(
        f'<a{rel}{since} href="../{neighbour.id}/"><span>{text(heading)}</span>'
        f" <b>{text(date)}</b> <span>{text(neighbour.title)}</span></a>"
    )


def _before(language: Language, event: Event, neighbour: Event) -> str:
    if not _have_days(event, neighbour):
        return language.gettext("Before")
    if _are_same_day(event, neighbour):
        return language.gettext("Before, the same day")
    return language.gettext(
        "Before, %(time)s earlier", time=_time_between(language, event, neighbour)
    )


def _after(language: Language, event: Event, neighbour: Event) -> str:
    if not _have_days(event, neighbour):
        return language.gettext("After")
    if _are_same_day(event, neighbour):
        return language.gettext("After, the same day")
    return language.gettext("After, %(time)s later", time=_time_between(language, event, neighbour))


def _part_before(language: Language, event: Event, neighbour: Event) -> str:
    if not _have_days(event, neighbour) or _are_same_day(event, neighbour):
        return _before(language, event, neighbour)
    return language.gettext("Before, %(time)s", time=_time_between(language, event, neighbour))


def _part_after(language: Language, event: Event, neighbour: Event) -> str:
    if not _have_days(event, neighbour) or _are_same_day(event, neighbour):
        return _after(language, event, neighbour)
    return language.gettext("After, %(time)s", time=_time_between(language, event, neighbour))


def _have_days(event: Event, neighbour: Event) -> bool:
    return event.date.is_day and neighbour.date.is_day


def _are_same_day(event: Event, neighbour: Event) -> bool:
    return event.date.anchor == neighbour.date.anchor


def _time_between(language: Language, event: Event, neighbour: Event) -> str:
    return language.grammar.duration(event.date.anchor, neighbour.date.anchor)
