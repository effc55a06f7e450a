"""The figures that accounts give of one measure, those that say the same together.

What stands beside a figure, and since when it is contradicted, for whatever shows one.
"""

from dataclasses import dataclass
from dataclasses import field as dataclass_field

from markupsafe import Markup

from generator.analysis.figure_groups import ComparedFigure
from generator.analysis.figure_ranges import figure_range
from generator.analysis.verdicts import DIFFERS
from generator.model.records import Account, Event, Figure
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language.elements import figure_element


@dataclass
class AlikeFigures:
    """Figures that say the same, and either all contradict others or none does."""

    words: str
    note: str
    differs: bool
    accounts: list[Account] = dataclass_field(default_factory=list)
    since: list[Markup] = dataclass_field(default_factory=list)
    """The mark of each figure: since when it is contradicted."""
    low: float = float("inf")
    """The least number that one of them may mean."""


def alike_figures(context: Context, event: Event, measure: str) -> list[AlikeFigures]:
    """Return the figures of a measure by what they say; contradictions first, then by size."""
    groups: dict[tuple[bool, str, str], AlikeFigures] = {}
    unit = context.names.unit(measure)
    for compared in context.figures[event.id][measure]:
        source = context.chronology.sources[compared.account.source]
        words = figure_element(context.language, compared.figure, unit, source.language)
        note = figure_note(context, compared.figure)
        key = compared.differs, words, note
        group = groups.setdefault(key, AlikeFigures(words, note, compared.differs))
        group.accounts.append(compared.account)
        group.since.append(figure_since(context, event, compared))
        numbers = figure_range(compared.figure)
        group.low = min(group.low, numbers.low if numbers else float("inf"))
    return sorted(groups.values(), key=lambda g: (not g.differs, g.low, g.words, g.note))


def figure_since(context: Context, event: Event, compared: ComparedFigure) -> Markup:
    """Return the mark of since when a figure is contradicted."""
    known = context.known
    if event.id not in known.grown or not compared.differs:
        return NO_MARK
    others = [
        known.account(account) for account, _, verdict in compared.others if verdict == DIFFERS
    ]
    return context.marks.attr(event, max(known.account(compared.account), min(others)))


def figure_note(context: Context, figure: Figure) -> str:
    """Of whom a figure is, in which scope, as of when; empty where it says nothing of these."""
    language = context.language
    parts = [context.names.population(figure.of)] if figure.of else []
    parts += [figure.scope] if figure.scope else []
    if figure.as_of:
        as_of = language.grammar.date_words(figure.as_of)
        parts.append(language.gettext("as of %(date)s", date=as_of))
    return language.listed(parts)
