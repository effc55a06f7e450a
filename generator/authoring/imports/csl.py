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
from generator.authoring.imports.name_matching import Registries
from generator.model.dates import DateError, parse_date
from generator.model.records import Source
from generator.model.scalars import is_language

_OUTLETS = ("container-title", "publisher", "collection-title", "archive", "event")
"""Where an item names who published it, the nearest first."""
_TAKEN = {
    "id", "type", "title", "issued", "URL", "DOI", "language", "author", *_OUTLETS, "accessed",
    "citation-key", "note", "abstract", "source", "container-title-short", "title-short",
    "journalAbbreviation", "shortTitle", "publisher-place", "ISSN", "ISBN",
}  # fmt: skip


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
            record = source_of(item)
        except SkippedRow as error:
            imported.report.skip(row, error)
            continue
        before = len(registries.proposed["sources"])
        id = registries.source(**record)
        if len(registries.proposed["sources"]) == before:
            imported.report.add(f"{row}: already there, as {id!r}")
        else:
            imported.kept.add(("sources", id))
    return imported


def source_of(item: Mapping[str, Any]) -> dict[str, str]:
    """Return what an item of CSL-JSON says of a source, as in its YAML; empty texts where nothing.

    SkippedRow where it names nobody who published it.
    """
    outlet = next((text for key in _OUTLETS if (text := plain_line(item.get(key)))), "")
    url = address_in(str(item.get("URL") or ""))
    if not url and (doi := plain_line(item.get("DOI"))):
        url = f"https://doi.org/{doi.removeprefix('https://doi.org/')}"
    people = _people(item.get("author"))
    outlet = outlet or people or (url.split("/")[2] if url else "")
    if not outlet:
        raise SkippedRow("it names neither an outlet nor an author nor an address")
    found = {"outlet": outlet, "title": plain_line(item.get("title")), "url": url}
    found["published"] = _day(item.get("issued"))
    language = plain_line(item.get("language"))
    found["language"] = language if is_language(language) else ""
    if "author" in Source.model_fields and people:
        found["author"] = people
    return found


def _people(names: Any) -> str:
    """Return the names of authors, as one would print them."""
    people = []
    for name in names if isinstance(names, list) else ():
        if isinstance(name, dict):
            parts = (name.get("given"), name.get("non-dropping-particle"), name.get("family"))
            whole = name.get("literal") or " ".join(str(part) for part in parts if part)
            people.append(plain_line(whole))
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
    text = "/".join(ends[:2]) or plain_line(issued.get("raw") or issued.get("literal"))
    if issued.get("circa") and len(ends) == 1:
        text += "~"
    try:
        return parse_date(text).text
    except DateError:
        return ""
