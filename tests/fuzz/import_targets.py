"""Fuzzed: every reader of other people's files, and of the files that translators write."""

import io
import json
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from datetime import date
from pathlib import Path
from random import Random

from generator.adapters.cli.import_table import TableOptions, table_reader
from generator.authoring.imports import READERS
from generator.authoring.imports.base import ImportedFile, UnsuitableFile
from generator.authoring.imports.drafts import Drafts
from generator.authoring.imports.name_matching import Registries
from generator.authoring.saved_source import SourceFileError, read_source
from generator.exports.event_tables import ACCOUNTS, EVENTS, FIGURES
from generator.exports.registry_tables import REGISTRY_TABLES
from generator.model.records import Chronology, Settings
from generator.rendering.language.catalogues import read_catalogue
from tests.fuzz import inputs
from tests.fuzz.target import Target, pack, unpack

_TABLES = (EVENTS, ACCOUNTS, FIGURES, *REGISTRY_TABLES)
_DAY = date(2026, 1, 9)
_NOTHING = Chronology("events", Settings(title="A"), {}, {}, {}, ())


def _import(registries: Registries, file: Path, imported: ImportedFile) -> None:
    """Make drafts of what was read, as the command does."""
    drafts = Drafts(file.parent / "none", registries, file, imported, _DAY)
    while unsound := drafts.unsound():
        drafts.leave_out(unsound)
    drafts.files()
    assert all(len(line.splitlines()) == 1 for line in drafts.report.lines)


def _run_import(form: str, name: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as work:
            file = Path(work) / name
            if form == "csv":
                unpack(data, file.parent, {f"{table.name}.csv" for table in _TABLES})
            else:
                file.write_bytes(data)
            registries = Registries(_NOTHING)
            with suppress(UnsuitableFile):
                if file.is_file():
                    _import(registries, file, READERS[form](file, registries))

    return run


def _run_table(data: bytes) -> None:
    """Read a spreadsheet, and the map of its columns, which somebody may have written."""
    with tempfile.TemporaryDirectory() as work:
        unpack(data, Path(work), {"a.csv", "a.map.yml"})
        file, options = Path(work) / "a.csv", TableOptions((), None, None, None, {})
        if (Path(work) / "a.map.yml").is_file():
            options = TableOptions((str(file.with_name("a.map.yml")),), None, None, None, {})
        with suppress(UnsuitableFile), redirect_stderr(io.StringIO()):
            if file.is_file():
                _, registries, imported = table_reader(file, Path(work), _NOTHING, options)
                _import(registries, file, imported)


def _run_source(data: bytes) -> None:
    with suppress(SourceFileError):  # and nothing else
        read_source(data)


def _run_catalogue(data: bytes) -> None:
    """Read a catalogue; a translator is told what is wrong with it by a ValueError."""
    with tempfile.TemporaryDirectory() as work:
        file = Path(work) / "de.po"
        file.write_bytes(data)
        with suppress(ValueError):
            read_catalogue(file, "de")


def _slides(random: Random) -> bytes:
    slide = {
        "start_date": {"year": "2001", "month": "2", "day": "3"},
        "end_date": {"year": "2002"}, "text": {"headline": "One", "text": "Two"}, "group": "g",
    }  # fmt: skip
    slides = [inputs.mutated(random, slide) for _ in range(random.randrange(4))]
    document = inputs.mutated(random, {"events": slides, "title": slide, "eras": [slide]})
    return inputs.broken(random, json.dumps(document)).encode("utf-8", "surrogatepass")


def _tables(random: Random) -> bytes:
    return pack(
        {
            f"{table.name}.csv": inputs.table(random, tuple(c.name for c in table.columns))
            for table in _TABLES
        }
    )


_COLUMNS = (
    "Nr.", "Datum", "Bis", "Uhrzeit", "Titel", "Beschreibung", "Ort", "Breite", "Tote", "Quelle",
    "Link", "Beteiligte", "Tags", "date", "title", "text", "killed", "lat", "lon", "media",
)  # fmt: skip


def _table(random: Random) -> bytes:
    files = {"a.csv": inputs.table(random, _COLUMNS).replace(",", random.choice(",;\t|"))}
    if random.random() < 0.3:
        columns = {"columns": {"date": ["Datum"], "title": ["Titel"]}, "dates": "dmy"}
        files["a.map.yml"] = inputs.broken(random, json.dumps(inputs.mutated(random, columns)))
    return pack(files)


def _references(random: Random) -> bytes:
    item = {
        "id": "a", "type": "article-newspaper", "title": "One", "container-title": "Gazette",
        "author": [{"family": "A", "given": "B"}], "URL": "https://made.example/",
        "issued": {"date-parts": [[2001, 2, 3]]}, "accessed": {"raw": "3 May 2001"},
    }  # fmt: skip
    data = inputs.mutated(random, [item, inputs.mutated(random, item)])
    return inputs.broken(random, json.dumps(data)).encode("utf-8", "surrogatepass")


def _page(random: Random) -> bytes:
    facts = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "One",
        "datePublished": "2001-02-03", "author": {"name": "A"}, "publisher": {"name": "Gazette"},
    }  # fmt: skip
    html = (
        f'<!doctype html><html lang="en"><head><title>{inputs.text(random)}</title>'
        f'<meta property="og:title" content="{inputs.text(random)}"><script type='
        f'"application/ld+json">{json.dumps(inputs.mutated(random, facts))}</script></head>'
        f"<body><p>{inputs.text(random)}<p><a>{inputs.text(random)}</article></body></html>"
    )
    return inputs.broken(random, html).encode("utf-8", "surrogatepass")


def _catalogue(random: Random) -> bytes:
    texts = [json.dumps(f"%(a)s {inputs.text(random)}"[:80]) for _ in range(4)]
    po = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        f"#, python-format\nmsgid {texts[0]}\nmsgstr {texts[1]}\n\n"
        f"msgctxt {texts[2]}\nmsgid {texts[2]}\nmsgid_plural {texts[3]}\n"
        f"msgstr[0] {texts[1]}\nmsgstr[1] {texts[3]}\n"
    )
    return inputs.broken(random, po).encode("utf-8", "surrogatepass")


_UCDP = (
    "id", "year", "type_of_violence", "side_a", "side_b", "date_prec", "date_start", "date_end",
    "best", "low", "high", "latitude", "longitude", "where_coordinates", "source_article",
)  # fmt: skip
IMPORTS = {
    "timelinejs": Target(_slides, _run_import("timelinejs", "a.json")),
    "tables": Target(_tables, _run_import("csv", "events.csv")),
    "ucdp": Target(lambda r: inputs.table(r, _UCDP).encode(), _run_import("ucdp", "a.csv")),
    "csl": Target(_references, _run_import("csl", "a.json")),
    "table": Target(_table, _run_table),
    "source": Target(_page, _run_source),
    "catalogue": Target(_catalogue, _run_catalogue),
}
