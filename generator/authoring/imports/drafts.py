"""The events of a file as drafts: ids, sources, relations, and the registries that they need.

Registries are only appended to. An event that was imported before is known by its row, and gets
what is new in that, but for what somebody has changed since: see `updates.py`.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.authoring.editor_schema import modeline
from generator.authoring.imports.base import ImportedEvent, ImportedFile
from generator.authoring.imports.citable_paragraphs import CitableParagraphs
from generator.authoring.imports.draft_values import as_written, cut_relations, lists_of_events
from generator.authoring.imports.event_ids import EventIds
from generator.authoring.imports.file_source import date_undated, propose_file
from generator.authoring.imports.name_matching import VOCABULARIES, Registries
from generator.authoring.imports.proposed_records import (
    files_with,
    needed_by,
    text_of,
    unsound_records,
)
from generator.authoring.imports.updates import Row, Written, path_of, prints_of, updated
from generator.authoring.yaml_writer import to_yaml
from generator.loading.document import parse_yaml
from generator.model.dates import DateError, parse_date
from generator.model.layout import event_file, id_in


class Update(NamedTuple):
    """What is new in an event that was imported before."""

    draft: ImportedEvent
    key: str
    before: str
    """Where its file was."""
    text: str
    """The whole text of its file."""
    row: Row


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
        """What tells the row of each new event from others, by the path of its file."""
        self._ids = EventIds(path.stem for path in events.rglob("*.yml"))
        self._citable = CitableParagraphs(registries)
        self._source = propose_file(registries, file.name, imported.source, day)
        self._listed, self._settings = imported.listed, imported.settings
        self._kept = imported.kept
        date_undated(registries, day)
        self._written = Written.read(events, self._source)
        for remark in registries.kinds.remarks:
            self.report.add(remark)
        self._take(imported.events)

    def _take(self, events: list[ImportedEvent]) -> None:
        """Give new events their ids and files; bring what is new into those that are there."""
        before = self._written.rows
        own = [_own_key(draft) for draft in events]
        rows = [(key, draft.row, draft.data) for key, draft in zip(own, events, strict=True)]
        kept = self._written.kept_for(rows)
        gone = [row for key, row in before.items() if key not in kept]
        self._written = Written({f"gone {row.event}": row for row in gone})
        cited = set() if before else self._places_cited()
        there: list[tuple[str, ImportedEvent, Row]] = []
        for own_key, kept_key, draft in zip(own, kept, events, strict=True):
            key = own_key or draft.row
            if row := before.get(kept_key):
                there.append((key, draft, row))
            elif self._is_there(draft, cited):
                self.known += 1
                self.report.add(f"{draft.row}: already there, and left as it is")
            else:
                self._add(key, draft)
        for draft in self.rows.values():
            self._complete(draft)
        self._cut_relations()
        for key, draft, row in there:
            self._complete(draft)
            self._bring_up_to_date(key, draft, row)

    def _places_cited(self) -> set[str | None]:
        """Return the places in the file that accounts of the chronology cite."""
        return {
            account.locator
            for event in self._chronology.events
            for account in event.accounts
            if account.source == self._source
        }

    def _is_there(self, draft: ImportedEvent, cited: set[str | None]) -> bool:
        """Return whether an event of which no import has kept anything is in the chronology."""
        first = draft.data["accounts"][0]
        is_cited = "source" not in first and first["locator"] in cited
        return is_cited or draft.id in self._chronology.by_id

    def _add(self, key: str, draft: ImportedEvent) -> None:
        """Give a new event its id and its file, or skip it."""
        given = draft.id
        try:
            path = self._ids.give(draft)
        except DateError as error:
            self.report.skip(draft.row, f"{error.message} ({error.way_out})")
            return
        if given not in (None, draft.id):
            self.report.add(f"{draft.row}: the id {given!r} became {draft.id!r}")
        self.rows[path] = draft
        self._keys[path] = key

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
            text_of(self._events, path), row, as_written(draft.data), is_draft=event.draft
        )
        for remark in remarks:
            self.report.add(f"{draft.row}: {event.id}: {remark}")
        self._written.rows[key] = row
        if text == text_of(self._events, path):
            self._written.rows[key] = Row(event.id, prints)
            return
        year = parse_date(str(parse_yaml(path, text.encode()).data["date"])).anchor.year
        is_moved = year != event.date.anchor.year
        to = event_file(event.id, year) if is_moved else path
        self.updates[to] = Update(draft, key, path, text, Row(event.id, prints))

    def _complete(self, draft: ImportedEvent) -> None:
        """Give an event what no row gives: its accounts' source, and the new ids of others."""
        data = draft.data
        data["draft"] = "true"
        data.setdefault("added", self._day.isoformat())
        if data.get("part_of"):
            data["part_of"] = self._ids.renamed(data["part_of"])
        for record, key in lists_of_events(data):
            record[key] = [self._ids.renamed(id) for id in record[key]]
        data["accounts"] = [{"source": self._source, **account} for account in data["accounts"]]
        self._mend_paragraphs(draft)

    def _mend_paragraphs(self, draft: ImportedEvent) -> None:
        for account in draft.data["accounts"]:
            if remark := self._citable.mend(account):
                self.report.add(f"{draft.row}: {remark}")

    def _cut_relations(self) -> None:
        """Take out what leads to no event."""
        ids = {draft.id for draft in self.rows.values()} | set(self._chronology.by_id)
        for draft in self.rows.values():
            for remark in cut_relations(draft.data, ids):
                self.report.add(f"{draft.row}: {remark}")

    def leave_out(self, reasons: Mapping[str, str]) -> None:
        """Take out the drafts of rows that break a rule: the path of each, and why."""
        for path, why in reasons.items():
            row = self.updates.pop(path).draft.row if path in self.updates else None
            self.report.skip(row or self.rows.pop(path).row, why)
        self._cut_relations()

    def unsound(self) -> dict[str, str]:
        """Return the drafts that need a record whose shape is wrong, and what is wrong with it."""
        wrong = unsound_records(self._registries)
        reasons: dict[str, str] = {}
        for path, draft in self.rows.items() if wrong else ():
            needed = needed_by(self._registries, draft.data)
            if why := next((wrong[pair] for pair in needed if pair in wrong), ""):
                reasons[path] = why
        return reasons

    def leave_out_texts(self) -> bool:
        """Take out how sources were read in full; return whether there was anything.

        Some event that cites them is not there, so not every paragraph is accounted for.
        """
        has_left_out = False
        for (registry, id), row in self._listed.items():
            record = self._registries.proposed[registry][id]
            for key in ("text", "unused", "left_out"):
                if registry == "sources" and record.pop(key, None):
                    self.report.add(
                        f"{row}: left out: {key}, which tells of events that are not there"
                    )
                    has_left_out = True
        self._citable.forget()
        for draft in self.rows.values():
            self._mend_paragraphs(draft)
        return has_left_out

    def files(self) -> dict[str, str | None]:
        """Return the text of each file that is new or changed, by its path below the folder.

        None where it is gone: an event moves with the year of its date.
        """
        brought = (update.draft for update in self.updates.values())
        drafts = (*self.rows.values(), *brought)
        used = {pair for draft in drafts for pair in needed_by(self._registries, draft.data)}
        used |= self._kept
        # Words that no event uses yet may stand in a vocabulary; unused records are a problem.
        used |= {pair for pair in self._listed if pair[0] in VOCABULARIES}
        for (registry, id), row in self._listed.items():
            if (registry, id) not in used:
                self.report.add(f"{row}: left out: nothing uses {id!r}")
        files: dict[str, str | None] = {
            **files_with(self._events, self._registries, used, self._settings)
        }
        written = Written(dict(self._written.rows))
        for path, draft in self.rows.items():
            data = as_written(draft.data)
            files[path] = f"{modeline(path)}\n{to_yaml(data)}"
            written.rows[self._keys[path]] = Row(id_in(path), prints_of(data))
        for path, update in self.updates.items():
            if path != update.before:
                files[update.before] = None
            files[path] = update.text
            written.rows[update.key] = update.row
        kept = path_of(self._source)
        if written.rows and written.text() != text_of(self._events, kept):
            files[kept] = written.text()
        return files


def _own_key(event: ImportedEvent) -> str | None:
    return event.key or (f"id {event.id}" if event.id else None)
