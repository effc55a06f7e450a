"""Where tests keep what they make: in memory only where it holds, and runs, what they make."""

import tempfile
from pathlib import Path

import pytest

from tests.tools.temporary_folder import temporary_folder


@pytest.fixture(autouse=True)
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("TMPDIR", raising=False)
    folder = tmp_path / "usual"
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(folder))
    return folder


def test_it_is_in_memory_where_there_is_room(tmp_path: Path) -> None:
    assert temporary_folder(tmp_path, room=1) == tmp_path


def test_it_is_the_usual_one_where_there_is_none(tmp_path: Path, usual: Path) -> None:
    assert temporary_folder(tmp_path, room=10**18) == usual
    assert temporary_folder(tmp_path / "missing", room=1) == usual


def test_it_is_the_usual_one_where_no_program_may_run(
    tmp_path: Path, usual: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "chmod", lambda path, mode: None)
    assert temporary_folder(tmp_path, room=1) == usual


def test_what_somebody_has_set_is_obeyed(
    tmp_path: Path, usual: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(usual))
    assert temporary_folder(tmp_path, room=1) == usual
