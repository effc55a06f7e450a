"""References and linked data as programs read them that are no packages of Python.

Each is skipped where its program is not installed: pandoc and biber come from the system, the types
of schema.org with what `make lint` sets up.
"""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from generator.exports import export
from generator.model.dates import parse_date
from generator.model.records import Capture, Chronology, Settings, Source
from generator.rendering.parts.linked_data import dataset_jsonld, events_jsonld, source_page_jsonld
from tests.support.exported_files import DATES
from tests.support.projects import ROOT

KINDS = get_args(Source.model_fields["kind"].annotation)
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
    """A folder with the references to a source of every shape of date, and one of every kind."""
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
    for kind in KINDS:
        sources[f"a-{kind}"] = Source.model_construct(
            id=f"a-{kind}", path="s.yml", kind=kind, outlet="The Wire & Co",
            author=f"The {kind} desk, Veldra",
            title=f"Of a-{kind} in NATO", published=parse_date("2022-11-20"),
            url="https://example.org/%7Ba%7D?b=1", accessed=date(2023, 1, 2),
            archive_url="https://archive.example/%7Ba%7D", language="tr",
            captured=Capture.model_validate(
                {"on": "2023-01-03", "by": "note: A & B", "with": "tool: 50%"}
            ),
        )  # fmt: skip
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
    assert entries.keys() == {*DATES, *(f"a-{kind}" for kind in KINDS)}
    for kind in KINDS:
        assert f"The {kind} desk, Veldra" in entries[f"a-{kind}"]
    assert "November 20, 2022" in entries["day"]
    for name, entry in entries.items():
        assert "n.d." not in entry
        if year := re.search(r"\d{4}", DATES.get(name, "2022")):
            assert str(int(year[0])) in entry
    for name in ("unknown-day", "one-of", "between", "month", "year", "open-start"):
        assert not re.search(r"\b(20|22)\b", entries[name]), entries[name]


def test_biber_reads_every_entry_and_every_date(references: Path) -> None:
    printed = _run("biber", "--tool", "--validate-datamodel", "sources.bib", cwd=references)
    complaints = [line for line in printed.splitlines() if line.startswith(("WARN", "ERROR"))]
    # What says nothing of its author has none: that is no mistake of the file.
    is_of_author = re.compile("Missing mandatory field 'author'|at least one of .*author")
    assert [line for line in complaints if not is_of_author.search(line)] == []
    assert not any("Entry 'a-" in line for line in complaints)


def test_linked_data_is_of_the_types_of_schema_org(meresh: Chronology, tmp_path: Path) -> None:
    if not TYPES.exists():
        pytest.skip("schema-dts is not installed: make lint")
    pages = [str(events_jsonld(meresh)(event)) for event in meresh.events]
    sources = [
        source.model_copy(update={"kind": kind, "author": "A. Scribe"})
        for kind in KINDS
        for source in meresh.sources.values()
    ]
    told = [str(source_page_jsonld(meresh, source)) for source in sources]
    documents = {"WebPage": pages, "CreativeWork": told}
    files = [file for form in export(meresh).formats for file in form.files]
    documents["Dataset"] = [str(dataset_jsonld(meresh, files))]
    lines = [f'import type {{ {", ".join(documents)}, WithContext }} from "{TYPES.as_posix()}";']
    for kind, texts in documents.items():
        for n, text in enumerate(texts):
            said = json.dumps(json.loads(text))
            lines.append(f"export const {kind}{n}: WithContext<{kind}> = {said};")
    (tmp_path / "linked.ts").write_text("\n".join(lines), "utf-8")
    _run(TSC, "--strict", "--noEmit", "--skipLibCheck", "linked.ts", cwd=tmp_path)
