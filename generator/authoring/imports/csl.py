"""A library of sources as CSL-JSON, as Zotero and other programs for references export it.

Each item is a source, a draft until somebody has looked at it; one that is there already, by its
address or its outlet and title, is left alone. No event comes of it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import ImportedFile, SkippedRow, UnsuitableFile, read_text
from generator.authoring.imports.html_text import plain_line
from generator.authoring.imports.media import address_in
from generator.authoring.imports.name_matching import Registries, SeveralFit
from generator.model.dates import DateError, parse_date
from generator.model.scalars import is_language

_OUTLETS = ("container-title", "publisher", "collection-title", "archive", "event")
"""Where an item names who published it, the nearest first."""
_KINDS = {
    "report": "report", "post": "post", "motion_picture": "video", "broadcast": "video",
    "graphic": "image", "figure": "image", "map": "image", "dataset": "dataset", "book": "book",
    "chapter": "book", "interview": "interview", "speech": "statement", "legislation": "document",
    "bill": "document", "legal_case": "document", "treaty": "document", "document": "document",
}  # fmt: skip
"""The kind of a source by the type of an item; every other one is an article."""


def read_csl(file: Path, registries: Registries) -> ImportedFile:
    """Return the sources of a library, and no event."""
    try:
        items = json.loads(read_text(file))
    except (ValueError, RecursionError) as error:
        raise UnsuitableFile(f"this is not JSON: {error}") from None
    if not isinstance(items, list):
        raise UnsuitableFile("this is no list of CSL-JSON: export the library anew")
    imported = ImportedFile({"outlet": file.name})
    for number, item in enumerate(items, 1):
        row = f"item {number}"
        try:
            if not isinstance(item, dict):
                raise SkippedRow("it is no item of a library")
            source = source_of(item)
            url = source.pop("url", "")
            outlet = source.pop("outlet", "") or source.get("author", "")
            outlet = outlet or (url.split("/")[2] if url else "")
            if not outlet:
                raise SkippedRow("it names neither an outlet nor an author nor an address")
        except SkippedRow as error:
            imported.report.skip(row, error)
            continue
        before = len(registries.proposed["sources"])
        try:
            id = registries.source(outlet, source.pop("title", ""), url, **source)
        except SeveralFit as error:
            imported.report.add(f"{row}: already there, as any of {error.ids}")
            continue
        if len(registries.proposed["sources"]) == before:
            imported.report.add(f"{row}: already there, as {id!r}")
        else:
            imported.kept.add(("sources", id))
    return imported


def source_of(item: Mapping[str, Any]) -> dict[str, str]:
    """Return what an item of CSL-JSON says of a source, as in its YAML; without what it does not.

    It may not say who published it.
    """
    url = address_in(str(item.get("URL") or ""))
    if not url and (doi := _line(item.get("DOI"))):
        url = f"https://doi.org/{doi.removeprefix('https://doi.org/')}"
    language = _line(item.get("language")).replace("_", "-")
    accessed = _day(item.get("accessed"))
    fields = {
        "kind": _KINDS.get(str(item.get("type")), ""),
        "outlet": next((text for key in _OUTLETS if (text := _line(item.get(key)))), ""),
        "author": _people(item.get("author")),
        "title": _line(item.get("title")),
        "published": _day(item.get("issued")),
        "url": url,
        "accessed": accessed if len(accessed) == len("2026-01-09") else "",
        "language": language if is_language(language) else "",
    }
    return {key: text for key, text in fields.items() if text}


def _people(names: Any) -> str:
    """Return the names of authors, as one would print them."""
    people = []
    for name in names if isinstance(names, list) else ():
        if isinstance(name, dict):
            keys = ("literal", "given", "non-dropping-particle", "family")
            people.append(" ".join(part for key in keys if (part := _line(name.get(key)))))
    return ", ".join(person for person in people if person)


def _day(issued: Any) -> str:
    """Return the date of an item in EDTF; nothing where it gives none that is one."""
    if not isinstance(issued, dict):
        return ""
    ends = []
    parts = issued.get("date-parts")
    for end in parts if isinstance(parts, list) else ():
        numbers = [str(part) for part in end if part] if isinstance(end, list) else []
        if numbers:
            ends.append("-".join([numbers[0].zfill(4), *(n.zfill(2) for n in numbers[1:3])]))
    text = "/".join(ends[:2]) or _line(issued.get("raw") or issued.get("literal"))
    if issued.get("circa") and len(ends) == 1:
        text += "~"
    try:
        return parse_date(text).text
    except DateError:
        return ""


def _line(value: Any) -> str:
    """Return a text on one line; nothing where it is none."""
    return plain_line(value) if isinstance(value, str) else ""
