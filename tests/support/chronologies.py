"""A made-up chronology on another subject, with every shape that a page must take.

Two cities and one river, in `meresh/`; here is what is easier made than written.
"""

import shutil
from pathlib import Path

from generator.loading.loader import load
from generator.model.records import Chronology
from generator.validation.pruning import without_dangling_references

HOSTILE = (
    "1. foo",
    "a. foo",
    "---",
    "# |",
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "[x](javascript:1)",
    '*x*{ onclick="alert(1)" }',
    "![](http://example.org/x.png)",
    "```",
    "{{ x }}",
    "{% x %}",
    ":smile:",
    "[^1]",
    "$x$",
    "==x==",
    "~~x~~ H~2~O x^2^",
    "www.example.org",
    "http://example.org/x",
    "me@example.org",
    "|a|b|",
    "    four spaces",
    "+ a",
    ": a",
    "> a",
    "!!! note",
    "&amp; &lt;b&gt; &#60;b&#62;",
    "'single' \"double\" ... -- --- (c)",
    "[TOC]",
    "\\*x\\*",
    "_x_ __x__",
    "--8<-- 'x'",
    "a<br>b",
    "<!-- x -->",
    "😀 emoji",
    "مجلس المدينة",
    "Şırnak ≠ İzmir",
    "100% #tag @user",
    "plain",
)


def flood_event() -> dict[str, str]:
    """Return the text of an event that twenty accounts tell, by its id."""
    accounts = "".join(
        f"  - {{source: {source}, locator: page {n}, says: Account {n} of the flood., "
        f"figures: [{{measure: injured, value: {n % 7 * 3}}}]}}\n"
        for n, source in enumerate(["wire-2021", "courier-2021", "havza-2021", "post-2009"] * 5)
    )
    return {
        "2021-07-01-flood": "title: Twenty accounts of one flood\nadded: 2021-07-02\n"
        "date: 2021-07-01\ndate_basis: As printed.\nkind: incident\nsummary: A flood.\n"
        f"accounts:\n{accounts}"
    }


def hostile_events() -> dict[str, str]:
    """Return an event for each hostile text, by its id; the text stands wherever one can."""
    return {
        f"2021-08-{n:02}-hostile": _hostile(f"2021-08-{n % 28 + 1:02}", text)
        for n, text in enumerate(HOSTILE)
    }


def _hostile(date: str, text: str) -> str:
    quoted = "'" + text.replace("'", "''") + "'"
    return f"""
title: {quoted}
added: 2021-09-01
date: {date}
date_basis: {quoted}
kind: works
summary: {quoted}
actors: [{{id: hostile, role: opens}}]
places: [nowhere]
accounts:
  - source: wire-2021
    locator: {quoted}
    according_to: [hostile]
    hedge: {quoted}
    says: {quoted}
    figures: [{{measure: duration, as_said: {quoted}, scope: {quoted}}}]
    labels: {{hostile: [{quoted}], this: [{quoted}]}}
unknowns: [{quoted}]
corrections: [{{on: 2021-09-02, what: {quoted}, was: {quoted}, now: {quoted}, why: {quoted}}}]
"""


def write_meresh(folder: Path) -> Path:
    """Write the chronology's files below `folder`, and return it."""
    shutil.copytree(
        Path(__file__).parents[1] / "data" / "meresh" / "events", folder, dirs_exist_ok=True
    )
    for id, text in {**flood_event(), **hostile_events()}.items():
        (folder / id[:4] / f"{id}.yml").write_text(text, "utf-8")
    return folder


def load_meresh(project: Path) -> Chronology:
    """Write the chronology below `project`, and return it as it is read back."""
    loaded = load(project, write_meresh(project / "events"))
    assert [str(problem) for problem in loaded.problems] == []
    return without_dangling_references(loaded.chronology)
