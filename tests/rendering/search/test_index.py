"""What the search is given to look words up in."""

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from generator.model.dates import parse_date
from generator.model.records import Chronology
from generator.pipeline import search_index
from generator.rendering.context import Context
from generator.rendering.language import ENGLISH, script_messages
from generator.rendering.search.index import index_files
from generator.rendering.search.indexed_dates import IndexedDates, indexed_dates, month_numbers
from generator.rendering.search.record import GROUPS, SearchRecord
from generator.rendering.search.records import search_records
from generator.support.fold import fold

Files = dict[str, Any]
RECORDS = [
    SearchRecord("event", "e/1/", "Bridges fall", names=("Łódź (Lodsch)",), texts=("A gate.",),
                 dates=IndexedDates(("2021-05-04",), ("2021-05",)), choices={"kind": ("a",)}),
    SearchRecord("event", "e/2/", "A gate", texts=("Of bridges, in Lodz.",),
                 choices={"kind": ("b",)}),
    SearchRecord("place", "p/", "Łódź"),
]  # fmt: skip


def _read(outputs: Iterator[Any]) -> Files:
    files = {Path(output.path).stem: json.loads(output.content) for output in outputs}
    assert files
    return files


def _found(files: Files, word: str) -> tuple[list[int], list[int]]:
    """The records that have a word in title or names, and those that have it elsewhere."""
    for name in (name for name in files if name.startswith("words-")):
        if word in files[name]:
            strong, weak = (list(accumulate(steps)) for steps in files[name][word])
            return strong, weak
    return [], []


@pytest.fixture(scope="module")
def made() -> Files:
    """The index of three made records."""
    names = {"kind": {"b": "Bee", "c": "Cee", "a": "Ay"}}
    return _read(index_files(RECORDS, names, {"may": 5}, "events"))


@pytest.fixture(scope="module")
def files(meresh: Chronology) -> Files:
    """The index of a chronology."""
    return _read(search_index(meresh, [SearchRecord("page", "about/", "About", texts=("Method",))]))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bridges", ([0], [1])),
        ("gate", ([1], [0])),
        ("lodz", ([0, 2], [1])),
        ("lodsch", ([0], [])),
        ("2021-05-04", ([0], [])),
        ("2021-05", ([], [0])),
        ("bridge", ([], [])),
    ],
)
def test_a_word_leads_to_the_records_that_have_it(
    made: Files, word: str, expected: tuple[list[int], list[int]]
) -> None:
    assert _found(made, word) == expected


def test_a_record_is_shown_with_its_texts(made: Files) -> None:
    assert made["texts-0"][0] == ["e/1/", "Bridges fall", "", "", ["Łódź (Lodsch)"], ["A gate."]]
    assert made["index"]["groups"] == {**dict.fromkeys(GROUPS, 0), "event": 2, "place": 1}
    assert made["index"]["months"] == {"may": 5}


def test_a_choice_that_nothing_has_is_none(made: Files) -> None:
    assert made["choices"] == {"kind": [["b", "Bee", [1]], ["a", "Ay", [0]]]}


def test_files_of_words_are_small_and_in_order() -> None:
    texts = tuple(f"word{n:05}" for n in range(5000))
    files = _read(index_files([SearchRecord("page", "", "", texts=texts)], {}, {}, "events"))
    parts = [files[f"words-{n}"] for n in range(len(files["index"]["words"]))]
    assert len(parts) > 3
    words = [word for part in parts for word in part]
    assert words == sorted(words) == list(texts)
    assert files["index"]["words"] == ["", *(next(iter(part)) for part in parts[1:])]


def test_every_page_of_a_record_is_in_the_index_once(meresh: Chronology, files: Files) -> None:
    urls = [record[0] for name in files if name.startswith("texts-") for record in files[name]]
    records = (meresh.events, meresh.actors, meresh.places, meresh.sources)
    assert len(urls) == len({*urls}) == sum(map(len, records)) + 2  # about and data
    assert sum(files["index"]["groups"].values()) == len(urls)
    newest = files["texts-0"][0]
    assert newest[0] == f"events/{meresh.events[-1].id}/"


def test_a_record_is_found_by_every_spelling_of_whom_it_names(meresh: Chronology) -> None:
    spelled = 0
    for record in search_records(Context(meresh)):
        if record.group != "event":
            continue
        event = meresh.by_id[record.url.split("/")[1]]
        text = fold("\n".join((*record.names, *record.texts)))
        actors = [meresh.actors[role.id] for role in event.actors]
        places = [meresh.places[id] for id in event.places]
        for one in [(a.name, a.also, a.names) for a in actors] + [
            (p.name, p.also, p.names) for p in places
        ]:
            for name in (one[0], *one[1], *one[2].values()):
                assert fold(name) in text
                spelled += 1
    assert spelled > 10


def test_a_place_finds_what_happened_within_it(rivers_chronology: Chronology) -> None:
    """By its name and among the filters: each event is at the bend, which lies in the basin."""
    events = [r for r in search_records(Context(rivers_chronology)) if r.group == "event"]
    assert events
    for event in events:
        assert event.choices["place"] == ("river-bend", "basin")
        assert not any("Meresh basin" in name for name in event.names)
        assert any("Meresh basin" in text for text in event.texts)


def test_the_same_chronology_gives_the_same_bytes(meresh: Chronology) -> None:
    assert list(search_index(meresh, ())) == list(search_index(meresh, ()))


@pytest.mark.parametrize(
    ("date", "exact", "within"),
    [
        ("2026-01-09", {"2026-01-09", "2026-01", "2026"}, set()),
        ("2026-01", {"2026-01", "2026"}, {"2026-01-01", "2026-01-31"}),
        ("2026-01-31/2026-02-01", {"2026"}, {"2026-01-31", "2026-02-01", "2026-01", "2026-02"}),
        ("2011", {"2011"}, {"2011-01", "2011-12"}),
        ("../2026-01-09", set(), {"2026-01-09", "2026-01", "2026"}),
        ("2012/2016", set(), {"2012", "2014", "2016"}),
    ],
)
def test_a_date_is_found_as_day_month_and_year(
    date: str, exact: set[str], within: set[str]
) -> None:
    words = indexed_dates([parse_date(date)])
    assert {*words.exact} == exact
    assert within <= {*words.within}
    assert not {*words.within} & exact


def test_the_date_of_an_account_is_in_the_event() -> None:
    words = indexed_dates([parse_date("2026-01-09"), parse_date("2026-01-10")])
    assert "2026-01-09" in words.exact
    assert "2026-01-10" in words.within
    assert "2026-01-10" not in words.exact


def test_months_have_names_in_each_language() -> None:
    numbers = month_numbers(["en", "tr", "ar", "xx-nonsense", "kmr"])
    expected = {"january": 1, "jan": 1, "ocak": 1, "oca": 1, "eylul": 9, "agustos": 8}
    assert expected.items() <= numbers.items()
    assert numbers[fold("كانون الثاني")] == numbers[fold("يناير")] == 1
    assert numbers[fold("آذار")] == 3
    assert month_numbers(["en", "tr"])["mar"] == 3


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_of_results_has_a_name(group: str) -> None:
    assert f"search.{group}" in script_messages(ENGLISH)
