"""The ids in our own tables, and the registries, vocabularies and settings that stand in them.

A record that the chronology has stays as it is; where the table says something else of it, the
report says so. Every other one is proposed, in the order of the table.
"""

from collections.abc import Mapping
from typing import Any

from generator.authoring.imports.base import EmptyCell, SkippedRow
from generator.authoring.imports.cell_lists import decode_pairs
from generator.authoring.imports.html_text import plain_line
from generator.authoring.imports.name_matching import Registries, SeveralFit
from generator.authoring.imports.own_table_files import TableFiles, TableRow, field_values
from generator.authoring.imports.part_values import part_values
from generator.exports.columns import Column, singular
from generator.exports.long_tables import Part
from generator.exports.registry_tables import (
    CHRONOLOGY,
    REGISTRIES,
    SETTINGS_PARTS,
    Registry,
    cells_of,
    settings_cells,
)
from generator.exports.table import Table
from generator.support.plain_text import slug


class TableRecords:
    """The records that rows of tables refer to, by the ids that they have there."""

    def __init__(self, tables: TableFiles, registries: Registries) -> None:
        self._tables, self._registries = tables, registries
        self.no_basis = registries.language.gettext("As in the imported file.")
        """What stands for how a date is known, where the table does not say."""
        self._grouped: dict[tuple[str, str], Mapping[tuple[str, ...], list[TableRow]]] = {}
        self._ids: dict[tuple[str, str], str] = {}
        """The id here of a record that has another one in its table: by table and id there."""
        self.listed: dict[tuple[str, str], str] = {}
        """The row of each record that a table proposes, by registry and id."""
        self.settings = self._settings()
        proposed = [
            (registry, row, record)
            for registry in REGISTRIES
            for row in tables.rows(registry.table.name)
            if (record := self._proposed(registry, row)) is not None
        ]
        # Only now, since records name records that stand behind them.
        for registry, row, record in proposed:
            record.update(self._with_ids(registry.table.columns, row, record))
        for registry in REGISTRIES:
            self._cut_circles(registry)

    def id_of(self, table: str, id: str, where: str) -> str:
        """Return the id of the record that a cell names by its id or its name in a table.

        It is proposed if there is none. SkippedRow, by `where` the cell stands, if there are
        several: an event without who said something, or of whom, is another one.
        """
        try:
            return self._id_of(table, id)
        except SeveralFit as error:
            raise SkippedRow(f"{where}: {error}: write its id") from None

    def kind_of(self, row: TableRow) -> str:
        """Return the id of the kind of an event, also where its row gives none."""
        if not row["kind"]:
            return self._registries.kinds.of("")
        return self.id_of("kind_terms", row["kind"], f"{row.where}, kind")

    def _id_of(self, table: str, id: str) -> str:
        registry = _REGISTRY_OF.get(table)
        if registry is None or (table == "actors" and id == "this"):
            return id
        if (table, id) in self._ids:
            return self._ids[table, id]
        if self._registries.is_known(registry, id):
            return id
        if not slug(id) and not plain_line(id):
            raise SkippedRow(f"a cell names one of the {registry} without a name")
        if registry == "actors":
            return self._registries.actor(id, "organisation")
        if registry == "places":
            return self._registries.place(id)
        if registry == "sources":  # nothing is known of it, not even its date
            new_id = self._registries.propose(registry, slug(id), {"outlet": id})
        else:
            new_id = self._registries.term(registry, id)
        self._ids[table, id] = new_id
        return new_id

    def _proposed(self, registry: Registry, row: TableRow) -> dict[str, Any] | None:
        """Return what a row proposes as a record; None where there is one already, or no id."""
        table, name = registry.table.name, _REGISTRY_OF[registry.table.name]
        id = row["id"]
        if not id:
            self._tables.report.skip(row.where, EmptyCell("id", "one that no other row has"))
            return None
        record = {"name": id, "kind": "organisation"} if table == "actors" else {"name": id}
        if table == "sources":
            record = {"outlet": id}
        record |= field_values(registry.table.columns, row)
        record.pop("id", None)
        for part_table, part in registry.parts:
            if value := self._part(registry, part_table, part, row):
                record[part.field] = value
        if self._registries.is_known(name, id):
            self._tell_of_others(registry, row, id)
            return None
        new_id = self._registries.propose(name, slug(id), record)
        self._ids[table, id] = new_id
        if new_id != id:
            self._tables.report.add(f"{row.where}: the id {id!r} became {new_id!r}")
        self.listed[name, new_id] = row.where
        return record

    def _part(self, registry: Registry, table: Table, part: Part, row: TableRow) -> Any:
        """Return what a record has several of: from its own table, or from a cell."""
        if self._tables.has(table.name):
            key = singular(registry.table.name)
            return part_values(part, self._by_record(table.name, key).get((row["id"],), ()))
        if part.form == "pairs":
            return {key: texts[0] for key, texts in decode_pairs(row[part.field]).items()}
        return None

    def _by_record(self, table: str, key: str) -> Mapping[tuple[str, ...], list[TableRow]]:
        if (table, key) not in self._grouped:
            self._grouped[table, key] = self._tables.by_key(table, key)
        return self._grouped[table, key]

    def _tell_of_others(self, registry: Registry, row: TableRow, id: str) -> None:
        """Report what a row says otherwise than the record that is there."""
        known = cells_of(registry, self._registries.chronology, id)
        for column in registry.table.columns:
            text = row[column.name]
            if text and not column.is_computed and text != _text_of(known.get(column.name)):
                self._tables.report.add(
                    f"{row.where}, {column.name}: left out: {id!r} is there already"
                )

    def _cut_circles(self, registry: Registry) -> None:
        """Leave out each holder of a record that leads back to the record itself."""
        records = self._registries.proposed[registry.name]
        for column in registry.table.columns:
            if column.refers_to != registry.table.name:
                continue
            ends: set[str] = set()  # from here on, no circle
            for first in records:
                way: dict[str, None] = {}
                id = first
                while id in records and id not in ends:
                    way[id] = None
                    holder = records[id].get(column.field, "")
                    if holder in way:
                        self._tables.report.add(
                            f"{self.listed.get((registry.name, id), id)}: left out: "
                            f"{column.name} {holder!r}, which leads back to itself"
                        )
                        del records[id][column.field]
                        break
                    id = holder
                ends.update(way)

    def _with_ids(
        self, columns: tuple[Column, ...], row: TableRow, record: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the fields of a record that name others, by the ids that these have here."""
        ids: dict[str, Any] = {}
        for column in columns:
            if column.refers_to and row[column.name] and column.field in record:
                try:
                    ids[column.field] = self._id_of(column.refers_to, row[column.name])
                except SeveralFit as error:
                    where = f"{row.where}, {column.name}"
                    self._tables.report.leave_out(where, f"{error}: write its id")
                    ids[column.field] = None
        return ids

    def _settings(self) -> dict[str, Any]:
        """Return what the table of the chronology gives, and chronology.yml does not."""
        lacking: dict[str, Any] = {}
        settings = self._registries.chronology.settings
        for row in self._tables.rows(CHRONOLOGY.name)[:1]:
            known = dict(zip(CHRONOLOGY.columns, settings_cells(settings), strict=True))
            for column in CHRONOLOGY.columns:
                text, there = row[column.name], _text_of(known[column])
                if column.field.partition(".")[0] not in settings.model_fields_set:
                    continue  # nobody has written it here
                if text and there and text != there:
                    self._tables.report.add(
                        f"{row.where}, {column.name}: left out: this chronology has its own"
                    )
            lacking = {
                key: value
                for key, value in field_values(CHRONOLOGY.columns, row).items()
                if key not in settings.model_fields_set or not getattr(settings, key)
            }
        for table, part in SETTINGS_PARTS:
            if rows := self._tables.rows(table.name):
                if getattr(settings, part.field):
                    self._tables.report.add(
                        f"{rows[0].where}, and all others: left out: this chronology has its own"
                    )
                else:
                    lacking[part.field] = part_values(part, rows)
        return lacking


_REGISTRY_OF: Mapping[str, str] = {registry.table.name: registry.name for registry in REGISTRIES}
"""The registry or vocabulary of a table."""


def _text_of(cell: object) -> str:
    return "" if cell is None else str(cell)
