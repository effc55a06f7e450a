"""Values that accounts contradict each other on, each with those who give it."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.parts.accounts_table import column_of
from generator.rendering.parts.grouped_differences import GroupedDifference, Value


class ValueSpeaker(NamedTuple):
    """One who gives a value, and the cell of the event's table where it stands."""

    name: str
    is_again: bool
    """Whether the speaker before it has the same name."""
    cell: str
    """The id of the cell."""
    since: Markup
    """The mark of since when it is known, where that is later than the value."""


class ShownDifference(NamedTuple):
    """One thing on which accounts do not say the same, each value with its speakers."""

    difference: GroupedDifference
    values: tuple[tuple[Value, tuple[ValueSpeaker, ...]], ...]


def with_speakers(context: Context, event: Event, difference: GroupedDifference) -> ShownDifference:
    """This difference of an event, each value with its speakers."""
    column = column_of(event, difference.kind, difference.subject)
    return ShownDifference(
        difference,
        tuple(
            (value, tuple(_speakers(context, event, column, value))) for value in difference.values
        ),
    )


def _speakers(context: Context, event: Event, column: str, value: Value) -> Iterator[ValueSpeaker]:
    """Yield those who give a value, each with every account in which they do."""
    accounts_by_name: dict[str, list[Account]] = {}
    for account in sorted(value.accounts, key=context.known.account):
        accounts_by_name.setdefault(context.names.speaker(account), []).append(account)
    for name, accounts in accounts_by_name.items():
        for n, account in enumerate(accounts):
            mark = context.marks.attr_any(event, [account])
            later = mark if mark != value.since else NO_MARK
            yield ValueSpeaker(name, n > 0, f"{account.id}-{column}", later)
