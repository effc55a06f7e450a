"""When a source was published, as programs for references can tell it: never a day too much.

They know years, months and days, and ranges of them. Of one of two days, the month holds; where
nothing holds for both, their years do. What is lost stands beside it, in words and as EDTF.
"""

from typing import NamedTuple

from generator.model.dates import Bound, Date

Numbers = tuple[int, ...]
"""A year, a year and a month, or all three."""


class ReferenceDate(NamedTuple):
    """A date or a range, as far as it is known."""

    ends: tuple[Numbers, ...]
    """One, or the first and the last."""
    is_rough: bool
    """Whether there is any doubt, or more to it than the ends say."""


def reference_date(when: Date) -> ReferenceDate:
    """Return a date for a reference. It names no day that is not given."""
    if when.choices:
        all_numbers = [numbers for bound in when.choices for numbers in _both(bound)]
        shared = _shared(all_numbers)
        ends = (
            (shared,)
            if shared
            else tuple(numbers[:1] for numbers in (min(all_numbers), max(all_numbers)))
        )
        return ReferenceDate(ends, True)
    bounds = [when.start] if when.kind == "moment" else [when.start, when.end]
    given = [bound for bound in bounds if bound.earliest is not None]
    if len(given) < len(bounds):  # since or by a day: of the day itself, the year alone is safe
        return ReferenceDate((given[0].numbers()[:1],), True)
    if any(bound.precision in ("decade", "century") for bound in bounds):
        return ReferenceDate((bounds[0].numbers()[:1], bounds[-1].numbers(last=True)[:1]), True)
    numbers = [bound.numbers() for bound in bounds]
    known = min(map(len, numbers))  # both ends of a range are known alike to these programs
    is_rough = len(set(map(len, numbers))) > 1 or not all(bound.is_plain for bound in bounds)
    return ReferenceDate(tuple(dict.fromkeys(end[:known] for end in numbers)), is_rough)


def _both(bound: Bound) -> tuple[Numbers, Numbers]:
    return bound.numbers(), bound.numbers(last=True)


def _shared(all_numbers: list[Numbers]) -> Numbers:
    """Return the year, or the year and the month, that all have in common."""
    shared: Numbers = ()
    for numbers in zip(*all_numbers, strict=False):
        if len(set(numbers)) > 1:
            break
        shared += numbers[:1]
    return shared
