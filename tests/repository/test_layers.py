"""The import table of the design: data flows one way."""

import ast
from pathlib import Path

import pytest

from tests.support.projects import ROOT

# Each module may import only from those above its own line.
LAYERS = (
    ("dates", "problems", "output", "text", "numerals", "memory", "files"),
    ("aside",),
    ("annotations", "typed_dates", "outlines", "loaded"),
    ("fields",),
    ("model",),
    ("addresses",),
    ("misread",),
    ("reading",),
    ("misshapen",),
    ("loading",),
    ("references", "cells"),
    ("schema", "likeness"),
    ("fixing", "scaffolding"),
    ("texts",),
    ("checks", "text_checks"),
    ("imports",),
    ("differences",),
    ("drawing",),
    ("pages",),
    ("pairing",),
    ("event_changes",),
    ("changes",),
    ("change_report",),
    ("exports",),
    ("site", "project"),
    ("commands",),
    ("mkdocs_blocks", "mkdocs_preview", "mkdocs_shells", "mkdocs_skeletons", "mkdocs_writer"),
    ("mkdocs_plugin", "cli"),
    ("__main__",),
)
_RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
_OUTSIDE_THE_CORE = {"mkdocs_plugin", "mkdocs_preview", "mkdocs_shells", "mkdocs_skeletons"}
_WITH_A_CLOCK = {"commands"}  # a new record is dated today unless told


def _modules() -> list[Path]:
    found = sorted((ROOT / "generator").rglob("*.py"))
    return [path for path in found if path != ROOT / "generator" / "__init__.py"]


def _layer(path: Path) -> str:
    return path.relative_to(ROOT / "generator").parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_from_layers_above(path: Path) -> None:
    own = _layer(path)
    used = {name.split(".")[1] for name in _imports(path) if name.startswith("generator.")}
    assert own in _RANK, f"{own} has no layer: add it to the table and to the design"
    wrong = {name for name in used if name != own and _RANK[name] >= _RANK[own]}
    assert wrong == set()


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_core_knows_no_site_builder_no_network_no_clock(path: Path) -> None:
    if _layer(path) in _OUTSIDE_THE_CORE:
        return
    roots = {name.split(".")[0] for name in _imports(path)}
    assert roots.isdisjoint({"mkdocs", "material", "markdown", "socket", "urllib3", "requests"})
    assert not any(name.startswith(("urllib.request", "http", "time")) for name in _imports(path))
    if _layer(path) == "commands":  # which may ask what day it is
        return
    if _layer(path) in _WITH_A_CLOCK:
        return
    source = path.read_text("utf-8")
    assert ".today(" not in source
    assert ".now(" not in source
