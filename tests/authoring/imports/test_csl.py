"""A library of sources as CSL-JSON becomes sources that are drafts; once, and without events."""

from pathlib import Path

import pytest

from generator.authoring.imports.csl import source_of
from tests.support.import_runs import import_file

ITEM = {
    "id": "http://zotero.org/1", "type": "article-newspaper", "title": "The <i>gate</i> opens",
    "container-title": "The Gazette", "URL": "https://gazette.example/gate", "language": "en",
    "issued": {"date-parts": [[2021, 5, 6]]}, "author": [{"family": "Tolland", "given": "Mira"}],
}  # fmt: skip


def test_items_become_sources_that_are_drafts(fresh: Path) -> None:
    chronology, report = import_file(
        fresh, "csl", "library.json", [ITEM, {**ITEM, "URL": "", "title": "B"}]
    )
    first, second = chronology.sources.values()
    assert (first.id, first.outlet, first.title) == (
        "the-gazette-2021-05-06",
        "The Gazette",
        "The gate opens",
    )
    assert (first.published.text, first.url, first.draft) == ("2021-05-06", ITEM["URL"], True)
    assert (second.id, second.title) == ("the-gazette-2021-05-06-2", "B")
    assert (chronology.events, report) == ((), "")


def test_a_second_import_adds_what_is_new_alone(fresh: Path) -> None:
    import_file(fresh, "csl", "library.json", [ITEM])
    new = {**ITEM, "URL": "https://gazette.example/2", "issued": {}}
    chronology, report = import_file(fresh, "csl", "library.json", [ITEM, new])
    assert report == "item 1: already there, as 'the-gazette-2021-05-06'\n"
    assert chronology.sources["the-gazette"].published.text == "../2026-01-09"


def test_a_broken_item_leaves_the_others(fresh: Path) -> None:
    chronology, report = import_file(
        fresh, "csl", "library.json", [ITEM, 7, {"title": "Of nobody"}], exit_code=1
    )
    assert len(chronology.sources) == 1
    assert report.splitlines() == [
        "item 2: broken: it is no item of a library",
        "item 3: broken: it names neither an outlet nor an author nor an address",
    ]


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ({"date-parts": [["2021", "5"]]}, "2021-05"),
        ({"date-parts": [[2021], [2022]]}, "2021/2022"),
        ({"date-parts": [[2021]], "circa": True}, "2021~"),
        ({"raw": "2021-05-06"}, "2021-05-06"),
        ({"literal": "soon"}, ""),
        ({"date-parts": [[2021, 13]]}, ""),
        ("2021", ""),
    ],
)
def test_dates_of_items(issued: object, edtf: str) -> None:
    assert source_of({**ITEM, "issued": issued}).get("published", "") == edtf


def test_what_an_item_says_is_kept() -> None:
    item = {**ITEM, "type": "report", "accessed": {"date-parts": [[2026, 1, 9]]}, "DOI": "10.1/x"}
    assert source_of(item) == {
        "kind": "report", "outlet": "The Gazette", "author": "Mira Tolland",
        "title": "The gate opens", "published": "2021-05-06", "url": ITEM["URL"],
        "accessed": "2026-01-09", "language": "en",
    }  # fmt: skip
    assert source_of({"DOI": "10.1/x", "language": "klingon tongue"}) == {
        "url": "https://doi.org/10.1/x"
    }


def test_an_item_without_an_outlet_is_its_authors_or_its_addresses(fresh: Path) -> None:
    items = [{"title": "A", "author": ITEM["author"]}, {"title": "B", "DOI": "10.1/x"}]
    chronology, _ = import_file(fresh, "csl", "library.json", items)
    assert [source.outlet for source in chronology.sources.values()] == ["Mira Tolland", "doi.org"]
