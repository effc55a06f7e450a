"""An import as a plan: what it would write, tried out on a copy before anything is written."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.authoring.imports.base import ImportedFile, Report
from generator.authoring.imports.drafts import Drafts
from generator.authoring.imports.name_matching import Registries
from generator.model.problems import Problem
from generator.support.atomic_write import write_text
from generator.validation.check import check


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


def plan(
    events: Path, registries: Registries, file: Path, imported: ImportedFile, day: date
) -> Plan:
    """Return the drafts of an import. A row that would break a rule is left out and reported."""
    drafts = Drafts(events, registries, file, imported, day)
    while True:
        files = drafts.files()
        problems = _problems_with(events, files)
        problem_of = {problem.path.partition("/")[2]: problem for problem in problems}
        if not (rows := [path for path in drafts.rows if path in problem_of]):
            return Plan(files, len(drafts.rows), drafts.known, drafts.report, problems)
        for path in rows:
            problem = problem_of[path]
            drafts.leave_out(path, f"{problem.code} {problem.message} ({problem.way_out})")


def write(events: Path, files: Mapping[str, str]) -> None:
    """Write the files of a plan."""
    for path, text in files.items():
        write_text(events / path, text)


def _problems_with(events: Path, files: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return the problems of a copy of the chronology with these files in it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / events.name
        shutil.copytree(events, copy)
        write(copy, files)
        return check(copy.parent, copy).problems
