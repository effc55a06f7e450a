"""The words for differences, as the data files have them: what differs, and how."""

from typing import Final, Literal, get_args

Kind = Literal["dates", "figures", "actors", "labels"]
"""What a difference is about."""
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds of differences, in the order in which pages name them."""

Verdict = Literal["same", "differs", "later count", "counts others"]
"""How two figures stand to each other; only `differs` is a contradiction."""
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

SAME: Final = "same"
DIFFERS: Final = "differs"
LATER_COUNT: Final = "later count"
"""Both count the same people, as of different days."""
COUNTS_OTHERS: Final = "counts others"
"""They count different people, or different parts of the event."""
