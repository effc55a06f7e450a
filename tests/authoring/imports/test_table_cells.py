"""Dates, times and numbers as the cells of a spreadsheet have them."""

import pytest

from generator.authoring.imports.cell_dates import cell_date, order_of, time_text
from generator.authoring.imports.cell_numbers import figure_values
from generator.model.dates import DateError


@pytest.mark.parametrize(
    ("cell", "order", "edtf"),
    [
        ("2026-01-09", None, "2026-01-09"),
        ("2026/01/09", "dmy", "2026-01-09"),
        ("9.1.2026", "dmy", "2026-01-09"),
        ("1/9/2026", "mdy", "2026-01-09"),
        ("2026-01-09 14:30", None, "2026-01-09T14:30"),
        ("2026-01-09 00:00:00.000", None, "2026-01-09"),
        ("9.1.2026 8:05 pm", "dmy", "2026-01-09T20:05"),
        ("01/2026", None, "2026-01"),
        ("9 January 2026", None, "2026-01-09"),
        ("about 2012", None, "2012~"),
        ("2012~/..", None, "2012~/.."),
    ],
)
def test_dates_of_cells(cell: str, order: str | None, edtf: str) -> None:
    assert cell_date(cell, order) == edtf


@pytest.mark.parametrize(
    ("cell", "order", "why"),
    [
        ("1/9/2026", None, "day and month could be either"),
        ("13/9/2026", "mdy", "this is no day in the order mdy"),
        ("9.1.26", "dmy", "a year has four digits"),
        ("13.1.26", None, "a year has four digits"),
        ("46031", None, "this is the number that a spreadsheet has for a day"),
        ("yesterday", None, "this needs the day on which it was said"),
    ],
)
def test_dates_that_are_none_for_sure(cell: str, order: str | None, why: str) -> None:
    with pytest.raises(DateError, match=why):
        cell_date(cell, order)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["1/2/2026", "13/2/2026"], "dmy"),
        (["1.2.2026", "13.1.2026", "31.2.2026"], "dmy"),
        (["31.2.2026"], None),
        (["1/2/2026", "2/13/2026"], "mdy"),
        (["1/2/2026", "3/4/2026"], None),
        (["13/2/2026", "2/13/2026"], None),
        (["2026-01-02", "x"], "ymd"),
        (["May 2021"], None),
    ],
)
def test_the_order_of_a_column_is_known_where_one_alone_fits(
    cells: list[str], order: str | None
) -> None:
    assert order_of(cells) == order


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("14:30", "T14:30"), ("14.30 Uhr", "T14:30"), ("14h30", "T14:30"), ("2:30 PM", "T14:30"),
        ("12 a.m.", "T00:00"), ("14:30:05", "T14:30:05"), ("14:30Z", "T14:30Z"),
        ("14:30 +0300", "T14:30+03:00"), ("14", ""), ("13 pm", ""),
        ("14:30 (UTC+3)", "T14:30+03:00"), ("16.45 Uhr (UTC-3:30)", "T16:45-03:30"),
        ("14.30.05", "T14:30:05"), ("14:30:05.250 GMT", "T14:30:05Z"), ("noon", "T12:00"),
        ("midnight", ""), ("24:00", ""), ("about 14:30", ""),
    ],
)  # fmt: skip
def test_times_of_cells(written: str, time: str) -> None:
    assert time_text(written) == time


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("0", {"value": "0"}),
        ("1,200", {"value": "1200"}),
        ("1.200", {"value": "1200"}),
        ("12.0", {"value": "12"}),
        ("12-20", {"min": "12", "max": "20"}),
        ("12 to 20", {"min": "12", "max": "20"}),
        ("20-12", {"as_said": "20-12"}),
        ("about 12", {"value": "12", "qualifier": "about"}),
        ("etwa 1.200", {"value": "1200", "qualifier": "about"}),
        ("rund 12", {"value": "12", "qualifier": "about", "as_said": "rund 12"}),
        ("300 üzerinde", {"value": "300", "qualifier": "more than"}),
        ("en çok 12", {"max": "12"}),
        ("mindestens 12 bis 20", {"min": "12", "max": "20", "qualifier": "at least"}),
        ("entre 12 et 20", {"min": "12", "max": "20"}),
        ("about 12 people", {"as_said": "about 12 people"}),
        ("about 12 thousand", {"as_said": "about 12 thousand"}),
        ("at least a dozen", {"as_said": "at least a dozen"}),
        ("dozens", {"as_said": "dozens"}),
    ],
)
def test_numbers_of_cells(cell: str, figure: dict[str, str]) -> None:
    assert figure_values(cell) == figure
