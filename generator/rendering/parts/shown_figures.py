"""The figures of an event as pages show them: the words of each, and what stands beside them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.figure_groups import ComparedFigure
from generator.analysis.verdicts import DIFFERS
from generator.model.records import Event, Figure
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language.elements import figure_element


class ShownFigure(NamedTuple):
    """A figure that an account gives, beside those that it is held against."""

    compared: ComparedFigure
    words: str
    """The figure in words; Markup where these are printed ones in another language."""
    note: str
    """Of whom it is, in which scope, as of when; empty where it says nothing of these."""
    since: Markup
    """The mark of since when it is contradicted."""


ShownFigures = Mapping[str, Sequence[ShownFigure]]
"""The figures of an event by their measure, in the order of its accounts."""


def shown_figures(context: Context, event: Event) -> ShownFigures:
    """Return all figures of an event by their measure."""
    return {
        measure: measure_figures(context, event, measure) for measure in context.figures[event.id]
    }


def measure_figures(context: Context, event: Event, measure: str) -> list[ShownFigure]:
    """Return the figures of an event that are of one measure."""
    language, sources = context.language, context.chronology.sources
    unit, shown = context.names.unit(measure), []
    notes: dict[object, str] = {}  # most accounts of an event count the same
    for compared in context.figures[event.id][measure]:
        figure, source = compared.figure, sources[compared.account.source]
        counted = figure.of, figure.scope, figure.as_of and figure.as_of.text
        if counted not in notes:
            notes[counted] = _note(context, figure)
        words = figure_element(language, figure, unit, source.language)
        since = _since(context, event, compared)
        shown.append(ShownFigure(compared, words, notes[counted], since))
    return shown


def _since(context: Context, event: Event, compared: ComparedFigure) -> Markup:
    known = context.known
    if event.id not in known.grown or not compared.differs:
        return NO_MARK
    others = [
        known.account(account) for account, _, verdict in compared.others if verdict == DIFFERS
    ]
    return context.marks.attr(event, max(known.account(compared.account), min(others)))


def _note(context: Context, figure: Figure) -> str:
    language = context.language
    parts = [context.names.population(figure.of)] if figure.of else []
    parts += [figure.scope] if figure.scope else []
    if figure.as_of:
        as_of = language.grammar.date_words(figure.as_of)
        parts.append(language.gettext("as of %(date)s", date=as_of))
    return language.listed(parts)
