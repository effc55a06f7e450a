"""Which files below the folder of a chronology are events, or were meant to be."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.loading.records import Outcome
from generator.model.layout import REGISTRY_FILES, TOP_FILES, registry_of
from generator.model.problems import Finding, nearest


def registry_files(root: Path, registry: str) -> list[str]:
    """Return the files of a registry that are there, below `root`: its own first, then the parts.

    A folder that is a link has no parts: see `event_files`.
    """
    folder = registry.removesuffix(".yml")
    parts: list[str] = []
    if not (root / folder).is_symlink():
        with suppress(OSError):  # which `event_files` reports
            parts = sorted(f"{folder}/{part.name}" for part in (root / folder).iterdir())
    own = [registry] if os.path.lexists(root / registry) else []
    return own + [path for path in parts if registry_of(path) == registry]


class EventFile(NamedTuple):
    """A file that holds an event."""

    path: str
    """The file, as problems show it."""


def event_files(root: Path, folder: str) -> Outcome[tuple[EventFile, ...]]:
    """Return the event files below `root`, in the order of their paths.

    `folder` is what stands for `root` in the paths of problems. A file that looks like data and is
    none, or a folder that cannot be read, is a finding.
    """
    files: list[EventFile] = []
    findings: list[Finding] = []

    def unreadable(error: OSError) -> None:
        path = Path(os.path.relpath(error.filename, root)).as_posix()
        message = f"the folder cannot be read: {(error.strerror or 'unreadable').lower()}"
        way_out = "allow it, or delete it"
        findings.append(Finding(f"{folder}/{path}", (), "E111", message, way_out))

    for parent, subfolders, names in os.walk(root, onerror=unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        below = Path(os.path.relpath(parent, root)).as_posix()
        for name in subfolders:
            if (path := Path(parent, name)).is_symlink():
                shown = f"{folder}/{path.relative_to(root).as_posix()}"
                message = "the folder is a link, and is not read"
                findings.append(Finding(shown, (), "E116", message, "put the folder itself there"))
        for name in sorted(names):
            match classify(folder, name if below == "." else f"{below}/{name}"):
                case EventFile() as file:
                    files.append(file)
                case Finding() as finding:
                    findings.append(finding)
    return Outcome(tuple(files), tuple(findings))


def classify(folder: str, path: str) -> EventFile | Finding | None:
    """Return what a file is, by its path below the folder; None where it is none of ours."""
    below, _, name = path.rpartition("/")
    shown = f"{folder}/{path}"
    if name.startswith(".") or path in TOP_FILES or registry_of(path):
        return None
    if name.endswith((".yaml", ".YML", ".YAML")) or (below and not name.endswith((".yml", "~"))):
        return Finding(shown, (), "E110", "the file is not read", "end its name in .yml")
    if not below and (re.fullmatch("[0-9]{4}", name) or f"{name}.yml" in REGISTRY_FILES):
        way_out = "put the folder of that name there; where there are no links, git writes one so"
        return Finding(shown, (), "E110", "the file is not read", way_out)
    if not name.endswith(".yml"):
        return None
    if (registry := path.partition("/")[0]) and f"{registry}.yml" in REGISTRY_FILES:
        return Finding(shown, (), "E110", "the file is not read", f"put it into {registry}/ itself")
    if not below:
        way_out = nearest(name, TOP_FILES) or "put events into the folder of their year"
        return Finding(shown, (), "E110", "the file is not read", way_out)
    return EventFile(shown)
