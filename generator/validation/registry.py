"""All rules under their codes: each registers itself, its docstring is the rule.

To add a rule: write a function in the module of `rules/` or `text_rules/` for its subject, give it
the next free code with `@rule`, explain it in rendering/handwritten/problems.md, and add a case
to tests/data/golden/. The next free code is the number behind the last one of its hundred; gaps
stay empty, so that no code comes back with another meaning.

A rule of `rules/` takes the chronology, and one of `text_rules/` also the archived texts. Both take
`incomplete`, the files of which something is missing in the chronology: what only they could
answer for is not held against others.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeVar

from generator.model.problems import Finding
from generator.model.records import Chronology
from generator.validation.archived_texts import SourceText

Over = Literal["data", "texts", "outputs"]
DataRule = Callable[[Chronology, Collection[str]], Iterator[Finding]]
Texts = Mapping[str, SourceText | None]
"""The archived text of each source that should have one, by its id; None where it is not there."""
TextRule = Callable[[Chronology, Texts, Collection[str]], Iterator[Finding]]
F = TypeVar("F", bound=Callable[..., Any])


class Rule(NamedTuple):
    """A rule, and what it is applied to."""

    function: Callable[..., Any]
    over: Over


RULES: dict[str, Rule] = {}
"""Each rule by its code; filled while the modules of the rules are imported, and never changed."""


def rule(code: str, over: Over = "data") -> Callable[[F], F]:
    """Register a function as the rule with this code. Raises ValueError for a code used twice."""

    def register(function: F) -> F:
        if code in RULES:
            raise ValueError(f"{code} is {RULES[code].function.__name__} already")
        RULES[code] = Rule(function, over)
        return function

    return register


def data_rules() -> list[DataRule]:
    """Return the rules over the data alone."""
    return [function for function, over in RULES.values() if over == "data"]


def text_rules() -> list[TextRule]:
    """Return the rules over the data and the archived texts."""
    return [function for function, over in RULES.values() if over == "texts"]
