"""One file of YAML: its text, its plain data, and the line and column of every value on demand.

The data and the places are kept for the last few texts alone, and else read again.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from generator.loading.yaml_errors import LINE_END
from generator.loading.yaml_parser import Positions, YamlParser
from generator.model.problems import Location, Problem

MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file, and what can be read in it."""

    path: str
    content: bytes
    """The file's bytes; empty where nothing was read of it."""
    problems: tuple[Problem, ...]
    """What is wrong with it as YAML, in the order of the file."""
    has_empty: bool = False
    """Whether a None stands in the data."""

    @property
    def text(self) -> str:
        """The text, without a byte order mark."""
        return _text(self.content)

    @property
    def data(self) -> Any:
        """The plain data: dicts, lists, text and None; None also where nothing could be read.

        It is kept for the last few texts alone, and else read again: whoever has made records of it
        seldom asks for it, and that of many files takes more memory than their texts.
        """
        return _read(self.content).data

    def place(self, location: Location, on_key: bool = False) -> tuple[int, int]:
        """Return line and column of a value of this file, or of the nearest one that holds it."""
        values, keys = _positions(self.content)
        if on_key and location in keys:
            return keys[location][:2]
        while location and location not in values:
            location = location[:-1]
        return values[location][:2] if location else (1, 1)

    def span(self, location: Location, on_key: bool = False) -> tuple[int, int] | None:
        """Return where in the text a value, or its key, begins and ends; of a list, its bracket.

        None where there is no such value.
        """
        values, keys = _positions(self.content)
        place = (keys if on_key else values).get(location)
        if place is None:
            return None
        starts = [0, *(end.end() for end in LINE_END.finditer(self.text))]
        line, column, end_line, end_column = place
        return starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1

    def problem_at(self, line: int, column: int, code: str, message: str, way_out: str) -> Problem:
        """Return a problem at a line and a column, with that line quoted."""
        lines = _lines(self.content)
        quote = lines[line - 1] if line <= len(lines) else ""
        return Problem(self.path, line, column, code, message, way_out, quote)


def parse_yaml(path: str, content: bytes) -> Document:
    """Return one file as plain data; what is wrong is in its problems, never raised."""
    if len(content) > MAX_BYTES:
        return problem_document(path, "E101", f"the file has over {MAX_BYTES:,} bytes", "split it")
    try:
        read = _read(content)
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8"
        return problem_document(path, "E102", message, "save the file as UTF-8")
    document = Document(path, content, (), read.has_empty)
    problems = tuple(document.problem_at(*error) for error in read.errors)
    return replace(document, problems=problems) if problems else document


def problem_document(path: str, code: str, message: str, way_out: str) -> Document:
    """Return a file of which nothing was read, and why: a problem of the whole file."""
    return Document(path, b"", (Problem(path, 1, 1, code, message, way_out),))


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig")


# By the bytes, which are hashed once: a text would be a new one for each problem of a file.
@lru_cache(maxsize=8)
def _lines(content: bytes) -> tuple[str, ...]:
    """Return the lines of a file, split once for all its problems."""
    return tuple(LINE_END.split(_text(content)))


@lru_cache(maxsize=8)
def _read(content: bytes) -> YamlParser:
    """Return what has read the data of a file. Raises UnicodeDecodeError."""
    parser = YamlParser()
    parser.parse(_text(content))
    return parser


@lru_cache(maxsize=8)
def _positions(content: bytes) -> tuple[Positions, Positions]:
    """Return the places of all values and of all keys.

    The file is read again for it, since few files have a problem.
    """
    values: Positions = {}
    keys: Positions = {}
    YamlParser(values, keys).parse(_text(content))
    return values, keys
