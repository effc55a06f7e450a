"""iCalendar (RFC 5545): the events whose day is known, or the days between which they lie.

All-day events with an exclusive end; those with a time of day begin and end at it, in UTC where its
zone or that of the chronology is known, else where the reader is. What is known to the month or
year only has no day, and is left out rather than given one. TENTATIVE is whatever is uncertain,
alleged, announced or merely reported.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.exports.base import Format
from generator.model.coordinates import published_coordinates
from generator.model.dates import Bound, Date, TimeOfDay
from generator.model.dates.timezone import to_utc
from generator.model.output import Output
from generator.model.permalinks import event_url, site_url
from generator.model.records import Chronology, Event
from generator.rendering.language import ENGLISH, Language
from generator.support.cache import Cache

PATH = "data/chronology.ics"
_WIDTH = 75
_ESCAPES = {"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": ""}


def write(chronology: Chronology, cache: Cache, language: Language = ENGLISH) -> Iterator[Output]:
    """Yield `data/chronology.ics`; a calendar has an event at least, so there may be none."""
    host = _host(chronology)

    def entry_bytes(event: Event) -> bytes:
        days = _day_span(event.date)
        lines = _entry_lines(chronology, language, event, days, host) if days else ()
        return b"".join(map(fold, lines))

    def content() -> bytes:
        entries = [entry for event in chronology.events if (entry := entry_bytes(event))]
        head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//contested-chronology//EN"]
        head += ["CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_text(chronology.settings.title)}"]
        if left_out := len(chronology.events) - len(entries):
            head.append(f"X-WR-CALDESC:{_text(_left_out_words(language, left_out))}")
        return b"".join([*map(fold, head), *entries, fold("END:VCALENDAR")])

    if any(_day_span(event.date) for event in chronology.events):
        yield Output(PATH, content, chronology.folder)


def _left_out_words(language: Language, count: int) -> str:
    return language.ngettext(
        "%(count)s event is not in this calendar: its day, or the day on which it began, is not "
        "known.",
        "%(count)s events are not in this calendar: their day, or the day on which they began, is "
        "not known.",
        count,
    )


def _day_span(when: Date) -> tuple[date, date | None] | None:
    """Return the first day and the day after the last; None where they are not known to the day.

    The second is None where the end is open, or lies at the end of time.
    """
    first = when.start.earliest
    if first is None or not _is_of_days(when.start):
        return None
    if when.end.latest is None:
        return first, None
    if not _is_of_days(when.end):
        return None
    return first, None if when.end.latest == date.max else when.end.latest + timedelta(days=1)


def _is_of_days(bound: Bound) -> bool:
    """Return whether an end of a date is known to the day."""
    return bound.precision == "day"


def _entry_lines(
    chronology: Chronology,
    language: Language,
    event: Event,
    days: tuple[date, date | None],
    host: str,
) -> Iterator[str]:
    """Yield the content lines of an event, which `fold` has not cut yet.

    `days` are the first one and the one after the last; `host` makes the id unique in the world.
    """
    stamp = f"{_day(event.changed)}T000000Z"
    places = [chronology.places[id] for id in event.places]
    located = [place for place in places if place.lat is not None and place.lon is not None]
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{host}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{event.revision}"
    yield from _times(event.date, chronology.settings.timezone) or _days(days)
    yield f"SUMMARY:{_text(event.title)}"
    yield "DESCRIPTION:" + _text(f"{language.grammar.date_words(event.date)}.\n\n{event.summary}")
    if chronology.settings.url is not None:
        yield f"URL:{site_url(chronology, event_url(event.id))}"
    yield f"CATEGORIES:{_text(chronology.settings.kinds[event.kind].name)}"
    if places:
        yield f"LOCATION:{_text('; '.join(place.name for place in places))}"
    if len(located) == 1:  # a property of an event, which has several places at times
        lon, lat = published_coordinates(located[0])
        yield f"GEO:{lat};{lon}"
    yield f"STATUS:{'CONFIRMED' if _is_certain(event) else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield f"X-EDTF:{_text(event.date.text)}"
    yield "END:VEVENT"


def _days(days: tuple[date, date | None]) -> Iterator[str]:
    yield f"DTSTART;VALUE=DATE:{_day(days[0])}"
    if days[1] is not None:
        yield f"DTEND;VALUE=DATE:{_day(days[1])}"


def _times(when: Date, timezone: str | None) -> list[str]:
    """Return the lines of a date whose ends have a time of day; none for any other date."""
    start, end = when.start, when.end
    if not (start.time and start.earliest) or (end.latest and not end.until):
        return []
    lines = [f"DTSTART:{_instant(start.earliest, start.time, timezone)}"]
    if when.kind != "moment" and end.until and end.latest:
        lines.append(f"DTEND:{_instant(end.latest, end.until, timezone)}")
    return lines


def _instant(day: date, time: TimeOfDay, timezone: str | None) -> str:
    """Return a time of day in UTC; one of no known zone is local, wherever the reader is."""
    second, is_utc = time.seconds(day)[0], time.has_zone or timezone is not None
    if timezone is not None and not time.has_zone:
        second = to_utc(second, timezone)
    if not date.min.toordinal() <= second // 86400 <= date.max.toordinal():
        second, is_utc = time.seconds(day)[0] + (time.offset or 0) * 60, False  # as it is printed
    day, rest = date.fromordinal(second // 86400), second % 86400
    clock = f"{rest // 3600:02}{rest // 60 % 60:02}{rest % 60:02}"
    return f"{_day(day)}T{clock}{'Z' if is_utc else ''}"


def _is_certain(event: Event) -> bool:
    """Return whether an event is established, and its date is in no doubt."""
    ends = (event.date.start, event.date.end)
    return event.status is None and not event.date.choices and all(end.is_plain for end in ends)


def fold(line: str) -> bytes:
    """Return a content line in pieces of 75 octets at most, never cut inside a character."""
    rest, pieces, width = line.encode(), [], _WIDTH
    if len(rest) <= width:
        return rest + b"\r\n"
    while len(rest) > width:
        cut = width
        while rest[cut] & 0xC0 == 0x80:  # inside a UTF-8 sequence
            cut -= 1
        pieces.append(rest[:cut])
        rest = rest[cut:]
        width = _WIDTH - 1  # every further line begins with a space
    return b"\r\n ".join([*pieces, rest]) + b"\r\n"


def _text(value: str) -> str:
    """Return a text as the value of a property, in which some characters mean something."""
    for character, written in _ESCAPES.items():
        value = value.replace(character, written)
    return value


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _host(chronology: Chronology) -> str:
    """Return what makes ids unique in the world: the authority of `tag`, or the site's host."""
    settings = chronology.settings
    named = (settings.tag or "").partition(",")[0].rpartition("@")[2]
    return named or urlsplit(settings.url or "").hostname or "chronology.invalid"


FORMAT = Format(
    "Calendar",
    "Events whose day is known, as entries for a calendar program; those of uncertain date "
    "are marked tentative. What is known to the month or year only, or only by which day it had "
    "happened, is left out; the calendar says of how many events.",
    "text/calendar",
    write,
    is_spoken=True,
)
