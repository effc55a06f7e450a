"""A state of the data: a folder, or a revision in git, read through `git archive`.

Nothing of a revision is run, and none of its links leads out of the folder it is unpacked into.
"""

import io
import os
import posixpath
import subprocess
import tarfile
from pathlib import Path

import click

from generator.adapters.cli.terminal import open_project
from generator.adapters.project import CONFIGS, Project, ProjectError, inherited_config
from generator.loading.loader import Loaded, load
from generator.model.layout import SETTINGS_FILE


def state(name: str, project: Path, work: Path) -> Loaded:
    """Return the data in a folder (a project's, or of events), or else in a revision of `project`.

    `work` is an empty folder for what is unpacked.
    """
    folder = Path(name)
    if folder.is_dir():
        has_config = any((folder / config).is_file() for config in CONFIGS)
        if (folder / SETTINGS_FILE).is_file() and not has_config:
            return load(folder.resolve().parent, folder.resolve())
        named = open_project(folder)
        return load(named.folder, named.events)
    commit = _git(
        project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if commit is None:
        raise click.UsageError(f"{name!r} is neither a folder nor a revision in git")
    revision = commit.decode().strip()
    try:
        _unpack_config(project, revision, name, work)
        unpacked = Project(work)
    except ProjectError as error:
        raise click.UsageError(f"{name}: {error}") from None
    events = Path(os.path.relpath(unpacked.events, unpacked.folder)).as_posix()
    if events.startswith(".."):
        raise click.UsageError(f"{name}: the events lie outside of the project, at {events}")
    _unpack(project, revision, events, name, work)
    return load(unpacked.folder, unpacked.events)


def _unpack_config(project: Path, revision: str, name: str, work: Path) -> None:
    """Unpack mkdocs.yml and what it inherits."""
    named = (
        config
        for config in CONFIGS
        if _git(project, "cat-file", "-e", f"{revision}:./{config}") is not None
    )
    path = next(named, CONFIGS[0])
    while not path.startswith("../"):
        _unpack(project, revision, path, name, work)
        parent = inherited_config(work / path)
        if parent is None:
            return
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), parent))
    raise click.UsageError(f"{name}: mkdocs.yml inherits from outside of the project, {path}")


def _unpack(project: Path, revision: str, path: str, name: str, work: Path) -> None:
    packed = _git(project, "archive", "--format=tar", revision, "--", path)
    if packed is None:
        raise click.UsageError(f"there is no {path} in revision {name}")
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(work, filter="data")
    except tarfile.TarError as error:
        raise click.UsageError(f"revision {name} cannot be unpacked: {error}") from None


def _git(project: Path, *args: str) -> bytes | None:
    """Return what git prints, or None where it refuses."""
    try:
        done = subprocess.run(["git", *args], cwd=project, capture_output=True, check=False)
    except FileNotFoundError:
        raise click.UsageError("git is not installed; name two folders") from None
    return done.stdout if done.returncode == 0 else None
