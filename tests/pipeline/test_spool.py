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
    assert {output.path for output in site.outputs if not output.is_late} == BY_HAND


def test_a_preview_holds_what_it_compares() -> None:
    cache = Cache()
    site = build(MERESH, MERESH / "events", {}, cache=cache)
    made = [output for output in site.outputs if output.is_page]
    put_aside = [output.put_aside(cache) for output in made]
    assert made
    assert not any(output.is_late for output in made)
    assert [output is same for output, same in zip(made, put_aside, strict=True)] == [True] * len(
        made
    )
