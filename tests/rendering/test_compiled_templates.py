"""Compiled templates: taken from another process where all that they were made of is the same."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from jinja2.bccache import Bucket
from jinja2.ext import Extension

from generator.support import compiled_templates
from generator.support.compiled_templates import CompiledTemplates

SOURCE = "a\n{{ value }}\n"


class _Counting(CompiledTemplates):
    """Counts what is compiled."""

    compiled = 0

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled += 1
        super().dump_bytecode(bucket)


class _Rewriting(Extension):
    """Rewrites a template by a word that another run may change."""

    word = "a"

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return source.replace("a\n", f"{self.word}\n")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled modules are kept."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def _run(source: str = SOURCE, made_for: str = "en", **options: Any) -> tuple[str, int]:
    """Fill the template as another process would; return that, and how many it compiled."""
    kept = _Counting(made_for)
    environment = Environment(
        loader=DictLoader({"page": source}),
        bytecode_cache=kept,
        **{"extensions": [_Rewriting], **options},
    )
    return environment.get_template("page").render(value="<"), kept.compiled


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_template_is_compiled_once_for_all_processes(folder: Path) -> None:
    assert [_run(), _run()] == [("a\n<", 1), ("a\n<", 0)]
    assert len(_files(folder)) == 1


@pytest.mark.parametrize(
    ("changed", "filled"),
    [
        ({"source": "b\n{{ value }}"}, "b\n<"),
        ({"autoescape": True}, "a\n&lt;"),
        ({"keep_trailing_newline": True}, "a\n<\n"),
        ({"variable_start_string": "[[", "variable_end_string": "]]"}, "a\n{{ value }}"),
        ({"finalize": str.split}, "a\n['<']"),
        ({"extensions": []}, "a\n<"),
        ({"made_for": "tr"}, "a\n<"),
    ],
)
def test_it_is_compiled_anew_where_something_has_changed(
    changed: dict[str, Any], filled: str
) -> None:
    _run()
    assert [_run(**changed), _run()[0]] == [(filled, 1), "a\n<"]


def test_it_is_compiled_anew_where_an_extension_rewrites_it_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _run()
    monkeypatch.setattr(_Rewriting, "word", "A")
    assert _run() == ("A\n<", 1)


def test_it_is_compiled_anew_where_a_module_of_ours_compiles_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "ours.py"
    monkeypatch.setattr(compiled_templates, "getfile", lambda part: module)
    ends = []
    for said in ("1", "1", "2"):
        module.write_text(said)
        compiled_templates._made_by.cache_clear()  # as in another process
        ends.append(_run())
    compiled_templates._made_by.cache_clear()
    assert ends == [("a\n<", 1), ("a\n<", 0), ("a\n<", 1)]


def test_it_is_compiled_anew_by_another_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    _run()
    monkeypatch.setattr(compiled_templates, "_compiler", lambda: "4.0")
    assert _run() == ("a\n<", 1)


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[:-1],
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:100] + bytes(len(whole) - 100),
        lambda whole: whole + b"\0",
        lambda whole: b"\xff" * 1000,
    ],
)  # fmt: skip
def test_a_damaged_file_is_replaced(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    _run()
    [file] = _files(folder)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert _run() == ("a\n<", 1)
    assert file.read_bytes() == whole


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [_run(), _run()] == [("a\n<", 1)] * 2
    assert not folder.exists()


def test_nothing_is_said_where_nothing_can_be_kept(folder: Path) -> None:
    folder.write_text("no folder")
    assert [_run(), _run()] == [("a\n<", 1)] * 2


def test_no_part_of_a_file_stays_where_the_disk_is_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    assert _run() == ("a\n<", 1)
    assert _files(folder) == []
