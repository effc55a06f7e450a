"""Jumps into a long list of records: rows of letters or years that lead to where these begin."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

LONG_LIST = 100
"""So many records have jumps and a filter: in a shorter list, or group, the eye finds its way."""
_MOST_ROWS = 12
_MOST_JUMPS = 60
"""In a row; names in characters of words begin with hundreds."""

T = TypeVar("T")
Groups = Sequence[tuple[str, Sequence[T]]]


class Jump(NamedTuple):
    """A link into the list."""

    name: str
    item: int
    """The number of the item that it leads to, among all of the list."""
    anchor: str


class JumpRow(NamedTuple):
    """The jumps into one group, which is a jump itself; or those into all, without a name."""

    group: Jump | None
    jumps: tuple[Jump, ...]


def jump_rows(
    groups: Groups[T], mark: Callable[[T], str], initial: Callable[[str], str]
) -> tuple[JumpRow, ...]:
    """Return the jumps into a list in groups; none where it is short.

    Each group has a row, with a jump to every `mark` of its items, which are in that order, if they
    are many. Where there are many groups, one row has the `initial` letters of their names.
    """
    starts = [0]
    for _, items in groups:
        starts.append(starts[-1] + len(items))
    if starts[-1] < LONG_LIST:
        return ()
    if len(groups) > _MOST_ROWS:
        firsts = _firsts(zip((initial(name) for name, _ in groups), starts, strict=False))
        return (JumpRow(None, _jumps(firsts, 0)),)
    rows = []
    for n, (start, (name, items)) in enumerate(zip(starts, groups, strict=False)):
        firsts = _firsts((mark(item), start + k) for k, item in enumerate(items))
        jumps = _jumps(firsts, n) if len(items) >= LONG_LIST else ()
        rows.append(JumpRow(Jump(name, start, f"to-{n}-0"), jumps))
    return tuple(rows)


def anchors_of(rows: Iterable[JumpRow]) -> Mapping[int, str]:
    """Return the anchor of each item that a jump leads to, by the item's number."""
    jumps = (jump for row in rows for jump in (row.group, *row.jumps) if jump)
    return {jump.item: jump.anchor for jump in jumps}


def _firsts(marks: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    firsts: dict[str, int] = {}
    for mark, item in marks:
        firsts.setdefault(mark, item)
    return firsts


def _jumps(firsts: Mapping[str, int], row: int) -> tuple[Jump, ...]:
    if not 1 < len(firsts) <= _MOST_JUMPS:
        return ()
    return tuple(Jump(name, item, f"to-{row}-{k}") for k, (name, item) in enumerate(firsts.items()))
