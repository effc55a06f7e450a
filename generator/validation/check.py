"""Load a chronology and apply every rule to it: the one way to know what is wrong with the data."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from generator.loading.loader import load
from generator.model.problems import Finding, Problem
from generator.model.records import Chronology
from generator.support.cache import Cache
from generator.validation import rules, text_rules
from generator.validation.archived_texts import read_texts
from generator.validation.registry import Texts, data_rules
from generator.validation.registry import text_rules as rules_over_texts

RULE_MODULES = (rules, text_rules)
"""What must have been imported for all rules to be registered."""


class Checked(NamedTuple):
    """A chronology, and all that is wrong with it."""

    chronology: Chronology
    """What is sound in the files."""
    problems: tuple[Problem, ...]
    """In the order of files and lines."""


def check(
    project: Path,
    events: Path,
    last_good: Chronology | None = None,
    texts: Path | None = None,
    cache: Cache | None = None,
) -> Checked:
    """Return the chronology in the folder `events`, and every problem of it.

    Paths in problems are relative to `project`. With `texts`, the folder of the sources' archived
    texts, locators and words are checked as well. Where a registry has a problem, that of
    `last_good` takes its place. The `cache` keeps what has not changed for the next call.
    """
    loaded = load(project, events, last_good, cache)
    findings = findings_in(loaded.chronology, loaded.incomplete)
    if texts is not None:
        archived = read_texts(loaded.chronology, texts)
        findings += findings_in_texts(loaded.chronology, archived, loaded.incomplete)
    return Checked(loaded.chronology, loaded.problems_with(findings))


def findings_in(chronology: Chronology, incomplete: Collection[str]) -> list[Finding]:
    """Return the findings of all rules over the data; for `incomplete`, see `registry`."""
    return [finding for rule in data_rules() for finding in rule(chronology, incomplete)]


def findings_in_texts(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> list[Finding]:
    """Return the findings of all rules over the data and the archived texts."""
    return [
        finding for rule in rules_over_texts() for finding in rule(chronology, texts, incomplete)
    ]
