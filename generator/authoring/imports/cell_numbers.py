"""Numbers in cells of tables: what a figure gives, and degrees."""

import re
from typing import get_args

from generator.model.records import Figure

_QUALIFIERS: tuple[str, ...] = next(
    get_args(part)
    for part in get_args(Figure.model_fields["qualifier"].annotation)
    if get_args(part)
)
_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d{1,15}(?:\.0+)?")
_GROUPED_DIGITS = re.compile(r"\d{1,3}(?:\D\d{3})+")
_RANGE = re.compile(r"(.+?) ?(?:-|–|to) ?(.+)")
_DEGREES = re.compile(r"-?\d{1,3}(?:\.\d+)?")


def figure_values(cell: str) -> dict[str, str]:
    """Return what a cell says of a number, under the keys of a figure.

    A `value` or `min` and `max`, with the `qualifier` of a value; any other words are `as_said`.
    """
    for qualifier in _QUALIFIERS:
        if cell.casefold().startswith(f"{qualifier} "):
            rest = figure_values(cell[len(qualifier) :].strip())
            return {**rest, "qualifier": qualifier} if "value" in rest else {"as_said": cell}
    if _WHOLE_NUMBER.fullmatch(cell):
        return {"value": _digits(cell)}
    ends = _RANGE.fullmatch(cell)
    if ends and all(_WHOLE_NUMBER.fullmatch(end) for end in ends.groups()):
        low, high = (_digits(end) for end in ends.groups())
        if int(low) <= int(high):
            return {"min": low, "max": high}
    return {"as_said": cell}


def are_degrees(lat: str, lon: str) -> bool:
    """Return whether two cells are a latitude and a longitude, in decimal degrees."""
    are_numbers = all(_DEGREES.fullmatch(text) for text in (lat, lon))
    return are_numbers and abs(float(lat)) <= 90 and abs(float(lon)) <= 180


def _digits(number: str) -> str:
    grouped = _GROUPED_DIGITS.fullmatch(number)
    return re.sub(r"\D", "", number) if grouped else str(int(float(number)))
