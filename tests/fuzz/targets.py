"""What is fuzzed: each target makes an input as bytes, and runs it; what it raises is a fault."""

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from generator.authoring.diff.changes import compare
from generator.authoring.diff.report import as_json, markdown
from generator.authoring.fixes import fixes
from generator.authoring.imports import READERS
from generator.authoring.imports.base import UnsuitableFile
from generator.authoring.imports.drafts import Drafts
from generator.authoring.imports.name_matching import Registries
from generator.exports.event_tables import ACCOUNTS, EVENTS, FIGURES
from generator.exports.registry_tables import REGISTRY_TABLES
from generator.loading.loader import load
from generator.loading.yaml_parser import parse_yaml
from generator.model.dates import DateError, parse_date, read_date
from generator.model.records import Chronology, Settings
from generator.pipeline import build
from generator.support.log_lines import harmless
from generator.validation.check import check
from tests.fuzz import inputs
from tests.support.crowded_files import crowded, crowds
from tests.support.projects import RIVERS


class Target(NamedTuple):
    """What is fuzzed."""

    make: Callable[[Random], bytes]
    run: Callable[[bytes], None]


def _write(data: bytes, folder: Path) -> None:
    """Write the files of an input that is a JSON object of texts by path; else nothing."""
    try:
        files = json.loads(data)
    except ValueError:
        return
    write_files(files if isinstance(files, dict) else {}, folder)


def write_files(files: Mapping[str, object], folder: Path) -> None:
    """Write the files of a chronology or of an import; others are passed over."""
    known = {*inputs.FILES, *(f"{table.name}.csv" for table in _TABLES)}
    for path, text in files.items():
        if path in known and isinstance(text, str):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode("utf-8", "surrogatepass"))


_OF_EVENTS = re.compile(r"events/(2021/)?[a-z0-9-]+\.yml")
_TABLES = (EVENTS, ACCOUNTS, FIGURES, *REGISTRY_TABLES)


def _json(files: dict[str, str]) -> bytes:
    return json.dumps(files).encode()


def _run_yaml(data: bytes) -> None:
    parse_yaml("events/actors.yml", data)


def _run_date(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for read in (parse_date, read_date):
        with suppress(DateError):  # and nothing else
            assert read(text)


def _run_check(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "events").mkdir()
        _write(data, Path(folder))
        for problem in check(Path(folder), Path(folder) / "events").problems:
            assert str(problem).isprintable()
            assert harmless(str(problem))


def _crowded(random: Random) -> bytes:
    """Return the files in which one field of the model is crowded, up to the limits."""
    crowd = random.choice(list(crowds()))
    return _json(random.choice(list(crowded(crowd, is_mixed=False)))[1])


def _run_crowded(data: bytes) -> None:
    try:
        files = json.loads(data)
    except ValueError:
        return
    with tempfile.TemporaryDirectory() as work:
        folder = shutil.copytree(RIVERS, Path(work) / "rivers")
        for path, text in files.items() if isinstance(files, dict) else ():
            if _OF_EVENTS.fullmatch(path) and isinstance(text, str):
                (folder / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        check(folder, folder / "events", texts=folder / "texts")


def _run_build(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "events").mkdir()
        _write(data, Path(folder))
        site = build(Path(folder), Path(folder) / "events", {}, drafts=True)
        assert site.outputs


def _run_diff(data: bytes) -> None:
    """Compare with nothing, and with itself."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "events").mkdir()
        _write(data, Path(folder))
        found = load(Path(folder), Path(folder) / "events").chronology
        nothing = Chronology("events", Settings(title="Nothing"), {}, {}, {}, ())
        for old, new in ((nothing, found), (found, nothing), (found, found)):
            changes = compare(old, new)
            json.loads(as_json(changes))
            assert markdown(changes)


def _run_fix(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "events").mkdir()
        _write(data, Path(folder))
        documents = load(Path(folder), Path(folder) / "events").documents
        for fix in fixes("events", documents, ()):
            assert parse_yaml(fix.path, fix.text.encode()).data == documents[fix.path].data


def _run_import(form: str, name: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work)
            if form == "csv":
                _write(data, folder)
            else:
                (folder / name).write_bytes(data)
            if not (folder / name).is_file():
                return
            registries = Registries(Chronology("events", Settings(title="A"), {}, {}, {}, ()))
            try:
                imported = READERS[form](folder / name, registries)
            except UnsuitableFile:
                return
            day = date(2026, 1, 9)
            drafts = Drafts(folder / "none", registries, folder / name, imported, day)
            while unsound := drafts.unsound():
                drafts.leave_out(unsound)
            drafts.files()
            assert all(len(line.splitlines()) == 1 for line in drafts.report.lines)

    return run


def _slides(random: Random) -> bytes:
    slide = {
        "start_date": {"year": "2001", "month": "2", "day": "3"},
        "end_date": {"year": "2002"}, "text": {"headline": "One", "text": "Two"}, "group": "g",
    }  # fmt: skip
    slides = [inputs.mutated(random, slide) for _ in range(random.randrange(4))]
    document = inputs.mutated(random, {"events": slides, "title": slide, "eras": [slide]})
    return inputs.broken(random, json.dumps(document)).encode("utf-8", "surrogatepass")


def _tables(random: Random) -> bytes:
    return _json(
        {
            f"{table.name}.csv": inputs.table(random, tuple(c.name for c in table.columns))
            for table in _TABLES
        }
    )


_UCDP = (
    "id", "year", "type_of_violence", "side_a", "side_b", "date_prec", "date_start", "date_end",
    "best", "low", "high", "latitude", "longitude", "where_coordinates", "source_article",
)  # fmt: skip
TARGETS = {
    "yaml": Target(
        lambda r: inputs.record_text(r, r.choice(list(inputs.FILES.values()))).encode(
            "utf-8", "surrogatepass"
        ),
        _run_yaml,
    ),
    "dates": Target(lambda r: inputs.text(r).encode("utf-8", "surrogatepass"), _run_date),
    "check": Target(lambda r: _json(inputs.project(r)), _run_check),
    "crowded": Target(_crowded, _run_crowded),
    "build": Target(lambda r: _json(inputs.project(r)), _run_build),
    "diff": Target(lambda r: _json(inputs.project(r)), _run_diff),
    "fix": Target(lambda r: _json(inputs.project(r)), _run_fix),
    "timelinejs": Target(_slides, _run_import("timelinejs", "a.json")),
    "tables": Target(_tables, _run_import("csv", "events.csv")),
    "ucdp": Target(lambda r: inputs.table(r, _UCDP).encode(), _run_import("ucdp", "a.csv")),
}
