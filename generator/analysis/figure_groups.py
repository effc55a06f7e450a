"""The figures of an event, measure by measure, each beside those that it is held against.

`figure_pairs` is the one list of pairs: the data files and the pages both read it.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from generator.analysis.figure_ranges import compare
from generator.analysis.verdicts import COUNTS_OTHERS, DIFFERS, Verdict
from generator.model.records import Account, Event, Figure


class AccountFigure(NamedTuple):
    """A figure, and the account that gives it."""

    account: Account
    figure: Figure
    number: int
    """Its place among all figures of the event, from 0: two figures may say the same."""


class FigurePair(NamedTuple):
    """Two figures of one measure that are held against each other, in the order of accounts."""

    first: AccountFigure
    second: AccountFigure
    verdict: Verdict | None
    """None where words give no number."""


class ComparedFigure(NamedTuple):
    """A figure, the account that gives it, and how it stands to those of other accounts."""

    account: Account
    figure: Figure
    others: tuple[tuple[Account, Figure, Verdict | None], ...]
    """Other accounts' figures with the verdict on the pair; None where words give no number."""
    differs: bool
    """Whether a figure of another account contradicts this one."""


def compared_figures(event: Event) -> dict[str, tuple[ComparedFigure, ...]]:
    """Return all figures of an event by their measure, in the order of its accounts."""
    figures = _figures(event)
    others: list[list[tuple[Account, Figure, Verdict | None]]] = [[] for _ in figures]
    contradicted = set()
    for first, second, verdict in _pairs(figures):
        others[first.number].append((second.account, second.figure, verdict))
        others[second.number].append((first.account, first.figure, verdict))
        if verdict == DIFFERS:
            contradicted |= {first.number, second.number}
    by_measure: dict[str, list[ComparedFigure]] = {}
    for account, figure, number in figures:
        compared = ComparedFigure(account, figure, tuple(others[number]), number in contradicted)
        by_measure.setdefault(figure.measure, []).append(compared)
    return {measure: tuple(figures) for measure, figures in by_measure.items()}


def figure_pairs(event: Event) -> Iterator[FigurePair]:
    """Yield every two figures of different accounts that are held against each other.

    They have one measure. A figure that has a counterpart in the other account, for the same people
    and scope, is held against that alone: where one account counts 38 fighters and 43 civilians,
    and another 43 civilians, only the civilians are compared.
    """
    return _pairs(_figures(event))


def _pairs(all_figures: Iterable[AccountFigure]) -> Iterator[FigurePair]:
    by_account: dict[str, dict[str, list[AccountFigure]]] = {}
    for figure in all_figures:
        by_measure = by_account.setdefault(figure.account.id, {})
        by_measure.setdefault(figure.figure.measure, []).append(figure)
    for first, second in combinations(by_account.values(), 2):
        for measure, figures in first.items():
            others = second.get(measure, ())
            pairs = [
                FigurePair(figure, other, compare(figure.figure, other.figure))
                for figure in figures
                for other in others
            ]
            yield from pairs if len(pairs) < 2 else _without_mismatched(pairs)


def _without_mismatched(pairs: list[FigurePair]) -> Iterator[FigurePair]:
    """Leave out pairs of different people where one of the two has a counterpart.

    The pairs are all those of one measure between two accounts.
    """
    matched = {
        figure.number
        for first, second, verdict in pairs
        if verdict != COUNTS_OTHERS
        for figure in (first, second)
    }
    for pair in pairs:
        has_counterpart = {pair.first.number, pair.second.number} & matched
        if pair.verdict != COUNTS_OTHERS or not has_counterpart:
            yield pair


def _figures(event: Event) -> list[AccountFigure]:
    figures = [(account, figure) for account in event.accounts for figure in account.figures]
    return [AccountFigure(account, figure, n) for n, (account, figure) in enumerate(figures)]
