"""Atom 1.0 (RFC 4287): new events, corrections, and the events of each actor.

Ids are tag URIs (RFC 4151) that outlive a move of the site, so there is no feed without a `tag` in
chronology.yml. `published` and `updated` are days of the record; the event's own date opens the
summary and stands in a category, as EDTF. Knows no clock: the data's newest day dates a feed.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from generator.exports.base import Format
from generator.model.output import Output
from generator.model.permalinks import (
    CORRECTIONS_FEED,
    EVENTS_FEED,
    actor_feed,
    has_feeds,
    site_url,
)
from generator.model.records import Chronology, Event
from generator.model.references import named_actors
from generator.rendering.language import ENGLISH
from generator.support.cache import Cache
from generator.support.plain_text import paragraphs

LATEST = 100
"""A feed holds so many entries at most, the newest: it is for following, not for keeping."""
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """The feeds; each has an entry, or tells that there is none yet."""
    if not has_feeds(chronology):
        return
    newest = sorted(chronology.events, key=lambda event: (event.added, event.order), reverse=True)
    title = chronology.settings.title
    first = newest[-1].added
    folder = chronology.folder
    entries = [(event.changed, _event(chronology, event)) for event in newest[:LATEST]]
    yield Output(EVENTS_FEED, _feed(chronology, EVENTS_FEED, title, "", entries, first), folder)
    entries = _corrections(chronology)
    name = f"{title}: corrections"
    path, page = CORRECTIONS_FEED, "corrections/"
    yield Output(path, _feed(chronology, path, name, page, entries, first), folder)
    texts: dict[str, str] = {}  # an event stands in the feeds of many actors
    for id, events in _by_actor(newest, chronology.actors).items():
        entries = []
        for event in events[:LATEST]:
            if event.id not in texts:
                texts[event.id] = _event(chronology, event)
            entries.append((event.changed, texts[event.id]))
        path, page = actor_feed(id), f"actors/{id}/"
        name = f"{title}: {chronology.actors[id].name}"
        yield Output(path, _feed(chronology, path, name, page, entries, first), folder)


def _feed(
    chronology: Chronology,
    path: str,
    title: str,
    page: str,
    entries: list[tuple[date, str]],
    first: date,
) -> str:
    """A feed; `first` dates one without entries."""
    root = "../" * path.count("/")
    updated = max((day for day, _ in entries), default=first)
    rights = chronology.settings.licence
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{_tag(chronology, path)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{_instant(updated)}</updated>",
        f"<author><name>{escape(chronology.settings.title)}</name></author>",
        f"<rights>{escape(rights)}</rights>" if rights else "",
        f'<link rel="self" type="application/atom+xml" '
        f"href={quoteattr(site_url(chronology, path, root))}/>",
        f'<link rel="alternate" type="text/html" '
        f"href={quoteattr(site_url(chronology, page, root))}/>",
    ]
    texts = (text.replace("\0", root) for _, text in entries)
    return "\n".join(chain((line for line in lines if line), texts, ("</feed>\n",)))


def _event(chronology: Chronology, event: Event) -> str:
    kind = chronology.settings.kinds[event.kind]
    summary = "\n\n".join(
        [f"{ENGLISH.grammar.date_words(event.date)}.", *paragraphs(event.summary)]
    )
    return _entry(
        id=_event_id(chronology, event),
        title=event.title,
        days=(event.added, event.changed),
        link=_link(chronology, event),
        summary=summary,
        categories=[
            (event.kind, kind.name, None),
            (event.date.text, ENGLISH.grammar.date_words(event.date), EDTF),
        ],
    )


def _corrections(chronology: Chronology) -> list[tuple[date, str]]:
    """The newest corrections; of one day and one event, in the order of its file."""
    found = []
    for event in chronology.events:
        numbers: dict[date, int] = {}
        for correction in event.corrections:
            day = correction.on
            numbers[day] = number = numbers.get(day, 0) + 1
            was, now = correction.was, correction.now
            change = [f"It was: {was}."] * bool(was) + [f"It is now: {now}."] * bool(now)
            text = _entry(
                id=f"{_event_id(chronology, event)}#{day}-{number}",
                title=f"{event.title}: {correction.what}",
                days=(day, day),
                link=_link(chronology, event),
                summary=" ".join([*change, f"Why: {correction.why}"]),
                categories=[(event.date.text, ENGLISH.grammar.date_words(event.date), EDTF)],
            )
            found.append(((day, event.order, number), text))
    found.sort(key=lambda item: item[0], reverse=True)
    return [(key[0], text) for key, text in found[:LATEST]]


def _entry(
    *,
    id: str,
    title: str,
    days: tuple[date, date],
    link: str,
    summary: str,
    categories: Iterable[tuple[str, str, str | None]],
) -> str:
    """An entry, published and updated on `days`. NUL in it stands for the way to the root."""
    lines = [
        "<entry>",
        f"<id>{id}</id>",
        f"<title>{escape(title)}</title>",
        f"<published>{_instant(days[0])}</published>",
        f"<updated>{_instant(days[1])}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>',
    ]
    for term, label, scheme in categories:
        where = f" scheme={quoteattr(scheme)}" if scheme else ""
        lines.append(f"<category{where} term={quoteattr(term)} label={quoteattr(label)}/>")
    lines += [f"<summary>{escape(summary)}</summary>", "</entry>"]
    return "\n".join(lines)


def _by_actor(events: list[Event], ids: Iterable[str]) -> Mapping[str, list[Event]]:
    """The events in which each actor is named: takes part, gives an account, or is labelled."""
    found: dict[str, list[Event]] = {id: [] for id in ids}
    for event in events:
        for id in named_actors(event):
            found[id].append(event)
    return found


def _link(chronology: Chronology, event: Event) -> str:
    return site_url(chronology, f"events/{event.id}/", "\0")


def _event_id(chronology: Chronology, event: Event) -> str:
    return _tag(chronology, f"events/{event.id}")


def _tag(chronology: Chronology, specific: str) -> str:
    return f"tag:{escape(chronology.settings.tag or '')}:{specific}"


def _instant(day: date) -> str:
    """RFC 3339 with an offset: the record knows days, so the day's first second in UTC."""
    return f"{day}T00:00:00Z"


FORMAT = Format(
    "Feeds",
    "Atom feeds for a news reader: what is new, what was corrected, and what is new about each "
    "actor (on the actor's page).",
    "application/atom+xml",
    write,
)
