"""The feeds as `feedparser`, a reader of feeds, reads them."""

import warnings
from dataclasses import replace

import pytest

from generator.model.records import Chronology
from tests.support.exported_files import export_files

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import feedparser  # type: ignore[import-untyped]


@pytest.mark.filterwarnings("ignore")
def test_a_reader_finds_entries_and_who_made_them(rivers_chronology: Chronology) -> None:
    settings = rivers_chronology.settings.model_copy(update={"contact": "desk@rivers.example"})
    files = export_files(replace(rivers_chronology, settings=settings))
    for path, count in (("data/chronology.atom", 3), ("data/corrections.atom", 1)):
        read = feedparser.parse(files[path])
        assert not read.bozo, read.get("bozo_exception")
        assert len(read.entries) == count
        assert read.feed.author_detail == {
            "name": "A made-up water dispute",
            "href": "https://rivers.example/",
            "email": "desk@rivers.example",
        }
        assert all(
            entry.link.startswith("https://rivers.example/events/") for entry in read.entries
        )


@pytest.mark.filterwarnings("ignore")
def test_a_contact_that_is_no_address_is_no_email(rivers_chronology: Chronology) -> None:
    settings = rivers_chronology.settings.model_copy(update={"contact": "ask at the library"})
    files = export_files(replace(rivers_chronology, settings=settings))
    read = feedparser.parse(files["data/chronology.atom"])
    assert "email" not in read.feed.author_detail
