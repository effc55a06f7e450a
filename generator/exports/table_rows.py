"""The chronology as six tables: which columns each has, and what stands in its rows.

What is computed stands behind the field that it comes from. The CSV files, the database and the
import of tables all read the tables here. What a row is made from is the chronology and the records
that lead to the row: an event, or an event and its account, and so on.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Literal

from generator.exports.columns import Cell, Column, Datatype, field_columns
from generator.model.permalinks import event_url, site_url
from generator.model.records import (
    Account,
    Actor,
    Chronology,
    Event,
    Figure,
    Place,
    Source,
)
from generator.rendering.language import ENGLISH
from generator.support.cache import Cache

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the chronology."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that identify a row."""
    rows: Callable[[Chronology, Cache], Iterable[Row]]
    foreign: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """Columns that name a row of another table by its key."""


def _computed(name: str, datatype: Datatype, value: Callable[..., Cell]) -> Column:
    return Column(name, datatype, value, is_computed=True)


def _parent(name: str, value: Callable[..., Cell]) -> Column:
    """Return a column that belongs to the key of a row, and tells where the row belongs."""
    return Column(name, "string", value, is_required=True)


_EVENT_COLUMNS = tuple(
    field_columns(
        Event,
        without=("path", "accounts", "corrections", "draft"),
        behind={
            "id": [
                _computed("url", "anyURI", lambda c, e: site_url(c, event_url(e.id), "../")),
            ],
            "date": [
                _computed("date_text", "string", lambda c, e: ENGLISH.grammar.date_words(e.date)),
                _computed("earliest", "date", lambda c, e: e.date.earliest),
                _computed("latest", "date", lambda c, e: e.date.latest),
            ],
            "accounts": [_computed("accounts", "integer", lambda c, e: len(e.accounts))],
        },
    )
)
_ACCOUNT_COLUMNS = (
    _parent("event", lambda c, event, account: event.id),
    _parent("account", lambda c, event, account: account.id),
    *field_columns(Account, without=("id", "figures")),
)
_FIGURE_COLUMNS = (
    _parent("event", lambda c, event, account, number, figure: event.id),
    _parent("account", lambda c, event, account, number, figure: account.id),
    Column("number", "integer", lambda c, event, account, number, figure: number, is_required=True),
    *field_columns(Figure),
)


def _event_rows(chronology: Chronology, event: Event) -> Iterator[tuple[Any, ...]]:
    yield chronology, event


def _account_rows(chronology: Chronology, event: Event) -> Iterator[tuple[Any, ...]]:
    for account in event.accounts:
        yield chronology, event, account


def _figure_rows(chronology: Chronology, event: Event) -> Iterator[tuple[Any, ...]]:
    for account in event.accounts:
        for number, figure in enumerate(account.figures, 1):
            yield chronology, event, account, number, figure


def _rows_of_events(
    name: str,
    columns: tuple[Column, ...],
    records: Callable[[Chronology, Event], Iterable[tuple[Any, ...]]],
) -> Callable[[Chronology, Cache], Iterable[Row]]:
    """Return what makes the rows of all events.

    The rows of one event are cached, for other formats and for later builds.
    """
    values = [column.value for column in columns]

    def rows(chronology: Chronology, cache: Cache) -> Iterable[Row]:
        def of_event(event: Event) -> tuple[Row, ...]:
            return tuple(
                tuple([value(*made_from) for value in values])
                for made_from in records(chronology, event)
            )

        cached = cache.per_event(
            of_event, chronology.events, chronology.settings, name=f"{__name__}: {name}"
        )
        return chain.from_iterable(cached.values())

    return rows


def _rows_of_registry(
    name: Literal["actors", "places", "sources"], columns: tuple[Column, ...]
) -> Callable[[Chronology, Cache], Iterable[Row]]:
    """Return what makes the rows of a registry."""

    def rows(chronology: Chronology, cache: Cache) -> Iterable[Row]:
        for record in getattr(chronology, name).values():
            yield tuple([column.value(chronology, record) for column in columns])

    return rows


_NAMED = ("id", "name", "also", "names")
_ACTOR_COLUMNS = tuple(field_columns(Actor, first=_NAMED))
_PLACE_COLUMNS = tuple(field_columns(Place, first=_NAMED))
_SOURCE_COLUMNS = tuple(field_columns(Source, without=("text", "unused", "left_out")))

EVENTS = Table(
    "events",
    _EVENT_COLUMNS,
    ("id",),
    _rows_of_events("events", _EVENT_COLUMNS, _event_rows),
    {("part_of",): "events"},
)
ACCOUNTS = Table(
    "accounts",
    _ACCOUNT_COLUMNS,
    ("event", "account"),
    _rows_of_events("accounts", _ACCOUNT_COLUMNS, _account_rows),
    {("event",): "events", ("source",): "sources"},
)
FIGURES = Table(
    "figures",
    _FIGURE_COLUMNS,
    ("event", "account", "number"),
    _rows_of_events("figures", _FIGURE_COLUMNS, _figure_rows),
    {("event", "account"): "accounts", ("event",): "events"},
)
ACTORS = Table(
    "actors",
    _ACTOR_COLUMNS,
    ("id",),
    _rows_of_registry("actors", _ACTOR_COLUMNS),
    {("part_of",): "actors"},
)
PLACES = Table(
    "places",
    _PLACE_COLUMNS,
    ("id",),
    _rows_of_registry("places", _PLACE_COLUMNS),
    {("within",): "places"},
)
SOURCES = Table("sources", _SOURCE_COLUMNS, ("id",), _rows_of_registry("sources", _SOURCE_COLUMNS))
TABLES = (EVENTS, ACCOUNTS, FIGURES, ACTORS, PLACES, SOURCES)
