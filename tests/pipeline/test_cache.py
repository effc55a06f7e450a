"""A cache never shows: after any edit the site is the one that a fresh build makes."""

import re
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from generator.pipeline import Site, build
from generator.support.cache import Cache
from tests.support.projects import read_files

MERESH = Path(__file__).parents[1] / "data" / "meresh"
Edit = Callable[[], object]
Files = dict[str, object]


def _lines(path: Path, first: int, step: int) -> Iterator[Edit]:
    """Leave out a line, then change a value, here and there in a file."""
    whole = path.read_text("utf-8")
    lines = whole.splitlines(keepends=True)
    for n in range(len(lines)):
        if n % step == first:
            yield lambda n=n: path.write_text("".join(lines[:n] + lines[n + 1 :]), "utf-8")  # type: ignore[misc]
        elif n % step == first + 1:
            changed = re.sub(r"(\w)(\W*)$", r"\1x\2", lines[n])
            yield (
                lambda n=n, changed=changed: path.write_text(  # type: ignore[misc]
                    "".join([*lines[:n], changed, *lines[n + 1 :]]), "utf-8"
                )
            )
    yield lambda: path.write_text(whole, "utf-8")


def _places(path: Path) -> Iterator[Edit]:
    """Rename an event, take it away, put it back."""
    whole = path.read_text("utf-8")
    other = path.with_name(f"{path.stem}-renamed.yml")
    yield lambda: path.rename(other)
    yield other.unlink
    yield lambda: path.write_text(whole, "utf-8")


def _drafts(path: Path) -> Iterator[Edit]:
    whole = path.read_text("utf-8")
    yield lambda: path.write_text(f"{whole}draft: true\n", "utf-8")
    yield lambda: path.write_text(whole, "utf-8")


def _numbers(path: Path) -> Iterator[Edit]:
    """A figure written in another way: equal, and yet another text in a table."""
    whole = path.read_text("utf-8")
    for value in re.finditer(r"value: \d+\b", whole):
        other = f"{whole[: value.end()]}.0{whole[value.end() :]}"
        yield lambda other=other: path.write_text(other, "utf-8")  # type: ignore[misc]


@pytest.mark.parametrize("drafts", [False, True], ids=["published", "drafts as well"])
@pytest.mark.parametrize(
    "what", ["events", "registries", "places of files", "drafts", "numbers"], ids=lambda what: what
)
def test_after_each_edit_the_site_is_that_of_a_fresh_build(
    what: str, drafts: bool, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(MERESH, tmp_path / "meresh"))
    events = project / "events"
    edits: list[Edit] = []
    for n, path in enumerate(sorted(events.rglob("*.yml"))):
        is_event = path.parent != events
        if (what == "events" and is_event) or (what == "registries" and not is_event):
            edits += _lines(path, 11 * drafts, 22)  # other lines with drafts than without
        elif what == "places of files" and is_event and n % 2 == drafts:  # other files
            edits += _places(path)
        elif what == "drafts" and is_event and n % 2 == drafts:
            edits += _drafts(path)
        elif what == "numbers" and is_event:
            edits += islice(_numbers(path), drafts, None, 2)  # other figures
    assert len(edits) >= 4
    cache = Cache()
    seen = set()
    fresh: dict[int, Files] = {}  # by the data: an edit may be taken back
    for edit in edits:
        edit()
        kept = _files(build(project, events, {}, drafts, cache=cache))
        data = hash(tuple(read_files(events).items()))
        if data not in fresh:
            fresh[data] = _files(build(project, events, {}, drafts))
        assert kept[""] == fresh[data][""]
        assert list(kept) == list(fresh[data])
        assert [path for path, file in kept.items() if file != fresh[data][path]] == []
        seen.add(hash(tuple(kept.items())))
    assert len(seen) >= 4  # the edits are seen


def _files(site: Site) -> Files:
    """Return the outputs by their path, and under an empty one the problems."""
    files: Files = {output.path: (output.content, output.origin) for output in site.outputs}
    return {"": site.problems, **files}


def test_a_file_that_has_not_changed_is_not_read_again() -> None:
    cache = Cache()
    calls: list[int] = []

    def made() -> int:
        calls.append(1)
        return len(calls)

    one = cache.intern("a.yml", b"title: X")
    assert cache.intern("a.yml", bytes(bytearray(b"title: X"))) is one
    assert cache.get("shape", "a", (one,), made) == 1
    assert cache.get("shape", "a", (one,), made) == 1
    assert cache.get("shape", "b", (one,), made) == 2
    assert cache.get("shape", "a", (cache.intern("a.yml", b"title: Y"),), made) == 3
    assert cache.get("shape", "a", (one,), made) == 4


def test_a_cache_of_one_build_keeps_what_is_shared() -> None:
    cache = Cache(lasting=False)
    calls: list[str] = []

    def made(name: str, is_shared: bool) -> None:
        cache.get(name, "a", (cache,), lambda: calls.append(name), is_shared)

    for _ in range(2):
        made("own", is_shared=False)
        made("shared", is_shared=True)
    assert calls == ["own", "shared", "own"]
    cache.let_go("shared", "a")
    made("shared", is_shared=True)
    assert calls.pop() == "shared"
    assert cache.get_if_equal("page", "a", 1, lambda: "first") == "first"
    assert cache.get_if_equal("page", "a", 1, lambda: "second") == "second"
    content = b"title: X"
    assert cache.intern("a.yml", content) is content
