"""What is wrong in the data, and where: findings of the rules, problems as people are shown them.

Bad data is never an exception: readers and rules yield findings, the loader places them in the text
(line and column), and the adapters print them, all at once and in one order.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from generator.support.log_lines import visible

_UNSEEN = "\N{REPLACEMENT CHARACTER}"
MAX_QUOTED = 400
"""A longer line is quoted in part."""

Location = tuple[str | int, ...]
"""The way from the top of a file to a value: keys and list indexes, `("accounts", 0, "source")`."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A way out that is looked for when a problem is named: a file can have 50,000 others."""

    word: str
    """A word that is not known."""
    known: Collection[str]
    """Those that are."""
    otherwise: str
    """The way out where none of them is near."""
    but: str | None = None
    """One of the known words that it cannot mean."""

    def __str__(self) -> str:
        """Return the way out; slow where many words are known."""
        return nearest(self.word, (word for word in self.known if word != self.but)) or (
            self.otherwise
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with one value of one file, before anybody looked up its line."""

    path: str
    """The file, relative to the project's folder, with `/`."""
    location: Location
    """The value; where it is absent, the problem stands at the nearest one that holds it."""
    code: str
    message: str
    """The rule and what was found, with no full stop."""
    way_out: "str | Nearest"
    """What to do about it, with no full stop; or how to find that out, where it is named."""
    on_key: bool = False
    """Whether the key is at fault, and not the value behind it."""
    instead: Any = None
    """The only thing that the value, or the key, can mean, as plain data; `fix` writes it."""
    names: tuple[str, str] | None = None
    """What sort of record the value was to name, and how it is written."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding with its place: lines and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int
    code: str
    message: str
    way_out: str
    quote: str = field(default="", compare=False)
    """The offending line as it stands in the file."""
    count: int = field(default=1, compare=False)
    """How many problems it stands for."""

    def __str__(self) -> str:
        said = f"{self.path}:{self.line}:{self.column}: {self.code} {self.message} ({self.way_out})"
        return visible(said)  # of one line, whatever stands in a name

    def explained_at(self, site: str | None) -> str:
        """Return where its code is explained: on the site, where that has an address, or how."""
        if site is None:
            return f"chronology explain {self.code}"
        return f"{site.rstrip('/')}/problems/#{self.code.lower()}"

    def with_quote(self, site: str | None = None) -> str:
        """Return the problem, its line, a caret under the column, and where it is explained.

        `site` is the site's address; this is what a terminal shows.
        """
        explained = f"explained: {self.explained_at(site)}"
        if not self.quote.strip():
            return f"{self}\n    {explained}"
        first = max(0, self.column - MAX_QUOTED) if len(self.quote) > MAX_QUOTED else 0
        quote = self.quote[first : first + MAX_QUOTED]
        # Tabs stay tabs in the padding, so that the caret stands under what it points at.
        pad = "".join(c if c == "\t" else " " for c in quote[: self.column - 1 - first])
        quote = "".join(c if c == "\t" or c.isprintable() else _UNSEEN for c in quote)
        return f"{self}\n    {quote}\n    {pad}^\n    {explained}"


def problem_count(problems: Iterable[Problem]) -> str:
    """Return how many problems there are, as people are told: `1 problem`, `1,234 problems`."""
    count = sum(problem.count for problem in problems)
    return f"{count:,} problem{'s' * (count != 1)}"


def nearest(word: str, known_words: Iterable[str]) -> str:
    """Return a way out for an unknown word: the nearest of the known ones; empty without any."""
    # A pathological word (thousands of letters) is near to nothing and slow to compare.
    close = (
        get_close_matches(word, sorted(known_words), n=1, cutoff=0.6) if len(word) <= 200 else []
    )
    return f"did you mean {close[0]!r}?" if close else ""
