"""Each write of each command fails once: all is as it was, or as it is to be, and nothing is left.

A disk is full, a right is missing, the process is killed. Of files that are all alike, those of a
site made beside its place and of editors' schemas, a few stand for the others.
"""

import json
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
is_site = {is_site}
project = Path.cwd()
alike = 0

def is_told(write):
    global alike
    is_alike = any(name in write for name in ("/new/", "/after/", "/before/"))
    alike += is_alike
    return not is_alike or alike % {one_in} == 0

before = faults.visible(project)
runs = faults.inject(command, project, is_told)
copy, first = next(runs)
assert not first.exit_code, first.said
after = faults.visible(copy)
assert after != before
assert not faults.left_behind(copy), faults.left_behind(copy)
print(json.dumps(["", 0, "", True, []]))
for copy, run in runs:
    wrong = []
    if is_site:
        with WholeFolder(copy / "site"):  # the next run
            pass
    else:
        settle(copy / "events")
    now = faults.visible(copy)
    if now not in (before, after):
        wrong.append("neither as before nor as after")
    if run.is_killed:
        if not is_site:
            again = faults._run(command, copy, copy.with_name("again"))
            if faults.visible(copy.with_name("again")) != after:
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
    print(json.dumps([run.fault, run.exit_code, run.said, now == after, wrong]))
"""


def _inject(project: Path, command: str, is_site: bool, one_in: int) -> None:
    script = _SCRIPT.format(command=command, is_site=is_site, one_in=one_in)
    done = run_script(script, project)
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
    _inject(
        write_project(files), _OF_DATA[name], is_site=False, one_in=4 if name == "schema" else 1
    )


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
    _inject(project, command, is_site=True, one_in=150)
