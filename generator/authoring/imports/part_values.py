"""Rows of a long table to the value of the field that they were made of, as in the YAML."""

from collections.abc import Callable, Iterable
from typing import Any

from generator.authoring.imports.cell_lists import decode_list, decode_pairs, decode_roles
from generator.authoring.imports.own_table_files import TableRow, field_values
from generator.exports.columns import Column
from generator.exports.long_tables import THIS, Part

IdOf = Callable[[str, str, str], str]
"""From a table, an id in it and where that is written: the id of the record in this chronology."""


def part_values(
    part: Part, rows: Iterable[TableRow], id_of: IdOf = lambda table, id, where: id
) -> Any:
    """Return the value of a field: a list, or a mapping where it has keys."""

    def named(column: Column, row: TableRow) -> str:
        text = row[column.name]
        if not column.refers_to or not text:
            return text
        return id_of(column.refers_to, text, f"{row.where}, {column.name}")

    if part.form == "records":
        records = []
        for row in rows:
            record = field_values(part.columns, row)
            for column in part.columns:
                if column.refers_to and column.field in record:
                    record[column.field] = named(column, row)
            records.append(record)
        return records
    last = part.columns[-1]
    if part.form == "values":
        return [named(last, row) for row in rows if row[last.name]]
    key = part.columns[0]
    pairs = [(named(key, row) or THIS, row[last.name]) for row in rows]
    if part.form == "pairs":
        return dict(pairs)
    texts: dict[str, list[str]] = {}
    for name, text in pairs:
        texts.setdefault(name, []).append(text)
    return texts


def typed_values(part: Part, cell: str, where: str, id_of: IdOf) -> Any:
    """Return the same of what somebody typed into one cell, where there is no long table."""
    columns = {column.field or column.name: column for column in part.columns}
    if part.form == "records":
        if "role" not in columns:
            return []
        return [
            {
                field: id_of(columns[field].refers_to or "", text, where)
                for field, text in role.items()
                if text or field == "id"
            }
            for role in decode_roles(cell)
        ]
    if part.form == "values":
        target = part.columns[-1].refers_to
        return [id_of(target, item, where) if target else item for item in decode_list(cell)]
    target = part.columns[0].refers_to or ""
    pairs = {id_of(target, key, where): texts for key, texts in decode_pairs(cell).items()}
    return {key: texts[0] for key, texts in pairs.items()} if part.form == "pairs" else pairs
