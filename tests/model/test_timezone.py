"""Clocks of time zones, and UTC."""

from datetime import date as Day
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates.timezone import timezone_names, to_local, to_utc

_DAY = 24 * 60 * 60


def _second(text: str) -> int:
    moment = datetime.fromisoformat(text)
    return moment.toordinal() * _DAY + moment.hour * 3600 + moment.minute * 60


@pytest.mark.parametrize(
    ("timezone", "local", "utc"),
    [
        ("Europe/Istanbul", "2026-01-09T14:30", "2026-01-09T11:30"),
        ("Europe/Istanbul", "2014-01-09T14:30", "2014-01-09T12:30"),
        ("America/New_York", "2026-07-01T20:00", "2026-07-02T00:00"),
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),  # the first of the two
        ("UTC", "2026-01-09T14:30", "2026-01-09T14:30"),
    ],
)
def test_a_clock_shows_what_it_is_in_utc(timezone: str, local: str, utc: str) -> None:
    assert to_utc(_second(local), timezone) == _second(utc)
    assert to_local(_second(utc), timezone) == _second(local)


@given(st.dates(), st.integers(0, _DAY - 1), st.sampled_from(sorted(timezone_names())))
def test_every_second_of_the_calendar_is_shown_everywhere(
    day: Day, of_day: int, timezone: str
) -> None:
    second = day.toordinal() * _DAY + of_day
    assert abs(to_local(second, timezone) - second) < _DAY
    assert to_local(to_utc(to_local(second, timezone), timezone), timezone) == to_local(
        second, timezone
    )
