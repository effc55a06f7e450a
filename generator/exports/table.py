"""What a table is: its columns, its key, which other tables it names, and its rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.exports.columns import Cell, Column
from generator.exports.long_tables import Part

Row = Sequence[Cell]
Rows = Mapping[str, Sequence[Row]]
"""The rows of every table, by its name."""

EVENT = Column("event", "string", "The event.", is_required=True, refers_to="events")
ACCOUNT = Column("account", "string", "The account, by its id in the event.", is_required=True)
NUMBER = Column("number", "integer", "Its place among those of its record, from 1.", True)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the chronology."""

    name: str
    about: str
    """What a row is, in one or two sentences."""
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that identify a row; none where one of them may be empty."""
    part: Part | None = None
    """The field whose items are the rows, where the table is a long one."""
    is_computed: bool = False
    """Whether all of it follows from other tables."""

    def columns_of(self, names: Iterable[str]) -> list[Column]:
        """Return the columns of these names."""
        wanted = set(names)
        return [column for column in self.columns if column.name in wanted]

    @property
    def foreign(self) -> dict[tuple[str, ...], str]:
        """The columns that name a row of another table by its key, and that table."""
        tables: dict[tuple[str, ...], str] = {
            (c.name,): c.refers_to for c in self.columns if c.refers_to
        }
        if ACCOUNT in self.columns and self.name != "accounts":
            tables["event", "account"] = "accounts"
        return tables
