"""A column of a table for each field of a record that one cell can hold, derived from the model.

What a cell holds is text as it stands in the record, a number, or nothing. Dates are EDTF, days are
ISO 8601, a list of names or of numbers is a JSON array. Every other list has rows of its own:
see `long_tables.py`.
"""

import types
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import WithJsonSchema

from generator.exports.json_records import to_json
from generator.model.dates import Date
from generator.model.records import Record
from generator.model.scalars import EventId, Url, Voice
from generator.model.schema import field_docs

Cell = str | int | float | None
Datatype = Literal["string", "integer", "decimal", "date", "boolean", "anyURI", "json"]
"""A datatype of CSVW, the W3C's metadata for tables; an integer or decimal is a number."""

TERMS = ("kind", "role", "measure", "population")
"""What a chronology has vocabularies of."""
_TARGETS = {
    "actor": "actors",
    "labelled": "actors",
    "place": "places",
    "source": "sources",
    **{term: f"{term}_terms" for term in TERMS},
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: what it is called, what it holds, and what that means."""

    name: str
    datatype: Datatype
    about: str
    """One or two sentences, as the model says them."""
    is_required: bool = False
    is_computed: bool = False
    """Whether the generator works it out, so that nobody need write it."""
    refers_to: str | None = None
    """The table by whose key the cell names a row."""
    values: tuple[str, ...] = ()
    """The only texts that a cell may hold, where there are so few."""
    field: str = ""
    """The field of the record that it holds: `id` of an actor in a role, `text.file`."""
    is_edtf: bool = False
    """Whether it holds a date of the record, in EDTF."""


class Type(NamedTuple):
    """The type of a field without what stands around it."""

    bare: Any
    """Without Annotated and `| None`; float for any number."""
    notes: tuple[Any, ...]
    """What Annotated said of it."""

    @property
    def refers_to(self) -> str | None:
        """The table of which it names a row, if it is an id."""
        names = [
            note.json_schema["x-names"]
            for note in self.notes
            if isinstance(note, WithJsonSchema) and note.json_schema
            if "x-names" in note.json_schema
        ]
        if self.notes == get_args(EventId)[1:]:
            return "events"
        return _TARGETS[names[-1]] if names else None


def type_of(annotation: Any) -> Type:
    """Return the type of a field by its annotation."""
    notes: tuple[Any, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *inner = get_args(annotation)
            notes += tuple(inner)
        elif get_origin(annotation) in (Union, types.UnionType):
            parts = [part for part in get_args(annotation) if part is not types.NoneType]
            if {*parts} == {int, float}:
                return Type(float, notes)
            annotation = parts[0]
        else:
            return Type(annotation, notes)


def fields_of(record: type[Record]) -> Iterator[tuple[str, Type, str]]:
    """Yield name, type and meaning of each field of a record, in the order of the model."""
    hints, docs = get_type_hints(record, include_extras=True), field_docs(record)
    for name in record.model_fields:
        yield name, type_of(hints[name]), " ".join(docs.get(name, "").split())


def is_one_cell(field: Type) -> bool:
    """Return whether a cell can hold a value of the type: no record, no list of texts or ids."""
    if get_origin(field.bare) is tuple:
        item = type_of(get_args(field.bare)[0])
        return item.bare is int or Voice.NAME in item.notes
    if get_origin(field.bare) is dict:
        return False
    return not (isinstance(field.bare, type) and issubclass(field.bare, Record))


@dataclass(frozen=True, slots=True)
class RecordCells:
    """The columns of a kind of record, and what makes the cells of one record."""

    columns: tuple[Column, ...]
    of: Callable[[Any], list[Cell]]


def record_cells(record: type[Record], without: Collection[str] = ()) -> RecordCells:
    """Return the cells of all fields that a cell can hold, but for those `without` a column.

    A record inside the record has its columns at the end: `text_file` is the file of `text`. An
    id that names another record has that one's name: the `id` of a role is an `actor`.
    """
    columns: list[Column] = []
    names: list[str] = []
    encoders: list[tuple[int, Callable[[Any], Cell]]] = []
    nested: list[tuple[str, RecordCells]] = []
    for name, field, about in fields_of(record):
        if name in without:
            continue
        if isinstance(field.bare, type) and issubclass(field.bare, Record):
            nested.append((name, record_cells(field.bare)))
        elif is_one_cell(field):
            column, encode = scalar_column(name, field, about)
            is_required = record.model_fields[name].is_required()
            if name == "id" and column.refers_to is not None:
                column = replace(column, name=singular(column.refers_to))
            columns.append(replace(column, is_required=is_required, field=name))
            if encode is not None:
                encoders.append((len(names), encode))
            names.append(name)
    get = attrgetter(*names)
    is_single = len(names) == 1
    for name, inner in nested:
        columns += [
            replace(
                column,
                name=f"{name}_{column.name}",
                is_required=False,
                field=f"{name}.{column.field}",
            )
            for column in inner.columns
        ]

    def cells(item: Any) -> list[Cell]:
        row: list[Any] = [get(item)] if is_single else list(get(item))
        for number, encode in encoders:
            if row[number] is not None:
                row[number] = encode(row[number])
        for name, inner in nested:
            value = getattr(item, name)
            row += [None] * len(inner.columns) if value is None else inner.of(value)
        return row

    return RecordCells(tuple(columns), cells)


def scalar_column(
    name: str, field: Type, about: str
) -> tuple[Column, Callable[[Any], Cell] | None]:
    """Return the column of a field, and what makes a cell of its value, if need be.

    TypeError where nobody said how to write it.
    """
    refers_to = field.refers_to
    if get_origin(field.bare) is Literal:
        values = get_args(field.bare)
        return Column(name, "string", about, values=values), None
    if get_origin(field.bare) is tuple:
        return Column(name, "json", about), lambda items: to_json(items) if items else None
    if field.notes == get_args(Url)[1:]:
        return Column(name, "anyURI", about), None
    known: dict[Any, tuple[Datatype, Callable[[Any], Cell] | None]] = {
        str: ("string", None),
        int: ("integer", None),
        float: ("decimal", None),
        bool: ("boolean", lambda value: "true" if value else "false"),
        date: ("date", date.isoformat),
        Date: ("string", attrgetter("text")),
    }
    if field.bare not in known:
        raise TypeError(f"{name}: no cell can hold {field.bare}")
    datatype, encode = known[field.bare]
    column = Column(name, datatype, about, refers_to=refers_to, is_edtf=field.bare is Date)
    return column, encode


def iso(day: date | None) -> str | None:
    """Return a day as the cell of a column of days."""
    return None if day is None else day.isoformat()


def singular(table: str | None) -> str:
    """Return what a row of a table is called: `actors` gives `actor`, `role_terms` gives `role`."""
    return (table or "").removesuffix("_terms").removesuffix("s")
