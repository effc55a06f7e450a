"""Where accounts of one event do not say the same, and how.

A difference is computed, never typed, and never more than it is: another day of counting is a
later count, another group that is counted is another count, and only what cannot both hold
differs. Nothing is chosen, averaged or summed here.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from generator.model.dates.value import Date, ends_meet, starts_meet
from generator.model.records import Account, Event, Figure

Verdict = Literal["same", "differs", "later count", "counts others"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which accounts of an event do not say the same."""

    kind: Literal["figures", "dates", "labels", "actors"]
    verdict: Verdict
    """Only `differs` is a contradiction."""
    on: str
    """The measure; `start` or `end`; the actor or `this`; the role."""
    accounts: tuple[str, ...]
    """The ids of the accounts that are compared, in their order."""


def differences(event: Event) -> tuple[Difference, ...]:
    """All differences between the accounts of an event: dates, actors, figures, labels."""
    found = [*_dates(event), *_actors(event), *_figures(event), *_labels(event)]
    return tuple(dict.fromkeys(found))


def differ(event: Event) -> bool:
    """Whether two accounts of the event contradict each other anywhere."""
    return any(difference.verdict == "differs" for difference in differences(event))


def compare(one: Figure, other: Figure) -> Verdict | None:
    """How two figures of one measure stand to each other; None where words give no number."""
    if one.of != other.of or _fold(one.scope) != _fold(other.scope):
        return "counts others"
    here, there = extent(one), extent(other)
    if here is None or there is None:
        return None
    if (one.as_of and one.as_of.text) != (other.as_of and other.as_of.text):
        return "later count"
    return "same" if _meet(here, there) else "differs"


@dataclass(frozen=True, slots=True)
class Extent:
    """The numbers that a figure allows, from `low` to `high`."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


def extent(figure: Figure) -> Extent | None:
    """The numbers that a figure allows; None where it is words alone.

    "About 1200" allows half a step of its last digit that is not 0, to both sides (1150 to 1250);
    "nearly 1200" a whole step below it. A range without a top is open above.
    """
    if figure.value is None and figure.min is None and figure.max is None:
        return None
    low = figure.min if figure.min is not None else figure.value
    high = figure.max if figure.max is not None else figure.value
    bottom, top = (0 if low is None else low), (math.inf if high is None else high)
    match figure.qualifier:
        case "at least":
            return Extent(bottom, math.inf)
        case "more than":
            return Extent(bottom, math.inf, low_open=True)
        case "fewer than":
            return Extent(0, top, high_open=True)
        case "nearly":
            return Extent(max(0, bottom - _step(bottom)), top, high_open=True)
        case "about":
            reach = _step(top) if math.isfinite(top) else 0
            return Extent(max(0, bottom - _step(bottom) / 2), top + reach / 2)
    return Extent(bottom, top)


def _step(number: float) -> float:
    """The place of the last digit that is not 0: 100 for 1200, 1 for 43, 0.1 for 2.5."""
    if number == 0:
        return 1
    if number != int(number):
        return float(10.0 ** -len(repr(float(number)).partition(".")[2]))
    digits = str(int(number))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def _meet(one: Extent, other: Extent) -> bool:
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low != high:
        return low < high
    # They touch in one number, which both must allow.
    return not any(
        (extent.low == low and extent.low_open) or (extent.high == low and extent.high_open)
        for extent in (one, other)
    )


def _pairs(event: Event) -> Iterator[tuple[Account, Account]]:
    return combinations(event.accounts, 2)


def _figures(event: Event) -> Iterator[Difference]:
    for one, other in _pairs(event):
        for measure in dict.fromkeys(figure.measure for figure in one.figures):
            for verdict in _verdicts(
                [figure for figure in one.figures if figure.measure == measure],
                [figure for figure in other.figures if figure.measure == measure],
            ):
                yield Difference("figures", verdict, measure, (one.id, other.id))


def _verdicts(ones: list[Figure], others: list[Figure]) -> Iterator[Verdict]:
    """How the figures of one measure of two accounts compare, without those that are the same.

    A figure that has a counterpart for the same people and scope is not held against the others.
    """
    pairs = [(one, other, compare(one, other)) for one in ones for other in others]
    matched = {
        id(figure)
        for one, other, verdict in pairs
        if verdict != "counts others"
        for figure in (one, other)
    }
    for one, other, verdict in pairs:
        if verdict == "counts others" and (id(one) in matched or id(other) in matched):
            continue
        if verdict not in (None, "same"):
            yield verdict


def _dates(event: Event) -> Iterator[Difference]:
    for one, other in _pairs(event):
        if one.date is None and other.date is None:
            continue
        dates = one.date or event.date, other.date or event.date
        if starts_meet(*dates) is False:
            yield Difference("dates", "differs", "start", (one.id, other.id))
        # What is no interval begins and ends as one; its end is no second difference.
        if any(date.kind == "interval" for date in dates) and _ends_differ(*dates):
            yield Difference("dates", "differs", "end", (one.id, other.id))


def _ends_differ(one: Date, other: Date) -> bool:
    # With an open start, the end is only a "by": whatever came before it agrees with it.
    for by, date in ((one, other), (other, one)):
        if by.start.earliest is None and by.latest is not None:
            return date.earliest is not None and date.earliest > by.latest
    return ends_meet(one, other) is False


def _labels(event: Event) -> Iterator[Difference]:
    named = dict.fromkeys(key for account in event.accounts for key in account.labels)
    for key in named:
        by_source: dict[str, list[Account]] = {}
        for account in event.accounts:
            if account.labels.get(key):
                by_source.setdefault(account.source, []).append(account)
        for ones, others in combinations(by_source.values(), 2):
            if not _words(ones, key) & _words(others, key):
                ids = sorted((a.id for a in (*ones, *others)), key=lambda a: int(a[1:]))
                yield Difference("labels", "differs", key, tuple(ids))


def _words(accounts: list[Account], key: str) -> set[str]:
    return {_fold(label) for account in accounts for label in account.labels[key]}


def _actors(event: Event) -> Iterator[Difference]:
    for one, other in _pairs(event):
        roles = _by_role(one), _by_role(other)
        for role in roles[0]:
            if role in roles[1] and roles[0][role] != roles[1][role]:
                yield Difference("actors", "differs", role, (one.id, other.id))


def _by_role(account: Account) -> dict[str, set[str]]:
    actors: dict[str, set[str]] = {}
    for actor in account.actors:
        if actor.role is not None:
            actors.setdefault(actor.role, set()).add(actor.id)
    return actors


def _fold(text: str | None) -> str:
    return " ".join((text or "").casefold().replace("’", "'").split())
