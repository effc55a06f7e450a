"""Delimited text of any dialect to rows of cells: what encoding it has, and what parts its cells.

Spreadsheet programs write commas, semicolons or tabs, by the language of the computer; a first line
`sep=;`, or none; in UTF-8 with a mark or without, in UTF-16, or in a Windows code page.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

DELIMITERS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The six letters in which Turkish Windows (cp1254) is not that of Western Europe (cp1252).
_TURKISH = frozenset(b"\xd0\xdd\xde\xf0\xfd\xfe")
_PAGES = "--encoding cp1252 (Western Europe), cp1254 (Turkish), cp1256 (Arabic), cp1251 …"
_LOOKED_AT = 100
_MAX_OF_OTHER_SCRIPTS = 0.5
"""Where so many letters are none of ASCII, a guess of Western letters would be wrong."""


class UnsuitableText(Exception):
    """The bytes cannot be read as text; the message says why, and what to do."""


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text of some bytes, and the code page if it had to be guessed, else nothing.

    `encoding` is what somebody says of them. UnsuitableText where they are something else.
    """
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], marked), ""
    if encoding is not None:
        return _decoded(content, encoding), ""
    for nul, unmarked in ((1, "utf-16-le"), (0, "utf-16-be")):
        pairs = content[:200]
        if len(pairs) > 3 and pairs[nul::2].count(0) > len(pairs) // 4:
            return _decoded(content, unmarked), ""
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        reason = f"byte {error.start + 1} is not UTF-8"
    page = "cp1254" if _TURKISH.intersection(content) else "cp1252"
    text = content.decode(page, errors="replace")
    letters = [character for character in text if character.isalpha()]
    others = sum(not letter.isascii() for letter in letters)
    if "\ufffd" in text or "\0" in text or others > _MAX_OF_OTHER_SCRIPTS * len(letters):
        raise UnsuitableText(f"{reason}: save the file as UTF-8, or name its code page: {_PAGES}")
    return text, page


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except LookupError:
        raise UnsuitableText(f"no encoding is called {encoding!r}: such as {_PAGES}") from None
    except UnicodeDecodeError as error:
        raise UnsuitableText(f"byte {error.start + 1} is not {encoding}") from None


def read_cells(text: str) -> Iterator[list[str]]:
    """Yield the cells of each line of a table; a line `sep=` is none. Raises csv.Error."""
    delimiter = None
    first, line_end, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) <= 5:
        delimiter = first.rstrip("\r")[4:5] or "\t"
        text = rest if line_end else ""
    delimiter = delimiter or _delimiter_of(text)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter_of(text: str) -> str:
    """Return what parts the cells: with it, most of the first rows are as wide as the header."""

    def fit(delimiter: str) -> tuple[int, int]:
        rows = _first_rows(text, delimiter)
        width = len(rows[0]) if rows else 0
        return (sum(len(row) == width for row in rows) if width > 1 else 0), width

    best = max(DELIMITERS, key=fit)
    header = _first_rows(text, ",")
    # Where rows end early, a comma that parts the header is as good as any.
    return "," if header and len(header[0]) > 1 and fit(best)[0] <= fit(",")[0] else best


def _first_rows(text: str, delimiter: str) -> Sequence[list[str]]:
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows += islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT)
    return [row for row in rows if any(cell.strip() for cell in row)]
