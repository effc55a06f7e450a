"""What the filters over all differences look into, as data.

`data/differences-index.json` has the choices, and one row for each thing on which accounts of an
event do not say the same, in the order of the page:

    {"on": [[id, name], ...], "measure": ..., "verdict": ..., "actor": ...,
     "source": [[id, name, known], ...],
     "differences": [[on, [measure], [verdict, ...], [actor, ...],
                      [[source, [speaker, ...]], ...], from, to, known], ...]}

Choices stand in a row by their number, days as in `facets`. The actors are those whom it is about;
who speaks stands with each account. `known` is the day from which there is such a difference.
"""

from collections.abc import Iterator, Mapping

from generator.analysis.verdicts import DIFFERS, KINDS
from generator.model.output import Output
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.filters.timeline_index import JSON, number, period, source_choices
from generator.rendering.parts.grouped_differences import (
    GroupedDifference,
    GroupedDifferences,
    difference_since,
)

_CONTRADICTION = "contradiction"


def differences_data(context: Context, grouped: GroupedDifferences) -> Iterator[Output]:
    """The data of the filters; nothing where there is no difference."""
    of_each = _rows(context, grouped)
    rows = [row for of in of_each.values() for row in of]
    if not rows:
        return
    kinds = [kind for kind in KINDS if any(row.difference.kind == kind for row in rows)]
    measures = list(dict.fromkeys(id for row in rows for id in row.measure))
    verdicts = list(dict.fromkeys(verdict for row in rows for verdict in row.verdicts))
    actors = list(dict.fromkeys(id for row in rows for id in row.actors))
    sources = list(dict.fromkeys(a.source for row in rows for a in row.accounts))
    choices = {
        "on": [[id, context.names.difference(id)] for id in kinds],
        "measure": [[id, context.names.measure(id)] for id in measures],
        "verdict": [[id.replace(" ", "-"), _verdict(context, id)] for id in verdicts],
        "actor": [[id, context.chronology.actors[id].name] for id in actors],
        "source": source_choices(context, sources),
    }
    numbers = context.numbers("differences", kinds, measures, verdicts, actors, sources)

    def data(event: Event) -> list[list[object]]:
        return [row.as_data(*numbers) for row in of_each[event.id]]

    found = context.per_event(data, *context.registries, numbers)
    content = JSON.encode({**choices, "differences": [row for of in found.values() for row in of]})
    yield Output("data/differences-index.json", content, context.chronology.folder)


def _rows(context: Context, grouped: GroupedDifferences) -> Mapping[str, list["_Row"]]:
    def rows(event: Event) -> list[_Row]:
        return [_Row(context, event, difference) for difference in grouped[event.id]]

    return context.per_event(rows, *context.registries)


def _verdict(context: Context, id: str) -> str:
    return context.names.verdict(DIFFERS if id == _CONTRADICTION else id)


class _Row:
    """A difference as the filters see it."""

    def __init__(self, context: Context, event: Event, difference: GroupedDifference) -> None:
        self.event, self.difference = event, difference
        self.accounts = tuple(
            {a.id: a for value in difference.values for a in value.accounts}.values()
        )
        self.measure = [difference.subject] if difference.kind == "figures" else []
        self.verdicts = sorted(
            _CONTRADICTION if d.verdict == DIFFERS else d.verdict
            for d in {
                d.verdict: d
                for d in context.differences[event.id]
                if d.kind == difference.kind and difference.subject in ("", d.on)
            }.values()
        )
        self.about = self._about()
        self.known = difference_since(context, event, difference.kind, difference.subject)

    def _about(self) -> list[str]:
        if self.difference.kind == "labels":
            return [self.difference.subject] if self.difference.subject != "this" else []
        if self.difference.kind != "actors":
            return []
        told = (role for account in self.accounts for role in account.actors)
        return list(dict.fromkeys(role.id for role in told if role.role == self.difference.subject))

    @property
    def actors(self) -> list[str]:
        """Everybody who stands in it."""
        return [*self.about, *(id for account in self.accounts for id in account.according_to)]

    def as_data(
        self,
        kinds: Mapping[str, int],
        measures: Mapping[str, int],
        verdicts: Mapping[str, int],
        actors: Mapping[str, int],
        sources: Mapping[str, int],
    ) -> list[object]:
        """The row, with choices by their number."""
        return [
            kinds[self.difference.kind],
            [measures[id] for id in self.measure],
            [verdicts[verdict] for verdict in self.verdicts],
            [actors[id] for id in self.about],
            [[sources[a.source], [actors[id] for id in a.according_to]] for a in self.accounts],
            *period(self.event),
            number(self.known),
        ]
