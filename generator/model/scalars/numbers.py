"""Numbers of a figure, coordinates, yes or no, and the format of the data."""

import re
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from generator.model.number_slips import coordinate_slip, number_slip
from generator.model.scalars.base import read_text, shape_error, slip_error
from generator.model.slips import Slip, flag_slip

FORMAT = 2
"""The newest format of the data: what it gained is written in the design."""
MAX_DIGITS = 15
"""So many digits a whole number has at most."""
_NUMBER = re.compile(rf"[0-9]{{1,{MAX_DIGITS}}}(?:\.[0-9]{{1,6}})?")
_COORDINATE = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,8})?")


class WrittenFloat(float):
    """A number with a dot in it, and how that is written: 1.200 may be meant for a thousand."""

    __slots__ = ("written",)
    written: str

    def __new__(cls, written: str) -> "WrittenFloat":
        """Return the number that a text writes in digits, with a dot."""
        number = super().__new__(cls, written)
        number.written = written
        return number

    def __getnewargs__(self) -> tuple[str]:  # type: ignore[override]
        """Return what a copy is made of, as another process gets one."""
        return (self.written,)


def _number(value: Any, info: ValidationInfo) -> int | float:
    if type(value) is str and value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS:
        return int(value)  # as most are
    text = read_text(value)
    if not _NUMBER.fullmatch(text):
        raise slip_error("E206", text, "no number", number_slip(text, info.field_name or "value"))
    return WrittenFloat(text) if "." in text else int(text)


def _coordinate(value: Any) -> float:
    text = read_text(value)
    if not _COORDINATE.fullmatch(text) or abs(float(text)) > 180:
        raise slip_error("E206", text, "no coordinate", coordinate_slip(text))
    return float(text)


def _flag(value: Any) -> bool:
    text = read_text(value)
    if text not in {"true", "false"}:
        raise slip_error("E207", text, "neither true nor false", flag_slip(text))
    return text == "true"


def _format(value: Any) -> int:
    text = read_text(value)
    if not re.fullmatch("[1-9][0-9]{0,3}", text):
        raise slip_error("E218", text, "no format", Slip("", f"write 1 or {FORMAT}"))
    if int(text) > FORMAT:
        message = f"the data is in format {text}, and this version reads up to {FORMAT}"
        raise shape_error("E218", message, f"install a version that reads format {text}")
    return int(text)


Number = Annotated[
    int | float, PlainValidator(_number), WithJsonSchema({"type": "number", "minimum": 0})
]
Coordinate = Annotated[
    float,
    PlainValidator(_coordinate),
    WithJsonSchema({"type": "number", "minimum": -180, "maximum": 180}),
]
"""Degrees, WGS 84."""
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
FormatNumber = Annotated[
    int,
    PlainValidator(_format),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": FORMAT}),
]
"""Which shape a folder is written in."""
