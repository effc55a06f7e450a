"""Texts that a copy made unreadable as YAML: with fences, and with look-alikes of its signs."""

import re

from generator.loading.document import Document, parse_yaml
from generator.loading.yaml_errors import FENCE
from generator.model.slips import DASHES

MAX_SIGNS = 200
"""So many look-alikes of one file are mended at most."""
_SPACE = re.compile("[\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000]")
_SIGNS = (
    (_SPACE, " ", "a space"),
    (re.compile(f"[{DASHES}\u2022\u25cf\u25aa\u00b7\u2023]"), "-", "a hyphen"),
    (re.compile("[\u02d0\u2236\ufe13\ufe55\uff1a] ?"), ": ", "a colon"),
    (re.compile("\ufeff"), "", "no byte order mark"),
)


def readable(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Return a file that YAML can read, its fences and look-alikes mended, and what was done.

    The file itself, and nothing done, where it was readable or would still not be.
    """
    if not document.problems or document.data is not None:
        return document, ()
    what: dict[str, None] = {}
    mended = document
    if unfenced := _without_fences(document.text):
        mended = parse_yaml(document.path, unfenced.encode())
        what["take out the lines that show code"] = None
    for _ in range(MAX_SIGNS):
        if mended.data is not None:
            return mended, tuple(what)
        step = _with_one_sign(mended)
        if step is None:
            break
        mended, done = step
        what[done] = None
    return document, ()


def _without_fences(text: str) -> str | None:
    """Return a text without the fences around all of it; None where there are no such two.

    The first may be without its second, and the second without its first.
    """
    lines = text.split("\n")
    written = [n for n, line in enumerate(lines) if line.strip()]
    fences = [n for n in written if FENCE.fullmatch(lines[n].rstrip("\r"))]
    if not fences or not set(fences) <= {written[0], written[-1]}:
        return None
    return "\n".join(line for n, line in enumerate(lines) if n not in fences)


def _with_one_sign(document: Document) -> tuple[Document, str] | None:
    """Return the file with the sign that its first problem names; None where it names none."""
    problem = document.problems[0]
    lines = document.text.splitlines(keepends=True)
    start = sum(map(len, lines[: problem.line - 1])) + problem.column - 1
    for pattern, sign, name in _SIGNS:
        if match := pattern.match(document.text, start):
            text = document.text[:start] + sign + document.text[match.end() :]
            return parse_yaml(document.path, text.encode()), f"write {name} for what looks like it"
    return None
