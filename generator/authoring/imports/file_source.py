"""An imported file as a source: the one of all accounts that name no other."""

from collections.abc import Mapping
from datetime import date

from generator.authoring.imports.html_text import clean
from generator.authoring.imports.name_matching import Registries
from generator.support.fold import fold
from generator.support.plain_text import slug

_BASIS = "The file gives no date of its own; it was imported on that day."
_UNDATED_BASIS = "The imported file gives no day; it was there by then."


def propose_file(registries: Registries, name: str, source: Mapping[str, str], day: date) -> str:
    """Return the id of a file as a source, which is proposed at its first import.

    `source` is what is known of it besides its name; `day` is that of the import.
    """
    stem = slug(name) or "file"
    known_of = {key: " ".join(clean(text).split()) or stem for key, text in source.items()}
    id, number = stem, 1
    while (known := registries.chronology.sources.get(id)) is not None:
        if fold(known.outlet) == fold(known_of["outlet"]):
            return id
        number += 1
        id = f"{stem}-{number}"
    record = {**known_of, "published": f"../{day}", "published_basis": _BASIS}
    return registries.propose("sources", id, record)


def date_undated(registries: Registries, day: date) -> None:
    """Say of each proposed source without a date that it was published by the day of the import."""
    for id in registries.undated:
        registries.proposed["sources"][id] |= {
            "published": f"../{day}",
            "published_basis": _UNDATED_BASIS,
        }
