"""Atom 1.0 (RFC 4287): new and changed events, also of each actor, place and kind; corrections.

Ids are tag URIs (RFC 4151) that outlive a move of the site, so there is no feed without a `tag` in
chronology.yml. `published` and `updated` are days of the record; the event's own date opens the
summary and stands in a category, as EDTF. Knows no clock: the data's newest day dates a feed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from generator.exports.atom_entries import (
    TO_ROOT,
    Entry,
    correction_entries,
    element,
    event_entry,
    instant,
    tag_uri,
    withheld_entry,
)
from generator.exports.base import Format
from generator.model.graphs import all_ancestors
from generator.model.output import Output
from generator.model.permalinks import (
    CORRECTIONS_FEED,
    EVENTS_FEED,
    actor_feed,
    actor_url,
    has_feeds,
    kind_feed,
    place_feed,
    place_url,
    site_url,
)
from generator.model.records import Chronology, Event
from generator.model.references import named_actors
from generator.rendering.language import ENGLISH, Language
from generator.support.cache import Cache

LATEST = 100
"""A feed holds so many entries at most, the newest: it is for following, not for keeping."""


class _Feed(NamedTuple):
    """A feed before it is written."""

    path: str
    title: str
    page: str
    """The page that the feed follows, below the root of the site."""
    entries: Callable[[], Sequence[Entry]]


def write(chronology: Chronology, cache: Cache, language: Language = ENGLISH) -> Iterator[Output]:
    """Yield the feeds of events, corrections, actors, places, kinds, also one without an entry."""
    if has_feeds(chronology):
        for feed in _feeds(chronology, language):
            xml = partial(_feed_xml, chronology, language, feed)
            yield Output(feed.path, xml, chronology.folder)


def _feeds(chronology: Chronology, language: Language) -> Iterator[_Feed]:
    """Yield every feed."""
    title, entries = chronology.settings.title, _Entries(chronology, language)
    yield _Feed(EVENTS_FEED, title, "", entries.newest)
    yield _Feed(
        CORRECTIONS_FEED,
        language.gettext("%(chronology)s: corrections", chronology=title),
        "corrections/",
        lambda: correction_entries(chronology, language)[:LATEST],
    )
    for id, actor in chronology.actors.items():
        name = f"{title}: {actor.name}"
        yield _Feed(actor_feed(id), name, actor_url(id), partial(entries.of_actor, id))
    for id, place in chronology.places.items():
        name = f"{title}: {place.name}"
        yield _Feed(place_feed(id), name, place_url(id), partial(entries.of_place, id))
    for id, kind in chronology.settings.kinds.items():
        name, page = f"{title}: {kind.name}", f"timeline/?kind={id}"
        yield _Feed(kind_feed(id), name, page, partial(entries.of_kind, id))


class _Entries:
    """The entries of feeds, what was added or changed last first.

    Each is made once: an event stands in the feeds of many actors.
    """

    def __init__(self, chronology: Chronology, language: Language) -> None:
        self._chronology = chronology
        self._language = language
        self._made: dict[str, Entry] = {}

    def newest(self) -> Sequence[Entry]:
        """Return the entries of the newest events, those taken back among them."""
        entries = [
            *self._of(self._newest),
            *(
                withheld_entry(self._chronology, self._language, e)
                for e in self._chronology.withheld
            ),
        ]
        return sorted(entries, key=lambda entry: entry.updated, reverse=True)[:LATEST]

    def of_actor(self, id: str) -> Sequence[Entry]:
        """Return the entries of the newest events that name an actor."""
        return self._of(self._by_actor.get(id, ()))

    def of_place(self, id: str) -> Sequence[Entry]:
        """Return the entries of the newest events at a place or at one within it."""
        return self._of(self._by_place.get(id, ()))

    def of_kind(self, id: str) -> Sequence[Entry]:
        """Return the entries of the newest events of a kind."""
        return self._of([event for event in self._newest if event.kind == id])

    @cached_property
    def _newest(self) -> list[Event]:
        latest_first = reversed(self._chronology.events)
        return sorted(latest_first, key=lambda event: event.changed, reverse=True)

    @cached_property
    def _by_actor(self) -> dict[str, list[Event]]:
        return _grouped(self._newest, named_actors)

    @cached_property
    def _by_place(self) -> dict[str, list[Event]]:
        within = {id: place.within for id, place in self._chronology.places.items()}
        return _grouped(self._newest, lambda event: all_ancestors(event.places, within))

    def _of(self, events: Sequence[Event]) -> list[Entry]:
        for event in events[:LATEST]:
            if event.id not in self._made:
                self._made[event.id] = event_entry(self._chronology, self._language, event)
        return [self._made[event.id] for event in events[:LATEST]]


def _grouped(
    events: Iterable[Event], ids_of: Callable[[Event], Iterable[str]]
) -> dict[str, list[Event]]:
    """Return the events by each id that they have, in their order."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        for id in ids_of(event):
            groups.setdefault(id, []).append(event)
    return groups


def _feed_xml(chronology: Chronology, language: Language, feed: _Feed) -> str:
    """Return a feed as XML; one without entries is of the first day of the chronology."""
    entries = feed.entries()
    root = "../" * feed.path.count("/")
    address = site_url(chronology, feed.path, root)
    page = site_url(chronology, feed.page, root)
    updated = max((entry.updated for entry in entries), default=None) or _first_day(chronology)
    author = element("name", chronology.settings.title)
    author += element("uri", site_url(chronology, "", root))
    if email := chronology.settings.email:
        author += element("email", email)
    licence = chronology.settings.licence
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language.tag}">',
        element("id", tag_uri(chronology, feed.path)),
        element("title", feed.title),
        element("updated", instant(updated)),
        f"<author>{author}</author>",
        *([element("rights", licence)] if licence else []),
        element("link", rel="self", type="application/atom+xml", href=address),
        element("link", rel="alternate", type="text/html", href=page),
        *(entry.xml.replace(TO_ROOT, root) for entry in entries),
        "</feed>\n",
    ]
    return "\n".join(lines)


def _first_day(chronology: Chronology) -> date:
    days = [event.added for event in chronology.events]
    return min([*days, *(event.withheld.on for event in chronology.withheld)])


FORMAT = Format(
    "Feeds",
    "Atom feeds for a news reader: what is new or has changed, what was corrected, and what is new "
    "or has changed about each actor and at each place (on their pages) and of each kind.",
    "application/atom+xml",
    write,
    is_spoken=True,
)
