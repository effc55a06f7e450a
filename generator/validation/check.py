"""Load a chronology and apply every rule to it: the one way to know what is wrong with the data."""

from collections.abc import Collection
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.loading.loader import load
from generator.model.our_texts import our_texts_beside_events, our_texts_of_event
from generator.model.problems import Finding, Problem
from generator.model.records import Chronology, Event
from generator.support.cache import Cache
from generator.validation import rules, text_rules
from generator.validation.archived_texts import read_texts
from generator.validation.registry import (
    Texts,
    rules_over_data,
    rules_over_events,
    rules_over_our_texts,
    rules_over_texts,
)

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
    findings = findings_in(loaded.chronology, loaded.incomplete, cache)
    if texts is not None:
        archived = read_texts(loaded.chronology, texts)
        findings += _findings_in_texts(loaded.chronology, archived, loaded.incomplete)
    return Checked(loaded.chronology, loaded.problems_with(findings))


def findings_in(
    chronology: Chronology, incomplete: Collection[str], cache: Cache | None = None
) -> list[Finding]:
    """Return the findings of all rules over the data; for `incomplete`, see `registry`.

    With a `cache`, rules over each event by itself are applied to those that have changed.
    """
    findings = [finding for rule in rules_over_data() for finding in rule(chronology, incomplete)]
    beside = list(our_texts_beside_events(chronology.published()))
    over_events, over_texts = rules_over_events(), rules_over_our_texts()
    for rule in over_texts:
        findings += rule(chronology.settings, beside)
    without_events = replace(chronology, events=(), withheld=(), borders=None)

    def findings_in_events(*events: Event) -> list[Finding]:
        """Return those of each event by itself, beside all that is no event."""
        alone = replace(without_events, events=events)
        findings = [finding for rule in over_events for finding in rule(alone, ())]
        for event in events:
            texts = () if event.draft else our_texts_of_event(event)
            for rule in over_texts:
                findings += rule(chronology.settings, texts)
        return findings

    if cache is None or not cache.is_lasting:  # each rule goes through all events at once
        return findings + findings_in_events(*chronology.events)
    inputs = (
        chronology.folder,
        chronology.settings,
        chronology.actors,
        chronology.places,
        chronology.sources,
    )
    by_event = cache.per_event(findings_in_events, chronology.events, *inputs)
    return findings + list(chain.from_iterable(by_event.values()))


def _findings_in_texts(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> list[Finding]:
    """Return the findings of all rules over the data and the archived texts."""
    return [
        finding for rule in rules_over_texts() for finding in rule(chronology, texts, incomplete)
    ]
