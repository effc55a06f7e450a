"""Numbers of paragraphs, written singly and as ranges."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.number_slips import paragraph_slip
from generator.model.scalars.base import kind_of, read_text, shape_error, slip_error
from generator.model.scalars.texts import Voice, read_line

_RANGE = re.compile(r"([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?")
_NUMBERS = tuple(range(10_000))  # so that equal numbers are one object
MAX_PARAGRAPHS = 500_000
"""So many paragraphs the ranges of one file name at most, all together."""


def _read_at(at: int | str, read: Callable[[Any], str], value: Any) -> str:
    """Return what is read of an item, or of a key or its value; an error is said to stand there."""
    try:
        return read(value)
    except PydanticCustomError as error:
        context = {**(error.context or {}), "at": at}
        raise PydanticCustomError("chronology", "{message}", context) from None


class ParagraphBudget:
    """How many paragraphs the ranges of one file may still name: four letters write 9,999."""

    def __init__(self) -> None:
        self.left = MAX_PARAGRAPHS

    def spend(self, count: int) -> None:
        """Take away so many. Raises a shape error where there are not so many left."""
        if count > self.left:
            message = f"the ranges of the file name over {MAX_PARAGRAPHS:,} paragraphs"
            raise shape_error("E210", message, "name fewer, or give the range that is meant")
        self.left -= count


def _paragraph(value: Any) -> int:
    first, last = _range(read_text(value))
    if first != last:
        raise shape_error("E210", "expected one number, found a range", "write one number")
    return first


def _paragraphs(value: Any, info: ValidationInfo) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise _no_list_of_paragraphs(value)
    written = [(n, _read_at(n, read_text, part)) for n, part in enumerate(value)]
    return tuple(sorted(_numbers(written, info.context)))


def _reasons(value: Any, info: ValidationInfo) -> dict[int, str]:
    if not isinstance(value, dict):
        raise shape_error(
            "E202", f"expected keys, found {kind_of(value)}", "write 16-21: the reason"
        )
    for before, key in pairwise(value):
        if value[key] is None and not _RANGE.fullmatch(key):
            message = f"{key[:60]!r} is read as a key: a comma between braces ends a text"
            way_out = f'put it between quotation marks: {before}: "{value[before]}, {key}"'
            raise shape_error("E203", message, way_out, at=key)
    for key in value:
        _read_at(key, read_text, key)
    reasons = {key: _read_at(key, read_line, reason) for key, reason in value.items()}
    numbers = _numbers([(key, key) for key in reasons], info.context)
    return {number: reasons[key] for number, key in numbers.items()}


def _no_list_of_paragraphs(value: Any) -> PydanticCustomError:
    """Return the error of what stands where a list of paragraphs should: `paragraphs: 6, 8–10`."""
    message, way_out = f"expected a list, found {kind_of(value)}", "write [6, 8-10]"
    if not isinstance(value, str):
        return shape_error("E202", message, way_out)
    parts = [part.strip() for part in value.split(",")]
    slips = [None if _RANGE.fullmatch(part) else paragraph_slip(part) for part in parts]
    ranges = [
        part if slip is None else slip.instead for part, slip in zip(parts, slips, strict=True)
    ]
    if None not in ranges:
        way_out = f"write [{', '.join(map(str, ranges))}]"
        return shape_error("E202", message, way_out, ranges)
    return shape_error("E202", message, f"{way_out}; a page or a chapter goes under locator")


def _numbers(
    ranges: Iterable[tuple[int | str, str]], budget: ParagraphBudget | None
) -> dict[int, str]:
    """Return each number of the ranges, with the range that names it.

    Each range comes with its place in the list. They are counted before they are gone through, and
    end at the first number that comes twice.
    """
    numbers: dict[int, str] = {}
    for at, written in ranges:
        first, last = _range(written, at)
        if budget is not None:
            budget.spend(last + 1 - first)
        named = _NUMBERS[first : last + 1]
        if twice := numbers.keys() & named:
            message = f"paragraph {min(twice)} is listed twice"
            raise shape_error("E210", message, "list each once", at=at)
        numbers.update(dict.fromkeys(named, written))
    return numbers


def _range(text: str, at: Any = None) -> tuple[int, int]:
    match = _RANGE.fullmatch(text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if first > last:
        raise slip_error("E210", text, "no paragraph", paragraph_slip(text), at)
    return first, last


Paragraph = Annotated[
    int,
    PlainValidator(_paragraph),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 9999}),
]
"""A paragraph's number: the n-th line of the text that is not blank, from 1."""
_PARAGRAPHS = {"type": ["integer", "string"], "minimum": 1, "pattern": f"^{_RANGE.pattern}$"}
Paragraphs = Annotated[
    tuple[int, ...],
    PlainValidator(_paragraphs),
    WithJsonSchema({"type": "array", "items": _PARAGRAPHS, "uniqueItems": True}),
]
"""Paragraph numbers, written as numbers and ranges, here expanded and in order."""
Reasons = Annotated[
    dict[int, str],
    Voice.OURS,
    PlainValidator(_reasons),
    WithJsonSchema(
        {
            "type": "object",
            "patternProperties": {f"^{_RANGE.pattern}$": {"type": "string"}},
            "additionalProperties": False,
        }
    ),
]
"""Paragraph numbers or ranges, each with why."""
