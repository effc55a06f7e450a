"""A folder of YAML to a Chronology and every problem of every file.

What is sound is kept and what is not is left out, so that a preview can show the rest. No rule
across records is known here: see `validation/rules/`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from generator.loading.document import Document
from generator.loading.event_files import event_files, registry_files
from generator.loading.folder_reader import LINK_OUT, FolderReader, R
from generator.loading.named_records import with_named_records
from generator.loading.problem_places import problems_of
from generator.loading.records import Outcome, load_event, load_registry, load_settings
from generator.model.layout import (
    ACTORS_FILE,
    BORDERS_FILE,
    PLACES_FILE,
    SETTINGS_FILE,
    SOURCES_FILE,
    id_in,
)
from generator.model.order import in_order
from generator.model.problems import Finding, Problem
from generator.model.records import (
    Actor,
    Chronology,
    Event,
    Place,
    Settings,
    Source,
    WithheldEvent,
)
from generator.support.cache import Cache


@dataclass(frozen=True)
class Loaded:
    """What a folder holds, the texts it was read from, and what is wrong with them."""

    chronology: Chronology
    documents: Mapping[str, Document]
    """The YAML files by their paths, as problems show them."""
    findings: tuple[Finding, ...]
    """What is wrong with the shape of the files."""

    @property
    def incomplete(self) -> frozenset[str]:
        """The files of which something is missing in the chronology."""
        not_yaml = {path for path, document in self.documents.items() if document.problems}
        return frozenset(not_yaml.union(finding.path for finding in self.findings))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with the files as YAML and with their shape, in order."""
        return self.problems_with(())

    def problems_with(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """Return these problems and the findings of later rules, with lines and columns."""
        return problems_of(self.documents, self.findings, findings)


def load(
    project: Path,
    folder: Path,
    last_good: Chronology | None = None,
    cache: Cache | None = None,
) -> Loaded:
    """Read all files of a chronology.

    Paths in problems are relative to `project`. Where a registry has a problem, the one of
    `last_good` takes its place, if there is one; otherwise its sound records are kept. A file that
    has not changed since an earlier reading with the same `cache` gives the same objects.
    """
    reader = FolderReader(project, folder, cache or Cache(lasting=False))
    documents: dict[str, Document] = {}
    last = last_good
    settings = _settings(reader, documents, last.settings if last else None)
    actors = _registry(reader, documents, ACTORS_FILE, Actor, last.actors if last else None)
    places = _registry(reader, documents, PLACES_FILE, Place, last.places if last else None)
    sources = _registry(reader, documents, SOURCES_FILE, Source, last.sources if last else None)
    events = _events(reader, documents)
    borders = _borders(reader)
    there = [event for event in events.value if isinstance(event, Event)]
    taken_back = [event for event in events.value if isinstance(event, WithheldEvent)]
    chronology = Chronology(
        folder=reader.folder,
        settings=settings.value,
        actors=actors.value,
        places=places.value,
        sources=sources.value,
        events=in_order(there, settings.value.timezone),
        borders=borders.value,
        withheld=tuple(sorted(taken_back, key=lambda event: event.id)),
    )
    outcomes: tuple[Outcome[Any], ...] = (settings, actors, places, sources, events, borders)
    findings = tuple(finding for outcome in outcomes for finding in outcome.findings)
    return Loaded(chronology, documents, with_named_records(findings, chronology))


def _settings(
    reader: FolderReader, documents: dict[str, Document], last_good: Settings | None
) -> Outcome[Settings]:
    """Return what chronology.yml says, or else the last that was good, or next to nothing."""
    fallback = last_good or Settings(title="Chronology")
    path = reader.shown(SETTINGS_FILE)
    if not reader.has(SETTINGS_FILE):
        way_out = f"write {SETTINGS_FILE} with a title"
        return Outcome(fallback, (Finding(path, (), "E109", "the file is missing", way_out),))
    document = documents[path] = reader.read(path)
    settings, findings = reader.once(document, load_settings)
    return Outcome(settings or fallback, findings)


def _registry(
    reader: FolderReader,
    documents: dict[str, Document],
    name: str,
    record: type[R],
    last_good: Mapping[str, R] | None,
) -> Outcome[Mapping[str, R]]:
    """Return the records of a registry, or where it has a problem, the last that were good."""
    parts: list[Mapping[str, R]] = []
    findings: list[Finding] = []
    is_sound = True
    for file in registry_files(reader.root, name):
        path: str = reader.shown(file)
        document = documents[path] = reader.read(path)
        part: Outcome[Mapping[str, R]] = reader.once(document, partial(load_registry, record))
        findings += [*part.findings, *_in_both(path, part.value, parts)]
        is_sound &= not document.problems
        parts.append(part.value)
    if last_good is not None and (findings or not is_sound):
        return Outcome(last_good, tuple(findings))
    return Outcome(reader.joined(name, parts), tuple(findings))


def _in_both(
    path: str, records: Mapping[str, R], others: Iterable[Mapping[str, R]]
) -> list[Finding]:
    """Return a finding for each record of a file whose id stands in another file as well."""
    return [
        Finding(
            path, (id,), "E402", f"the id {id!r} is used twice",
            f"rename it; it stands in {other_records[id].path} too", on_key=True,
        )
        for other_records in others
        for id in records.keys() & other_records.keys()
    ]  # fmt: skip


def _events(
    reader: FolderReader, documents: dict[str, Document]
) -> Outcome[tuple[Event | WithheldEvent, ...]]:
    """Return the sound events, and what is withheld, in the order of their files."""
    files, not_events = event_files(reader.root, reader.folder)
    findings = list(not_events)
    events: list[Event | WithheldEvent] = []
    first_paths: dict[str, str] = {}
    for file in files:
        document = reader.read(file.path)
        documents[document.path] = document
        event_id = id_in(document.path)
        if event_id in first_paths:
            message = f"the id {event_id!r} is used twice"
            way_out = f"rename it; it stands in {first_paths[event_id]} too"
            findings.append(Finding(document.path, (), "E402", message, way_out))
            continue
        first_paths[event_id] = document.path
        event, of_event = reader.once(document, load_event)
        findings += of_event
        if event is not None and not document.problems:
            events.append(event)
    return Outcome(tuple(events), tuple(findings))


def _borders(reader: FolderReader) -> Outcome[Mapping[str, Any] | None]:
    """Return the outlines for the maps, which may be missing."""
    if not reader.has(BORDERS_FILE):
        return Outcome(None)
    if reader.leads_out(reader.root / BORDERS_FILE):
        return Outcome(None, (Finding(reader.shown(BORDERS_FILE), (), *LINK_OUT),))
    try:
        data, problem = reader.read_borders(BORDERS_FILE)
    except (OSError, ValueError, RecursionError):
        data, problem = None, "the file is no JSON"
    if problem:
        way_out = "export the outlines anew (RFC 7946), or delete the file"
        return Outcome(None, (Finding(reader.shown(BORDERS_FILE), (), "E113", problem, way_out),))
    return Outcome(data)
