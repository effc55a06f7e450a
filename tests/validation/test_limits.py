"""No file up to the limits keeps `check` busy, nor takes all memory."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.validation.check import check
from generator.validation.loaded_words import LoadedWords
from generator.validation.phrases import Phrases
from tests.support.crowded_files import Files, crowded, crowds
from tests.support.projects import RIVERS, ROOT

MAX_SECONDS = 5.0
"""Of the processor, for one file at the limits."""
MAX_MEGABYTES = 500
SHARE = 0.08
"""So much of the limits a file reaches here; `make fuzz` goes all the way."""
MAX_SECONDS_OF_SHARE = 0.32
"""What takes 50 seconds in a whole file, growing by the square of its size, takes so many."""
CROWDS = {crowd.name: crowd for crowd in crowds()}


def _seconds_to_check(project: Path) -> Iterator[float]:
    """Yield the seconds of the processor for a few checks, as another program may slow one."""
    for _ in range(3):
        before = time.process_time()
        check(project, project / "events", texts=project / "texts")
        yield time.process_time() - before


def _write(files: Files, folder: Path) -> Path:
    shutil.copytree(RIVERS, folder)
    for path, text in files.items():
        (folder / path).write_bytes(text.encode())
    return folder


@pytest.mark.parametrize("name", CROWDS)
def test_a_crowded_field_is_checked_at_once(name: str, tmp_path: Path) -> None:
    for number, (what, files) in enumerate(crowded(CROWDS[name], SHARE, is_mixed=True)):
        project = _write(files(), tmp_path / f"{number}")
        assert any(seconds < MAX_SECONDS_OF_SHARE for seconds in _seconds_to_check(project)), what


ACCOUNT = {"source": "gazette-2021-05-05", "locator": "page 1", "says": "So."}
EVENT = {
    "title": "A crowd", "added": "2021-05-06", "date": "2021-05-04", "date_basis": "So.",
    "kind": "works", "summary": "So.", "accounts": [ACCOUNT],
}  # fmt: skip
ALL = ["1-9999"]
TEXT = {"file": "gazette.txt", "sha256": "0" * 64, "paragraphs": "9999", "body": ALL}
SOURCE = {"outlet": "Gazette", "published": "2021", "text": TEXT, "unused": {"1-9999": "So."}}
ACTOR = {"name": "A", "kind": "state"}


def _event(**values: object) -> Files:
    return {"events/2021/2021-05-04-crowd.yml": json.dumps({**EVENT, **values}, ensure_ascii=False)}


def _accounts(*accounts: dict[str, object]) -> Files:
    return _event(accounts=[{**ACCOUNT, **account} for account in accounts])


def _labels(words: str, count: int) -> dict[str, object]:
    return {"labels": {"tolland": [f"{words} {n}" for n in range(count)]}, "paragraphs": ALL}


BUSY: dict[str, Files] = {
    "a range of all paragraphs": _accounts({"paragraphs": ALL}),
    "a thousand such ranges": _event(accounts=[{**ACCOUNT, "paragraphs": ALL}] * 1_000),
    "such ranges in one list": _accounts({"paragraphs": ALL * 20_000}),
    "such ranges in sources": {"events/sources.yml": json.dumps(
        {f"zz-{n}": SOURCE for n in range(2_500)})},
    "spaces": _event(summary="a" + " " * 900_000 + "b"),
    "spaces behind a text": {"events/actors.yml": "a:" + " " * 900_000 + "b #c\n"},
    "quotation marks": _event(summary=" ‘a" * 200_000),
    "quotation marks of all kinds": _event(summary=" ‘a \"“„«" * 60_000),
    "skipped words": _accounts(_labels("a… " * 1_000, 200)),
    "many labels of all paragraphs": _accounts(_labels("water", 10_000)),
    "many figures of all paragraphs": _accounts({"paragraphs": ALL, "figures": [
        {"measure": "injured", "value": f"{n}"} for n in range(9_000)]}),
    "records without a key": {"events/actors.yml": json.dumps(
        {f"zz-{n}": {"name": "A"} for n in range(12_000)}, indent=0)},
    "records on one line without a key": {"events/actors.yml": json.dumps(
        {f"zz-{n}": {"name": "A"} for n in range(12_000)})},
    "loaded words": {"events/chronology.yml": json.dumps({"title": "A", "loaded": {
        f"word {n} of many": "none" for n in range(22_000)}, "intro": "word 7 word " * 8_000})},
    "loaded words that begin alike": {"events/chronology.yml": json.dumps({"title": "A", "loaded": {
        "a " * n + "b": "none" for n in range(800)}, "intro": "a " * 100_000})},
    "unknown keys": _event(**{f"titl{n}": "x" for n in range(24_000)}),
    "unknown ids": _event(places=[f"river-bent-{n}" for n in range(40_000)]),
    "unknown ids among many": {
        "events/actors.yml": json.dumps({f"actor-{n}": ACTOR for n in range(9_900)}),
        **_event(actors=[{"id": f"actor-{n}x"} for n in range(9_900)])},
    "bad dates": {"events/actors.yml": json.dumps({"zz": {**ACTOR, "offices": [
        {"title": "A", "date": f"early {n % 28} May {n}"} for n in range(9_900)]}})},
    "long bad dates": {"events/actors.yml": json.dumps({"zz": {**ACTOR, "offices": [
        {"title": "A", "date": "circa " + "2021-05-04 to " * 13 + f"{n}"}
        for n in range(4_000)]}})},
    "a chain of parts": {"events/actors.yml": json.dumps({
        f"a{n}": {**ACTOR, "part_of": f"a{n + 1}"} for n in range(7_000)}),
        **_event(actors=[{"id": f"a{n}"} for n in range(7_000)])},
    "doubled keys": {"events/actors.yml": "a:\n" * 24_000},
    "tags": {"events/actors.yml": "a: [" + "!x y, " * 49_000 + "]\n"},
    "a digit without end": _accounts({"hedge": "9 " + "9" * 900_000}),
    "names of many actors": {"events/actors.yml": json.dumps({
        f"a{n}": {**ACTOR, "also": [f"Water {n}"]} for n in range(6_000)})},
}  # fmt: skip

BEGINNING = 0.5
"""Seconds that a process takes to begin, which are not measured here."""
LIMITED = f"""
import os, resource, sys, traceback
from generator.adapters.cli import check, run

sys.argv = ["chronology", "check", "--texts", "texts"]
for line in sys.stdin:
    child = os.fork()
    if not child:
        os.chdir(line.rstrip())
        with open("said", "w") as said:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
        resource.setrlimit(resource.RLIMIT_AS, ({MAX_MEGABYTES << 20}, {MAX_MEGABYTES << 20}))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        try:
            run()
        except SystemExit:
            pass
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    print(status, used.ru_utime + used.ru_stime, flush=True)
"""

Check = Callable[[Path], tuple[int, float, str]]


@pytest.fixture(scope="module")
def check_limited() -> Iterator[Check]:
    """Check a project in a process with limits: how it ended, its seconds, what it said.

    Each is a copy of one that has imported what `check` needs.
    """
    with subprocess.Popen(
        [sys.executable, "-c", LIMITED],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        told, answers = process.stdin, process.stdout

        def check_there(project: Path) -> tuple[int, float, str]:
            told.write(f"{project}\n")
            told.flush()
            status, seconds = answers.readline().split()
            return int(status), float(seconds), (project / "said").read_text("utf-8", "replace")

        yield check_there
        told.close()


@pytest.mark.parametrize("name", BUSY)
def test_no_file_keeps_check_busy(name: str, tmp_path: Path, check_limited: Check) -> None:
    project = _write(BUSY[name], tmp_path / "rivers")
    text = "\n\n".join("The water of the gate rose by 7. " * 10 for _ in range(100))
    (project / "texts/gazette.txt").write_text(text)
    status, seconds, said = check_limited(project)
    assert status == 0
    assert "MemoryError" not in said
    assert "Traceback" not in said
    assert re.search(r"\d problems?$|no problem$", said.rstrip()), said[-300:]
    assert seconds < MAX_SECONDS - BEGINNING


def test_ranges_that_name_too_many_paragraphs_are_a_problem(tmp_path: Path) -> None:
    project = _write(BUSY["a thousand such ranges"], tmp_path / "rivers")
    _, problems = check(project, project / "events")
    assert "E210 the ranges of the file name over 500,000 paragraphs" in str(problems[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The thieves came.", ["thieves"]),
        ("THIEVES of water and thieves", ["THIEVES of water", "thieves"]),
        ("thieves of waters", ["thieves"]),
        ("“the thieves” and thieves", ["thieves"]),
        ("‘the thieves’ own’ thieves", ["thieves"]),
        ("‘the thieves\nthieves’", ["thieves", "thieves"]),
        ("“open thieves", ["thieves"]),
        ("“a” thieves “b” “c thieves", ["thieves", "thieves"]),
        ("thıeves, THİEVES", ["thıeves", "THİEVES"]),
        ("the thiévés’ gate, thieves-of\n water", ["thiévés", "thieves-of\n water"]),
        ("140,000 and 1\u00a0200 of Straße: thieves", ["thieves"]),
        ("antithieves thieves_ thieve", []),
        ("a.k.a. the", ["a.k.a."]),
    ],
)
def test_the_longest_loaded_word_is_found_outside_of_quotations(
    text: str, found: list[str]
) -> None:
    loaded = LoadedWords({"thieves": "takers", "thieves of water": "takers", "a.k.a.": "also"})
    assert [word for word, _ in loaded.found_in(text)] == found


def test_phrases_of_none_are_nowhere() -> None:
    assert list(Phrases([]).found_in("a b")) == []
