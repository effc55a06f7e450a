"""Tables of one row a thing, derived from the model: what a record has several of.

The labels of an account, the unknowns of an event, the offices of an actor: each item is a row, in
its order, behind the key of the record that has it. So no text is joined or cut on its way out.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, get_args, get_origin

from generator.exports.columns import (
    Cell,
    Column,
    Type,
    fields_of,
    is_one_cell,
    record_cells,
    scalar_column,
    singular,
    type_of,
)
from generator.model.records import Record

Form = Literal["records", "values", "pairs", "lists"]
"""How a field holds its items: records, single values, a value a key, or several values a key."""

_KEY_NAMES = {"loaded": "word", "labels": "actor", "names": "language", "unused": "paragraph"}
_VALUE_NAMES = {
    "unknowns": "unknown",
    "labels": "label",
    "names": "name",
    "unused": "why",
    "loaded": "neutral",
    "follows": "earlier",
    "responds_to": "earlier",
}
_KEY_ABOUT = {
    "labels": "The actor; nothing where the words are for the event itself.",
    "names": "The language, BCP 47.",
    "unused": "The paragraph.",
    "loaded": "The word that takes a side.",
}
THIS = "this"
"""What stands for the event itself among the keys of labels; no actor, so no cell holds it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a record as rows, without the key of the record."""

    field: str
    form: Form
    columns: tuple[Column, ...]
    about: str
    rows: Callable[[Any], Iterator[list[Cell]]]
    """From the value of the field, which is not empty."""


def parts_of(record: type[Record], without: Collection[str] = ()) -> list[Part]:
    """Return each field of a record that rows hold, but for those `without`."""
    return [
        _part(name, field, about)
        for name, field, about in fields_of(record)
        if name not in without and get_origin(field.bare) in (tuple, dict)
        if not is_one_cell(field)
    ]


def _part(name: str, field: Type, about: str) -> Part:
    """Return a field as rows. TypeError where nobody said how to write it."""
    items = [type_of(item) for item in get_args(field.bare)]
    if get_origin(field.bare) is tuple:
        if isinstance(items[0].bare, type) and issubclass(items[0].bare, Record):
            cells = record_cells(items[0].bare)
            if lost := parts_of(items[0].bare):
                raise TypeError(f"{name}: no row of a row can hold {lost[0].field}")
            return Part(name, "records", cells.columns, about, lambda value: map(cells.of, value))
        column, encode = _value_column(name, items[0], about)
        if encode is None:
            return Part(name, "values", (column,), about, lambda value: ([item] for item in value))
        return Part(
            name, "values", (column,), about, lambda value: ([encode(item)] for item in value)
        )
    key, _ = scalar_column(_KEY_NAMES.get(name, "key"), items[0], _KEY_ABOUT.get(name, "The key."))
    if get_origin(items[1].bare) is tuple:
        column, _ = _value_column(name, type_of(get_args(items[1].bare)[0]), about)
        return Part(name, "lists", (key, column), about, _list_rows)
    column, _ = _value_column(name, items[1], about)
    return Part(name, "pairs", (key, column), about, lambda value: map(list, value.items()))


def _list_rows(value: Any) -> Iterator[list[Cell]]:
    return (
        [None if key == THIS else key, text]
        for key, text in chain.from_iterable(
            ((key, text) for text in texts) for key, texts in value.items()
        )
    )


def _value_column(name: str, item: Type, about: str) -> tuple[Column, Any]:
    target = item.refers_to
    named = singular(target) if target not in (None, "events") else name
    return scalar_column(_VALUE_NAMES.get(name, named), item, about)
