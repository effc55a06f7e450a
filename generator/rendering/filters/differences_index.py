"""The page of all differences: who tells each value, and what its filters look into.

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
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.verdicts import KINDS
from generator.model.output import Output
from generator.model.records import Account, Event
from generator.rendering.context import DIFFER_ON, Context
from generator.rendering.filters.timeline_index import JSON, number, period, source_choices
from generator.rendering.markdown_page import piece
from generator.rendering.parts.accounts_table import column_of
from generator.rendering.parts.grouped_differences import Dispute, Disputes, Side, since
from generator.rendering.parts.known_marks import NO_MARK

FACETS = (
    ("on", "They differ on", "any of"),
    ("measure", "What is counted", "any of"),
    ("verdict", "How", "any of"),
    ("source", "Sources", "all of"),
    ("actor", "Actors, told of or speaking", "all of"),
)
"""The groups of choices: key, name, and how several choices of one group combine."""
_CONTRADICTION = "contradiction"


class Teller(NamedTuple):
    """One who gives a value, and the cell of the event's table where it stands."""

    name: str
    is_again: bool
    """Whether the teller before it has the same name."""
    cell: str
    since: Markup
    """The mark of since when it is known, where that is later than the value."""


class Compared(NamedTuple):
    """One thing on which the accounts of an event do not say the same, as the page shows it."""

    dispute: Dispute
    sides: tuple[tuple[Side, tuple[Teller, ...]], ...]


def compared(context: Context, disputes: Disputes) -> list[Markup]:
    """Each event that has differences, with all of them, in order of time."""

    def block(event: Event) -> Markup:
        shown = [
            Compared(d, tuple((side, tuple(_tellers(context, event, d, side))) for side in d.sides))
            for d in disputes[event.id]
        ]
        return (
            piece(context.language, "disputed", (context.rows[event.id], shown))
            if shown
            else NO_MARK
        )

    blocks = context.per_event(block, *context.registries)
    return [block for block in blocks.values() if block]


def _tellers(context: Context, event: Event, dispute: Dispute, side: Side) -> Iterator[Teller]:
    """Those who give a value, each with every account in which they do."""
    column = column_of(context, event, dispute.kind, dispute.on)
    by: dict[str, list[Account]] = {}
    for account in sorted(side.accounts, key=context.known.account):
        by.setdefault(context.speaker(account), []).append(account)
    for name, accounts in by.items():
        for n, account in enumerate(accounts):
            mark = context.marks.attr_any(event, [account])
            later = mark if mark != side.since else NO_MARK
            yield Teller(name, n > 0, f"{account.id}-{column}", later)


def differences_data(context: Context, disputes: Disputes) -> Iterator[Output]:
    """The data of the filters; nothing where there is no difference."""
    of_each = _rows(context, disputes)
    rows = [row for of in of_each.values() for row in of]
    if not rows:
        return
    kinds = [kind for kind in KINDS if any(row.dispute.kind == kind for row in rows)]
    measures = list(dict.fromkeys(id for row in rows for id in row.measure))
    verdicts = list(dict.fromkeys(verdict for row in rows for verdict in row.verdicts))
    actors = list(dict.fromkeys(id for row in rows for id in row.actors))
    sources = list(dict.fromkeys(a.source for row in rows for a in row.accounts))
    choices = {
        "on": [[id, DIFFER_ON.get(id, id)] for id in kinds],
        "measure": [[id, context.measure(id)] for id in measures],
        "verdict": [[verdict.replace(" ", "-"), verdict] for verdict in verdicts],
        "actor": [[id, context.chronology.actors[id].name] for id in actors],
        "source": source_choices(context, sources),
    }
    numbers = context.numbers("differences", kinds, measures, verdicts, actors, sources)

    def data(event: Event) -> list[list[object]]:
        return [row.as_data(*numbers) for row in of_each[event.id]]

    found = context.per_event(data, *context.registries, numbers)
    content = JSON.encode({**choices, "differences": [row for of in found.values() for row in of]})
    yield Output("data/differences-index.json", content, context.chronology.folder)


def _rows(context: Context, disputes: Disputes) -> Mapping[str, list["_Row"]]:
    def rows(event: Event) -> list[_Row]:
        return [_Row(context, event, dispute) for dispute in disputes[event.id]]

    return context.per_event(rows, *context.registries)


class _Row:
    """A dispute as the filters see it."""

    def __init__(self, context: Context, event: Event, dispute: Dispute) -> None:
        self.event, self.dispute = event, dispute
        self.accounts = tuple({a.id: a for side in dispute.sides for a in side.accounts}.values())
        self.measure = [dispute.on] if dispute.kind == "figures" else []
        self.verdicts = sorted(
            _CONTRADICTION if d.verdict == "differs" else d.verdict
            for d in {
                d.verdict: d
                for d in context.differences[event.id]
                if d.kind == dispute.kind and dispute.on in ("", d.on)
            }.values()
        )
        self.about = self._about()
        self.known = since(context, event, dispute.kind, dispute.on)

    def _about(self) -> list[str]:
        if self.dispute.kind == "labels":
            return [self.dispute.on] if self.dispute.on != "this" else []
        if self.dispute.kind != "actors":
            return []
        told = (role for account in self.accounts for role in account.actors)
        return list(dict.fromkeys(role.id for role in told if role.role == self.dispute.on))

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
            kinds[self.dispute.kind],
            [measures[id] for id in self.measure],
            [verdicts[verdict] for verdict in self.verdicts],
            [actors[id] for id in self.about],
            [[sources[a.source], [actors[id] for id in a.according_to]] for a in self.accounts],
            *period(self.event),
            number(self.known),
        ]
