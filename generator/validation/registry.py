"""All rules under their codes: each registers itself, its docstring is the rule.

To add a rule: write a function in the module of `rules/` or `text_rules/` for its subject, give it
the next free code with `@rule`, explain it in rendering/handwritten/problems.md, and add a case
to tests/data/golden/. The next free code is the number behind the last one of its hundred; gaps
stay empty, so that no code comes back with another meaning.

A rule of `rules/` takes the chronology, and one of `text_rules/` also the archived texts. Both take
`incomplete`, the files of which something is missing in the chronology: what only they could
answer for is not held against others.

A rule `over="event"` holds for each event by itself, beside the settings and the registries: it may
be given a chronology of one event, so that a preview applies it to what an edit has changed. One
`over="our texts"`, in rules/wording.py, takes the settings and texts in our own words.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeVar

from generator.model.our_texts import TextInRecord
from generator.model.problems import Finding
from generator.model.records import Chronology, Settings
from generator.validation.archived_texts import SourceText

Over = Literal["data", "event", "our texts", "texts", "outputs"]
DataRule = Callable[[Chronology, Collection[str]], Iterator[Finding]]
WordingRule = Callable[[Settings, Iterable[TextInRecord]], Iterator[Finding]]
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


def rules_over_data() -> list[DataRule]:
    """Return the rules over a whole chronology."""
    return _rules("data")


def rules_over_events() -> list[DataRule]:
    """Return the rules over each event by itself."""
    return _rules("event")


def rules_over_our_texts() -> list[WordingRule]:
    """Return the rules over texts in our own words."""
    return _rules("our texts")


def rules_over_texts() -> list[TextRule]:
    """Return the rules over the data and the archived texts."""
    return _rules("texts")


def _rules(kind: Over) -> list[Callable[..., Iterator[Finding]]]:
    return [function for function, over in RULES.values() if over == kind]
