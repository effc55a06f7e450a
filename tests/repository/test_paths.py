"""Every path that a comment, a docstring, a script or a page for contributors names is there."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator import pipeline
from tests.support.projects import RIVERS, ROOT

# What is read of a file, by the end of its name; of all others that are checked, everything.
_COMMENTS = {
    ".js": r"/\*.*?\*/|(?<![:\w])//[^\n]*",
    ".css": r"/\*.*?\*/",
    ".html": r"\{#.*?#\}|<!--.*?-->",
    ".toml": r"#[^\n]*",
}
_CHECKED = re.compile(
    r"generator/.*\.(py|js|css|html|md)"
    r"|tests/(?!data/).*\.py"
    r"|\.ci/.*|Makefile|pyproject\.toml|\.github/((?!RECIPES).*\.md|workflows/.*)|README\.md"
    r"|docs/(architecture|design)\.md"
)
_PATH = re.compile(
    r"(?<![\w$./<>-])[\w./<>-]*\w\.(?:csv|css|html|ico|js|json|lock|md|po|pot|py|toml|txt|yaml|yml(?:\.j2)?)\b(?!\()"
)
_MODULE = re.compile(r"\b(?:generator|tests)(?:\.[a-z_]\w*)+")
# Files that a reader may have or write, and those of other programs.
ELSEWHERE = {
    "../.schema/event.json",
    "base.html",
    "parts/sbom.json",
    "site/index.html",
    "../articles/gazette.txt",
    "build/plain/mkdocs.yml",
    "events/2021/2021-05-13-gate-jams.yml",
    "events/2021/2021-05-09-x.yml",
    "exports/titles_xml.py",
    "ereignisse.csv",
    "ged.csv",
    "sources/g.yml",
    "sources/w.yml",
    "sources/wi.yml",
    "ids.json",
    "library.json",
    "tables/events.csv",
    "timeline.json",
}


def _tracked() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for path in done.stdout.splitlines() if (ROOT / path).is_file()]


FILES = _tracked()
CHECKED = [path for path in FILES if _CHECKED.fullmatch(path)]


def _words_of_python(text: str) -> Iterator[str]:
    """Yield comments, and texts that stand for themselves: docstrings."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


@cache
def _words(path: str) -> str:
    text = (ROOT / path).read_text("utf-8")
    if path.endswith(".py"):
        return "\n".join(_words_of_python(text))
    pattern = _COMMENTS.get(Path(path).suffix)
    return "\n".join(re.findall(pattern, text, re.DOTALL)) if pattern else text


@pytest.fixture(scope="module")
def there() -> list[str]:
    """What a path may name: the files of the repository, and those of a site."""
    site = pipeline.build(RIVERS, RIVERS / "events", {})
    outputs = [output.path for output in site.outputs]
    return [
        f"/{path}" for path in (*FILES, *outputs, *(f.replace(".md", ".html") for f in outputs))
    ]


def test_a_named_path_exists(there: list[str]) -> None:
    missing = [
        f"{path} names {name}"
        for path in CHECKED
        for name in sorted(set(_PATH.findall(_words(path))) - ELSEWHERE)
        if not any(re.search(_shape(name), file) for file in there)
    ]
    assert missing == []


def _shape(name: str) -> str:
    """Return the pattern of the paths that a name may mean: from any folder, `<id>` for any."""
    below = re.sub(r"^(\.{0,2}/)+", "", name)
    return f"/{re.sub('<[^>]*>', '[^/]+', below).replace('.', '[.]')}$"


def test_a_named_module_exists() -> None:
    missing = [
        f"{path} names {name}"
        for path in CHECKED
        for name in sorted(set(_MODULE.findall(_words(path))))
        if not _is_there(name.split("."))
    ]
    assert missing == []


def _is_there(parts: list[str]) -> bool:
    """Whether a module or a folder has this name, or one without the last part, a name in it."""
    ways = [ROOT.joinpath(*parts), ROOT.joinpath(*parts[:-1])]
    return any(way.is_dir() or way.with_suffix(".py").is_file() for way in ways)
