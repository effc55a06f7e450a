"""The tables of events: what stands in their rows is made of one event after the other."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from generator.analysis.verdicts import KINDS, VERDICTS
from generator.exports.columns import Cell, Column, iso, record_cells
from generator.exports.flat_figures import FLAT_COLUMNS, flat_head, flat_source
from generator.exports.json_records import NOT_PUBLISHED, to_json
from generator.exports.long_tables import Part, parts_of
from generator.exports.plain_differences import plain_differences
from generator.exports.table import ACCOUNT, EVENT, NUMBER, Row, Table
from generator.model.permalinks import event_url, site_url
from generator.model.records import Account, Chronology, Event, Figure
from generator.rendering.language import language_of
from generator.support.cache import Cache

_TABLE_NAMES = {"actors": "roles", "places": "event_places"}
"""How the table of a field is called where its own name means something else."""
_ABOUT = {"roles": "Who did what: an actor and its role. With an account where it alone says so."}

_EVENT = record_cells(Event, without=NOT_PUBLISHED)
_ACCOUNT = record_cells(Account, without=("id",))
_FIGURE = record_cells(Figure)
_EVENT_PARTS = parts_of(Event, without=("accounts",))
_ACCOUNT_PARTS = parts_of(Account, without=("figures",))


def _id_lists(parts: Iterable[Part]) -> dict[str, Column]:
    """Return a column for each field that names other records, for whoever sorts and filters."""
    return {
        part.field: Column(part.field, "json", f"{part.about} Their ids.", is_computed=True)
        for part in parts
        if part.columns[0].refers_to and part.form in ("records", "values")
    }


def _computed(name: str, datatype: Any, about: str) -> Column:
    return Column(name, datatype, about, is_computed=True)


_EVENT_LISTS = _id_lists(_EVENT_PARTS)
_ACCOUNT_LISTS = _id_lists(_ACCOUNT_PARTS)
_EVENT_COLUMNS = (
    *_EVENT.columns,
    _computed("url", "anyURI", "The address of the event's page."),
    _computed("date_text", "string", "The date in English, with every doubt."),
    _computed("earliest", "date", "The first possible day; nothing at an open start."),
    _computed("latest", "date", "The last possible day; nothing at an open end."),
    _computed("anchor", "date", "The day that gives the event its place in the order."),
    _computed(
        "precision", "string", "What the date is known to: day, month, year, decade or century."
    ),
    _computed("accounts", "integer", "How many accounts there are of it."),
    *_EVENT_LISTS.values(),
)
_FIGURE_COLUMNS = (*_FIGURE.columns, _computed("unit", "string", "What it is a number of."))
_DIFFERENCE_COLUMNS = (
    Column("kind", "string", "What it is about.", True, True, values=KINDS),
    Column("verdict", "string", "Only `differs` is a contradiction.", True, True, values=VERDICTS),
    _computed("on", "string", "The measure; `start` or `end`; the actor or `this`; the role."),
    _computed("accounts", "json", "The ids of the accounts that are compared."),
)


def _table_name(part: Part) -> str:
    return _TABLE_NAMES.get(part.field, part.field)


_NAMES = tuple(
    dict.fromkeys(
        (
            "events", "accounts", "differences",
            *map(_table_name, (*_EVENT_PARTS, *_ACCOUNT_PARTS)),
        )
    )
)  # fmt: skip


def _add_rows(rows: dict[str, list[Row]], chronology: Chronology, event: Event) -> None:
    """Add the rows of an event to those of every table."""
    date, id = event.date, event.id
    rows["events"].append(
        (
            *_EVENT.of(event),
            site_url(chronology, event_url(id), "../"),
            language_of(chronology).grammar.date_words(date),
            iso(date.earliest),
            iso(date.latest),
            date.anchor.isoformat(),
            date.precision,
            len(event.accounts),
            *_ids(event, _EVENT_LISTS),
        )
    )
    for part in _EVENT_PARTS:
        if value := getattr(event, part.field):
            lead = (id, None) if part.field in _SHARED else (id,)
            rows[_table_name(part)] += _numbered(lead, part.rows(value))
    for account in event.accounts:
        key = id, account.id
        rows["accounts"].append((*key, *_ACCOUNT.of(account), *_ids(account, _ACCOUNT_LISTS)))
        for part in _ACCOUNT_PARTS:
            if value := getattr(account, part.field):
                rows[_table_name(part)] += _numbered(key, part.rows(value))


def _numbered(lead: Row, items: Iterable[Row]) -> list[Row]:
    return [(*lead, number, *cells) for number, cells in enumerate(items, 1)]


def _ids(record: Any, lists: Iterable[str]) -> list[Cell]:
    """Return the ids in each of these fields of a record as the array of a cell."""
    values = (getattr(record, field) for field in lists)
    return [
        _array(tuple(dict.fromkeys([item if type(item) is str else item.id for item in items])))
        if items
        else None
        for items in values
    ]


@lru_cache(1 << 12)  # the same are named together in many events
def _array(ids: tuple[str, ...]) -> str:
    return to_json(ids)


_SHARED = {part.field for part in _EVENT_PARTS} & {part.field for part in _ACCOUNT_PARTS}
"""The fields that both an event and its accounts have: one table for both."""


def event_rows(chronology: Chronology, cache: Cache) -> dict[str, list[Row]]:
    """Return the rows of all events but those of figures, by table."""
    rows: dict[str, list[Row]] = {name: [] for name in _NAMES}
    for event in chronology.events:
        _add_rows(rows, chronology, event)
    by_event = zip(chronology.events, plain_differences(chronology, cache), strict=True)
    rows["differences"] = [
        (event.id, number, kind, verdict, on, _array(accounts))
        for event, of_event in by_event
        for number, (kind, verdict, on, accounts) in enumerate(of_event, 1)
    ]
    return rows


def figure_rows(chronology: Chronology) -> dict[str, list[Row]]:
    """Return the rows of all figures, by table."""
    measures = chronology.settings.measures
    alone: list[Row] = []
    in_full: list[Row] = []
    for event in chronology.events:
        head = flat_head(chronology, event)
        for account in event.accounts:
            if account.figures:
                key, source = (event.id, account.id), flat_source(chronology, account)
                for number, figure in enumerate(account.figures, 1):
                    cells = _FIGURE.of(figure)
                    measure = measures.get(figure.measure)
                    cells.append(measure.unit if measure else None)
                    alone.append((*key, number, *cells))
                    in_full.append((*key, number, *head, *source, *cells))
    return {FIGURES.name: alone, FIGURES_IN_FULL.name: in_full}


def _part_table(part: Part) -> Table:
    """Return the table of a field of events, of accounts, or of both."""
    name = _table_name(part)
    columns: tuple[Column, ...] = (EVENT, ACCOUNT, NUMBER)
    key: tuple[str, ...] = ("event", "account", "number")
    if part.field in _SHARED:
        columns, key = (EVENT, _ALONE, NUMBER), ()
    elif part in _EVENT_PARTS:
        columns, key = (EVENT, NUMBER), ("event", "number")
    return Table(name, _ABOUT.get(name, part.about), (*columns, *part.columns), key, part)


_ALONE = Column(ACCOUNT.name, "string", "The account that alone says so; nothing where all agree.")

EVENTS = Table("events", "An event, with a date as precise as the evidence.",
                _EVENT_COLUMNS, ("id",))  # fmt: skip
ACCOUNTS = Table(
    "accounts",
    "What one source says of one event.",
    (EVENT, ACCOUNT, *_ACCOUNT.columns, *_ACCOUNT_LISTS.values()),
    ("event", "account"),
)
FIGURES = Table(
    "figures",
    "A number inside an account, exactly as its source gives it.",
    (EVENT, ACCOUNT, NUMBER, *_FIGURE_COLUMNS),
    ("event", "account", "number"),
)
FIGURES_IN_FULL = Table(
    "figures_in_full",
    "A figure with its event, its places, its source and who says so: one table for a statistics "
    "program.",
    (EVENT, ACCOUNT, NUMBER, *FLAT_COLUMNS, *_FIGURE_COLUMNS),
    ("event", "account", "number"),
    is_computed=True,
)
DIFFERENCES = Table(
    "differences",
    "Something on which accounts of an event do not say the same.",
    (EVENT, NUMBER, *_DIFFERENCE_COLUMNS),
    ("event", "number"),
    is_computed=True,
)
EVENT_PART_TABLES = tuple(
    {_table_name(part): _part_table(part) for part in (*_EVENT_PARTS, *_ACCOUNT_PARTS)}.values()
)
"""What an event or an account has several of, one row a thing."""
