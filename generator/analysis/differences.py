"""Where accounts of one event do not say the same, and how.

A difference is computed, never typed, and never more than it is: another day of counting is a
later count, another group that is counted is another count, and only what cannot both hold
differs. Nothing is chosen, averaged or summed here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.analysis.figure_groups import figure_pairs
from generator.analysis.verdicts import DIFFERS, SAME, Kind, Verdict
from generator.model.dates import Date, ends_meet, starts_meet
from generator.model.records import Account, Event
from generator.support.fold import fold


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which accounts of an event do not say the same."""

    kind: Kind
    verdict: Verdict
    """Only `differs` is a contradiction."""
    on: str
    """The measure; `start` or `end`; the actor or `this`; the role."""
    accounts: tuple[str, ...]
    """The ids of the accounts that are compared, in their order."""


def differences(event: Event) -> tuple[Difference, ...]:
    """Return all differences between the accounts of an event: dates, actors, figures, labels."""
    by_kind = [*_dates(event), *_actors(event), *_figures(event), *_labels(event)]
    return tuple(dict.fromkeys(by_kind))


def differ(event: Event) -> bool:
    """Return whether two accounts of the event contradict each other anywhere."""
    return any(difference.verdict == DIFFERS for difference in differences(event))


def _figures(event: Event) -> Iterator[Difference]:
    for first, second, verdict in figure_pairs(event):
        if verdict is not None and verdict != SAME:
            accounts = first.account.id, second.account.id
            yield Difference("figures", verdict, first.figure.measure, accounts)


def _dates(event: Event) -> Iterator[Difference]:
    for first, second in combinations(event.accounts, 2):
        if first.date is None and second.date is None:
            continue
        dates = first.date or event.date, second.date or event.date
        accounts = first.id, second.id
        if starts_meet(*dates) is False:
            yield Difference("dates", DIFFERS, "start", accounts)
        # Where neither is an interval, start and end are one: the start was compared already.
        if any(date.kind == "interval" for date in dates) and _ends_differ(*dates):
            yield Difference("dates", DIFFERS, "end", accounts)


def _ends_differ(first: Date, second: Date) -> bool:
    # With an open start, the end is only a "by": whatever came before it agrees with it.
    for limit, date in ((first, second), (second, first)):
        if limit.start.earliest is None and limit.latest is not None:
            return date.earliest is not None and date.earliest > limit.latest
    return ends_meet(first, second) is False


def _labels(event: Event) -> Iterator[Difference]:
    labelled = dict.fromkeys(key for account in event.accounts for key in account.labels)
    for key in labelled:
        by_source: dict[str, list[Account]] = {}
        for account in event.accounts:
            if account.labels.get(key):
                by_source.setdefault(account.source, []).append(account)
        for of_source, of_other in combinations(by_source.values(), 2):
            if not _words(of_source, key) & _words(of_other, key):
                compared = {account.id for account in (*of_source, *of_other)}
                in_order = tuple(account.id for account in event.accounts if account.id in compared)
                yield Difference("labels", DIFFERS, key, in_order)


def _words(accounts: list[Account], key: str) -> set[str]:
    return {fold(label) for account in accounts for label in account.labels[key]}


def _actors(event: Event) -> Iterator[Difference]:
    for first, second in combinations(event.accounts, 2):
        by_role, by_role_in_second = _actors_by_role(first), _actors_by_role(second)
        for role, actors in by_role.items():
            if role in by_role_in_second and by_role_in_second[role] != actors:
                yield Difference("actors", DIFFERS, role, (first.id, second.id))


def _actors_by_role(account: Account) -> dict[str, set[str]]:
    by_role: dict[str, set[str]] = {}
    for actor in account.actors:
        if actor.role is not None:
            by_role.setdefault(actor.role, set()).add(actor.id)
    return by_role
