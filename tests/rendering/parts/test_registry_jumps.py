"""A long list of records has letters that lead into it, and every record is on one of its pages."""

import json
import re
from collections.abc import Mapping

import pytest

from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.language import nearest_language
from generator.rendering.page_weight import MAX_PAGE_BYTES, MAX_PAGE_ELEMENTS
from generator.rendering.parts.registry_jumps import LONG_LIST, JumpRow, jump_rows
from generator.rendering.site_pages import render
from generator.support.fold import fold
from tests.support.long_lists import with_many
from tests.support.rendered_page import ShownPage, render_pages

_THEME_ELEMENTS, _THEME_BYTES = 200, 20_000


def _rows(groups: Mapping[str, str]) -> list[str]:
    """Return the jumps as "group: marks", where each letter of a group is an item."""
    rows = jump_rows([*groups.items()], lambda item: item, lambda name: name[0])
    return [f"{row.group.name if row.group else ''}: {_names(row)}" for row in rows]


def _names(row: JumpRow) -> str:
    return "".join(jump.name for jump in row.jumps)


@pytest.mark.parametrize(
    ("groups", "rows"),
    [
        ({"Few": "a" * (LONG_LIST - 1)}, []),
        ({"Many": "a" * 60 + "b" * 40}, ["Many: ab"]),
        ({"Alike": "a" * LONG_LIST}, ["Alike: "]),  # one letter leads nowhere
        ({"Many": "a" * 60 + "b" * 60, "Few": "ab"}, ["Many: ab", "Few: "]),
        ({f"{letter}{n}": "xyz" for letter in "ABC" for n in range(12)}, [": ABC"]),
        ({"Signs": "".join(map(chr, range(0x4E00, 0x4E00 + 200)))}, ["Signs: "]),
    ],
    ids=["short", "letters", "one letter", "a short group", "many groups", "too many signs"],
)
def test_jumps_are_there_where_they_help(groups: Mapping[str, str], rows: list[str]) -> None:
    assert _rows(groups) == rows


@pytest.fixture(scope="module")
def long(meresh_with_drafts: Chronology) -> dict[str, ShownPage]:
    """The pages of 1,200 actors and of 1,600 sources by 60 outlets."""
    return _lists(with_many(meresh_with_drafts, 1200, 1600, 60))


def _lists(chronology: Chronology) -> dict[str, ShownPage]:
    language = nearest_language(chronology.settings.language)
    pages = (output for output in render(chronology, language=language) if output.is_page)
    lists = (page for page in pages if re.match(r"(actors|sources)/(list/\d+/)?index", page.path))
    return {page.path: ShownPage(page) for page in lists}


@pytest.mark.parametrize(("kind", "records"), [("actors", 1200), ("sources", 1600)])
def test_every_record_is_reached_from_the_list_without_scripts(
    long: dict[str, ShownPage], kind: str, records: int
) -> None:
    pages = {page.address: page for page in long.values() if page.address.startswith(kind)}
    led = {address for address, _ in pages[kind].links}
    assert led >= set(pages)
    assert len({a for page in pages.values() for a, _ in page.links if "/more-" in a}) == records


@pytest.mark.parametrize("kind", ["actors", "sources"])
def test_each_letter_leads_to_the_first_name_that_begins_with_it(
    long: dict[str, ShownPage], kind: str
) -> None:
    for page in (long[f"{kind}/index.md"], long[f"{kind}/list/4/index.md"]):
        jumps = re.findall(r'<a href="([^"]*)#(to-[\d-]+)">(\w)</a>', page.body)
        assert len(jumps) > 20
        for address, anchor, letter in jumps:
            path = f"{kind}/{address.partition(f'{kind}/')[2]}index.md" if address else ""
            target = (long[path] if path else page).body
            item = target[target.index(f'id="{anchor}"') :]
            before = target[: target.index(f'id="{anchor}"')]
            name = {
                "actors": re.findall(r"<a [^>]*>(.*?)</a>", item)[0],
                "sources": re.findall(r"(?m)^## (.*)$", before)[-1],
            }[kind]
            assert fold(name)[0] == letter.lower()


def test_long_lists_have_light_pages(long: dict[str, ShownPage]) -> None:
    for path, page in long.items():
        assert len(page.dom.elements) + _THEME_ELEMENTS <= MAX_PAGE_ELEMENTS, path
        assert len(page.body.encode()) + _THEME_BYTES <= MAX_PAGE_BYTES, path


def test_a_short_list_has_neither_letters_nor_filter(pages: dict[str, ShownPage]) -> None:
    for kind in ("actors", "places", "sources"):
        assert "#to-" not in pages[f"{kind}/index.md"].body
        assert "<form" not in pages[f"{kind}/index.md"].body


def test_articles_of_few_outlets_have_years(meresh_with_drafts: Chronology) -> None:
    page = _lists(with_many(meresh_with_drafts, 0, 900, 2))["sources/index.md"]
    rows = re.findall(r"<ul>\s*<li><b>\s*<a [^>]*>(.*?)</a>\s*</b></li>(.*?)</ul>", page.body, re.S)
    years = {name: re.findall(r">(\d{4})</a>", jumps) for name, jumps in rows}
    assert years["Ana Baren Gazette"] == [str(year) for year in range(2012, 2021)]
    assert years["Northern Wire"] == []
    # Pieces of one outlet are told apart.
    names = re.findall(r">([^<]*) to [^<]*</a> <small>", page.body)
    assert len(names) == len(set(names)) > 2


def test_letters_are_those_of_the_language(meresh_with_drafts: Chronology) -> None:
    page = _lists(with_many(meresh_with_drafts, 600, 0, 1, "tr"))["actors/index.md"]
    letters = re.findall(r">(\w)</a>", page.body)
    assert {"Ç", "Ö", "Ş"} <= {*letters}
    assert letters.index("B") < letters.index("Ç") < letters.index("D")


def test_the_filter_finds_each_by_all_its_names(meresh_with_drafts: Chronology) -> None:
    chronology = with_many(meresh_with_drafts, 600, 600, 20)
    outputs = {o.path: o for o in render(chronology) if o.path.endswith("-list.json")}
    assert [*outputs] == ["data/actors-list.json", "data/sources-list.json"]
    shown = render_pages(chronology)
    for kind in ("actors", "sources"):
        index = json.loads(outputs[f"data/{kind}-list.json"].content)
        assert sum(count for _, count in index["parts"]) == len(index["items"])
        items = iter(index["items"])
        for address, count in index["parts"]:
            page = shown[f"{kind}/{address}index.md"]
            listed = re.findall(r"<li[^>]*>(.*?)</li>", page.body)
            rows = [row for row in listed if f"{kind}/" in row and "#to-" not in row]
            links = [re.findall(rf'{kind}/([a-z0-9-]+)/"', row) for row in rows]
            ids = [link[0] for link in links if link and link[0] != "list"]
            assert len(ids) == count
            for id, (words, _) in zip(ids, items, strict=False):
                if kind == "actors":
                    record = chronology.actors[id]
                    names = (record.name, *record.also, *record.names.values())
                else:
                    source = chronology.sources[id]
                    names = (source.outlet, source.title or "")
                assert all(fold(name) in words for name in names)


def test_the_filter_knows_since_when_a_record_is_there(meresh_with_drafts: Chronology) -> None:
    chronology = with_many(meresh_with_drafts, 0, 200, 2)
    [output] = [o for o in render(chronology) if o.path == "data/sources-list.json"]
    days = sorted(day for _, day in json.loads(output.content)["items"])
    known = Context(chronology).known.days
    assert days == sorted(int(f"{known[id]:%Y%m%d}") for id in chronology.sources)
