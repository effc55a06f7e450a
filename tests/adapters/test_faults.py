"""Each write of each command fails once: all is as it was, or as it is to be, and nothing is left.

A disk is full, a right is missing, the process is killed, the power is cut. Of files that are all
alike, those of a site made beside its place and of editors' schemas, a few stand for the others.
"""

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from generator.authoring.editor_schema import shapes
from tests.support.processes import run_script
from tests.support.projects import WriteProject

_FACTS = "title: X\nkinds: {works: {name: Works}}\nlicence: CC0\n"
_MISPLACED = """\
title: The gate
added: 2021-05-06
date: 2021-05-04
date_basis: As printed.
kind: works
summary: It opens.   \n
accounts:
  - {source: gazette, locator: page 1, says: It opens.}
"""
_SOURCES = "gazette: {outlet: Gazette, title: One, published: 2021-05-05}\n"
_SLIDES = {
    "events": [
        {"text": {"headline": f"Slide {n}"}, "start_date": {"year": str(2000 + n)}}
        for n in range(2)
    ]
}
_FILES = {
    "mkdocs.yml": "site_name: X\nsite_url: https://x.example/\ntheme: {name: material}\n"
    "plugins:\n  - search\n  - chronology: {parallel: false}\n",
    "docs/about.md": "# About\n",
    "slides.json": json.dumps(_SLIDES),
    "events/chronology.yml": _FACTS,
    "events/sources.yml": _SOURCES,
    **{f"events/.schema/{name}": text for name, text in shapes().items()},
    "events/.schema/ids.json": "{}",
    "events/2020/2021-05-04-gate.yml": _MISPLACED,
}
_SOUND = {"events/2021/2021-05-04-gate.yml": _MISPLACED.replace("   \n\n", "\n")}

_SCRIPT = """
import json
from pathlib import Path
from tests.support import faults
from tests.support.compiled_templates import compile_once
from generator.support.whole_files import settle
from generator.support.whole_folder import WholeFolder

compile_once()  # in the first run, for all copies of this process
command = faults.{command}
place = "{place}"
project = Path.cwd()
alike = 0

def is_told(write):
    global alike
    is_alike = any(name in write for name in ("/new/", "/after/", "/before/"))
    alike += is_alike
    return not is_alike or alike % {one_in} == 0

def seen(folder):
    return faults.visible(folder / "{seen}")

everything = faults.visible(project)
before = seen(project)
runs = faults.inject(command, project, is_told, lambda n: {hows})
copy, first = next(runs)
assert not first.exit_code, first.said
after = seen(copy)
assert after != before
assert not faults.left_behind(copy), faults.left_behind(copy)
print(json.dumps(["", 0, "", True, []]))
for copy, run in runs:
    wrong = []
    if place:
        with WholeFolder(copy / place):  # the next run
            pass
    else:
        settle(copy / "events")
    now = seen(copy)
    if now not in (before, after):
        wrong.append("neither as before nor as after")
    if run.is_killed:
        if not place:
            again = faults._run(command, copy, copy.with_name("again"))
            if seen(copy.with_name("again")) != after:
                wrong.append("not finished by the same command: " + again.said)
            wrong += faults.left_behind(copy.with_name("again"))
    else:
        if (now == before) == (run.exit_code == 0):
            wrong.append(f"exit code {{run.exit_code}}")
        if "Traceback" in run.said:
            wrong.append(run.said)
        if now == before and str(copy) not in run.said:
            wrong.append("no path in " + run.said)
        if now == before:
            wrong += faults.left_behind(copy)
            if faults.visible(copy) != everything:
                wrong.append("something is left outside of the data")
    print(json.dumps([run.fault, run.exit_code, run.said, now == after, wrong]))
"""


_MEMORY = Path("/dev/shm")
"""A folder in memory, where the system has one: hundreds of copies of a project take no disk."""
_IN_EVERY_WAY = '("kill", "power", ("full", "forbidden")[n % 2])'
_IN_TURN = '(("kill", "full", "power", "forbidden")[n % 4],)'
_OF_A_SITE = '("kill", ("full", "forbidden")[n % 2])'  # it is made anew, and not flushed


def _inject(
    project: Path, command: str, hows: str, one_in: int = 1, seen: str = ".", place: str = ""
) -> None:
    """Have the writes of a command fail; it writes data, or else makes a folder at a place."""
    script = _SCRIPT.format(command=command, hows=hows, one_in=one_in, seen=seen, place=place)
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        done = run_script(script, Path(shutil.copytree(project, Path(folder, project.name))))
    assert done.returncode == 0, done.stderr + done.stdout
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(fault, said, wrong) for fault, _, said, _, wrong in runs if wrong] == []
    assert {is_after for _, _, _, is_after, _ in runs} == {True, False}
    assert len(runs) > 10


_NEW_EVENT = (
    'command_line("new", "event", "--no-ask", "--title", "The pumps", "--date", "2022-01-02", '
    '"--kind", "works", "--source", "gazette", "--locator", "page 2", "--added", "2022-01-03")'
)
_OF_DATA = {
    "import": 'command_line("import", "timelinejs", "slides.json", "--on", "2026-01-09")',
    "fix": 'command_line("fix", "--yes")',
    "new event": _NEW_EVENT,
    "new actor": 'command_line("new", "actor", "--no-ask", "--name", "Wire", "--kind", "media")',
    "schema": 'command_line("schema")',
}


@pytest.mark.parametrize("name", _OF_DATA)
def test_a_command_writes_all_its_files_or_none(name: str, write_project: WriteProject) -> None:
    files = dict(_FILES)
    if name != "fix":
        del files["events/2020/2021-05-04-gate.yml"]
        files |= _SOUND
    _inject(write_project(files), _OF_DATA[name], _IN_EVERY_WAY, 4 if name == "schema" else 1)


_PAGE = """<html lang="en"><meta property="og:site_name" content="Herald">
<meta name="date" content="2021-05-07"><title>The gate</title>
<article><p>It opened at night.<p>Nobody saw it.</article>
"""
_OTHERS = {
    "migrate": ('command_line("migrate")', {}),
    "publish": ('command_line("publish", "--all", "--on", "2022-01-03")', {}),
    "split": ('command_line("fix", "--yes", "--split")', {}),
    "table": (
        'command_line("import", "csv", "table.csv", "--on", "2022-01-03")',
        {"table.csv": "title,date,kind\nThe pumps,2022-01-02,works\n"},
    ),
    "references": (
        'command_line("import", "csl", "list.json", "--on", "2022-01-03")',
        {"list.json": '[{"id": "x", "type": "article", "title": "Two", "container-title": "G"}]'},
    ),
    "new place": ('command_line("new", "place", "--no-ask", "--name", "The gate")', {}),
    "new source": (
        'command_line("new", "source", "--no-ask", "--from", "page.html", "--texts", "texts")',
        {"page.html": _PAGE, "texts/gazette.txt": "It opens."},
    ),
}


@pytest.mark.parametrize("name", _OTHERS)
def test_so_does_each_other_command(name: str, write_project: WriteProject) -> None:
    command, more = _OTHERS[name]
    files = {path: text for path, text in _FILES.items() if "2020/" not in path} | _SOUND | more
    if name == "publish":
        files["events/2021/2021-05-04-gate.yml"] += "draft: true\n"
    # An archived text lies elsewhere: it is written first, and taken for its own by the next run.
    _inject(write_project(files), command, _IN_TURN, seen="events")


@pytest.mark.build
@pytest.mark.parametrize("command", ['command_line("build", "--to", "site")', "mkdocs_build()"])
def test_a_site_is_published_whole_or_not_at_all(
    command: str, write_project: WriteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    files = {path: text for path, text in _FILES.items() if "2020/" not in path} | _SOUND
    project = write_project({**files, "site/index.html": "the last one"})
    if "build" in command and "mkdocs" not in command:
        (project / "site/.made-by-chronology").write_text("")
    _inject(project, command, _OF_A_SITE, one_in=150, place="site")


_START = (
    'command_line("start", "mine", "--title", "X", "--subject", "Y", "--language", "en", '
    '"--url", "", "--about", "bare")'
)


def test_a_repository_is_begun_whole_or_not_at_all(write_project: WriteProject) -> None:
    _inject(write_project({"note.txt": ""}), _START, _IN_EVERY_WAY, one_in=5, place="mine")
