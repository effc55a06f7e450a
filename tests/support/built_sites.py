"""Sites built by MkDocs: in this process, in one of their own, or by one worker for all."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.model.output import Output
from generator.pipeline import THEME
from generator.rendering.assets import assets
from generator.rendering.language import ENGLISH, Language
from generator.support.folder_lock import locked
from tests.support.mkdocs_builds import build_into

BUILT_AT = "1700000000"
"""The time at which all are built, as `SOURCE_DATE_EPOCH` has it."""


def run_mkdocs(project: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` with these arguments in `project`, at a fixed time of the build."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *args],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILT_AT, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


def build_site(project: Path, folder: Path) -> Path:
    """Build the project's site strictly, by its own configuration, and return `folder`."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", BUILT_AT)
        return build_into(folder, project, strict=True)


def shared_site(
    factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]
) -> Path:
    """Return a folder that one worker of a run builds in, and all read."""
    root = factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    place = root / f"shared {name}"
    made = place / "made" / "here"  # below a folder that a build may lock for itself
    made.parent.mkdir(parents=True, exist_ok=True)
    with locked(place):
        if not (place / "is-built").exists():
            build(made)
            (place / "is-built").touch()
    return made


def build_outputs(
    project: Path, outputs: Iterable[Output], features: str = "[]", language: Language = ENGLISH
) -> Path:
    """Build these outputs without the plugin and its checks, and return the site's folder.

    Style sheet and scripts come along. `features` are the theme's, as a YAML list.
    """
    for output in [*assets(language), *outputs]:
        path = project / "docs" / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        content = output.content
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (project / "docs/about.md").write_text("# About\n")
    (project / "mkdocs.yml").write_text(
        "site_name: Made\nsite_url: https://made.example/\nedit_uri: ''\nplugins: [search]\n"
        f"theme: {{name: material, font: false, custom_dir: {THEME}, features: {features},\n"
        f"  language: {language.tag},\n"
        "  palette: {scheme: default, primary: custom, accent: custom}}\n"
        "nav: [timeline/index.md, about.md]\nmarkdown_extensions: [attr_list]\n"
    )
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", BUILT_AT)
        return build_into(project / "site", project)
