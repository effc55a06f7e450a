"""What is written into a file of YAML ends its lines as that file does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.authoring.yaml_edits import (
    with_record_text,
    with_records,
    with_terms,
    with_value,
)
from tests.support.import_runs import import_file

TEXT = "title: X\nkinds:\n  works: {name: Works}\n\n# more\nroles:\n  acts:\n    name: Acts\n"
NEW = {"b": {"name": "B", "note": "One.\nTwo."}}
EDITS: dict[str, Callable[[str], str]] = {
    "a record as text": lambda text: with_record_text(text, "b:\n  name: B\n"),
    "records": lambda text: with_records(text, NEW),
    "terms in braces": lambda text: with_terms(text, "kinds", NEW),
    "terms": lambda text: with_terms(text, "roles", NEW),
    "a vocabulary": lambda text: with_terms(text, "measures", NEW),
    "another value": lambda text: with_value(text, ["roles", "acts", "name"], "One.\nTwo."),
    "a value that goes": lambda text: with_value(text, ["title"], None),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_keeps_the_line_ends(edit: Callable[[str], str]) -> None:
    assert edit(TEXT) != TEXT
    assert edit(TEXT.replace("\n", "\r\n")) == edit(TEXT).replace("\n", "\r\n")


def test_of_a_file_with_both_line_ends_nothing_is_touched() -> None:
    text = TEXT.replace("\n", "\r\n", 1)
    assert with_records(text, NEW).startswith(text)


def test_an_import_keeps_the_line_ends_of_the_registries(fresh: Path) -> None:
    files = [fresh / "events/chronology.yml", fresh / "events/places.yml"]
    files[1].write_text("hill: {name: Hill}\n")
    for file in files:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = [file.read_bytes() for file in files]
    table = "id,title,date,kind,places\n,A,2021-05-06,Ceremony,Bend; Hill\n"
    import_file(fresh, "csv", "events.csv", table)
    for file, was in zip(files, before, strict=True):
        now = file.read_bytes()
        assert len(now) > len(was)
        assert now.count(b"\n") == now.count(b"\r\n")
