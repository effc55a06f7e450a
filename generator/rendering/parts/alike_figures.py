"""The figures that accounts give of one measure, those that say the same together."""

from dataclasses import dataclass
from dataclasses import field as dataclass_field

from markupsafe import Markup

from generator.analysis.figure_ranges import figure_range
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.parts.shown_figures import measure_figures


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
    for compared, words, note, since in measure_figures(context, event, measure):
        key = compared.differs, words, note
        group = groups.setdefault(key, AlikeFigures(words, note, compared.differs))
        group.accounts.append(compared.account)
        group.since.append(since)
        numbers = figure_range(compared.figure)
        group.low = min(group.low, numbers.low if numbers else float("inf"))
    return sorted(groups.values(), key=lambda g: (not g.differs, g.low, g.words, g.note))
