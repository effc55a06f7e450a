"""The projects that tests read: this repository, and a small one on another subject."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
"""The repository, which is a project itself."""

DATA = ROOT / "tests" / "data"

RIVERS = DATA / "rivers"
"""A small, sound project on another subject. Tests that edit it take the fixture `rivers`."""

SMALL_MENU = """\
nav:
  - Home: index.md
  - Timeline: timeline/index.md
  - About: about.md
plugins:
  - chronology
"""
"""Of a made project: the pages in its menu, and its one plugin, for the end of `mkdocs.yml`."""

WriteProject = Callable[[Mapping[str, str]], Path]
"""The fixture `write_project`: it writes files, path -> text, and returns their folder."""


def edit(path: Path, *replacements: Sequence[str]) -> None:
    """Change a file's text: each pair is what stands there once, and what takes its place."""
    text = path.read_text("utf-8")
    for old, new in replacements:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file below `folder`, by its path there, in order."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
