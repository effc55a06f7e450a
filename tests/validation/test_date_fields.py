"""Every date and day of the model says which slips of it are caught, and by what.

The fields come from the model: a new one fails here until it stands in the table.
"""

from dataclasses import replace
from datetime import date as Day
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest

from generator.model.dates import Date, parse_date
from generator.model.records import Chronology, Record, Withdrawal, WithheldEvent
from generator.validation.check import findings_in
from generator.validation.days_ahead import days_ahead
from tests.support.changed_records import base_chronology, with_value
from tests.support.record_types import RECORDS

TODAY = Day(2026, 1, 1)
AHEAD = "a note of `check`"
PAST = "what happened may be of any time"
GONE = "nothing else is left of the record, and what was announced is withheld before its date"
OWN_TIME = "an office may be of any time before and, where somebody is elected, soon after"

SLIPS: dict[str, dict[str, str]] = {
    # field: {what is written: the code, or why there is none}
    "Event.date": {"2021-05-12": "E511", "2221-05": "E511", "0021-05-04": "E513", "1821": PAST,
        "0221-05-04": PAST, "2201-05-04": "E513", "1021-05-04": PAST},
    "Account.date": {"2021-06-05": "E511", "2221-05": "E511", "0021-05-04": "E513", "1821": PAST,
        "0221-05-04": PAST, "2201-05-04": "E513", "1021-05-04": PAST},
    "Figure.as_of": {"2021-06-05": "E511", "2221-05": "E511", "0021-05-04": "E513", "1821": PAST,
        "0221-05-04": PAST, "2201-05-04": "E513", "1021-05-04": PAST},
    "Event.added": {"2021-04-06": "E512", "2221-05-06": "E507", "0021-05-06": "E512"},
    "Account.added": {"2021-04-06": "E507", "2221-05-06": AHEAD, "0021-05-06": "E507"},
    "Correction.on": {"2021-04-06": "E507", "2221-05-06": AHEAD, "0021-05-06": "E507"},
    "Withdrawal.on": {"2021-05-08": GONE, "2221-05-06": AHEAD, "0021-05-06": "E513"},
    "Office.date": {"2221": "E513", "0021": "E513", "2201": "E513",
        "0221": OWN_TIME, "1821": OWN_TIME, "2022": OWN_TIME},
    "Source.published": {"2021-06-05": "E512", "2221-05-05": "E512", "0021-05-05": "E513",
        "0221-05-05": "E513", "2201-05-05": "E513", "1021-05-05": "E513"},
    "Source.accessed": {"2021-04-05": "E517", "2221-05-05": AHEAD, "0021-05-05": "E517"},
    "Capture.on": {"2021-04-05": "E517", "2221-05-05": AHEAD, "0021-05-05": "E517"},
}  # fmt: skip
"""What is wrong with each value of a field; the rest of the record stays as it is."""
CODES = {"E507", "E511", "E512", "E513", "E517"}
"""The rules on days; a date may also lie outside of its file's year, or before what it follows."""


def _types(annotation: Any) -> set[Any]:
    """Return the types that a field may have, but for records in it."""
    if get_origin(annotation) is Annotated:
        return _types(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType, tuple, dict):
        return set().union(*(_types(part) for part in get_args(annotation)))
    return {annotation}


FIELDS: dict[str, tuple[type[Record], str, bool]] = {
    f"{record.__name__}.{name}": (record, name, Date in _types(hint))
    for record in RECORDS
    for name, hint in get_type_hints(record, include_extras=True).items()
    if name in record.model_fields and not _types(hint).isdisjoint((Date, Day))
}
"""Each field that holds a date or a day, and whether it is a date."""


def test_every_date_says_which_slips_of_it_are_caught() -> None:
    assert SLIPS.keys() == FIELDS.keys(), "a new date: write into SLIPS which slips are caught"


@pytest.mark.parametrize(
    ("field", "written", "caught"),
    [(field, *slip) for field, slips in SLIPS.items() for slip in slips.items()],
)
def test_a_slip_is_caught_or_said_to_be_none(field: str, written: str, caught: str) -> None:
    record, name, is_date = FIELDS[field]
    if record is Withdrawal:
        withdrawal = Withdrawal.model_validate({"on": written, "why": "It was asked for."})
        taken = WithheldEvent(id="2021-05-09-x", path="events/x.yml", withheld=withdrawal)
        chronology = replace(base_chronology(), withheld=(taken,))
    else:
        value = parse_date(written) if is_date else Day.fromisoformat(written)
        chronology, _, _ = with_value(record, name, value)
    before = findings_in(_unhedged(base_chronology()), ())
    found = [finding for finding in findings_in(_unhedged(chronology), ()) if finding not in before]
    noted = [ahead.day.isoformat() for ahead in days_ahead(chronology, TODAY)]
    codes = {finding.code for finding in found} & CODES
    assert codes == ({caught} if caught.startswith("E5") else set())
    if caught == AHEAD:
        assert noted == [written]


def _unhedged(chronology: Chronology) -> Chronology:
    """Return the chronology without hedges, behind which a source may tell what is to come."""
    events = (
        event.model_copy(
            update={
                "accounts": tuple(
                    account.model_copy(update={"hedge": None}) for account in event.accounts
                )
            }
        )
        for event in chronology.events
    )
    return replace(chronology, events=tuple(events))
