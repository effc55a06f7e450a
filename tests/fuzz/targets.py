"""What is fuzzed: each target makes an input as bytes, and runs it; what it raises is a fault."""

import json
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from random import Random

from generator.authoring.diff.changes import compare
from generator.authoring.diff.report import as_json, markdown
from generator.authoring.fixes import fixes
from generator.loading.document import parse_yaml
from generator.loading.loader import load
from generator.model.dates import DateError, parse_date, read_date
from generator.model.records import Chronology, Settings
from generator.pipeline import build
from generator.support.log_lines import harmless
from generator.validation.check import check
from tests.fuzz import inputs
from tests.fuzz.import_targets import IMPORTS
from tests.fuzz.target import Target, pack, unpack
from tests.support.crowded_files import crowded, crowds
from tests.support.projects import RIVERS

_OF_EVENTS = re.compile(r"events/(2021/)?[a-z0-9-]+\.yml")


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
        unpack(data, Path(folder), inputs.FILES)
        for problem in check(Path(folder), Path(folder) / "events").problems:
            assert str(problem).isprintable()
            assert harmless(str(problem))


def _crowded(random: Random) -> bytes:
    """Return the files in which one field of the model is crowded, up to the limits."""
    crowd = random.choice(list(crowds()))
    _, files = random.choice(list(crowded(crowd, is_mixed=False)))
    return pack(files())


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
        unpack(data, Path(folder), inputs.FILES)
        site = build(Path(folder), Path(folder) / "events", {}, drafts=True)
        assert site.outputs


def _run_diff(data: bytes) -> None:
    """Compare with nothing, and with itself."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "events").mkdir()
        unpack(data, Path(folder), inputs.FILES)
        found = load(Path(folder), Path(folder) / "events").chronology
        nothing = Chronology("events", Settings(title="Nothing"), {}, {}, {}, ())
        for old, new in ((nothing, found), (found, nothing), (found, found)):
            changes = compare(old, new)
            json.loads(as_json(changes))
            assert markdown(changes)


def _run_fix(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "events").mkdir()
        unpack(data, Path(folder), inputs.FILES)
        documents = load(Path(folder), Path(folder) / "events").documents
        for fix in fixes("events", documents, ()):
            assert parse_yaml(fix.path, fix.text.encode()).data == documents[fix.path].data


TARGETS = {
    "yaml": Target(
        lambda r: inputs.record_text(r, r.choice(list(inputs.FILES.values()))).encode(
            "utf-8", "surrogatepass"
        ),
        _run_yaml,
    ),
    "dates": Target(lambda r: inputs.text(r).encode("utf-8", "surrogatepass"), _run_date),
    "check": Target(lambda r: pack(inputs.project(r)), _run_check),
    "crowded": Target(_crowded, _run_crowded),
    "build": Target(lambda r: pack(inputs.project(r)), _run_build),
    "diff": Target(lambda r: pack(inputs.project(r)), _run_diff),
    "fix": Target(lambda r: pack(inputs.project(r)), _run_fix),
    **IMPORTS,
}
