"""Time zones of the tz database, by name, from one copy of it, so that all machines agree.

Seconds are counted as by `TimeOfDay.seconds`. Of an hour that comes twice, the first is meant.
"""

from datetime import UTC, datetime, timedelta
from datetime import date as Day
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_DAY = 24 * 60 * 60


@cache
def timezone_names() -> frozenset[str]:
    """Return the names of all time zones."""
    return frozenset(files("tzdata").joinpath("zones").read_text("ascii").split())


def to_utc(second: int, timezone: str) -> int:
    """Return when it is in UTC what the clocks of a time zone show."""
    return second - _offset(_moment(second).replace(tzinfo=_zone(timezone)))


def to_local(second: int, timezone: str) -> int:
    """Return what the clocks of a time zone show when it is a second in UTC."""
    return second + _offset(_moment(second).astimezone(_zone(timezone)))


@cache
def _zone(name: str) -> ZoneInfo:
    # Not by its name alone, which finds the copy of the machine first.
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, name)


def _moment(second: int) -> datetime:
    """Return a second as one of UTC; at the edges of the calendar, one with room for all zones."""
    since = min(max(second, 2 * _DAY), (Day.max.toordinal() - 1) * _DAY) - _DAY
    return datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=since)


def _offset(moment: datetime) -> int:
    return round((moment.utcoffset() or timedelta()).total_seconds())
