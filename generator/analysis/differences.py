"""Where accounts of one event do not say the same, and how.

A difference is computed, never typed, and never more than it is: another day of counting is a
later count, another group that is counted is another count, and only what cannot both hold
differs. Nothing is chosen, averaged or summed here.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from generator.analysis.figure_groups import figure_pairs
from generator.analysis.verdicts import DIFFERS, SAME, Kind, Verdict
from generator.model.dates import Date, ends_meet, starts_meet
from generator.model.records import Account, Event
from generator.support.fold import fold


class Difference(NamedTuple):
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
    if not any(account.date for account in event.accounts):
        return
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
        said = [(accounts, _words(accounts, key)) for accounts in by_source.values()]
        for (of_source, words), (of_other, other_words) in combinations(said, 2):
            if not words & other_words:
                compared = {account.id for account in (*of_source, *of_other)}
                in_order = tuple(account.id for account in event.accounts if account.id in compared)
                yield Difference("labels", DIFFERS, key, in_order)


def _words(accounts: list[Account], key: str) -> set[str]:
    return {_folded(label) for account in accounts for label in account.labels[key]}


_folded = lru_cache(1 << 12)(fold)  # the words for an actor are much the same in many events


def _actors(event: Event) -> Iterator[Difference]:
    accounts = [
        (account.id, _actors_by_role(account)) for account in event.accounts if account.actors
    ]
    for (first, by_role), (second, by_role_in_second) in combinations(accounts, 2):
        for role, actors in by_role.items():
            if role in by_role_in_second and by_role_in_second[role] != actors:
                yield Difference("actors", DIFFERS, role, (first, second))


def _actors_by_role(account: Account) -> dict[str, set[str]]:
    by_role: dict[str, set[str]] = {}
    for actor in account.actors:
        if actor.role is not None:
            by_role.setdefault(actor.role, set()).add(actor.id)
    return by_role
