"""What the page on open data says that an import leaves out is what it leaves out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.imports import READERS
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import plan
from generator.model.records import Chronology
from generator.validation.check import check
from tests.support.exported_files import export_files
from tests.support.import_runs import FACTS
from tests.support.projects import ROOT

PAGE = (ROOT / "generator/rendering/handwritten/open-data.md").read_text("utf-8")
LEFT_OUT = {  # the beginning of what the page says, and what the report says of it
    "a record that is there already stays as it is": "upstream-council",
    "so do the settings and the loaded words": "licence",
    "a record of a registry that no event uses": "nothing uses",
    "where an event does not come in, sources lose": "left out: text",
}


@pytest.fixture
def report(rivers_chronology: Chronology, tmp_path: Path) -> tuple[str, ...]:
    """The report of the rivers' tables, one event broken, into a chronology that is not empty."""
    first, *others = rivers_chronology.events
    broken = replace(rivers_chronology, events=(first.model_copy(update={"title": " "}), *others))
    place = next(iter(broken.places.values())).model_copy(update={"id": "elsewhere"})
    unused = replace(broken, places={**broken.places, "elsewhere": place})
    for path, content in export_files(unused).items():
        if path.endswith(".csv"):
            (tmp_path / Path(path).name).write_bytes(content)
    events = tmp_path / "other" / "events"
    events.mkdir(parents=True)
    (events / "chronology.yml").write_text(FACTS, "utf-8")
    actor = "upstream-council: {name: Another name, kind: state}\n"
    (events / "actors.yml").write_text(actor, "utf-8")
    registries, file = Registries(check(events.parent, events).chronology), tmp_path / "events.csv"
    read = READERS["csv"](file, registries)
    return plan(events, registries, file, read, date(2026, 1, 9)).report.lines


def test_the_page_tells_each_thing_that_is_left_out() -> None:
    told = PAGE.partition("what is left out:\n")[2].partition("\n\nTables may")[0]
    bullets = [line[2:] for line in told.splitlines() if line.startswith("- ")]
    assert len(bullets) == len(LEFT_OUT)
    for bullet, said in zip(bullets, LEFT_OUT, strict=True):
        assert bullet.startswith(said)


@pytest.mark.parametrize("said", LEFT_OUT.values(), ids=LEFT_OUT)
def test_the_report_says_so(said: str, report: tuple[str, ...]) -> None:
    assert any(said in line for line in report), report
