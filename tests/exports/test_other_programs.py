"""References and linked data as programs read them that are no packages of Python.

Each is skipped where its program is not installed: pandoc and biber come from the system, the types
of schema.org with what `make lint` sets up.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.exports import export
from generator.model.dates import parse_date
from generator.model.records import Chronology, Settings, Source
from generator.rendering.parts.linked_data import dataset_jsonld, events_jsonld
from tests.support.exported_files import DATES
from tests.support.projects import ROOT

TSC = ROOT / "node_modules" / ".bin" / "tsc"
TYPES = ROOT / "node_modules" / "schema-dts"


def _run(program: str | Path, *arguments: str | Path, cwd: Path) -> str:
    """Return what a program prints; skip where there is none of its name."""
    if (found := shutil.which(program)) is None:
        pytest.skip(f"{Path(program).name} is not installed")
    run = subprocess.run([found, *arguments], cwd=cwd, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.fixture
def references(tmp_path: Path) -> Path:
    """A folder with the references to a source of every shape of date."""
    sources = {
        name: Source.model_construct(
            id=name,
            path="events/sources.yml",
            outlet="The Wire & Co",
            title=f"Of {name} in NATO",
            published=parse_date(text),
        )
        for name, text in DATES.items()
    }
    chronology = Chronology("events", Settings(title="D"), {}, {}, sources, ())
    for output in export(chronology).outputs:
        if output.path.startswith("data/sources."):
            (tmp_path / Path(output.path).name).write_text(str(output.content), "utf-8")
    return tmp_path


@pytest.mark.parametrize("file", ["sources.csl.json", "sources.bib"])
def test_pandoc_shows_no_day_more_than_is_known(references: Path, file: str) -> None:
    (references / "all.md").write_text("---\nnocite: '@*'\n---\n", "utf-8")
    arguments = ("--citeproc", f"--bibliography={file}", "--wrap=none", "-t", "plain", "all.md")
    shown = _run("pandoc", *arguments, cwd=references)
    entries = {
        found[1].lower(): entry
        for entry in shown.split("\n\n")
        if (found := re.search("Of ([a-z0-9-]+) in NATO", entry, re.I))
    }
    assert entries.keys() == DATES.keys()
    assert "November 20, 2022" in entries["day"]
    for name, entry in entries.items():
        assert "n.d." not in entry
        if year := re.search(r"\d{4}", DATES[name]):
            assert str(int(year[0])) in entry
    for name in ("unknown-day", "one-of", "between", "month", "year", "open-start"):
        assert not re.search(r"\b(20|22)\b", entries[name]), entries[name]


def test_biber_reads_every_entry_and_every_date(references: Path) -> None:
    printed = _run("biber", "--tool", "--validate-datamodel", "sources.bib", cwd=references)
    complaints = [line for line in printed.splitlines() if line.startswith(("WARN", "ERROR"))]
    # What says nothing of its author has none: that is no mistake of the file.
    assert [line for line in complaints if "Missing mandatory field 'author'" not in line] == []


def test_linked_data_is_of_the_types_of_schema_org(meresh: Chronology, tmp_path: Path) -> None:
    if not TYPES.exists():
        pytest.skip("schema-dts is not installed: make lint")
    linked = events_jsonld(meresh)
    documents = {"WebPage": [str(linked(event)) for event in meresh.events]}
    files = [file for form in export(meresh).formats for file in form.files]
    documents["Dataset"] = [str(dataset_jsonld(meresh, files))]
    lines = [f'import type {{ {", ".join(documents)}, WithContext }} from "{TYPES.as_posix()}";']
    for kind, texts in documents.items():
        for n, text in enumerate(texts):
            said = json.dumps(json.loads(text))
            lines.append(f"export const {kind}{n}: WithContext<{kind}> = {said};")
    (tmp_path / "linked.ts").write_text("\n".join(lines), "utf-8")
    _run(TSC, "--strict", "--noEmit", "--skipLibCheck", "linked.ts", cwd=tmp_path)
