"""A column of a table for each field of a record, derived from the model.

A column has its name, its datatype, and how a cell is made; so a new field reaches every table that
takes its columns from here.
"""

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.exports.csv_cells import encode_list, encode_offices, encode_pairs, encode_roles
from generator.model.dates import Date
from generator.model.records import (
    Office,
    Record,
    Role,
)
from generator.model.scalars import Url

Cell = str | int | float | date | None
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
                _field_value(attrgetter(name), encode),
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
    get: Callable[[Any], Any], encode: Callable[[Any], Cell] | None
) -> Callable[..., Cell]:
    """Return what makes the cell of a field: of the last record that the row is made from."""
    if encode is None:
        return lambda *made_from: get(made_from[-1])

    def value(*made_from: Any) -> Cell:
        content = get(made_from[-1])
        return None if content is None else encode(content)

    return value
