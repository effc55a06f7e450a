"""A folder of YAML to a Chronology and every problem of every file.

What is sound is kept and what is not is left out, so that a preview can show the rest. No rule
across records is known here: see `validation/rules/`.
"""

import errno
import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.loading.shape_errors import faults
from generator.loading.yaml_parser import Document, read, unread
from generator.model.borders import are_outlines
from generator.model.problems import Finding, Location, Problem, nearest
from generator.model.records import Actor, Chronology, Event, Place, Record, Settings, Source
from generator.model.scalars import Id, kind_of
from generator.support.engine import Engine

FACTS = "chronology.yml"
BORDERS = "borders.geojson"
REGISTRIES = ("actors.yml", "places.yml", "sources.yml")
_ID = TypeAdapter(Id)

R = TypeVar("R")
S = TypeVar("S", bound=Record)


@dataclass(frozen=True)
class Loaded:
    """What a folder holds, the texts it was read from, and what is wrong with their shape."""

    chronology: Chronology
    documents: Mapping[str, Document]
    problems: tuple[Problem, ...]

    @property
    def incomplete(self) -> frozenset[str]:
        """The files of which something is missing in the chronology."""
        return frozenset(problem.path for problem in self.problems)

    def placed(self, findings: Iterable[Finding]) -> list[Problem]:
        """Findings of later rules with their lines and columns."""
        return [_placed(self.documents, finding) for finding in findings]


def load(
    project: Path,
    folder: Path,
    last_good: Chronology | None = None,
    engine: Engine | None = None,
) -> Loaded:
    """Read all files of a chronology.

    Paths in problems are relative to `project`. Where a registry has a problem, the one of
    `last_good` takes its place, if there is one; otherwise its sound records are kept. A file that
    has not changed since an earlier reading with the same `engine` gives the same objects.
    """
    loader = _Loader(project, folder, engine or Engine.once())
    chronology = Chronology(
        folder=loader.folder,
        settings=loader.settings(last_good.settings if last_good else None),
        actors=loader.registry("actors.yml", Actor, last_good.actors if last_good else None),
        places=loader.registry("places.yml", Place, last_good.places if last_good else None),
        sources=loader.registry("sources.yml", Source, last_good.sources if last_good else None),
        events=tuple(sorted(loader.events(), key=lambda event: event.order)),
        borders=loader.borders(),
    )
    problems = [p for document in loader.documents.values() for p in document.problems]
    told = {(p.path, p.line, p.column) for p in problems}
    placed = (_placed(loader.documents, finding) for finding in loader.findings)
    # What cannot be read as YAML at a place is no news there as a value.
    problems += [p for p in placed if (p.path, p.line, p.column) not in told]
    return Loaded(chronology, loader.documents, tuple(sorted(problems)))


def _placed(documents: Mapping[str, Document], finding: Finding) -> Problem:
    document = documents.get(finding.path) or Document(finding.path, "", None, ())
    return document.problem(
        finding.location, finding.code, finding.message, finding.way_out, finding.on_key
    )


def _content(path: Path) -> bytes:
    """What a file holds; an OSError for what is none: a pipe would keep us waiting."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is no file")
    return path.read_bytes()


class _Loader:
    """Reads the files of one folder and gathers what is wrong with them."""

    def __init__(self, project: Path, folder: Path, engine: Engine) -> None:
        self.folder = Path(os.path.relpath(folder, project)).as_posix()
        self._cache = engine.cache
        self._workers = engine.workers
        self.documents: dict[str, Document] = {}
        self.findings: list[Finding] = []
        self._folder = folder

    def settings(self, last_good: Settings | None) -> Settings:
        path = f"{self.folder}/{FACTS}"
        fallback = last_good or Settings(title="Chronology")
        if not os.path.lexists(self._folder / FACTS):
            way_out = f"write {FACTS} with a title"
            self.findings.append(Finding(path, (), "E109", "the file is missing", way_out))
            return fallback
        document = self.documents[path] = self._read(path)
        if document.data is None:
            if not document.problems:
                self._found(path, (), "E203", "the file is empty", "write a title")
            return fallback
        data = document.data
        return self._once(document, lambda: self._shaped(Settings, path, (), data, {})) or fallback

    def registry(
        self, name: str, shape: type[S], last_good: Mapping[str, S] | None
    ) -> Mapping[str, S]:
        path = f"{self.folder}/{name}"
        if not os.path.lexists(self._folder / name):
            return {}
        document = self.documents[path] = self._read(path)
        before = len(self.findings)
        data = document.data
        records = self._once(document, lambda: dict(self._records(path, shape, data)))
        is_broken = document.problems or len(self.findings) > before
        return last_good if is_broken and last_good is not None else records

    def borders(self) -> Mapping[str, Any] | None:
        """The outlines for the maps, which may be missing."""
        if not os.path.lexists(self._folder / BORDERS):
            return None
        try:
            content = self._cache.intern(BORDERS, _content(self._folder / BORDERS))
            data = self._cache.get("borders", "", (content,), lambda: json.loads(content))
        except (OSError, ValueError, RecursionError):
            data = None
        if not are_outlines(data):
            path = f"{self.folder}/{BORDERS}"
            way_out = "export the outlines anew (RFC 7946), or delete the file"
            self._found(path, (), "E113", "the file is no GeoJSON FeatureCollection", way_out)
            return None
        return data

    def _records(self, path: str, shape: type[S], data: Any) -> Iterator[tuple[str, S]]:
        if data is None:  # nothing but comments
            return
        if not isinstance(data, dict):
            found = f"expected ids with records, found {kind_of(data)}"
            self._found(path, (), "E202", found, "write an id, a colon, and the record below it")
            return
        for key, value in data.items():
            if self._is_id(path, (key,), key, on_key=True):
                record = self._shaped(shape, path, (key,), value, {"id": key})
                if record is not None:
                    yield key, record

    def events(self) -> Iterator[Event]:
        first: dict[str, str] = {}
        for path, document in self._event_documents():
            stem = path.rpartition("/")[2].removesuffix(".yml")
            self.documents[path] = document
            if stem in first:
                found = f"the id {stem!r} is used twice"
                self._found(path, (), "E402", found, f"rename it; it stands in {first[stem]} too")
                continue
            first[stem] = path
            if not self._is_id(path, (), stem) or document.data is None:
                if document.data is None and not document.problems:
                    self._found(path, (), "E203", "the file is empty", "write the event, or delete")
                continue
            event = self._once(document, partial(self._event, document, stem))
            if event is not None and not document.problems:
                yield event

    def _event_documents(self) -> Iterator[tuple[str, Document]]:
        """All event files, read."""
        paths = self._event_paths()
        return zip(paths, self._workers.map(self._read, paths), strict=True)

    def _event(self, document: Document, stem: str) -> Event | None:
        given = {"id": stem, "path": document.path}
        return self._shaped(Event, document.path, (), document.data, given)

    def _once(self, document: Document, shape: Callable[[], R]) -> R:
        """What is made of a document, and found wrong with it, once for each content."""

        def shaped() -> tuple[R, list[Finding]]:
            before = len(self.findings)
            made = shape()
            return made, self.findings[before:]

        before = len(self.findings)
        made, findings = self._cache.get("shape", document.path, (document,), shaped)
        self.findings[before:] = findings
        return made

    def _event_paths(self) -> list[str]:
        """All files below the folder that are events, or were meant to be."""
        paths = []

        def unreadable(error: OSError) -> None:
            below = Path(os.path.relpath(error.filename, self._folder)).as_posix()
            reason = f"the folder cannot be read: {(error.strerror or 'unreadable').lower()}"
            self._found(f"{self.folder}/{below}", (), "E111", reason, "allow it, or delete it")

        for folder, names, files in os.walk(self._folder, onerror=unreadable):
            names[:] = sorted(name for name in names if not name.startswith("."))
            below = Path(os.path.relpath(folder, self._folder)).as_posix()
            for name in sorted(files):
                place = f"{self.folder}/{name}" if below == "." else f"{self.folder}/{below}/{name}"
                if name.startswith(".") or (below == "." and name in {FACTS, *REGISTRIES}):
                    continue
                is_event = below != "." and not name.endswith((".yml", "~"))
                if is_event or name.endswith((".yaml", ".YML", ".YAML")):
                    self._found(place, (), "E110", "the file is not read", "end its name in .yml")
                elif name.endswith(".yml") and below == ".":
                    known = nearest(name, [FACTS, *REGISTRIES])
                    way_out = known or "put events into the folder of their year"
                    self._found(place, (), "E110", "the file is not read", way_out)
                elif name.endswith(".yml"):
                    paths.append(place)
        return paths

    def _read(self, path: str) -> Document:
        try:
            content = _content(self._folder / path.removeprefix(f"{self.folder}/"))
        except OSError as error:
            reason = (error.strerror or "unreadable").lower()
            document = unread(
                path, "E111", f"the file cannot be read: {reason}", "restore it, or delete it"
            )
        else:
            content = self._cache.intern(path, content)
            document = self._cache.get("file", path, (content,), lambda: read(path, content))
        return document

    def _is_id(self, path: str, location: Location, text: str, on_key: bool = False) -> bool:
        try:
            _ID.validate_python(text)
        except ValidationError as error:
            context = error.errors()[0]["ctx"]
            self._found(
                path, location, context["code"], context["message"], context["way_out"], on_key
            )
            return False
        return True

    def _shaped(
        self, shape: type[S], path: str, location: Location, data: Any, given: dict[str, str]
    ) -> S | None:
        """The record that the data makes, or None and all that is wrong with it."""
        if not isinstance(data, dict):
            found = f"expected keys with values, found {kind_of(data)}"
            self._found(path, location, "E202", found, "write one key: value on each line")
            return None
        before = len(self.findings)
        data = self._without_given(shape, path, location, data, given)
        if isinstance(accounts := data.get("accounts"), list) and shape is Event:
            data["accounts"] = [
                {
                    **self._without_given(
                        shape, path, (*location, "accounts", n), account, {"id": f"a{n + 1}"}
                    )
                }
                if isinstance(account, dict)
                else account
                for n, account in enumerate(accounts)
            ]
        try:
            record = shape.model_validate(data)
        except ValidationError as error:
            details = error.errors(include_url=False)
            self.findings += faults(shape, path, location, details)
            return None
        return record if len(self.findings) == before else None

    def _without_given(
        self,
        shape: type[Record],
        path: str,
        location: Location,
        data: dict[str, Any],
        given: dict[str, str],
    ) -> dict[str, Any]:
        """The data with what the loader gives; a key of that name in the file is unknown."""
        for key in given:
            if key in data:
                way_out = "take it out: the id is the name of the file, or the place in the list"
                self._found(path, (*location, key), "E200", f"unknown key {key!r}", way_out, True)
        return {**data, **given}

    def _found(
        self,
        path: str,
        location: Location,
        code: str,
        message: str,
        way_out: str,
        on_key: bool = False,
    ) -> None:
        self.findings.append(Finding(path, location, code, message, way_out, on_key))
