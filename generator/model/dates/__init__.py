"""Dates no more precise than the evidence: strict EDTF in, a small frozen value out.

`parser` reads them, `value` is what they are, `edtf` is their form; `mistakes` and `typed` say what
to write instead of other texts.
"""

from generator.model.dates.mistake import DateError
from generator.model.dates.parser import parse_date, read_date
from generator.model.dates.proposal import Proposal
from generator.model.dates.time_of_day import TimeOfDay
from generator.model.dates.value import (
    MONTHS,
    Bound,
    Date,
    Kind,
    Precision,
    bounds_meet,
    ends_meet,
    is_before,
    starts_meet,
)

__all__ = [
    "MONTHS",
    "Bound",
    "Date",
    "DateError",
    "Kind",
    "Precision",
    "Proposal",
    "TimeOfDay",
    "bounds_meet",
    "ends_meet",
    "is_before",
    "parse_date",
    "read_date",
    "starts_meet",
]
