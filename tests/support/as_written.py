"""A table of what people write: each row is put into a copy of the rivers, checked, and fixed."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from generator.adapters.project import Project
from generator.authoring.fixes import fixes
from generator.loading.loader import load
from generator.validation.check import check
from tests.support.projects import DATA

Row = dict[str, Any]

_TEXT = (DATA / "as_people_write.yml").read_text("utf-8")
TABLE: list[Row] = yaml.load(_TEXT, yaml.CSafeLoader)
"""The places where something may stand; in each, what is good and what is bad."""

PROBLEMS_AS_WRITTEN = [bad["problem"] for row in TABLE for bad in row["bad"]]
"""Every problem of the table."""


def problems_of(row: Row, written: str) -> list[str]:
    """Return what `check` says of something in a place, without the name of the file."""
    with _rivers_with(row, written) as rivers:
        _, problems = check(rivers, Project(rivers).events)
    return [str(problem).removeprefix(f"events/{row['file']}:") for problem in problems]


def after_fix(row: Row, written: str) -> str | None:
    """Return what stands in the place when `fix` has been there; None where it let it stand."""
    with _rivers_with(row, written) as rivers:
        loaded = load(rivers, Project(rivers).events)
        path = f"events/{row['file']}"
        mended = [
            fix.text
            for fix in fixes("events", loaded.documents, loaded.findings)
            if fix.path == path and fix.is_mended
        ]
    if not mended:
        return None
    text = re.sub("^# yaml-language-server.*\n", "", mended[0])
    if row["here"] == "*":
        return "*" if text == _unchanged(row) else text
    start, end = _around(row)
    return text[len(start) : len(text) - len(end)]


@contextmanager
def _rivers_with(row: Row, written: str) -> Iterator[Path]:
    """Give a copy of the rivers in which something stands in a place."""
    with tempfile.TemporaryDirectory() as folder:
        rivers = Path(folder) / "rivers"
        shutil.copytree(DATA / "rivers", rivers)
        text, here = _unchanged(row), str(row["here"])
        if here == "*":
            text = written.replace("*", text, 1)
        else:
            assert here in text
            text = text.replace(here, str(row["form"]).format(written), 1)
        (rivers / "events" / row["file"]).write_text(text, "utf-8")
        yield rivers


def _unchanged(row: Row) -> str:
    return Path(DATA, "rivers/events", row["file"]).read_text("utf-8")


def _around(row: Row) -> tuple[str, str]:
    """Return what stands before and behind something in its place."""
    first, _, last = _unchanged(row).partition(str(row["here"]))
    form_first, _, form_last = str(row["form"]).partition("{}")
    return first + form_first.format(), form_last.format() + last
