"""`python -m tests.tools.data_format`: the page that says which keys each format of the data has.

Writes `docs/data-format.md` from the model: its records, their fields and what is said of these.
"""

from collections.abc import Iterator

from generator.model import records
from generator.model.records import Record
from generator.model.scalars import FORMAT
from generator.model.schema import field_docs
from tests.support.projects import ROOT

PAGE = ROOT / "docs" / "data-format.md"
SHAPES: dict[str, type[Record]] = {
    "Settings, in `chronology.yml`": records.Settings,
    "Repository": records.Repository,
    "Term of `kinds`, `roles` or `populations`": records.Term,
    "Measure": records.Measure,
    "Actor": records.Actor,
    "Office": records.Office,
    "Place": records.Place,
    "Source": records.Source,
    "Archived text": records.ArchivedText,
    "Number left out": records.LeftOut,
    "Event": records.Event,
    "Account": records.Account,
    "Role": records.Role,
    "Figure": records.Figure,
    "Correction": records.Correction,
    "Withheld event": records.WithheldEvent,
    "Withdrawal": records.Withdrawal,
}
FORMAT_1: dict[type[Record], str] = {
    records.Settings: "title description intro scope licence contact url language repository tag "
    "kinds roles measures populations loaded",
    records.Term: "name note",
    records.Measure: "name note unit",
    records.Actor: "name kind also names part_of offices note",
    records.Office: "title date",
    records.Place: "name also names kind country within lat lon precision note",
    records.Source: "outlet title published published_basis url archive_url language vocabulary "
    "text unused left_out",
    records.ArchivedText: "file sha256 paragraphs body",
    records.LeftOut: "paragraph what why",
    records.Event: "title added date date_basis kind status summary actors places part_of follows "
    "accounts unknowns corrections draft",
    records.Account: "source paragraphs locator according_to hedge says date actors responds_to "
    "figures labels",
    records.Role: "id role",
    records.Figure: "measure of value min max qualifier as_said as_of scope",
    records.Correction: "on what was now why",
}
"""The keys of format 1, which are fixed: whatever else the model has came with format 2."""

_HEAD = f"""\
# The formats of the data

Which keys the YAML of a chronology may have, by the format that it is written in. `format` in
`chronology.yml` names it; without it, the format is 1. The newest is {FORMAT}. What the words
mean, and how dates are written, stands in [the design](design.md).

## What a format promises

- **Within a format, keys are only added,** and none of them is required. A key never gets another
  meaning, is never renamed and never taken away. So a folder that is valid stays valid, and says
  the same.
- **A new format** is made where that would not hold, or where an older program would read a
  folder wrongly. The program goes on reading the older ones.
- **A format that the program does not know** is a problem (`E218`), which names the version to
  install. Nothing is read half.
- **`chronology migrate`** brings a folder into the newest format. Comments, the order of keys and
  what the data means stay.
- **What is published** names its format too: `format` in `chronology.json`, in `event.json` and
  in `chronology.schema.json`, under the same promise.

Format 2 adds to format 1, and takes nothing away. Besides the keys that the tables below mark, it
allows a time of day behind a whole day (`2026-01-09T14:30`, with `Z` or `+03:00` where the zone
is known), decades and centuries (`197X`, `19XX`), and accounts that are called by their source
instead of their place.
"""


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join([_HEAD, *_tables()])


def _tables() -> Iterator[str]:
    for title, record in SHAPES.items():
        first = set(FORMAT_1.get(record, "").split())
        docs = field_docs(record)
        yield f"## {title}\n\n| key | needed | format | what it says |\n|---|---|---|---|"
        for key, field in record.model_fields.items():
            if key in record.loader_fields and not (record is records.Account and key == "id"):
                continue
            is_needed = field.is_required() and key not in record.derived_fields
            said = docs[key].replace("\n", " ").replace("|", "&#124;")
            needed, since = "yes" if is_needed else "", 1 if key in first else 2
            yield f"| `{key}` | {needed} | {since} | {said} |"
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
