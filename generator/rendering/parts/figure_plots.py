"""The figures of an event drawn to scale, measure by measure, each beside other accounts' ones."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.analysis.figure_groups import ComparedFigure
from generator.analysis.verdicts import Verdict
from generator.model.records import Account, Event, Figure
from generator.rendering.context import Context
from generator.rendering.drawings.figures.figure_plot import Counted, plot, plot_key
from generator.rendering.drawings.svg import joined
from generator.rendering.language.elements import figure_element, label_element
from generator.rendering.parts.grouped_differences import counted
from generator.support.escape import as_text


def figure_plots(context: Context, event: Event) -> tuple[Markup, list[Markup]]:
    """The key to the marks, and all figures of the event, those of one measure in one plot."""
    drawn = {
        measure: [_counted(context, event, one, len(event.accounts) > 1) for one in given]
        for measure, given in context.measured[event.id].items()
    }
    every = [row for rows in drawn.values() for row in rows if row.mark]
    plots = [
        plot(context.measure(measure), rows, ident=f"f-{measure}", note=_note(context, measure))
        for measure, rows in drawn.items()
    ]
    return plot_key(every) if every else Markup(""), plots


def _note(context: Context, measure: str) -> str:
    term = context.settings.measures.get(measure)
    return ", ".join(filter(None, [term.unit, term.note])) if term else ""


def _counted(context: Context, event: Event, one: ComparedFigure, is_compared: bool) -> Counted:
    figure = one.figure
    is_number = figure.value is not None or figure.min is not None or figure.max is not None
    source, said = context.chronology.sources[one.account.source], figure.as_said
    beside = list(_beside(context, event, one)) if is_compared else []
    if is_compared and not beside:
        beside = [Markup("no other account gives one")]
    return Counted(
        href=f"#{one.account.id}",
        who=context.speaker(one.account),
        words=figure_element(
            context.language, figure, context.unit(figure.measure), source.language
        ),
        low=figure.min if figure.min is not None else figure.value,
        high=figure.max if figure.max is not None else figure.value,
        qualifier=figure.qualifier,
        note=joined(filter(None, [as_text(counted(context, figure)), *beside]), "; "),
        said=label_element(said, source.language) if is_number and said else None,
        differs=one.differs,
    )


def _beside(context: Context, event: Event, one: ComparedFigure) -> Iterator[Markup]:
    """The verdict on each pair with a figure of another account; like verdicts share a line.

    Where accounts came later than the event's first, each amount says since when it is known.
    """
    unit = context.unit(one.figure.measure)
    verdicts: dict[str, dict[str, list[Account]]] = {"differs from": {}}
    for account, other, verdict in one.others:
        amounts = verdicts.setdefault(_in_words(one.figure, other, verdict), {})
        amounts.setdefault(context.language.grammar.figure_words(other, unit), []).append(account)
    for in_words, amounts in verdicts.items():
        if amounts and event.id not in context.known.grown:
            yield Markup(f"{in_words} {as_text(context.language.grammar.join_words(amounts))}")
        elif amounts:
            marked = [
                f"<i{context.marks.attr_any(event, accounts)}>{as_text(amount)}</i>"
                for amount, accounts in amounts.items()
            ]
            yield Markup(
                f"<span data-list>{in_words} {context.language.grammar.join_words(marked)}</span>"
            )


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
