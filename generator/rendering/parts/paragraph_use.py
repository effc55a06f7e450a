"""What became of each paragraph of a source: used by which accounts, or left out, and why."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.analysis.relations import EventAccount
from generator.model.records import Source
from generator.rendering.context import Context

State = Literal["used", "unused", "open", "outside"]
"""`open`: nobody has dealt with it yet; `outside`: it is no part of the article."""


class Paragraph(NamedTuple):
    """A paragraph, and in how many accounts it is used."""

    number: int
    uses: int
    state: State


class ParagraphRun(NamedTuple):
    """Neighbouring paragraphs that are used alike, or left out for one reason."""

    numbers: str
    accounts: tuple[tuple[EventAccount, str], ...]
    """Each with its speaker, where another account of the same event stands beside it."""
    reason: str


def coverage(source: Source, accounts: Sequence[EventAccount]) -> list[Paragraph]:
    """Return every paragraph of the archived text, used by these accounts or not."""
    if source.text is None:
        return []
    uses = Counter(n for _, account in accounts for n in account.paragraphs)
    return [
        Paragraph(n, uses[n], _state(source, n, n in uses))
        for n in range(1, source.text.paragraphs + 1)
    ]


def paragraph_runs(
    context: Context,
    source: Source,
    accounts: Sequence[EventAccount],
    paragraphs: Sequence[Paragraph],
    is_main: bool = True,
) -> list[ParagraphRun]:
    """Return the paragraphs with the accounts that use them, or the reason why none does.

    Where these are but some of the accounts of the source, its main page says of a paragraph that
    others use it, and another page leaves that out.
    """
    reasons = {
        "used": context.language.gettext("used by accounts on other pages of this list"),
        "open": context.language.gettext("not dealt with yet"),
        "outside": context.language.gettext("not part of the article"),
    }
    runs: list[tuple[list[int], tuple[EventAccount, ...], str]] = []
    for number, _, state in paragraphs:
        users = tuple(pair for pair in accounts if number in pair.account.paragraphs)
        if not users and not is_main:
            continue
        reason = "" if users else source.unused.get(number) or reasons[state]
        if runs and runs[-1][2] == reason and _ids(runs[-1][1]) == _ids(users):
            runs[-1][0].append(number)
        else:
            runs.append(([number], users, reason))
    number_ranges = context.language.grammar.number_ranges
    return [
        ParagraphRun(number_ranges(numbers), _with_speakers(context, users), reason)
        for numbers, users, reason in runs
    ]


def _state(source: Source, number: int, is_used: bool) -> State:
    if is_used:
        return "used"
    if number in source.unused:
        return "unused"
    return "open" if source.text and number in source.text.body else "outside"


def _with_speakers(
    context: Context, accounts: Sequence[EventAccount]
) -> tuple[tuple[EventAccount, str], ...]:
    count = Counter(event.id for event, _ in accounts)
    return tuple(
        (pair, context.names.own_speaker(pair.account) if count[pair.event.id] > 1 else "")
        for pair in accounts
    )


def _ids(accounts: Sequence[EventAccount]) -> list[tuple[str, str]]:
    return [(event.id, account.id) for event, account in accounts]
