"""Which drafts are ready to be published, what is left to do in the others, and how one is.

Looks and says; it writes nothing. A draft is ready where nothing would be wrong with the data that
is not wrong already.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import NamedTuple, TypeVar

from generator.loading.document import Document, parse_yaml
from generator.loading.loader import Loaded
from generator.model.problems import Finding, Problem
from generator.model.records import Actor, Chronology, Place, Source
from generator.validation.check import findings_in

WORKED_EXAMPLE = "2021-05-04-example"
"""The event that `start` writes for people to read; it is published by its id alone."""

R = TypeVar("R", Actor, Place, Source)


class Draft(NamedTuple):
    """Where a draft stands."""

    path: str
    """Its file, relative to the project's folder."""
    id: str
    """The key of a record in its registry; empty for an event, which is a file."""


@dataclass(frozen=True)
class Readiness:
    """Which of some drafts can be published together, and why the others cannot."""

    ready: tuple[Draft, ...]
    left: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    """What stands in the way of those that are left."""


def drafts_of(chronology: Chronology) -> dict[str, list[Draft]]:
    """Return the drafts of a chronology by their ids: an event and a record may share one."""
    drafts: dict[str, list[Draft]] = {}
    for event in chronology.events:
        if event.draft:
            drafts.setdefault(event.id, []).append(Draft(event.path, ""))
    registries: tuple[Mapping[str, Actor | Place | Source], ...] = (
        chronology.actors,
        chronology.places,
        chronology.sources,
    )
    for records in registries:
        for id, record in records.items():
            if record.draft:
                drafts.setdefault(id, []).append(Draft(record.path, id))
    return drafts


def readiness(loaded: Loaded, wanted: Iterable[Draft], day: Day) -> Readiness:
    """Return which of the drafts are ready on a day, and what stands in the way of the others."""
    known = {_key(finding) for finding in findings_in(loaded.chronology, loaded.incomplete)}
    candidates = dict.fromkeys(wanted)
    left: list[Draft] = []
    obstacles: list[Finding] = []
    while candidates:
        published = _with_published(loaded.chronology, candidates, day)
        findings = [
            (finding, draft)
            for finding in findings_in(published, loaded.incomplete)
            if _key(finding) not in known and (draft := _draft_at(finding, candidates)) is not None
        ]
        if not findings:
            break
        obstacles += (finding for finding, _ in findings)
        for draft in dict.fromkeys(draft for _, draft in findings):
            del candidates[draft]
            left.append(draft)
    problems = replace(loaded, findings=()).problems_with(obstacles) if obstacles else ()
    paths = {draft.path for draft in left}
    return Readiness(
        tuple(candidates),
        tuple(left),
        tuple(problem for problem in problems if problem.path in paths),
    )


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.path, finding.location, finding.code, finding.message


def _with_published(chronology: Chronology, drafts: Iterable[Draft], day: Day) -> Chronology:
    """Return the chronology as it is with these drafts published on a day.

    An event with corrections was published before, and keeps the day on which it was added.
    """
    chosen = set(drafts)

    def of(records: Mapping[str, R]) -> dict[str, R]:
        return {
            id: record.model_copy(update={"draft": False})
            if record.draft and Draft(record.path, id) in chosen
            else record
            for id, record in records.items()
        }

    return replace(
        chronology,
        events=tuple(
            event.model_copy(
                update={"draft": False, "added": event.added if event.corrections else day}
            )
            if Draft(event.path, "") in chosen
            else event
            for event in chronology.events
        ),
        actors=of(chronology.actors),
        places=of(chronology.places),
        sources=of(chronology.sources),
    )


def _draft_at(finding: Finding, drafts: Mapping[Draft, None]) -> Draft | None:
    """Return the draft that a finding is about; None where it is about something else."""
    first = str(finding.location[0]) if finding.location else ""
    return next(
        (d for d in (Draft(finding.path, ""), Draft(finding.path, first)) if d in drafts), None
    )


_DRAFT_LINE = re.compile(r"[ \t]*draft[ \t]*:[^\n]*\n?")
_DRAFT_PAIR = re.compile(r"draft[ \t]*:[ \t]*[\w'\"]+")
_ADDED = re.compile(r"(?m)^(added[ \t]*:[ \t]*)['\"]?[0-9-]+['\"]?")


def published_text(document: Document, ids: Iterable[str], day: Day) -> str | None:
    """Return the text of a file whose drafts of these ids are published; comments stay.

    An event, whose id is empty here, is added on `day`, unless it has corrections. None where it
    must be done by hand.
    """
    text, expected = document.text, document.data
    places = [(document.place((id, "draft") if id else ("draft",), on_key=True), id) for id in ids]
    for (line, column), id in sorted(places, reverse=True):  # so that earlier places stay
        text = _without_pair(text, line, column)
        if id:
            kept = {key: value for key, value in expected[id].items() if key != "draft"}
            expected = {**expected, id: kept}
        else:
            expected = {key: value for key, value in expected.items() if key != "draft"}
            if not expected.get("corrections"):
                text = _ADDED.sub(rf"\g<1>{day}", text, count=1)
                expected["added"] = day.isoformat()
    after = parse_yaml(document.path, text.encode())
    return text if after.data == expected and not after.problems else None


def _without_pair(text: str, line: int, column: int) -> str:
    """Return a text without the key at a place, and its value: a line, or a pair within braces."""
    lines = text.split("\n")
    here = lines[line - 1]
    if _DRAFT_LINE.fullmatch(here):
        return "\n".join([*lines[: line - 1], *lines[line:]])
    before, after = here[: column - 1], here[column - 1 :]
    after = _DRAFT_PAIR.sub("", after, count=1)
    if after.lstrip().startswith(","):
        after = after.lstrip()[1:].lstrip()
    else:
        before = before.rstrip().removesuffix(",")
    return "\n".join([*lines[: line - 1], before + after, *lines[line:]])
