"""An event as an import has it before it is a file: plain values, under the keys of the YAML."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.model.records import Account, Event, Record


def as_written(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return an event as its file has it: its keys in order, none of them empty."""
    data = in_order(Event, data)
    data["accounts"] = [in_order(Account, account) for account in data["accounts"]]
    written: dict[str, Any] = without_empty(data)
    return written


def in_order(record: type[Record], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the data gives of a record, its keys in the order of the model."""
    return {key: data[key] for key in record.model_fields if data.get(key)}


def without_empty(value: Any) -> Any:
    """Return the value without keys that hold nothing, at any depth."""
    if isinstance(value, dict):
        given = {key: item for key, item in value.items() if item not in ("", None, [], {})}
        return {key: without_empty(item) for key, item in given.items()}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


def lists_of_events(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each list of ids of other events, as the record that holds it and its key."""
    for record, key in [(data, "follows")] + [(a, "responds_to") for a in data["accounts"]]:
        if record.get(key):
            yield record, key


def cut_relations(data: dict[str, Any], ids: Collection[str | None]) -> Iterator[str]:
    """Take out of an event what leads to none of the ids; yield what is to be reported of that."""
    if (whole := data.get("part_of")) and whole not in ids:
        yield f"left out: part_of {whole!r}, which is no event"
        del data["part_of"]
    for record, key in lists_of_events(data):
        for id in record[key]:
            if id not in ids:
                yield f"left out: {key} {id!r}, which is no event"
        record[key] = [id for id in record[key] if id in ids]
