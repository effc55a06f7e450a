"""Days of the record, and dates of what happened."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.model.dates import Date, DateError, parse_date
from generator.model.dates.edtf import EDTF_PATTERN
from generator.model.scalars.base import read_text, shape_error, slip_error
from generator.model.slips import Slip, odd_character

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(value: Any) -> date:
    text = read_text(value)
    way_out = "write it as 2021-05-06"
    instead: str | None = None
    try:
        if _DAY.fullmatch(text) and text.isascii():
            return date.fromisoformat(text)
        parse_date(text)
    except DateError as error:
        way_out = error.way_out if error.way_out.endswith(" instead") else way_out
        instead = error.instead if _DAY.fullmatch(error.instead or "") else None
    except ValueError:
        pass
    raise slip_error("E209", text, "no calendar day", Slip("", way_out, instead))


def _edtf(value: Any) -> Date:
    if isinstance(value, list):
        written = f"[{','.join(str(part) for part in value)[:60]}]"
        quoted: str | None = written
        try:
            parse_date(written)
        except DateError as error:
            quoted = error.instead
        raise shape_error(
            "E301",
            "a date that begins with a bracket must be quoted",
            f'write "{written}"',
            quoted,
        )
    text = read_text(value)
    try:
        return parse_date(text)
    except DateError as error:
        way_out = re.sub(r"\[\S+\]", r'"\g<0>"', error.way_out)  # as YAML needs it
        odd = odd_character(text)
        message = f"{error.message}; {odd} stands in it" if odd else error.message
        raise shape_error("E301", message, way_out, error.instead) from None


Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day of the record, not of an event: `2021-05-06`."""
Edtf = Annotated[
    Date,
    PlainValidator(_edtf),
    WithJsonSchema({"type": ["string", "integer"], "pattern": EDTF_PATTERN}),
]
"""A date as precise as the evidence, in the subset of EDTF that `dates/` reads."""
