"""Lists of actors and of places, what the pages of both show alike, and counts in words."""

from collections.abc import Iterable
from datetime import date as Day
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from generator.model.records import Actor, Place
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.known_marks import NO_MARK
from generator.support.directions import in_language

R = TypeVar("R", Actor, Place)


class FoundBy(NamedTuple):
    """What an item of a list is found by, and the day from which it is there, if not always."""

    words: tuple[str | None, ...]
    known: Day | None


class ForeignName(NamedTuple):
    """A name in another language."""

    name: str
    attributes: Markup


class RegistryItem(NamedTuple):
    """An actor or a place in a list."""

    address: Markup
    name: str
    names: tuple[ForeignName, ...]
    note: str
    event_count: str
    """How many events there are with it, in words."""
    found_by: FoundBy
    since: Markup = NO_MARK
    """The mark of since when one of them is known."""
    count_since: Markup = NO_MARK
    """The mark of since when all of them are."""
    is_draft: bool = False


class ListedEvent(NamedTuple):
    """An event in the list of an actor or a place, and who alone says so."""

    row: EventRow
    note: str = ""
    since: Markup = NO_MARK
    """The mark of since when it is known."""


def foreign_names(context: Context, record: Actor | Place) -> tuple[ForeignName, ...]:
    """Return the names of a record in other languages, by their tags."""
    site = context.language.tag
    return tuple(
        ForeignName(name, in_language(tag, site)) for tag, name in sorted(record.names.items())
    )


def enclosing_places(context: Context, place: Place) -> list[Place]:
    """Return the places that hold a place, from the nearest outwards."""
    return [context.chronology.places[id] for id in context.enclosing[place.id]]


def item_name(item: RegistryItem) -> str:
    """Return what the item is called."""
    return item.name


def by_name(context: Context, records: Iterable[R]) -> list[R]:
    """Return the records in the order of the alphabet that the site's language has."""
    key = context.language.grammar.sort_key
    return sorted(records, key=lambda record: (key(record.name), record.id))


def described(context: Context, called: str, count: str, note: str | None) -> str:
    """Return in a line what the page of a record tells: how many events, and the note on it."""
    lead = context.language.gettext("%(title)s: %(part)s", title=called, part=count)
    return f"{lead}. {note}" if note else lead


def count_events(context: Context, count: int) -> str:
    """Return a number of events in words."""
    if not count:
        return context.language.gettext("no event")
    return context.language.ngettext("%(count)s event", "%(count)s events", count)


def count_accounts(context: Context, count: int) -> str:
    """Return a number of accounts in words."""
    if not count:
        return context.language.gettext("no account")
    return context.language.ngettext("%(count)s account", "%(count)s accounts", count)
