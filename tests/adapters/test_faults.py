"""Each write of each command fails once: all is as it was, or as it is to be, and nothing is left.

A disk is full, a right is missing, the process is killed, the power is cut. Of files on the way to
their place, which are all alike, the first, the middle and the last one stand for the others.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.authoring.editor_schema import shapes
from tests.support.fault_runs import IN_EVERY_WAY, IN_TURN, OF_A_SITE, Case, run_with_faults
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


def _inject(
    project: Path, words: str, hows: Sequence[str], *more: str, seen: str = ".", place: str = ""
) -> None:
    """Have the writes of a command fail; it writes data, or else makes a folder at a place."""
    ends = run_with_faults(Case((*words.split(), *more), project, hows, seen, place))
    assert [(end.fault, end.said, end.wrong) for end in ends if end.wrong] == []
    assert {end.is_after for end in ends} == {True, False}
    assert len(ends) > 10


_OF_DATA = {
    "import": "import timelinejs slides.json --on 2026-01-09",
    "fix": "fix --yes",
    "new event": "new event --no-ask --title Pumps --date 2022-01-02 --kind works "
    "--source gazette --locator 2 --added 2022-01-03",
    "new actor": "new actor --no-ask --name Wire --kind media",
    "schema": "schema",
}


@pytest.mark.parametrize("name", _OF_DATA)
def test_a_command_writes_all_its_files_or_none(name: str, write_project: WriteProject) -> None:
    files = dict(_FILES)
    if name != "fix":
        del files["events/2020/2021-05-04-gate.yml"]
        files |= _SOUND
    _inject(write_project(files), f"chronology {_OF_DATA[name]}", IN_EVERY_WAY)


_PAGE = """<html lang="en"><meta property="og:site_name" content="Herald">
<meta name="date" content="2021-05-07"><title>The gate</title>
<article><p>It opened at night.<p>Nobody saw it.</article>
"""
_OTHERS = {
    "migrate": ("migrate", {}),
    "publish": ("publish --all --on 2022-01-03", {}),
    "split": ("fix --yes --split", {}),
    "table": (
        "import csv table.csv --on 2022-01-03",
        {"table.csv": "title,date,kind\nThe pumps,2022-01-02,works\n"},
    ),
    "references": (
        "import csl list.json --on 2022-01-03",
        {"list.json": '[{"id": "x", "type": "article", "title": "Two", "container-title": "G"}]'},
    ),
    "new place": ("new place --no-ask --name Gate", {}),
    "new source": (
        "new source --no-ask --from page.html --texts texts",
        {"page.html": _PAGE, "texts/gazette.txt": "It opens."},
    ),
}


@pytest.mark.parametrize("name", _OTHERS)
def test_so_does_each_other_command(name: str, write_project: WriteProject) -> None:
    words, more = _OTHERS[name]
    files = {path: text for path, text in _FILES.items() if "2020/" not in path} | _SOUND | more
    if name == "publish":
        files["events/2021/2021-05-04-gate.yml"] += "draft: true\n"
    # An archived text lies elsewhere: it is written first, and taken for its own by the next run.
    _inject(write_project(files), f"chronology {words}", IN_TURN, seen="events")


@pytest.mark.build
@pytest.mark.parametrize("words", ["chronology build --to site", "mkdocs build --quiet"])
def test_a_site_is_published_whole_or_not_at_all(words: str, write_project: WriteProject) -> None:
    files = {path: text for path, text in _FILES.items() if "2020/" not in path} | _SOUND
    project = write_project({**files, "site/index.html": "the last one"})
    if words.startswith("chronology"):
        (project / "site/.made-by-chronology").write_text("")
    _inject(project, words, OF_A_SITE, place="site")


def test_a_repository_is_begun_whole_or_not_at_all(write_project: WriteProject) -> None:
    words = "chronology start mine --title X --subject Y --language en --about bare --url"
    _inject(write_project({"note.txt": ""}), words, IN_EVERY_WAY, "", place="mine")
