"""What the filters over all differences look into, as data: `data/differences-index.json`.

It has the choices, and one row for each thing on which accounts of an event do not say the same,
in the order of the page, or of its parts:

    {"on": [[id, name], ...], "measure": ..., "verdict": ..., "actor": ...,
     "source": [[id, name, known], ...],
     "differences": [[on, [measure], [verdict, ...], [actor, ...],
                      [[source, [speaker, ...]], ...], from, to, known], ...],
     "parts": [[address from the page, number of rows], ...]}

Choices stand in a row by their number, days as in `timeline_index`. The actors are those whom the
difference is about; who speaks stands with each account. `known` is the day from which there is
such a difference. `parts` are the pages that hold the rows, one behind the other; it is left out
where one page holds all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.analysis.verdicts import DIFFERS, KINDS
from generator.model.output import Output
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.filters.index_values import (
    Choice,
    date_range,
    day_number,
    index_file,
    source_choices,
)
from generator.rendering.parts.grouped_differences import (
    GroupedDifference,
    GroupedDifferences,
    difference_since,
)

_CONTRADICTION = "contradiction"
"""The id of the verdict that is called `differs` in the data."""


class ChoiceNumbers(NamedTuple):
    """The number of each choice, by its id."""

    kinds: Mapping[str, int]
    measures: Mapping[str, int]
    verdicts: Mapping[str, int]
    actors: Mapping[str, int]
    sources: Mapping[str, int]


class DifferenceFilterRow(NamedTuple):
    """A difference as the filters see it: ids of what can be chosen, and days as numbers."""

    kind: str
    measures: list[str]
    """What is counted, for a difference of figures; else empty."""
    verdicts: list[str]
    subjects: list[str]
    """The actors that it is about."""
    accounts: tuple[Account, ...]
    first: int
    last: int
    known: int

    @property
    def actors(self) -> list[str]:
        """Everybody who has to do with it: those it is about, and those who speak."""
        speakers = [id for account in self.accounts for id in account.according_to]
        return [*self.subjects, *speakers]

    def as_data(self, numbers: ChoiceNumbers) -> list[object]:
        """Return the row with the numbers of choices in the place of their ids."""
        accounts = [
            [numbers.sources[a.source], [numbers.actors[id] for id in a.according_to]]
            for a in self.accounts
        ]
        return [
            numbers.kinds[self.kind],
            [numbers.measures[id] for id in self.measures],
            [numbers.verdicts[id] for id in self.verdicts],
            [numbers.actors[id] for id in self.subjects],
            accounts,
            self.first,
            self.last,
            self.known,
        ]


def differences_files(
    context: Context,
    grouped: GroupedDifferences,
    parts: Sequence[tuple[str, Sequence[str]]] = (),
) -> Iterator[Output]:
    """Yield the data of the filters; none where there is no difference.

    `parts` are the address and the events of each part of the page, where it has any.
    """
    rows_by_event = _filter_rows(context, grouped)
    rows = [row for rows in rows_by_event.values() for row in rows]
    if not rows:
        return
    names = context.names
    kinds = [kind for kind in KINDS if any(row.kind == kind for row in rows)]
    measures = _distinct(id for row in rows for id in row.measures)
    verdicts = _distinct(id for row in rows for id in row.verdicts)
    actors = _distinct(id for row in rows for id in row.actors)
    sources = _distinct(account.source for row in rows for account in row.accounts)
    choices = {
        "on": [Choice(kind, names.difference(kind)) for kind in kinds],
        "measure": [Choice(id, names.measure(id)) for id in measures],
        "verdict": [Choice(id.replace(" ", "-"), _verdict_name(context, id)) for id in verdicts],
        "actor": [Choice(id, context.chronology.actors[id].name) for id in actors],
        "source": source_choices(context, sources),
    }
    numbers = context.numbers("differences", kinds, measures, verdicts, actors, sources)
    by_choice = ChoiceNumbers(*numbers)

    in_order = [id for _, ids in parts for id in ids] or rows_by_event
    index: dict[str, object] = {
        **choices,
        "differences": [row.as_data(by_choice) for id in in_order for row in rows_by_event[id]],
    }
    if parts:
        index["parts"] = [
            (address, sum(len(rows_by_event[id]) for id in ids)) for address, ids in parts
        ]
    yield index_file(context, "differences-index", index)


def _distinct(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _verdict_name(context: Context, id: str) -> str:
    return context.names.verdict(DIFFERS if id == _CONTRADICTION else id)


def _filter_rows(
    context: Context, grouped: GroupedDifferences
) -> Mapping[str, list[DifferenceFilterRow]]:
    """Return the rows of each event, by its id."""

    def rows(event: Event) -> list[DifferenceFilterRow]:
        return [_filter_row(context, event, difference) for difference in grouped[event.id]]

    return context.per_event(rows, *context.registries)


def _filter_row(
    context: Context, event: Event, difference: GroupedDifference
) -> DifferenceFilterRow:
    """Return the row of a difference."""
    accounts = {a.id: a for value in difference.values for a in value.accounts}
    verdicts = {
        _CONTRADICTION if d.verdict == DIFFERS else d.verdict
        for d in context.differences[event.id]
        if d.kind == difference.kind and difference.subject in ("", d.on)
    }
    known = difference_since(context, event, difference.kind, difference.subject)
    return DifferenceFilterRow(
        difference.kind,
        [difference.subject] if difference.kind == "figures" else [],
        sorted(verdicts),
        _subjects(difference, accounts.values()),
        tuple(accounts.values()),
        *date_range(event.date),
        day_number(known),
    )


def _subjects(difference: GroupedDifference, accounts: Iterable[Account]) -> list[str]:
    """Return the actors that a difference is about: who is labelled, or who has the role."""
    if difference.kind == "labels" and difference.subject != "this":
        return [difference.subject]
    if difference.kind == "actors":
        roles = (role for account in accounts for role in account.actors)
        return _distinct(role.id for role in roles if role.role == difference.subject)
    return []
