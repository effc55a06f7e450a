"""The figures of an event, measure by measure, each held against those of the other accounts."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from generator.analysis.differences import Verdict, compare
from generator.model.records import Account, Event, Figure


class Count(NamedTuple):
    """A figure, the account that gives it, and how it stands to those of other accounts."""

    account: Account
    figure: Figure
    beside: tuple[tuple[Account, Figure, Verdict | None], ...]
    """Other accounts' figures with the verdict on the pair; None where words give no number."""

    @property
    def differs(self) -> bool:
        """Whether a figure of another account contradicts this one."""
        return any(verdict == "differs" for _, _, verdict in self.beside)


def measured(event: Event) -> dict[str, tuple[Count, ...]]:
    """All figures of an event in the order of its accounts, those of one measure together."""
    given: dict[str, list[tuple[Account, Figure]]] = {}
    for account in event.accounts:
        for figure in account.figures:
            given.setdefault(figure.measure, []).append((account, figure))
    return {measure: tuple(_counts(figures)) for measure, figures in given.items()}


def _counts(given: list[tuple[Account, Figure]]) -> Iterator[Count]:
    beside: list[list[tuple[Account, Figure, Verdict | None]]] = [[] for _ in given]
    pairs = {
        (a, b): compare(given[a][1], given[b][1])
        for a, b in combinations(range(len(given)), 2)
        if given[a][0] is not given[b][0]
    }
    # Two accounts that both count the same people are compared by those counts alone.
    paired = {
        key
        for (a, b), verdict in pairs.items()
        if verdict != "counts others"
        for key in ((a, given[b][0].id), (b, given[a][0].id))
    }
    for (a, b), verdict in pairs.items():
        if verdict == "counts others" and (
            (a, given[b][0].id) in paired or (b, given[a][0].id) in paired
        ):
            continue
        beside[a].append((*given[b], verdict))
        beside[b].append((*given[a], verdict))
    for (account, figure), others in zip(given, beside, strict=True):
        yield Count(account, figure, tuple(others))
