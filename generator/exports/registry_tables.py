"""The tables of registries, of vocabularies and of the chronology itself.

Each registry has a table, and one more for each thing that its records have several of. A new
vocabulary in chronology.yml, or a new list in a record, has its table by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from generator.exports.columns import (
    Cell,
    Column,
    RecordCells,
    fields_of,
    iso,
    record_cells,
    singular,
    type_of,
)
from generator.exports.json_records import NOT_PUBLISHED
from generator.exports.long_tables import Part, parts_of
from generator.exports.table import NUMBER, Row, Table
from generator.model.records import (
    Actor,
    Chronology,
    Place,
    Record,
    Settings,
    Source,
    WithheldEvent,
)

Records = Callable[[Chronology], Mapping[str, Any]]


class Registry(NamedTuple):
    """A registry or a vocabulary as tables."""

    name: str
    """Its file without `.yml`, or its key in chronology.yml."""
    table: Table
    records: Records
    cells: RecordCells
    gives_id: bool
    """Whether the records do not hold their own id."""
    parts: tuple[tuple[Table, Part], ...]
    """What its records have several of."""
    computed: Callable[[Any], Iterable[Cell]]


def _registry(
    name: str,
    record: type[Record],
    about: str,
    records: Records,
    *,
    key_in_settings: str = "",
    computed: tuple[tuple[Column, ...], Callable[[Any], Iterable[Cell]]] = ((), lambda record: ()),
) -> Registry:
    cells = record_cells(record, without=NOT_PUBLISHED)
    gives_id = bool(key_in_settings)
    id = (Column("id", "string", "By which other records name it.", is_required=True),)
    columns = (*(id if gives_id else ()), *cells.columns, *computed[0])
    record_name = singular(name)
    key = Column(record_name, "string", f"The {record_name}.", is_required=True, refers_to=name)
    parts = []
    for part in parts_of(record):
        is_shared = sum(part.field in owner.model_fields for owner in (Actor, Place, Source)) > 1
        own = f"{record_name}_{part.field}" if is_shared or gives_id else part.field
        table = Table(own, part.about, (key, NUMBER, *part.columns), (record_name, "number"), part)
        parts.append((table, part))
    table = Table(name, about, columns, ("id",))
    registry = key_in_settings or name
    return Registry(registry, table, records, cells, gives_id, tuple(parts), computed[1])


def _published(source: Source) -> Iterator[Cell]:
    for day in (source.published.earliest, source.published.latest):
        yield iso(day)


_PUBLISHED = (
    Column("published_earliest", "date", "The first day on which it can have been published.",
           is_computed=True),
    Column("published_latest", "date", "The day by which it was published.", is_computed=True),
)  # fmt: skip
_VOCABULARIES = {
    name: (record, about)
    for name, field, about in fields_of(Settings)
    if get_origin(field.bare) is dict
    and isinstance(record := type_of(get_args(field.bare)[1]).bare, type)
    and issubclass(record, Record)
}
"""The vocabularies of chronology.yml, each with the record of its terms and what it is for."""


def _vocabulary(name: str, record: type[Record], about: str) -> Registry:
    def terms(chronology: Chronology) -> Mapping[str, Any]:
        vocabulary: Mapping[str, Any] = getattr(chronology.settings, name)
        return vocabulary

    table = f"{name.removesuffix('s')}_terms"
    return _registry(table, record, about, terms, key_in_settings=name)


REGISTRIES = (
    _registry("actors", Actor, "Who acts, suffers or speaks.", lambda c: c.actors),
    _registry("places", Place, "Where something happened.", lambda c: c.places),
    _registry("sources", Source, "What accounts are drawn from.", lambda c: c.sources,
              computed=(_PUBLISHED, _published)),
    *(_vocabulary(name, record, about) for name, (record, about) in _VOCABULARIES.items()),
)  # fmt: skip
_SETTINGS = record_cells(Settings)
CHRONOLOGY = Table(
    "chronology", "The chronology itself, in one row.", _SETTINGS.columns, ("title",)
)
SETTINGS_PARTS = tuple(
    (Table(part.field, part.about, (NUMBER, *part.columns), ("number",), part), part)
    for part in parts_of(Settings, without=_VOCABULARIES)
)
_WITHHELD = record_cells(WithheldEvent, without=NOT_PUBLISHED)
WITHHELD = Table(
    "withheld",
    "An event that was published once and taken back: nothing else is kept of it.",
    _WITHHELD.columns,
    ("id",),
    is_computed=True,
)
REGISTRY_TABLES: tuple[Table, ...] = (
    *(
        table
        for registry in REGISTRIES
        for table in (registry.table, *(table for table, _ in registry.parts))
    ),
    WITHHELD,
    CHRONOLOGY,
    *(table for table, _ in SETTINGS_PARTS),
)


def registry_rows(chronology: Chronology) -> dict[str, list[Row]]:
    """Return the rows of these tables, by table."""
    rows: dict[str, list[Row]] = {CHRONOLOGY.name: [_SETTINGS.of(chronology.settings)]}
    rows[WITHHELD.name] = [_WITHHELD.of(event) for event in chronology.withheld]
    for registry in REGISTRIES:
        records = registry.records(chronology)
        rows[registry.table.name] = [_row(registry, id, record) for id, record in records.items()]
        for table, part in registry.parts:
            rows[table.name] = [
                [id, number, *row]
                for id, record in records.items()
                for number, row in enumerate(part.rows(getattr(record, part.field)), 1)
            ]
    for table, part in SETTINGS_PARTS:
        items = part.rows(getattr(chronology.settings, part.field))
        rows[table.name] = [[number, *row] for number, row in enumerate(items, 1)]
    return rows


def cells_of(registry: Registry, chronology: Chronology, id: str) -> dict[str, Cell]:
    """Return the cells of a record by column; none where there is no such record."""
    record = registry.records(chronology).get(id)
    columns = (column.name for column in registry.table.columns)
    return {} if record is None else dict(zip(columns, _row(registry, id, record), strict=True))


def _row(registry: Registry, id: str, record: Any) -> list[Cell]:
    lead: list[Cell] = [id] if registry.gives_id else []
    return [*lead, *registry.cells.of(record), *registry.computed(record)]


def settings_cells(settings: Settings) -> list[Cell]:
    """Return the cells of the one row of the chronology itself."""
    return _SETTINGS.of(settings)
