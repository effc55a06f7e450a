"""An import as a plan: what it would write, tried out on a copy before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.authoring.imports.base import ImportedFile, Report
from generator.authoring.imports.drafts import Drafts
from generator.authoring.imports.name_matching import Registries
from generator.authoring.trial import copy_with
from generator.model.problems import Problem
from generator.model.records import Chronology
from generator.validation.check import Checked, check


@dataclass(frozen=True)
class Plan:
    """What an import would write, and what it would not."""

    files: Mapping[str, str]
    """The whole text of each new or longer file, by its path below the chronology's folder."""
    drafts: int
    known: int
    """How many events were there already."""
    report: Report
    problems: tuple[Problem, ...]
    """What would be wrong with the chronology; then nothing is to be written."""
    chronology: Chronology
    """What it would be."""


def plan(
    events: Path, registries: Registries, file: Path, imported: ImportedFile, day: date
) -> Plan:
    """Return the drafts of an import. A row that would break a rule is left out and reported."""
    drafts = Drafts(events, registries, file, imported, day)
    while unsound := drafts.unsound():
        drafts.leave_out(unsound)
    while True:
        files = drafts.files()
        chronology, problems = _checked_with(events, files)
        problem_of = {problem.path.partition("/")[2]: problem for problem in problems}
        if not (rows := [path for path in drafts.rows if path in problem_of]):
            if "sources.yml" in problem_of and drafts.leave_out_texts():
                continue
            return Plan(files, len(drafts.rows), drafts.known, drafts.report, problems, chronology)
        drafts.leave_out(
            {
                path: f"{problem.code} {problem.message} ({problem.way_out})"
                for path in rows
                if (problem := problem_of[path])
            }
        )


def _checked_with(events: Path, files: Mapping[str, str]) -> Checked:
    """Return the chronology as it would be with these files in it, and its problems."""
    with copy_with(events, files) as copy:
        return check(copy.parent, copy)
