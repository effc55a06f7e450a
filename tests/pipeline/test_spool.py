"""What a build has made waits on the disk, and comes back as it was."""

import gc
import tempfile
from functools import partial
from pathlib import Path

import pytest

from generator.pipeline import build
from generator.support.cache import Cache
from generator.support.spool import Spool

MERESH = Path(__file__).parents[1] / "data" / "meresh"
BY_HAND = {"about.md", "data/index.md", "open-data.md", "problems.md"}
"""Pages that a builder asks for before it writes any file."""


def test_contents_come_back_in_any_order_while_more_are_put() -> None:
    spool = Spool()
    contents: list[str | bytes] = ["Ayşe – “حلب”", b"\xff\x00\r\n", "", b"", "a\r\nb" * 9_000]
    spooled = [spool.put(content) for content in contents]
    for read, content in reversed([*zip(spooled, contents, strict=True)]):
        assert read() == content
        again = spool.put(content)
        assert again() == read() == content


def test_a_full_disk_is_told_by_the_folder_of_temporary_files(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", partial(Path("/dev/full").open, "r+b"))
    spool = Spool()
    with pytest.raises(OSError, match="No space left") as raised:
        spool.put("a")
    assert raised.value.filename == tempfile.gettempdir()
    del spool
    gc.collect()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("are_pages_late", [False, True])
def test_a_build_holds_no_content(are_pages_late: bool) -> None:
    site = build(MERESH, MERESH / "events", {}, are_pages_late=are_pages_late)
    assert {output.path for output in site.outputs if not output.is_elsewhere} == BY_HAND


def test_a_preview_keeps_on_the_disk_what_no_edit_changes() -> None:
    cache = Cache()
    before, after = (build(MERESH, MERESH / "events", {}, cache=cache).outputs for _ in range(2))
    kept = [output for output in before if output.path not in BY_HAND and output.is_page]
    assert kept
    assert [output.path for output in kept if not output.is_elsewhere or output.is_late] == []
    assert [output.path for output in kept if output not in after] == []


def test_a_dropped_content_leaves_its_place_to_another() -> None:
    spool = Spool()
    kept = spool.put("a" * 9_000)
    for turn in range(20):
        content = f"{turn}" * 4_000
        assert spool.put(content)() == content  # dropped at once
    assert kept() == "a" * 9_000
    assert spool._file
    assert spool._file.seek(0, 2) < 4 * 9_000
