"""What can be mended without a thought: what can mean one thing only, folders, white space.

Works on texts and says what is to be done; it writes nothing. A file says the same before and
after, and what can be read only afterwards says what it can only have meant.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.authoring.editor_schema import is_modeline, modeline
from generator.authoring.mended_values import with_mended_values
from generator.authoring.readable import readable
from generator.loading.document import Document, parse_yaml
from generator.model.dates import DateError, parse_date
from generator.model.layout import SETTINGS_FILE, event_file, id_in, registry_of, year_of_id
from generator.model.problems import Finding

MODELINE = "write the editor's modeline"
"""What is done to many files at once, when a folder is mended for the first time."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A file that is not as it should be, and what makes it so."""

    path: str
    """The file, relative to the project's folder, with `/`."""
    to: str
    """Where it belongs; most often where it is."""
    text: str
    """What it holds then."""
    what: tuple[str, ...]
    """What is done, in words, in order."""
    is_mended: bool = False
    """Whether it can be read, or says what it is to say, only then: there may be more to do."""


def fixes(folder: str, documents: Mapping[str, Document], findings: Iterable[Finding]) -> list[Fix]:
    """Return what is to be done to the files of a chronology, in the order of their paths.

    `folder` is the chronology's, relative to the project's; `documents` are its files as loaded,
    and `findings` are those of their shape. What a mend makes readable may have mends of its own.
    """
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    possible = (
        _fix(folder, document, documents, by_path[path])
        for path, document in sorted(documents.items())
    )
    return [fix for fix in possible if fix is not None and fix.what]


def _fix(
    folder: str, document: Document, documents: Collection[str], findings: Collection[Finding]
) -> Fix | None:
    """Return what is to be done to a file, perhaps nothing; None where there is no YAML in it."""
    what: list[str] = []
    document, done = readable(document)
    what += done
    if not document.text.strip() or document.data is None:
        return None  # empty, comments alone, or no YAML
    document, meant = with_mended_values(document, findings)
    what += meant
    is_mended = bool(what)
    path = document.path
    to = _right_path(folder, document, findings)
    if to != path and to in documents:
        to = path  # the id stands twice, which only a person can mend
    elif to != path:
        what.append(f"move it to {to}")
    text = document.text
    tidy = _tidy(text)
    if tidy != text and _means_the_same(tidy, document):
        text = tidy
        what.append("mend white space")
    marked = _with_modeline(text, modeline(to.removeprefix(f"{folder}/")))
    if marked != text and _means_the_same(marked, document):
        text = marked
        what.append(MODELINE)
    is_mended = is_mended or to.rpartition("/")[2] != path.rpartition("/")[2]
    return Fix(path, to, text, tuple(what), is_mended)


def _right_path(folder: str, document: Document, findings: Iterable[Finding]) -> str:
    """Return the path of an event in the folder of its year; any other file is where it is.

    So is an event in the year that its id begins with: the year of its date may be the slip. A name
    that is no id becomes the one that it can only mean.
    """
    before, _, name = document.path.rpartition("/")
    ids = [f.instead for f in findings if f.location == () and f.code == "E205" and f.instead]
    if ids and document.path.endswith(".yml"):
        name = f"{ids[0]}.yml"
        document = replace(document, path=f"{before}/{name}")
    named = year_of_id(name)
    if named is not None and document.path == f"{folder}/{event_file(id_in(name), named)}":
        return document.path
    below = document.path.removeprefix(f"{folder}/")
    if below == SETTINGS_FILE or registry_of(below):
        return document.path
    date: Any = document.data.get("date") if isinstance(document.data, dict) else None
    try:
        year = parse_date(str(date)).anchor.year
    except DateError:
        return document.path
    return f"{folder}/{year:04}/{name}"


def _tidy(text: str) -> str:
    """Return a text with one kind of line end, no white space before it, and one at the end."""
    lines = re.split("\r\n|[\r\n]", text.removeprefix("\ufeff"))
    return "\n".join(line.rstrip(" \t") for line in lines).strip("\n") + "\n"


def _with_modeline(text: str, line: str) -> str:
    """Return a text with the modeline first, and no other one in its head."""
    lines = text.split("\n")
    kept = [text for n, text in enumerate(lines) if not (n < 5 and is_modeline(text))]
    return "\n".join([line, *kept])


def _means_the_same(text: str, document: Document) -> bool:
    """Return whether a text gives the same data as the document, with as many problems."""
    after = parse_yaml(document.path, text.encode())
    return after.data == document.data and len(after.problems) == len(document.problems)
