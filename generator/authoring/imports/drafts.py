"""The events of a file as drafts: ids, sources, relations, and the registries that they need.

Registries are only appended to. An event that was imported before is known by its row, and gets
what is new in that, but for what somebody has changed since: see `updates.py`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator.authoring.editor_schema import modeline
from generator.authoring.imports.base import ImportedEvent, ImportedFile
from generator.authoring.imports.html_text import clean
from generator.authoring.imports.name_matching import REGISTRIES, VOCABULARIES, Registries
from generator.authoring.imports.updates import Row, Written, path_of, prints_of, updated
from generator.authoring.registry_parts import with_parts
from generator.authoring.yaml_writer import to_yaml, with_records, with_terms
from generator.loading.event_files import registry_files
from generator.loading.records import problem_of_record
from generator.loading.yaml_parser import parse_yaml
from generator.model.dates import DateError, parse_date
from generator.model.layout import SETTINGS_FILE, event_file, id_in
from generator.model.records import Account, Actor, Event, Place, Record, Source
from generator.support.plain_text import slug

_RECORDS: Mapping[str, type[Record]] = {"actors": Actor, "places": Place, "sources": Source}
_BASIS = "The file gives no date of its own; it was imported on that day."


class Drafts:
    """The drafts of one import."""

    def __init__(
        self, events: Path, registries: Registries, file: Path, imported: ImportedFile, day: date
    ) -> None:
        """`day` is written as that of the record, where the file gives none."""
        self.report = imported.report
        self.rows: dict[str, ImportedEvent] = {}
        """What is new, by the path of its file below the chronology's folder."""
        self.known = 0
        """How many events of the file were there already."""
        self._registries, self._events, self._day = registries, events, day
        self._chronology = registries.chronology
        self.updates: dict[str, Update] = {}
        """What is new in events that were imported before, by the path of their file."""
        self._keys: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._citable: dict[str, frozenset[str]] = {}
        self._source = self._source_id(slug(file.name) or "file", imported.source, day)
        self._listed, self._settings = imported.listed, imported.settings
        self._kept = imported.kept
        for id in registries.undated:
            registries.proposed["sources"][id] |= {
                "published": f"../{day}",
                "published_basis": "The imported file gives no day; it was there by then.",
            }
        self._written = Written.read(events, self._source)
        for remark in registries.kinds.remarks:
            self.report.add(remark)
        self._take(imported.events)

    def _source_id(self, stem: str, source: Mapping[str, str], day: date) -> str:
        """Return the id of the file as a source; at a second import it is the same."""
        known_of = {key: " ".join(clean(text).split()) or stem for key, text in source.items()}
        id, number = stem, 1
        while (known := self._chronology.sources.get(id)) is not None:
            if known.outlet == known_of["outlet"]:
                return id
            number += 1
            id = f"{stem}-{number}"
        record = {**known_of, "published": f"../{day}", "published_basis": _BASIS}
        return self._registries.propose("sources", id, record)

    def _take(self, events: list[ImportedEvent]) -> None:
        """Give new events their ids and files; bring what is new into those that are there."""
        cited = {
            (account.source, account.locator)
            for event in self._chronology.events
            for account in event.accounts
        }
        taken = {path.stem for path in self._events.rglob("*.yml")}
        renamed: dict[str | None, str] = {}
        there: list[tuple[str, ImportedEvent, Row]] = []
        before = self._written.rows
        own = [_own_key(one) for one in events]
        found = [(key, one.row, one.data) for key, one in zip(own, events, strict=True)]
        kept = self._written.kept_for(found)
        gone = [row for key, row in before.items() if key not in kept]
        self._written = Written({f"gone {row.event}": row for row in gone})
        for own_key, kept_key, draft in zip(own, kept, events, strict=True):
            key = own_key or draft.row
            if row := before.get(kept_key):
                there.append((key, draft, row))
                continue
            first = draft.data["accounts"][0]
            is_known = draft.id in self._chronology.by_id
            if "source" not in first and not before:
                is_known |= (self._source, first["locator"]) in cited
            if is_known:
                self.known += 1
                self.report.add(f"{draft.row}: already there, and left as it is")
                continue
            try:
                path = self._path(draft, taken)
            except DateError as error:
                self.report.skip(draft.row, f"{error.message} ({error.way_out})")
                continue
            id = id_in(path)
            if draft.id not in (None, id):
                self.report.add(f"{draft.row}: the id {draft.id!r} became {id!r}")
            renamed[draft.id] = draft.id = id
            self.rows[path] = draft
            self._keys[path] = key
        for draft in self.rows.values():
            self._complete(draft, renamed)
        self._cut_relations()
        for key, draft, row in there:
            self._complete(draft, renamed)
            self._bring_up_to_date(key, draft, row)

    def _bring_up_to_date(self, key: str, draft: ImportedEvent, row: Row) -> None:
        """Bring what is new in a row into the event that it became."""
        event = self._chronology.by_id.get(row.event)
        self.known += 1
        if event is None:
            self._written.rows[key] = row
            self.report.add(
                f"{draft.row}: left out: {row.event!r} was imported before, and is gone"
            )
            return
        path = event.path.removeprefix(f"{self._chronology.folder}/")
        text, prints, remarks = updated(
            self._text(path), row, _as_written(draft.data), is_draft=event.draft
        )
        for remark in remarks:
            self.report.add(f"{draft.row}: {event.id}: {remark}")
        self._written.rows[key] = row
        if text == self._text(path):
            self._written.rows[key] = Row(event.id, prints)
            return
        year = parse_date(str(parse_yaml(path, text.encode()).data["date"])).anchor.year
        is_moved = year != event.date.anchor.year
        to = event_file(event.id, year) if is_moved else path
        self.updates[to] = Update(draft, key, path, text, Row(event.id, prints))

    def _path(self, draft: ImportedEvent, taken: set[str]) -> str:
        """Return the file of an event, under the id that it has or the next that is free."""
        when = parse_date(draft.data["date"])
        stem = slug(draft.id or "", 120)
        if stem != draft.id or not re.match(r"[0-9]{4}-", stem):
            stem = f"{when.anchor_text}-{draft.slug}"
        id, number = stem, self._numbers.get(stem, 1)
        while id in taken:
            number += 1
            id = f"{stem}-{number}"
        self._numbers[stem] = number
        taken.add(id)
        return event_file(id, when.anchor.year)

    def _complete(self, draft: ImportedEvent, renamed: Mapping[str | None, str]) -> None:
        """The source of each account, and relations under their new ids."""
        data = draft.data
        data["draft"] = "true"
        data.setdefault("added", self._day.isoformat())
        if data.get("part_of"):
            data["part_of"] = renamed.get(data["part_of"], data["part_of"])
        for record, key in _relations(data):
            record[key] = [renamed.get(id, id) for id in record[key]]
        data["accounts"] = [{"source": self._source, **account} for account in data["accounts"]]
        for account in data["accounts"]:
            self._mend_paragraphs(account, draft.row)

    def _mend_paragraphs(self, account: dict[str, Any], row: str) -> None:
        """Paragraphs can be cited of an archived text alone; elsewhere their numbers are words."""
        numbers = account.get("paragraphs")
        if numbers and not set(numbers) <= self._citable_of(account["source"]):
            word = "paragraph" if len(numbers) == 1 else "paragraphs"
            place = [f"{word} {', '.join(numbers)}", account.get("locator")]
            account["paragraphs"] = []
            account["locator"] = ", ".join(part for part in place if part)
            self.report.add(
                f"{row}: of {account['source']!r} there is no text to cite paragraphs of: "
                f"its place became the words {account['locator']!r}"
            )

    def _citable_of(self, source_id: str) -> frozenset[str]:
        """Return the paragraphs of a source that an account may cite, as they are written."""
        if source_id not in self._citable:
            source = self._chronology.sources.get(source_id)
            proposed = self._registries.proposed["sources"].get(source_id, {})
            body = {*proposed.get("text", {}).get("body", ())} - {*proposed.get("unused", ())}
            if source is not None:
                numbers = source.text.body if source.text else ()
                body = {str(n) for n in numbers if n not in source.unused}
            self._citable[source_id] = frozenset(body)
        return self._citable[source_id]

    def _cut_relations(self) -> None:
        """Take out what leads to no event."""
        ids = {draft.id for draft in self.rows.values()} | set(self._chronology.by_id)
        for draft in self.rows.values():
            if (whole := draft.data.get("part_of")) and whole not in ids:
                self.report.add(f"{draft.row}: left out: part_of {whole!r}, which is no event")
                del draft.data["part_of"]
            for record, key in _relations(draft.data):
                for id in record[key]:
                    if id not in ids:
                        self.report.add(f"{draft.row}: left out: {key} {id!r}, which is no event")
                record[key] = [id for id in record[key] if id in ids]

    def leave_out(self, reasons: Mapping[str, str]) -> None:
        """Take out the drafts of rows that break a rule: the path of each, and why."""
        for path, why in reasons.items():
            row = self.updates.pop(path).draft.row if path in self.updates else None
            self.report.skip(row or self.rows.pop(path).row, why)
        self._cut_relations()

    def unsound(self) -> dict[str, str]:
        """Return the drafts that need a record whose shape is wrong, and what is wrong with it."""
        wrong: dict[tuple[str, str], str] = {}
        for registry in REGISTRIES:
            for id, record in self._registries.proposed[registry].items():
                plain = _without_empty(_in_order(_RECORDS[registry], record))
                if problem := problem_of_record(_RECORDS[registry], id, plain):
                    wrong[registry, id] = f"{registry}: {id!r}: {problem}"
        return {
            path: why
            for path, draft in (self.rows.items() if wrong else ())
            if (why := next((wrong[pair] for pair in self._used(draft.data) if pair in wrong), ""))
        }

    def leave_out_texts(self) -> bool:
        """Take out how sources were read in full; return whether there was anything.

        Some event that cites them is not there, so not every paragraph is accounted for.
        """
        found = False
        for (registry, id), row in self._listed.items():
            record = self._registries.proposed[registry][id]
            for key in ("text", "unused", "left_out"):
                if registry == "sources" and record.pop(key, None):
                    self.report.add(
                        f"{row}: left out: {key}, which tells of events that are not there"
                    )
                    found = True
        self._citable.clear()
        for draft in self.rows.values():
            for account in draft.data["accounts"]:
                self._mend_paragraphs(account, draft.row)
        return found

    def files(self) -> dict[str, str | None]:
        """Return the text of each file that is new or changed, by its path below the folder.

        None where it is gone: an event moves with the year of its date.
        """
        brought = (update.draft for update in self.updates.values())
        drafts = (*self.rows.values(), *brought)
        used = {pair for draft in drafts for pair in self._used(draft.data)}
        used |= self._kept
        # Words that no event uses yet may stand in a vocabulary; unused records are a problem.
        used |= {pair for pair in self._listed if pair[0] in VOCABULARIES}
        for (registry, id), row in self._listed.items():
            if (registry, id) not in used:
                self.report.add(f"{row}: left out: nothing uses {id!r}")
        files: dict[str, str | None] = {}
        for registry in REGISTRIES:
            proposed = self._proposed(registry, used)
            records = {id: _in_order(_RECORDS[registry], record) for id, record in proposed.items()}
            own = f"{registry}.yml"
            there = {path: self._text(path) for path in registry_files(self._events, own)}
            known = len(getattr(self._chronology, registry))
            for path, ids in with_parts(there, own, records, known).items():
                text = there.get(path, f"{modeline(path)}\n")
                files[path] = with_records(text, {id: records[id] for id in ids})
        before = self._text(SETTINGS_FILE)
        settings = with_records(before, self._settings)
        for vocabulary in VOCABULARIES:
            settings = with_terms(settings, vocabulary, self._proposed(vocabulary, used))
        if settings != before:
            files[SETTINGS_FILE] = settings
        written = Written(dict(self._written.rows))
        for path, draft in self.rows.items():
            data = _as_written(draft.data)
            files[path] = f"{modeline(path)}\n{to_yaml(data)}"
            written.rows[self._keys[path]] = Row(id_in(path), prints_of(data))
        for path, update in self.updates.items():
            if path != update.before:
                files[update.before] = None
            files[path] = update.text
            written.rows[update.key] = update.row
        kept = path_of(self._source)
        if written.rows and written.text() != self._text(kept):
            files[kept] = written.text()
        return files

    def _text(self, path: str) -> str:
        file = self._events / path
        return file.read_bytes().decode() if file.is_file() else f"{modeline(path)}\n"

    def _proposed(self, registry: str, used: set[tuple[str, str]]) -> dict[str, Any]:
        records = self._registries.proposed[registry]
        return {id: _without_empty(records[id]) for id in records if (registry, id) in used}

    def _used(self, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield each registry or vocabulary with an id that an event needs there."""
        yield "kinds", data["kind"]
        for place in data.get("places", ()):
            yield from self._with_holders("places", place, "within")
        for record in (data, *data["accounts"]):
            for actor in record.get("actors", ()):
                yield from self._with_holders("actors", actor["id"], "part_of")
                yield "roles", actor.get("role", "")
        for account in data["accounts"]:
            yield "sources", account["source"]
            for actor in (*account.get("according_to", ()), *account.get("labels", ())):
                yield from self._with_holders("actors", actor, "part_of")
            for figure in account.get("figures", ()):
                yield "measures", figure["measure"]
                yield "populations", figure.get("of", "")

    def _with_holders(self, registry: str, id: str, key: str) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        while id and id not in seen:
            seen.add(id)
            yield registry, id
            id = self._registries.proposed[registry].get(id, {}).get(key, "")


class Update(NamedTuple):
    """What is new in an event that was imported before."""

    draft: ImportedEvent
    key: str
    before: str
    """Where its file was."""
    text: str
    """The whole text of its file."""
    row: Row


def _own_key(event: ImportedEvent) -> str | None:
    return event.key or (f"id {event.id}" if event.id else None)


def _as_written(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return an event as its file has it: its keys in order, none of them empty."""
    data = _in_order(Event, data)
    data["accounts"] = [_in_order(Account, account) for account in data["accounts"]]
    written: dict[str, Any] = _without_empty(data)
    return written


def _relations(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each list of ids of other events, as the record that holds it and its key."""
    for record, key in [(data, "follows")] + [(a, "responds_to") for a in data["accounts"]]:
        if record.get(key):
            yield record, key


def _in_order(record: type[Record], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the data gives of a record, its keys in the order of the model."""
    return {key: data[key] for key in record.model_fields if data.get(key)}


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        given = {key: item for key, item in value.items() if item not in ("", None, [], {})}
        return {key: _without_empty(item) for key, item in given.items()}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value
