"""YAML bytes to plain data, with the line and column of every value on demand.

Read through the event stream, and as text: every scalar arrives as the characters that stand in
the file (a plain one for nothing as None), so that `2022-12`, `NO`, `1:30` and `010` stay what they
are. The subset is small on purpose: no anchors, aliases, merge keys, tags, second documents or
doubled keys.
The stream is iterative and bounded, so no file can exhaust the process.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from yaml import (
    AliasEvent,
    CSafeLoader,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)

from generator.loading.yaml_errors import LINE_END, explain
from generator.model.problems import Location, Problem
from generator.support.plain_text import character_name

MAX_BYTES = 1_000_000
MAX_DEPTH = 32
MAX_NODES = 50_000

# What YAML allows in no file; without this, its reader would not say where.
_CUT = re.compile(r"(?<![ \t])[ \t]++(?=#[^\s#])")
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain scalars for nothing, by the core schema of YAML 1.2, section 10.3.2."""

Positions = dict[Location, tuple[int, int, int, int]]
"""Line and column of the beginning of each value, and of its end."""


class _Stop(Exception):
    """The rest of the file is not read."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file, and what can be read in it."""

    path: str
    text: str
    problems: tuple[Problem, ...]
    """What is wrong with it as YAML, in the order of the file."""
    has_empty: bool = False
    """Whether a None stands in the data."""

    @property
    def data(self) -> Any:
        """The plain data: dicts, lists, text and None; None also where nothing could be read.

        It is kept for the last few texts alone, and else read again: whoever has made records of it
        seldom asks for it, and that of many files takes more memory than their texts.
        """
        return _read(self.text).data

    def place(self, location: Location, on_key: bool = False) -> tuple[int, int]:
        """Return line and column of a value of this file, or of the nearest one that holds it."""
        values, keys = _positions(self.text)
        if on_key and location in keys:
            return keys[location][:2]
        while location and location not in values:
            location = location[:-1]
        return values[location][:2] if location else (1, 1)

    def span(self, location: Location, on_key: bool = False) -> tuple[int, int] | None:
        """Return where in the text a value, or its key, begins and ends; of a list, its bracket.

        None where there is no such value.
        """
        values, keys = _positions(self.text)
        place = (keys if on_key else values).get(location)
        if place is None:
            return None
        starts = [0, *(end.end() for end in LINE_END.finditer(self.text))]
        line, column, end_line, end_column = place
        return starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1

    def problem_at(self, line: int, column: int, code: str, message: str, way_out: str) -> Problem:
        """Return a problem at a line and a column, with that line quoted."""
        lines = _lines(self.text)
        quote = lines[line - 1] if line <= len(lines) else ""
        return Problem(self.path, line, column, code, message, way_out, quote)


def parse_yaml(path: str, content: bytes) -> Document:
    """Return one file as plain data; what is wrong is in its problems, never raised."""
    if len(content) > MAX_BYTES:
        return problem_document(path, "E101", f"the file has over {MAX_BYTES:,} bytes", "split it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8"
        return problem_document(path, "E102", message, "save the file as UTF-8")
    read = _read(text)
    document = Document(path, text, (), read.has_empty)
    problems = tuple(document.problem_at(*error) for error in read.errors)
    return replace(document, problems=problems) if problems else document


def problem_document(path: str, code: str, message: str, way_out: str) -> Document:
    """Return a file of which nothing was read, and why: a problem of the whole file."""
    return Document(path, "", (Problem(path, 1, 1, code, message, way_out),))


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text, split once for all its problems."""
    return tuple(LINE_END.split(text))


@lru_cache(maxsize=8)
def _read(text: str) -> "_Reader":
    """Return what has read the data of a text."""
    reader = _Reader()
    reader.read(text)
    return reader


@lru_cache(maxsize=8)
def _positions(text: str) -> tuple[Positions, Positions]:
    """Return the places of all values and of all keys.

    The text is read again for it, since few files have a problem.
    """
    values: Positions = {}
    keys: Positions = {}
    _Reader(values, keys).read(text)
    return values, keys


class _Reader:
    """Builds plain data from the events of one text, and where wanted the places of it."""

    def __init__(self, values: Positions | None = None, keys: Positions | None = None) -> None:
        self.data: Any = None
        self.errors: list[tuple[int, int, str, str, str]] = []
        self.has_empty = False
        self._values = values
        self._key_places = keys
        # The open lists and mappings, and for each mapping the key that was read last.
        self._open: list[Any] = [[]]
        self._keys: list[str | None] = [None]
        self._twice: set[int] = set()
        """How deep the open items of lists lie that have a key twice."""

    def read(self, text: str) -> None:
        """Read the text; where that cannot be done, there is no data, and `errors` tell why."""
        if bad := _UNPRINTABLE.search(text):
            before = LINE_END.split(text[: bad.start()])
            message = f"an unprintable character, {character_name(bad[0])}, stands here"
            self.errors.append((len(before), len(before[-1]) + 1, "E112", message, "delete it"))
            return
        root: list[Any] = self._open[0]
        try:
            self._build(text)
        except _Stop:
            return
        except MarkedYAMLError as error:
            line, column, what, way_out = explain(error, text)
            self.errors.append((line, column, "E103", what, way_out))
            return
        except YAMLError as error:
            what = f"this is not YAML: {str(error).splitlines()[0]}"
            self.errors.append((1, 1, "E103", what, "check the first lines"))
            return
        self.data = root[0] if root else None

    def _build(self, text: str) -> None:
        """Go through the events of the stream. Raises _Stop where the rest is not worth reading.

        Most of the time of a check is spent here, so what is usual takes no further call.
        """
        nodes = documents = 0
        # Rare, so looked for at values only where the file has it somewhere.
        has_cut = " #" in text or "\t#" in text
        cut = LINE_END.split(text) if has_cut and _CUT.search(text) else []
        open_, keys, values = self._open, self._keys, self._values
        parent: Any = open_[0]  # the innermost list or mapping
        key: str | None = None  # of a mapping, the key whose value comes next
        value: Any
        event: Any
        for event in iter(CSafeLoader(text).get_event, None):
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if event.implicit[0]:
                    if cut:
                        self._find_cut(event, cut)
                    # A plain scalar may say that there is nothing; a quoted one is always a text.
                    if value in _NOTHING:
                        value = None
                        self.has_empty = True
            elif kind is SequenceStartEvent:
                value = []
            elif kind is MappingStartEvent:
                value = {}
            elif kind is SequenceEndEvent or kind is MappingEndEvent:
                self._twice.discard(len(open_))
                open_.pop()
                keys.pop()
                parent, key = open_[-1], None
                continue
            elif kind is AliasEvent:
                self._error(event, "E107", "aliases are not read", "quote the text that has a *")
                value = None
                self.has_empty = True
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    way_out = "make it a file; or delete the line ---, where nothing is behind it"
                    self._error(event, "E104", "a second document begins", way_out)
                    raise _Stop
                continue
            else:
                continue
            if event.anchor is not None and kind is not AliasEvent:
                self._error(event, "E107", "anchors are not read", "quote the text that has an &")
            # A value belongs behind its key, or at the end of its list; or it is a key.
            if key is None and type(parent) is dict:
                if type(value) is not str or value in parent or value == "<<":
                    self._note_key(event, value)
                key = keys[-1] = value
                if self._key_places is not None:
                    self._mark_position(self._key_places, event)
            else:
                if values is not None:
                    self._mark_position(values, event)
                if key is None:
                    parent.append(value)
                else:
                    parent.setdefault(key, value)
                    key = None
                if type(value) is list or type(value) is dict:
                    parent = value
                    open_.append(value)
                    keys.append(None)
            nodes += 1
            if nodes > MAX_NODES:
                self._error(event, "E105", f"the file has over {MAX_NODES:,} values", "split it")
                raise _Stop
            if len(open_) > MAX_DEPTH + 1:
                way_out = "close the brackets, or quote the text"
                self._error(event, "E105", f"lists nest deeper than {MAX_DEPTH}", way_out)
                raise _Stop
            if kind is not AliasEvent and event.tag is not None:
                self._error(event, "E107", "tags are not read", "quote the text that has a !")

    def _note_key(self, event: Any, key: Any) -> None:
        """Note what is odd about a key. Raises _Stop where it is no text."""
        if type(key) is not str:
            self._error(event, "E106", "a key must be text", "write a word before the colon")
            raise _Stop
        if key == "<<" and event.implicit[0]:
            self._error(event, "E107", "merge keys are not read", "write the keys out")
        elif key in self._open[-1]:
            self._note_twice(event, key)

    def _find_cut(self, event: Any, lines: list[str]) -> None:
        """Note a text that YAML ends at a # as if a comment began there: no comment begins so."""
        mark = event.end_mark
        if mark.line == len(lines):  # an empty value at the end, which libyaml puts on a line more
            return
        if cut := _CUT.match(lines[mark.line], mark.column):
            column = cut.end() + 1
            lost = lines[mark.line][cut.end() :].strip()[:30]
            what = f"a comment begins here, and {lost!r} is no part of the text"
            way_out = "put the text between quotes; or a space behind the #, if it is a comment"
            self.errors.append((mark.line + 1, column, "E114", what, way_out))

    def _note_twice(self, event: Any, key: str) -> None:
        """Note a key that stands twice: in an item of a list a second item may begin with it.

        All its keys stand twice then, and the first one is told.
        """
        message, way_out = f"the key {key[:60]!r} stands twice", "keep one of them"
        if len(self._open) > 2 and type(self._open[-2]) is list:
            if len(self._open) in self._twice:
                return
            self._twice.add(len(self._open))
            way_out = (
                "if a second item begins here, put a hyphen and a space before its first key, or "
                "between braces write }, { before it; else keep one of the two"
            )
        self._error(event, "E108", message, way_out)

    def _mark_position(self, marks: Positions, event: Any) -> None:
        # Every open list but the innermost already holds the item that is being read.
        parts = [
            len(value) - 1 if type(value) is list else key or ""
            for value, key in zip(self._open, self._keys, strict=True)
        ]
        if type(self._open[-1]) is list:
            parts[-1] = len(self._open[-1])
        start, end = event.start_mark, event.end_mark
        place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        marks.setdefault(tuple(parts[1:]), place)

    def _error(self, event: Any, code: str, message: str, way_out: str) -> None:
        mark = event.start_mark
        self.errors.append((mark.line + 1, mark.column + 1, code, message, way_out))
