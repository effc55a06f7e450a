"""Which account or figure of one state of an event is which of another state.

A figure has no id, and that of an account may be given to another one: what agrees in most is the
same one, and each is paired once. Nothing is said here of what changed.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar

from generator.model.records import Account, Figure

T = TypeVar("T")
Key = Callable[[T], Hashable]

_ACCOUNT_KEYS: tuple[Key[Account], ...] = (
    lambda account: repr(account.model_copy(update={"id": ""})),
    lambda account: (account.source, account.according_to, account.paragraphs, account.locator),
    lambda account: (account.source, account.according_to, account.says),
    lambda account: (account.source, account.according_to),
    lambda account: (account.source, account.paragraphs, account.locator),
    lambda account: (account.source, account.says),
    lambda account: account.id,
    lambda account: account.source,
    lambda account: account.says,
)
_FIGURE_KEYS: tuple[Key[Figure], ...] = (
    lambda figure: repr(figure),
    lambda figure: (figure.measure, figure.of, figure.scope, _as_of(figure)),
    lambda figure: (figure.measure, figure.of, figure.scope),
    lambda figure: (figure.measure, figure.of),
    lambda figure: (figure.measure, figure.value, figure.min, figure.max, figure.as_said),
    lambda figure: figure.measure,
)


class Pairing(NamedTuple, Generic[T]):
    """What stayed, what went and what came, each in its order."""

    stayed: list[tuple[T, T]]
    went: list[T]
    came: list[T]


def pair_accounts(old: Sequence[Account], new: Sequence[Account]) -> Pairing[Account]:
    """Pair the accounts of an event by place in the source, who speaks, and what is said."""
    return _pair(old, new, _ACCOUNT_KEYS)


def pair_figures(old: Sequence[Figure], new: Sequence[Figure]) -> Pairing[Figure]:
    """Pair the figures of an account by what they count, of whom, in which scope, as of when."""
    return _pair(old, new, _FIGURE_KEYS)


def _pair(old: Sequence[T], new: Sequence[T], keys: Sequence[Key[T]]) -> Pairing[T]:
    """Pair by the strictest key first, and what is left by the next."""
    left, right = dict(enumerate(old)), dict(enumerate(new))
    partner: dict[int, int] = {}
    for key in keys:
        waiting: dict[Hashable, list[int]] = {}
        for n, item in right.items():
            waiting.setdefault(key(item), []).append(n)
        for n, item in list(left.items()):
            if candidates := waiting.get(key(item)):
                partner[n] = candidates.pop(0)
                del left[n], right[partner[n]]
    stayed = [(old[n], new[partner[n]]) for n in sorted(partner)]
    return Pairing(stayed, list(left.values()), list(right.values()))


def _as_of(figure: Figure) -> str | None:
    return figure.as_of.text if figure.as_of else None
