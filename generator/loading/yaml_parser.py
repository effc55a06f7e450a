"""The text of a YAML file to plain data, and where wanted to the place of every value.

Read through the event stream, and as text: every scalar arrives as the characters that stand in
the file (a plain one for nothing as None), so that `2022-12`, `NO`, `1:30` and `010` stay what they
are. The subset is small on purpose: no anchors, aliases, merge keys, tags, second documents or
doubled keys.
Depth and number of values are bounded, so no file can exhaust the process. A text with nothing odd
in it, of which only the data is wanted, goes the way of `usual_yaml`, which is quicker.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from yaml import (
    AliasEvent,
    CSafeLoader,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
    YAMLError,
)

from generator.loading.usual_yaml import NOTHING, Odd, read_usual
from generator.loading.yaml_errors import CUT, LINE_END, explain, explain_cut
from generator.model.problems import Location
from generator.support.plain_text import character_name

MAX_DEPTH = 32
MAX_NODES = 50_000

# What YAML allows in no file; without this, its reader would not say where.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)

# What could begin an anchor or a tag; seldom so within a word.
_PROPERTY = re.compile(r"(?<!\w)[&!]")

_AROUND = frozenset((StreamStartEvent, DocumentEndEvent, StreamEndEvent))
"""Events that hold nothing."""

Positions = dict[Location, tuple[int, int, int, int]]
"""Line and column of the beginning of each value, and of its end."""


class _Stop(Exception):
    """The rest of the file is not read."""


class YamlParser:
    """Builds plain data from the events of one text, and where wanted the places of it.

    Lists and mappings call each other, as deep as they may nest. The places of values and of keys
    are put into the mappings that are given for them.
    """

    def __init__(self, values: Positions | None = None, keys: Positions | None = None) -> None:
        self.data: Any = None
        """Dicts, lists, text and None; None also where nothing could be read."""
        self.errors: list[tuple[int, int, str, str, str]] = []
        """What is wrong, as line, column, code, message and way out, in the order of the text."""
        self.has_empty = False
        """Whether a None stands in the data."""
        self._values = values
        self._keys = keys
        self._next: Callable[[], Any] = lambda: None
        self._lines: list[str] = []
        """The lines of the text, where something could be cut in them."""
        self._nodes = 0
        # Where the open lists and mappings stand: 0 for the outermost, then indices and keys.
        self._path: list[str | int] = []
        self._twice: set[int] = set()
        """How deep the open items of lists lie that have a key twice."""

    def parse(self, text: str) -> None:
        """Read the text; where that cannot be done, there is no data, and `errors` tell why.

        A parser reads one text.
        """
        has_cut = (" #" in text or "\t#" in text) and CUT.search(text)
        has_property = ("&" in text or "!" in text) and _PROPERTY.search(text)
        if not (has_cut or has_property or self._values is not None):
            with suppress(Odd):
                self.data, self.has_empty = read_usual(text, MAX_DEPTH)
                return
        is_printable = text.replace("\n", "").isprintable()  # no more than YAML allows, and quick
        if not is_printable and (bad := _UNPRINTABLE.search(text)):
            before = LINE_END.split(text[: bad.start()])
            message = f"an unprintable character, {character_name(bad[0])}, stands here"
            self.errors.append((len(before), len(before[-1]) + 1, "E112", message, "delete it"))
            return
        self._lines = LINE_END.split(text) if has_cut else []
        try:
            self.data = self._build(text)
        except _Stop:
            return
        except MarkedYAMLError as error:
            line, column, what, way_out = explain(error, text)
            self.errors.append((line, column, "E103", what, way_out))
            return
        except YAMLError as error:
            what = f"this is not YAML: {str(error).splitlines()[0]}"
            self.errors.append((1, 1, "E103", what, "check the first lines"))

    def _build(self, text: str) -> Any:
        """Return the data of the text. Raises _Stop where the rest is not worth reading."""
        self._next = CSafeLoader(text).get_event
        data = None
        documents = 0
        while (event := self._next()) is not None:
            kind = type(event)
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    way_out = "make it a file; or delete the line ---, where nothing is behind it"
                    self._error(event, "E104", "a second document begins", way_out)
                    raise _Stop
            elif kind not in _AROUND:
                data = self._value(event, 0)
        return data

    def _mapping(self) -> dict[str, Any]:
        """Return the mapping whose beginning has been read."""
        mapping: dict[str, Any] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._key(event, mapping)
            mapping.setdefault(key, self._value(self._next(), key))
        self._twice.discard(len(self._path))
        return mapping

    def _list(self) -> list[Any]:
        """Return the list whose beginning has been read."""
        items: list[Any] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._value(event, len(items)))
        return items

    def _value(self, event: Any, at: str | int) -> Any:
        """Return the value that begins with an event, behind its key or at its place in a list."""
        path, kind = self._path, type(event)
        path.append(at)
        value: Any = self._text(event)
        if self._values is not None:
            self._mark_position(self._values, event)
        self._count(event)
        is_scalar = kind is ScalarEvent or kind is AliasEvent
        if not is_scalar and len(path) > MAX_DEPTH:
            way_out = "close the brackets, or quote the text"
            self._error(event, "E105", f"lists nest deeper than {MAX_DEPTH}", way_out)
            raise _Stop
        if kind is not AliasEvent and event.tag is not None:
            self._refuse_tag(event)
        if kind is MappingStartEvent:
            value = self._mapping()
        elif kind is SequenceStartEvent:
            value = self._list()
        path.pop()
        return value

    def _key(self, event: Any, mapping: dict[str, Any]) -> str:
        """Return a key, and note what is odd about it. Raises _Stop where it is no text."""
        key = self._text(event)
        if key is None:
            self._error(event, "E106", "a key must be text", "write a word before the colon")
            raise _Stop
        if key == "<<" and event.implicit[0]:
            self._error(event, "E107", "merge keys are not read", "write the keys out")
        elif key in mapping:
            self._note_twice(event, key)
        if self._keys is not None:
            self._path.append(key)
            self._mark_position(self._keys, event)
            self._path.pop()
        self._count(event)
        if event.tag is not None:
            self._refuse_tag(event)
        return key

    def _text(self, event: Any) -> str | None:
        """Return the text of a scalar; None for nothing, and for what is no scalar."""
        kind = type(event)
        if kind is AliasEvent:
            self._error(event, "E107", "aliases are not read", "quote the text that has a *")
            self.has_empty = True
            return None
        text: str | None = None
        if kind is ScalarEvent:
            text = event.value
            if event.implicit[0]:
                if self._lines and (cut := explain_cut(event.end_mark, self._lines)):
                    line, column, what, way_out = cut
                    self.errors.append((line, column, "E114", what, way_out))
                # A plain scalar may say that there is nothing; a quoted one is always a text.
                if text in NOTHING:
                    text = None
                    self.has_empty = True
        if event.anchor is not None:
            self._error(event, "E107", "anchors are not read", "quote the text that has an &")
        return text

    def _count(self, event: Any) -> None:
        """Count a value or a key. Raises _Stop where there are too many."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._error(event, "E105", f"the file has over {MAX_NODES:,} values", "split it")
            raise _Stop

    def _refuse_tag(self, event: Any) -> None:
        self._error(event, "E107", "tags are not read", "quote the text that has a !")

    def _note_twice(self, event: Any, key: str) -> None:
        """Note a key that stands twice: in an item of a list a second item may begin with it.

        All its keys stand twice then, and the first one is told.
        """
        message, way_out = f"the key {key[:60]!r} stands twice", "keep one of them"
        if len(self._path) > 1 and type(self._path[-1]) is int:
            if len(self._path) in self._twice:
                return
            self._twice.add(len(self._path))
            way_out = (
                "if a second item begins here, put a hyphen and a space before its first key, or "
                "between braces write }, { before it; else keep one of the two"
            )
        self._error(event, "E108", message, way_out)

    def _mark_position(self, marks: Positions, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        marks.setdefault(tuple(self._path[1:]), place)

    def _error(self, event: Any, code: str, message: str, way_out: str) -> None:
        mark = event.start_mark
        self.errors.append((mark.line + 1, mark.column + 1, code, message, way_out))
