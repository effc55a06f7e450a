"""An import as a plan: what it would write, tried out on a copy before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.authoring.imports.base import ImportedFile, Report
from generator.authoring.imports.drafts import Drafts
from generator.authoring.imports.name_matching import Registries
from generator.authoring.trial import copy_with
from generator.model.layout import SOURCES_FILE, registry_of
from generator.model.our_texts import our_texts
from generator.model.problems import Problem
from generator.model.records import Chronology
from generator.validation.check import Checked, check
from generator.validation.loaded_words import LoadedWords


@dataclass(frozen=True)
class Plan:
    """What an import would write, and what it would not."""

    files: Mapping[str, str | None]
    """The whole text of each new or changed file, by its path below the chronology's folder.

    None where it is gone.
    """
    drafts: int
    updated: int
    """How many events got what is new in their row."""
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
    """Return the drafts of an import. A row that would break a rule is left out and reported.

    What nothing uses yet is for `check` to say: `new source` adds it, and the next event uses it.
    """
    drafts = Drafts(events, registries, file, imported, day)
    while unsound := drafts.unsound():
        drafts.leave_out(unsound)
    while True:
        files = drafts.files()
        chronology, problems = _checked_with(events, files)
        problem_of = {problem.path.partition("/")[2]: problem for problem in problems}
        if not (rows := [path for path in (*drafts.rows, *drafts.updates) if path in problem_of]):
            if any(registry_of(path) == SOURCES_FILE for path in problem_of) and (
                drafts.leave_out_texts()
            ):
                continue
            _tell_loaded_words(drafts, chronology)
            return Plan(
                files, len(drafts.rows), len(drafts.updates), drafts.known, drafts.report, problems,
                chronology,
            )  # fmt: skip
        drafts.leave_out(
            {
                path: f"{problem.code} {problem.message} ({problem.way_out})"
                for path in rows
                if (problem := problem_of[path])
            }
        )


def _tell_loaded_words(drafts: Drafts, chronology: Chronology) -> None:
    """Report each loaded word that a draft has of the file, where it is left as it is."""
    loaded = LoadedWords(chronology.settings.loaded)
    for path, location, text in our_texts(chronology):
        draft = drafts.rows.get(path.partition("/")[2])
        for word, neutral in loaded.found_in(text) if draft else ():
            assert draft is not None
            place = ".".join(str(part) for part in location)
            drafts.report.add(
                f"{draft.row}: {place}: {word!r} is a word that takes a side, and is left as it "
                f"is: word it ({neutral!r}), or quote it, before it is published"
            )


def _checked_with(events: Path, files: Mapping[str, str | None]) -> Checked:
    """Return the chronology as it would be with these files in it, and its problems."""
    with copy_with(events, files) as copy:
        chronology, problems = check(copy.parent, copy)
    return Checked(chronology, without_unused(problems))


def without_unused(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems without those of records that no event uses: they hinder no import."""
    return tuple(problem for problem in problems if problem.code != "E403")
