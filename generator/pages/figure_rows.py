"""The figures of an event as tables, measure by measure, each beside those of other accounts."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.differences import Verdict
from generator.model import Event, Figure
from generator.pages import words
from generator.pages.disputes import counted
from generator.pages.figures import Count
from generator.pages.index import Index


class Beside(NamedTuple):
    """How a figure stands to those of other accounts, in words."""

    words: str
    differs: bool


class FigureRow(NamedTuple):
    """A figure in the table of figures."""

    id: str
    speaker: str
    amount: str
    as_said: Markup | None
    of: str
    beside: tuple[Beside, ...]


class MeasureRows(NamedTuple):
    """The figures of one measure."""

    id: str
    name: str
    note: str | None
    rows: tuple[FigureRow, ...]


def measure_rows(index: Index, event: Event) -> list[MeasureRows]:
    """All figures of an event, those of one measure together."""
    groups = []
    for measure, given in index.measured[event.id].items():
        term = index.facts.measures.get(measure)
        rows = tuple(_figure_row(index, one) for one in given)
        note = term.note if term else None
        groups.append(MeasureRows(measure, index.measure(measure), note, rows))
    return groups


def _figure_row(index: Index, one: Count) -> FigureRow:
    figure = one.figure
    is_number = figure.value is not None or figure.min is not None or figure.max is not None
    source, said = index.chronology.sources[one.account.source], figure.as_said
    return FigureRow(
        id=one.account.id,
        speaker=index.speaker(one.account),
        amount=words.amount(figure, index.unit(figure.measure)),
        as_said=words.label(said, source.language) if is_number and said else None,
        of=counted(index, figure),
        beside=tuple(_beside(index, one)),
    )


def _beside(index: Index, one: Count) -> Iterator[Beside]:
    """The verdict on each pair with a figure of another account; like verdicts share a line."""
    unit = index.unit(one.figure.measure)
    verdicts: dict[str, list[str]] = {"differs from": []}
    for other, verdict in one.beside:
        in_words = _in_words(one.figure, other, verdict)
        verdicts.setdefault(in_words, []).append(words.amount(other, unit))
    for in_words, amounts in verdicts.items():
        if amounts:
            found = f"{in_words} {words.listed(dict.fromkeys(amounts))}"
            yield Beside(found, in_words == "differs from")


def _in_words(one: Figure, other: Figure, verdict: Verdict | None) -> str:
    match verdict:
        case "same":
            return "agrees with"
        case "differs":
            return "differs from"
        case "counts others":
            return "counts others than"
        case "later count":
            if one.as_of is None or other.as_of is None:
                return "counts on another day than"
            is_later = one.as_of.order > other.as_of.order
            return "is a later count than" if is_later else "is an earlier count than"
        case None:
            return "cannot be compared with"
