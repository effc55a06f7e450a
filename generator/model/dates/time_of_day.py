"""A time of day as it is printed: to the minute or the second, with its zone where one is given."""

from dataclasses import dataclass
from datetime import date

_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day. Without a zone it is local, wherever that is."""

    hour: int
    minute: int
    second: int | None = None
    offset: int | None = None
    """Minutes that its zone is ahead of UTC; None where no zone is given."""

    @property
    def has_zone(self) -> bool:
        """Whether it can be compared with times of other places."""
        return self.offset is not None

    def seconds(self, day: date) -> tuple[int, int]:
        """Return its first and its last second on a day, counted from one fixed day.

        In UTC where it has a zone; so only times that both have one, or both none, compare.
        """
        first = day.toordinal() * _DAY + (self.hour * 60 + self.minute - (self.offset or 0)) * 60
        if self.second is None:
            return first, first + 59
        return first + self.second, first + self.second
