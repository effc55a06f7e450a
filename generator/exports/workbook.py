"""All tables as one workbook for spreadsheet programs: Office Open XML (ECMA-376), written here.

Every cell that is no number is text, so nothing in it runs as a formula or becomes a date. Same
input, same bytes: no time stamp, no author. openpyxl, which reads the file in the tests, takes some
25 times as long to write the same cells.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from generator.exports.base import Format
from generator.exports.columns import Cell
from generator.exports.table import Row, Rows, Table
from generator.exports.tables import CODEBOOK, DATA_TABLES, table_rows
from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache

PATH = "data/chronology.xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEETS: tuple[Table, ...] = (CODEBOOK, *DATA_TABLES)
"""What the columns mean stands first."""
LONGEST = 32_767
"""As many characters fit into a cell (Excel's limit); the rest of a text stands in the CSV."""

_ROWS_AT_ONCE = 500
_TEXTS_AT_ONCE = 5_000
_NS = "http://schemas.openxmlformats.org"
_DOCUMENT = f"{_NS}/officeDocument/2006/relationships"
_MAIN = f"{_NS}/spreadsheetml/2006/main"
_PACKAGE = f"{_NS}/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN, _CLOSE = '<t xml:space="preserve">', "</t>"
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/chronology.xlsx`."""
    yield Output(PATH, partial(workbook, chronology, cache), chronology.folder)


def workbook(chronology: Chronology, cache: Cache) -> bytes:
    """Return the bytes of the file."""
    return _workbook(table_rows(chronology, cache))


def _sheet(table: Table, rows: Sequence[Row], cells: "_Cells") -> Iterator[bytes]:
    """Yield a table as the XML of a sheet, in pieces: the whole takes far more room than the file.

    It has a head that stays in view, then its rows.
    """
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        "</sheetView></sheetViews><sheetData>"
    ).encode()
    head = b"".join(cells[column.name] for column in table.columns)
    yield b"<row>%b</row>" % head.replace(b's="2"', b's="1"')
    xml = cells.__getitem__
    for n in range(0, len(rows), _ROWS_AT_ONCE):
        written = [b"".join(map(xml, row)) for row in rows[n : n + _ROWS_AT_ONCE]]
        yield b"<row>%b</row>" % b"</row><row>".join(written)
    yield b"</sheetData></worksheet>"


class _Cells(dict[Cell, bytes]):
    """The XML of cells by what they hold: most stand in many rows. Texts stand in one table."""

    def __init__(self) -> None:
        super().__init__({None: b"<c/>"})
        self.texts: list[str] = []
        """The texts of that table, in their order."""

    def __missing__(self, cell: Cell) -> bytes:
        if not isinstance(cell, str):  # 12 and 12.0 are one number, here and as a key
            xml = f"<c><v>{str(cell).removesuffix('.0')}</v></c>"
        elif "_x" in cell:  # readers do not agree on what that is in the table of texts
            xml = f'<c s="2" t="inlineStr"><is>{_OPEN}{_escaped(_cut(cell))}{_CLOSE}</is></c>'
        else:
            xml = f'<c s="2" t="s"><v>{len(self.texts)}</v></c>'
            self.texts.append(_cut(cell))
        self[cell] = written = xml.encode()
        return written


def _cut(text: str) -> str:
    """Return a text no longer than a cell can hold."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _escaped(text: str) -> str:
    """Return a text without characters of XML, and without what a cell reads as an escape."""
    for character, written in _ESCAPES.items():
        text = text.replace(character, written)
    return _ESCAPE.sub(r"_x005F\g<0>", text)


def _workbook(rows: Rows) -> bytes:
    """Return all sheets as one file."""
    numbers = range(1, len(SHEETS) + 1)
    links = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    links += [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    files = {
        "[Content_Types].xml": _types(numbers),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _index(),
        "xl/_rels/workbook.xml.rels": _relations(links),
        "xl/styles.xml": _STYLES,
    }
    cells = _Cells()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:

        def write(name: str, parts: Iterable[bytes]) -> None:
            # An entry by its name alone is of 1980, the first day that a ZIP file can tell.
            with archive.open(name, "w") as file:
                for part in parts:
                    file.write(part)

        for name, text in files.items():
            write(name, [text.encode()])
        for n, table in zip(numbers, SHEETS, strict=True):
            write(f"xl/worksheets/sheet{n}.xml", _sheet(table, rows[table.name], cells))
        write("xl/sharedStrings.xml", _texts(cells))
    return packed.getvalue()


def _texts(cells: _Cells) -> Iterator[bytes]:
    """Yield the XML of the table of texts, once all sheets are written."""
    yield f'{_HEAD}<sst xmlns="{_MAIN}">'.encode()
    for n in range(0, len(cells.texts), _TEXTS_AT_ONCE):
        # No text has that character. Many are escaped at once: most have nothing to escape.
        texts = _escaped("\0".join(cells.texts[n : n + _TEXTS_AT_ONCE]))
        between = f"{_CLOSE}</si><si>{_OPEN}"
        yield f"<si>{_OPEN}{texts.replace(chr(0), between)}{_CLOSE}</si>".encode()
    yield b"</sst>"


def _types(numbers: Iterable[int]) -> str:
    parts = [("workbook.xml", "sheet.main"), ("styles.xml", "styles")]
    parts.append(("sharedStrings.xml", "sharedStrings"))
    parts += [(f"worksheets/sheet{n}.xml", "worksheet") for n in numbers]
    overrides = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_DOCUMENT}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _index() -> str:
    sheets = "".join(
        f'<sheet name="{table.name}" sheetId="{n}" r:id="r{n}"/>'
        for n, table in enumerate(SHEETS, 1)
    )
    spaces = f'xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"'
    return f"{_HEAD}<workbook {spaces}><sheets>{sheets}</sheets></workbook>"


# Format 49 is text: what somebody types into such a cell stays as typed.
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)

FORMAT = Format(
    "Workbook",
    "All tables as the sheets of one file for a spreadsheet program. Cells are text or numbers, so "
    "nothing in them runs or becomes another date; the first sheet says what each column means.",
    MEDIA_TYPE,
    write,
)
