"""Days of the record that have not come yet: no rule of the data, as only a clock can tell."""

from collections.abc import Iterator
from datetime import date as Day
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from generator.model.problems import Location
from generator.model.records import Chronology, Record


class DayAhead(NamedTuple):
    """A day that lies ahead, and where it stands."""

    path: str
    """The file, as problems show it."""
    location: Location
    day: Day


def days_ahead(chronology: Chronology, today: Day) -> Iterator[DayAhead]:
    """Yield every day after `today` on which something is said to be done, or published.

    What happened may lie ahead, where it was announced; when we read, kept or wrote it cannot.
    """
    for event in chronology.events:
        yield from _in_record(event.path, (), event, today)
    for withheld in chronology.withheld:
        yield from _in_record(withheld.path, (), withheld, today)
    for records in (chronology.actors, chronology.places, chronology.sources):
        for id, record in records.items():
            yield from _in_record(record.path, (id,), record, today)
    for source in chronology.sources.values():
        published = source.published.earliest
        if published is not None and published > today:
            yield DayAhead(source.path, (source.id, "published"), published)


def _in_record(path: str, location: Location, record: Record, today: Day) -> Iterator[DayAhead]:
    for name in _fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, Day):
            if value > today:
                yield DayAhead(path, (*location, name), value)
        elif isinstance(value, Record):
            yield from _in_record(path, (*location, name), value, today)
        elif isinstance(value, tuple):
            for n, item in enumerate(value):
                yield from _in_record(path, (*location, name, n), item, today)


@cache
def _fields(record: type[Record]) -> tuple[str, ...]:
    """Return the fields of a record that hold days, be it in records."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(name for name in record.model_fields if _holds_days(hints[name]))


def _holds_days(annotation: Any) -> bool:
    if annotation is Day:
        return True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(_fields(annotation))
    return any(_holds_days(part) for part in get_args(annotation))
