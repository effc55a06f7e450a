"""A chronology with every shape of date, and the data files of any chronology."""

from pathlib import Path

from generator.exports import FORMATS
from generator.loading.loader import load
from generator.model.records import Chronology
from generator.support.cache import Cache

DATES = {
    "day": "2022-11-20",
    "month": "2022-11",
    "year": "2022",
    "unknown-day": "2022-11-XX",
    "about": "2022-11-20~",
    "perhaps": "2022-11-20?",
    "about-perhaps": "2022-11%",
    "days": "2022-11-20/2022-11-22",
    "years": "2016/2019",
    "mixed": "2022-11-20/2022-12",
    "doubtful-ends": "2022-11-20?/2022-11-22",
    "open-end": "2022-11-20/..",
    "open-start": "../2022-11-22",
    "one-of": "[2022-11-20,2022-11-22]",
    "between": "[2022-11-20..2022-11-22]",
    "one-of-months": "[2022-10,2022-11]",
    "time": "2022-11-20T14:30",
    "zoned": "2022-11-20T01:30:05+03:00",
    "hours": "2022-11-20T14:00/2022-11-20T16:00",
    "one-of-times": "[2022-11-20T14:00Z,2022-11-20T16:00Z]",
    "night": "2022-11-20T22:00/2022-11-21",
    "decade": "197X",
    "century": "19XX",
    "last": "9999-12-31",
    "first": "0001-01-01",
}
"""Every shape of date, under the end of its event's id."""


TAGGED = "tag: 'made.example,2023'\nurl: https://made.example/path\n"
"""The lines of a chronology.yml that feeds and calendars need."""


def load_dates(folder: Path, head: str = "") -> Chronology:
    """Return a chronology of one event for each date; `head` goes into its chronology.yml."""
    files = {
        "chronology.yml": f"title: Dates & <days>\nkinds: {{works: {{name: Works}}}}\n{head}",
        "sources.yml": "wire: {outlet: The Wire, published: 2022-12~}\n",
    }
    for name, text in DATES.items():
        year = text.strip("[./")[:4].replace("X", "0")
        files[f"{year}/{year}-{name}.yml"] = (
            f"title: An event, {name}\nadded: 2023-01-02\ndate: '{text}'\ndate_basis: Made.\n"
            "kind: works\nsummary: Made; for, tests.\n"
            "accounts: [{source: wire, locator: page 1, says: So.}]\n"
        )
    for path, content in files.items():
        (folder / "events" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "events" / path).write_text(content, "utf-8")
    loaded = load(folder, folder / "events")
    assert loaded.problems == ()
    return loaded.chronology


def date_name(id: str) -> str:
    """Return the name of an event's date in `DATES`: the end of the event's id."""
    return id.partition("-")[2]


def export_files(chronology: Chronology) -> dict[str, bytes]:
    """Return every data file of a chronology, by its path."""
    files = {}
    for form in FORMATS:
        for output in form.write(chronology, Cache()):
            assert output.path not in files
            content = output.content
            files[output.path] = content.encode() if isinstance(content, str) else content
    return files
