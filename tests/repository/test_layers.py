"""The order of the folders: each module imports only from those before it, and says which."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache

from tests.support.projects import ROOT

GENERATOR = ROOT / "generator"

# Where everything stands: a folder imports from itself and from those before it.
ORDER = ("support", "model", "loading", "validation", "analysis", "rendering", "exports",
         "authoring", "pipeline", "adapters")  # fmt: skip

# Neither needs the other.
SIBLINGS = {"validation", "analysis"}

# Of `rendering` they may import `rendering.language` and nothing else.
LANGUAGE_ALONE = {"exports", "authoring"}

# The order inside `rendering`.
RENDERING = ("language", "assets", "page_weight", "drawings", "clock", "heading_anchors",
             "templates", "markdown_page", "names", "known_marks", "event_row", "context",
             "beyond_own_page", "chronology_drawings", "parts", "filters", "search", "pages",
             "embeds", "handwritten", "site_pages", "__init__")  # fmt: skip

# Who may import MkDocs, its theme and Python-Markdown.
MKDOCS = ("adapters/mkdocs/", "adapters/project.py")
_SITE_BUILDERS = {"mkdocs", "material", "markdown"}

# Who may ask what day it is: a new record is dated today unless a date is given.
CLOCK = "adapters/cli/"
_ASKS_THE_DAY = {"now", "today", "utcnow"}
_NETWORK_AND_CLOCK = {"http", "requests", "socket", "time", "urllib.request", "urllib3"}

# What breaks a rule today and is being mended. An entry that is mended must go.
NOT_YET: set[str] = set()

_PATHS = sorted(path.relative_to(GENERATOR).as_posix() for path in GENERATOR.rglob("*.py"))


def test_the_package_holds_the_folders_and_nothing_else() -> None:
    names = {path.name for path in GENERATOR.iterdir() if path.name != "__pycache__"}
    folders = {"pipeline.py" if name == "pipeline" else name for name in ORDER}
    assert names == {*folders, "__init__.py", "__main__.py", "py.typed"}


def test_a_folder_imports_only_from_those_before_it() -> None:
    assert set(_upward()) <= NOT_YET


def test_inside_rendering_words_come_first_and_pages_last() -> None:
    assert set(_upward_in_rendering()) <= NOT_YET


def test_each_folder_says_what_it_imports() -> None:
    assert set(_untold()) <= NOT_YET


def test_one_folder_knows_the_site_builder_and_one_asks_the_day() -> None:
    assert set(_impure()) <= NOT_YET


def test_what_is_not_yet_mended_is_still_broken() -> None:
    assert {*_upward(), *_upward_in_rendering(), *_untold(), *_impure()} >= NOT_YET


def _upward() -> Iterator[str]:
    """Yield each import from a folder that stands later, or beside."""
    for path in _PATHS:
        own = _folder(path)
        if own in ORDER:
            for parts in _own_imports(path):
                wrong = parts[0] not in ORDER or ORDER.index(parts[0]) > ORDER.index(own)
                wrong |= {own, parts[0]} == SIBLINGS
                wrong |= (
                    own in LANGUAGE_ALONE and parts[0] == "rendering" and parts[1] != "language"
                )
                if wrong:
                    yield f"{path} imports {'.'.join(parts[:2])}"


def _upward_in_rendering() -> Iterator[str]:
    """Yield each import inside `rendering` of what stands later."""
    place = RENDERING.index
    for path in _PATHS:
        if path.startswith("rendering/"):
            own = path.split("/")[1].removesuffix(".py")
            assert own in RENDERING, f"{path} has no place in RENDERING"
            for parts in _own_imports(path):
                if parts[0] == "rendering" and place(parts[1]) > place(own):
                    yield f"{path} imports {'.'.join(parts[:2])}"


def _untold() -> Iterator[str]:
    """Yield each folder whose docstring does not say what its modules import.

    It names every folder and package that one of them imports, and no package that none imports.
    """
    for folder in ORDER:
        if folder in {"pipeline", "adapters"}:  # the one is a file, the other may import all
            continue
        used = set().union(*(_roots(path) for path in _PATHS if _folder(path) == folder))
        docstring = ast.get_docstring(_tree(f"{folder}/__init__.py")) or ""
        line = re.search(r"^May import: (.*?)\.$", docstring, re.MULTILINE | re.DOTALL)
        told = set(re.split(r",\s", line[1])) if line else set()
        missing, needless = used - told - {folder}, told - used - {*ORDER}
        if missing or needless:
            print(f"{folder}: say {sorted(missing)}, do not say {sorted(needless)}")
            yield f"{folder}/__init__.py does not say what it imports"


def _impure() -> Iterator[str]:
    """Yield each use of a site builder, the network or the clock where it has no place."""
    for path in _PATHS:
        for name in _imports(path):
            if name.split(".")[0] in _SITE_BUILDERS and not path.startswith(MKDOCS):
                yield f"{path} imports {name}"
            within = any(f"{name}.".startswith(f"{root}.") for root in _NETWORK_AND_CLOCK)
            if within and not path.startswith("adapters/"):
                yield f"{path} imports {name}"
        called = (node.func for node in ast.walk(_tree(path)) if isinstance(node, ast.Call))
        names = {function.attr for function in called if isinstance(function, ast.Attribute)}
        if names & _ASKS_THE_DAY and not path.startswith(CLOCK):
            yield f"{path} asks what day it is"


def _roots(path: str) -> set[str]:
    """Return the folders and the other packages that a module imports from."""
    other = {name.split(".")[0].removesuffix("_core") for name in _imports(path)} - {"generator"}
    own = {
        f"rendering.{parts[1]}"
        if parts[0] == "rendering" and _folder(path) in LANGUAGE_ALONE
        else parts[0]
        for parts in _own_imports(path)
    }
    return own | (other - sys.stdlib_module_names)


def _own_imports(path: str) -> set[tuple[str, ...]]:
    """Return what a module imports from this package, each as its parts below `generator`."""
    names = (name.split(".") for name in _imports(path) if name != "generator.__version__")
    return {tuple(parts[1:]) for parts in names if parts[0] == "generator"}


@cache
def _imports(path: str) -> frozenset[str]:
    """Return the dotted name of everything that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


@cache
def _tree(path: str) -> ast.Module:
    return ast.parse((GENERATOR / path).read_text("utf-8"))


def _folder(path: str) -> str:
    return path.partition("/")[0].removesuffix(".py")
