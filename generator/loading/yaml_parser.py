"""The text of a YAML file to plain data, and where wanted to the place of every value.

Read through the event stream, and as text: every scalar arrives as the characters that stand in
the file (a plain one for nothing as None), so that `2022-12`, `NO`, `1:30` and `010` stay what they
are. The subset is small on purpose: no anchors, aliases, merge keys, tags, second documents or
doubled keys.
The stream is iterative and bounded, so no file can exhaust the process.
"""

import re
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
from generator.model.problems import Location
from generator.support.plain_text import character_name

MAX_DEPTH = 32
MAX_NODES = 50_000

# What stands between a text and a # that has a word behind it.
_CUT = re.compile(r"(?<![ \t])[ \t]++(?=#[^\s#])")
# What YAML allows in no file; without this, its reader would not say where.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain scalars for nothing, by the core schema of YAML 1.2, section 10.3.2."""

Positions = dict[Location, tuple[int, int, int, int]]
"""Line and column of the beginning of each value, and of its end."""


class _Stop(Exception):
    """The rest of the file is not read."""


class YamlParser:
    """Builds plain data from the events of one text, and where wanted the places of it.

    The places of values and of keys are put into the mappings that are given for them.
    """

    def __init__(self, values: Positions | None = None, keys: Positions | None = None) -> None:
        self.data: Any = None
        """Dicts, lists, text and None; None also where nothing could be read."""
        self.errors: list[tuple[int, int, str, str, str]] = []
        """What is wrong, as line, column, code, message and way out, in the order of the text."""
        self.has_empty = False
        """Whether a None stands in the data."""
        self._values = values
        self._key_places = keys
        # The open lists and mappings, and for each mapping the key that was read last.
        self._open: list[Any] = [[]]
        self._keys: list[str | None] = [None]
        self._twice: set[int] = set()
        """How deep the open items of lists lie that have a key twice."""

    def parse(self, text: str) -> None:
        """Read the text; where that cannot be done, there is no data, and `errors` tell why.

        A parser reads one text.
        """
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
