"""An event that was published once and taken back.

Of it nothing is left but its id, the day, and the reason: it is no event any more, so that no page
and no file can tell of it what it told.
"""

from generator.model.records.base import Record
from generator.model.scalars import Day, Id, OurText


class Withdrawal(Record):
    """That an event was taken back."""

    on: Day
    """The day of the withdrawal: 2021-06-01."""
    why: OurText
    """Why, in words that do not tell what was withdrawn."""


class WithheldEvent(Record):
    """An event that was published once and taken back: its file holds nothing else."""

    loader_fields = frozenset({"id", "path"})
    id: Id
    """The stem of its file and its permalink, which stays."""
    path: str
    """Its file, relative to the project's folder."""
    withheld: Withdrawal
    """When it was taken back, and why."""

    @property
    def changed(self) -> Day:
        """The day of the last change."""
        return self.withheld.on
