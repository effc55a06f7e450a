"""What a YAML reader's error means to the person who wrote the file: where it is, and the way out.

The reader stops where it can go no further; people need the place where it went wrong.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import yaml
from yaml import CSafeLoader, MarkedYAMLError, ScalarEvent

from generator.model.slips import DASHES
from generator.support.plain_text import character_name

# What counts as the end of a line for a YAML reader, so that quoted lines fit its line numbers.
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
# What a merge leaves in a file where two versions of a line met.
_MERGE = re.compile("^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_SPACES = "\xa0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_KEY = r"[ \t]*(?:- )?[\w-]+[ \t]*"
# Characters that look like YAML's own, and what they were meant for.
_LOOK_ALIKES = (
    (re.compile(rf"[ \t]*([{_SPACES}])"), "indent with spaces from the keyboard"),
    (re.compile(rf"{_KEY}:([{_SPACES}])"), "write a space behind the colon"),
    (re.compile(rf"{_KEY}([\u02d0\u2236\ufe13\ufe55\uff1a])"), "write a colon and a space"),
    (
        re.compile(rf"[ \t]*([{DASHES}\u2022\u25cf\u25aa\u00b7\u2023*])"),
        "write a hyphen and a space",
    ),
    (re.compile(rf"[ \t]*-([{_SPACES}])"), "write a space behind the hyphen"),
    (re.compile(r"[ \t]*([0-9]{1,2}[.)]) "), "write a hyphen and a space"),
    (re.compile(r"[ \t]*[\w-]+: ?([\uff3b\uff5b])"), "write a bracket from the keyboard"),
)
FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})[\w-]*[ \t]*")
"""A line by which Markdown, and what copies from it, shows that code begins or ends."""
CUT = re.compile(r"(?<![ \t])[ \t]++(?=#[^\s#])")
"""What stands between a text and a # that has a word behind it."""
_BRACKETED_START = re.compile(r"[ ]*(?:- )?(?:[\w-]+: +)?[\[{].*[\]}][ ]*")
_LONE_KEY = re.compile(r"[ ]*(?:- )?[\w-]+")

_WAYS_OUT = {
    "": "check indentation, colons and quotes, here and in the line above",
    "mapping values are not allowed in this context": "quote a text that holds a colon, or put >- "
    "before it; a key's own colon has a space behind it, here and in the line above",
    "did not find expected key": "a quotation mark inside of a quoted text ends it: put the text "
    "behind >- without them; else mend the indentation, here and in the line above",
    "did not find expected '-' indicator": "indent it as far as the lines that it belongs to; "
    "in a list, each item has a hyphen",
    "could not find expected ':'": "write a colon and a space behind the key, and indent "
    "a text below it",
    "did not find expected ',' or '}'": "put a comma between the keys, and close the brace",
    "did not find expected ',' or ']'": "put a comma between the items, and close the bracket",
    "found unexpected end of stream": "close the quotation mark",
    "found character that cannot start any token": "quote the text: YAML keeps @, ` and % at "
    "the beginning of one for itself",
}

Explanation = tuple[int, int, str, str]
"""Line and column, what is wrong, and the way out."""


def explain_cut(end: Any, lines: Sequence[str]) -> Explanation | None:
    """Return what is wrong where YAML ends a text at a # as if a comment began: none begins so.

    `end` is the mark of where the plain text ends in the lines of the file.
    """
    # An empty value at the end of the file is put on a line more by libyaml.
    cut = CUT.match(lines[end.line], end.column) if end.line < len(lines) else None
    if cut is None:
        return None
    lost = lines[end.line][cut.end() :].strip()[:30]
    what = f"a comment begins here, and {lost!r} is no part of the text"
    way_out = "put the text between quotes; or a space behind the #, if it is a comment"
    return end.line + 1, cut.end() + 1, what, way_out


def explain(error: MarkedYAMLError, text: str) -> Explanation:
    """Return where the text stops to be YAML, why, and what to do about it."""
    if merge := _MERGE.search(text):
        line = len(LINE_END.split(text[: merge.start()]))
        way_out = "keep one, and delete the other and the lines <<<<<<<, ======= and >>>>>>>"
        return line, 1, "a merge left two versions of some lines here", way_out
    lines = LINE_END.split(text)
    if fence := next((n for n, line in enumerate(lines, 1) if FENCE.fullmatch(line)), None):
        way_out = "delete it, the one that belongs to it, and what is outside of the two"
        return fence, 1, "a line shows that code begins or ends: it is Markdown, no YAML", way_out
    what = " ".join(part for part in (error.context, error.problem) if part)
    line, column = _place(error, lines)
    here = lines[line - 1] if line <= len(lines) else ""
    way_out = _WAYS_OUT.get(error.problem or "", _WAYS_OUT[""])
    before, problem = here[: column - 1], error.problem or ""
    if problem == "did not find expected key" and (quoted := _last_quoted(text, line)):
        end, (line, column) = line, quoted
        way_out = (
            f"the quoted text that begins here ends in line {end}: close it in its own line, or "
            "put it behind >- without quotation marks"
        )
    elif look_alike := _look_alike(text, lines, line):
        line, column, way_out = look_alike
    elif problem.startswith("did not find expected") and _BRACKETED_START.fullmatch(before):
        way_out = "a text that begins with a bracket is read as a list: put it between quotes"
    elif match := re.match(r"(>=?|<=?) ?(\d+)", here[column - 1 :]):
        qualifier = {">": "more than", ">=": "at least", "<": "fewer than"}.get(match[1], "about")
        way_out = f"write {match[2]} alone, and behind it qualifier: {qualifier}"
    elif here[column - 1 : column] in ("`", ">", "|") and "cannot start" in problem:
        way_out = f"delete {here[column - 1]}; where it belongs to a text, quote the text"
    elif here[column - 1 : column] == "\t":
        way_out = "indent with spaces, not with a tab"
    elif problem == "did not find expected key" and not before.strip():
        way_out = "indent it as far as the keys beside it"
    elif problem.startswith("mapping values") and _LONE_KEY.fullmatch(before):
        way_out = (
            "indent it as far as the keys beside it; or the line above lacks a colon and a "
            "space behind its key"
        )
    return line, column, f"this is not YAML: {what}", way_out


def _look_alike(text: str, lines: list[str], line: int) -> tuple[int, int, str] | None:
    """Return where a character looks like one of YAML's own, in a line or above it, and what to do.

    Above it first: the reader stops behind what it did not understand.
    """
    for number in (line - 1, line):
        here = lines[number - 1] if 0 < number <= len(lines) else ""
        for pattern, advice in _LOOK_ALIKES:
            if match := pattern.match(here):
                advice = f"{advice}: {_named(match[1])} stands here"
                return number, match.start(1) + 1, advice
    ends = [match for match in LINE_END.finditer(text) if match[0] in "\x85\u2028\u2029"]
    for end in ends:
        before = LINE_END.split(text[: end.start()])
        if len(before) in (line - 1, line):
            advice = f"delete {character_name(end[0])} here: it breaks the line"
            return len(before), len(before[-1]) + 1, advice
    return None


def _named(sign: str) -> str:
    return repr(sign) if sign.isascii() else character_name(sign)


def _place(error: MarkedYAMLError, lines: list[str]) -> tuple[int, int]:
    """Return where to look: the beginning of what is left open, else where the reader stopped."""
    stop, start = error.problem_mark or error.context_mark, error.context_mark
    if stop is None:
        return 1, 1
    if start is not None and start.line < stop.line:
        context = error.context or ""
        is_open = context.endswith(("a simple key", "a quoted scalar"))
        if "flow" in context and stop.line < len(lines):
            is_open = _indent(lines[stop.line]) <= _indent(lines[start.line])
        if is_open or ("flow" in context and stop.line >= len(lines)):
            stop = start
    return stop.line + 1, stop.column + 1


def _last_quoted(text: str, line: int) -> tuple[int, int] | None:
    """Return where the quoted text begins that ends in a line, if it began in an earlier one."""
    last: Any = None
    with suppress(MarkedYAMLError):  # as far as the reader came
        for event in yaml.parse(text, CSafeLoader):
            last = event if isinstance(event, ScalarEvent) else last
    if last is None or last.style not in ("'", '"'):
        return None
    start, end = last.start_mark, last.end_mark
    is_long = start.line + 1 < line == end.line + 1
    return (start.line + 1, start.column + 1) if is_long else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
