"""The citation file, read as YAML."""

from datetime import date

import yaml

from generator.model.records import Chronology
from tests.support.exported_files import export_files
from tests.support.hostile_texts import Hostile


def test_it_names_title_licence_and_day(rivers_files: dict[str, bytes]) -> None:
    read = yaml.safe_load(rivers_files["data/CITATION.cff"])
    assert read["cff-version"] == "1.2.0"
    assert read["type"] == "dataset"
    assert read["title"] == "A made-up water dispute"
    assert read["license"] == "CC-BY-4.0"
    assert read["authors"] == [
        {"name": "A made-up water dispute", "website": "https://rivers.example/"}
    ]
    assert str(read["date-released"]) == str(date(2021, 6, 1))


def test_a_hostile_title_stays_a_title(rivers_chronology: Chronology) -> None:
    hostile = Hostile().chronology(rivers_chronology)
    read = yaml.safe_load(export_files(hostile)["data/CITATION.cff"])
    assert read["title"] == hostile.settings.title
    assert "license" not in read  # of that name there is none
