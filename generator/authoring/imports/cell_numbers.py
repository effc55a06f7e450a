"""Numbers in cells of tables: what a figure gives, and degrees."""

import re

from generator.model.number_words import AT_MOST, qualified, range_ends

_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d{1,15}(?:\.0+)?")
_GROUPED_DIGITS = re.compile(r"\d{1,3}(?:\D\d{3})+")
_DEGREES = re.compile(r"-?\d{1,3}(?:\.\d+)?")


def figure_values(cell: str) -> dict[str, str]:
    """Return what a cell says of a number, under the keys of a figure.

    A `value`, or `min` and `max`, with the `qualifier` that its words mean; other words than a
    qualifier's own, and words without a number, are `as_said`.
    """
    said = qualified(cell)
    if said is None:
        return _number_values(cell) or {"as_said": cell}
    values = _number_values(said.number)
    if said.qualifier == AT_MOST:
        values = {"max": values["value"]} if "value" in values else {}
    elif values:
        values["qualifier"] = said.qualifier
    return values if values and said.is_plain else {**values, "as_said": cell}


def _number_values(text: str) -> dict[str, str]:
    if _WHOLE_NUMBER.fullmatch(text):
        return {"value": _digits(text)}
    ends = range_ends(text)
    if ends and all(_WHOLE_NUMBER.fullmatch(end) for end in ends):
        low, high = map(_digits, ends)
        if int(low) <= int(high):
            return {"min": low, "max": high}
    return {}


def are_degrees(lat: str, lon: str) -> bool:
    """Return whether two cells are a latitude and a longitude, in decimal degrees."""
    are_numbers = all(_DEGREES.fullmatch(text) for text in (lat, lon))
    return are_numbers and abs(float(lat)) <= 90 and abs(float(lon)) <= 180


def _digits(number: str) -> str:
    grouped = _GROUPED_DIGITS.fullmatch(number)
    return re.sub(r"\D", "", number) if grouped else str(int(float(number)))
