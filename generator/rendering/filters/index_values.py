"""What all indexes of filters write alike: files, days as numbers, sources to choose from."""

import json
from collections.abc import Iterable
from datetime import date as Day
from typing import NamedTuple

from generator.model.dates import Date
from generator.model.output import Output
from generator.rendering.context import Context

OPEN_START, OPEN_END = 0, 99999999
SAME_AS_START = 0
"""Stands for an end that is the day of the start."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Choice(NamedTuple):
    """Something that a reader can filter by."""

    id: str
    name: str


class SourceChoice(NamedTuple):
    """A source that a reader can filter by."""

    id: str
    name: str
    known: int
    """The day from which it is known."""


def index_file(context: Context, name: str, data: object) -> Output:
    """Return `data/<name>.json`, which scripts fetch."""
    return Output(f"data/{name}.json", _JSON.encode(data), context.chronology.folder)


def day_number(day: Day) -> int:
    """Return a day as a number: 20210506."""
    return day.year * 10000 + day.month * 100 + day.day


def date_range(date: Date) -> tuple[int, int]:
    """Return the first and the last day of a date as numbers, with the constants above."""
    start = day_number(date.earliest) if date.earliest else OPEN_START
    end = day_number(date.latest) if date.latest else OPEN_END
    return start, SAME_AS_START if end == start else end


def source_choices(context: Context, ids: Iterable[str]) -> list[SourceChoice]:
    """Return these sources as choices, by outlet and date."""
    sources, names = context.chronology.sources, context.names
    return [
        SourceChoice(id, names.source(sources[id]), day_number(context.known.days[id]))
        for id in ids
    ]
