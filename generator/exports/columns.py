"""The chronology as six tables: which columns each has, and what stands in its rows.

A column for each field derives from the model, with its name, its datatype and how a cell of it is
written; what is computed stands behind the field that it comes from. The CSV files, the database
and the import of tables all read the columns here, so that a new field reaches all of them. What a
row is made from is the chronology and the records that lead to the row: an event, or an event and
its account, and so on.
"""

import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.exports.csv_cells import encode_list, encode_offices, encode_pairs, encode_roles
from generator.model.dates import Date
from generator.model.permalinks import event_url, site_url
from generator.model.records import (
    Account,
    Actor,
    Chronology,
    Event,
    Figure,
    Office,
    Place,
    Record,
    Role,
    Source,
)
from generator.model.scalars import Url
from generator.rendering.language import ENGLISH
from generator.support.cache import Cache

Cell = str | int | float | date | None
Row = Sequence[Cell]
Datatype = Literal["string", "integer", "decimal", "date", "anyURI"]
"""A datatype of CSVW, the W3C's metadata for tables."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: what it is called, what it holds, and how a cell of it is made."""

    name: str
    datatype: Datatype
    """Of the cell; where it holds a list, of each item."""
    value: Callable[..., Cell]
    """Makes the cell from what the row is made from."""
    is_list: bool = False
    is_required: bool = False
    is_computed: bool = False
    """Whether the generator works it out, so that nobody need write it."""


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


def field_columns(
    record: type[Record],
    *,
    without: Sequence[str] = (),
    first: Sequence[str] = (),
    behind: Mapping[str, Sequence[Column]] = types.MappingProxyType({}),
) -> Iterator[Column]:
    """Yield a column for each field of a record, in the order of the model.

    Fields `without` a column are told elsewhere; those of `first` come before the rest. A column
    `behind` a field is computed from it. TypeError where nobody said how to write a field.
    """
    names = [*first, *(name for name in record.model_fields if name not in first)]
    for name in names:
        if name not in without:
            info = record.model_fields[name]
            try:
                datatype, encode = _encoding(info.annotation)
            except TypeError:
                raise TypeError(f"{record.__name__}.{name}: no cell can hold it") from None
            yield Column(
                name,
                datatype,
                partial(_field_value, attrgetter(name), encode),
                is_list=encode in _LISTS,
                is_required=info.is_required(),
            )
        yield from behind.get(name, ())


def _encoding(annotation: Any) -> tuple[Datatype, Callable[[Any], Cell] | None]:
    """Return the datatype of a field's column, and what makes a cell of a value, if need be."""
    if get_origin(annotation) in (Union, types.UnionType):
        parts = [part for part in get_args(annotation) if part is not types.NoneType]
        return ("decimal", None) if {*parts} == {int, float} else _encoding(parts[0])
    if annotation == Url:
        return "anyURI", None
    if get_origin(annotation) is Annotated:
        return _encoding(get_args(annotation)[0])
    if get_origin(annotation) is Literal or annotation is str:
        return "string", None
    if get_origin(annotation) is dict:
        return "string", encode_pairs
    if get_origin(annotation) is tuple:
        item, _ = get_args(annotation)
        if item in (Role, Office):
            return "string", encode_roles if item is Role else encode_offices
        return _encoding(item)[0], encode_list
    known: Mapping[Any, tuple[Datatype, Callable[[Any], Cell] | None]] = {
        int: ("integer", None),
        float: ("decimal", None),
        date: ("date", None),
        Date: ("string", attrgetter("text")),
    }
    if annotation not in known:
        raise TypeError
    return known[annotation]


_LISTS = (encode_list, encode_roles, encode_offices, encode_pairs)


def _field_value(
    get: Callable[[Any], Any], encode: Callable[[Any], Cell] | None, *made_from: Any
) -> Cell:
    """Return the cell of a field of the last record that the row is made from."""
    value: Cell = get(made_from[-1])
    return value if value is None or encode is None else encode(value)


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
