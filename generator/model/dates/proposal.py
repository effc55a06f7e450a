"""What is proposed to a person for a date that they typed."""

from dataclasses import dataclass

from generator.model.dates.value import Date


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a typed date most likely means, for a person to confirm."""

    date: Date
    note: str = ""
    """What the person should look at, where the words can mean two things."""
