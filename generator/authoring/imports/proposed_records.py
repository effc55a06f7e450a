"""The records that an import proposes: which of them events need, and the files that they go to."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.authoring.editor_schema import modeline
from generator.authoring.imports.draft_values import in_order, without_empty
from generator.authoring.imports.name_matching import REGISTRIES, VOCABULARIES, Registries
from generator.authoring.registry_parts import with_parts
from generator.authoring.yaml_edits import with_records, with_terms
from generator.loading.event_files import registry_files
from generator.loading.records import problem_of_record
from generator.model.layout import SETTINGS_FILE
from generator.model.records import Actor, Place, Record, Source

_RECORDS: Mapping[str, type[Record]] = {"actors": Actor, "places": Place, "sources": Source}


def needed_by(registries: Registries, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each registry or vocabulary with an id that an event needs there."""

    def with_holders(registry: str, id: str, key: str) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        while id and id not in seen:
            seen.add(id)
            yield registry, id
            id = registries.proposed[registry].get(id, {}).get(key, "")

    yield "kinds", data["kind"]
    for place in data.get("places", ()):
        yield from with_holders("places", place, "within")
    for record in (data, *data["accounts"]):
        for actor in record.get("actors", ()):
            yield from with_holders("actors", actor["id"], "part_of")
            yield "roles", actor.get("role", "")
    for account in data["accounts"]:
        yield "sources", account["source"]
        for actor in (*account.get("according_to", ()), *account.get("labels", ())):
            yield from with_holders("actors", actor, "part_of")
        for figure in account.get("figures", ()):
            yield "measures", figure["measure"]
            yield "populations", figure.get("of", "")


def unsound_records(registries: Registries) -> dict[tuple[str, str], str]:
    """Return what is wrong with each proposed record of a wrong shape, by registry and id."""
    wrong: dict[tuple[str, str], str] = {}
    for registry in REGISTRIES:
        for id, record in registries.proposed[registry].items():
            plain = without_empty(in_order(_RECORDS[registry], record))
            if problem := problem_of_record(_RECORDS[registry], id, plain):
                wrong[registry, id] = f"{registry}: {id!r}: {problem}"
    return wrong


def files_with(
    events: Path,
    registries: Registries,
    used: Collection[tuple[str, str]],
    settings: Mapping[str, Any],
) -> dict[str, str]:
    """Return the text of each file of a registry, and of chronology.yml, that gets something new.

    These are the proposed records that are `used`, by registry and id, and the keys of `settings`.
    """

    def proposed(registry: str) -> dict[str, Any]:
        records = registries.proposed[registry]
        return {id: without_empty(records[id]) for id in records if (registry, id) in used}

    files: dict[str, str] = {}
    for registry in REGISTRIES:
        records = {id: in_order(_RECORDS[registry], r) for id, r in proposed(registry).items()}
        own = f"{registry}.yml"
        there = {path: text_of(events, path) for path in registry_files(events, own)}
        known = len(getattr(registries.chronology, registry))
        for path, ids in with_parts(there, own, records, known).items():
            text = there.get(path, f"{modeline(path)}\n")
            files[path] = with_records(text, {id: records[id] for id in ids})
    before = text_of(events, SETTINGS_FILE)
    text = with_records(before, settings)
    for vocabulary in VOCABULARIES:
        text = with_terms(text, vocabulary, proposed(vocabulary))
    if text != before:
        files[SETTINGS_FILE] = text
    return files


def text_of(events: Path, path: str) -> str:
    """Return the text of a file of the chronology; of one that is not there, its first line."""
    file = events / path
    return file.read_bytes().decode() if file.is_file() else f"{modeline(path)}\n"
