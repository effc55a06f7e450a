"""What tests share: chronologies made from files, and sites built from them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RIVERS = Path(__file__).parent / "rivers"
"""A small, sound chronology on another subject."""

Corpus = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A project's folder with these files; a parent folder with a space, on purpose."""

    def make(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "a project"
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, "utf-8")
        return folder

    return make


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    """A copy of the rivers' project, to edit."""
    return Path(shutil.copytree(RIVERS, tmp_path / "the rivers"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly by the plugin: what readers get."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder
