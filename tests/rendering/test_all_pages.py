"""The pages of a made-up chronology: complete, sound, and no more certain than the accounts."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from generator.model.records import Chronology, Settings
from generator.rendering.site_pages import render
from tests.support.chronologies import HOSTILE
from tests.support.rendered_page import KARSK, VOID, ShownPage, render_pages

EMPTY = Chronology("events", Settings(title="Empty"), {}, {}, {}, ())


# Every page


def test_there_is_a_page_for_everything(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    expected = {"index.md", "timeline/index.md", "differences/index.md"}
    expected |= {"corrections/index.md", "changes/index.md"}
    expected |= {"outlets/index.md", "outlets/alone/index.md"}
    expected |= {f"{folder}/index.md" for folder in ("actors", "places", "sources")}
    expected |= {f"events/{event.id}/index.md" for event in meresh_with_drafts.events}
    expected |= {f"actors/{id}/index.md" for id in meresh_with_drafts.actors}
    expected |= {f"places/{id}/index.md" for id in meresh_with_drafts.places}
    expected |= {f"sources/{id}/index.md" for id in meresh_with_drafts.sources}
    expected |= {f"{year}/index.md" for year in (1998, 2003, 2009, 2018, 2021)}
    expected |= {"2009/02/index.md", "2018/04/index.md"} | {
        f"2021/0{month}/index.md" for month in (5, 6, 7, 8)
    }
    assert set(pages) == expected


def test_each_path_once_and_the_same_bytes_each_time(meresh_with_drafts: Chronology) -> None:
    once, again = list(render(meresh_with_drafts)), list(render(meresh_with_drafts))
    assert once == again
    assert len({output.path for output in once}) == len(once)


def test_a_page_has_one_h1_and_no_level_left_out(pages: dict[str, ShownPage]) -> None:
    for path, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.dom.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(b - a <= 1 for a, b in pairwise(levels)), path


def test_anchors_of_headings_stay_when_an_event_is_added(meresh: Chronology) -> None:
    """A heading with a count in it would take its anchor away from those who linked it."""
    [karsk] = [event for event in meresh.events if KARSK.startswith(f"events/{event.id}/")]
    added = karsk.model_copy(update={"id": f"{karsk.id}-again"})
    after = render_pages(replace(meresh, events=(*meresh.events, added)))
    before = render_pages(meresh)
    assert {path: _anchors(page) for path, page in before.items()} == {
        path: _anchors(after[path]) for path in before
    }


def _anchors(page: ShownPage) -> list[str | None]:
    return [a["id"] for tag in ("h2", "h3") for a in page.dom.all(tag) if "id" in a]


def test_links_lead_to_pages_and_anchors(pages: dict[str, ShownPage]) -> None:
    known = {page.address: page for page in pages.values()}
    for page in pages.values():
        for address, anchor in page.links:
            if address == "data" or address.endswith(("event.json", "cite.txt")):  # no page
                continue
            assert address in known, f"{page.output.path} leads to {address}"
            ids = [attributes.get("id") for _, attributes in known[address].dom.elements]
            assert not anchor or ids.count(anchor) == 1, f"{page.output.path}: #{anchor}"


def test_no_id_stands_twice_on_a_page(
    pages: dict[str, ShownPage], rivers_chronology: Chronology
) -> None:
    for page in (*pages.values(), *render_pages(rivers_chronology).values()):
        ids = Counter(a["id"] for _, a in page.dom.elements if "id" in a)
        assert [id for id, count in ids.items() if count > 1] == [], page.output.path


def test_an_account_and_its_cells_keep_the_anchors_of_a_numbered_one(
    meresh: Chronology, pages: dict[str, ShownPage]
) -> None:
    """While accounts were numbered, `a3` was the third one, and `a3-dates` the date it gives."""
    for event in meresh.events:
        page = pages[f"events/{event.id}/index.md"]
        ids = {str(a["id"]) for _, a in page.dom.elements if "id" in a}
        for n, account in enumerate(event.accounts, 1):
            own = {id.removeprefix(account.id) for id in ids if id.startswith(f"{account.id}-")}
            cells = {cell for cell in own if cell in {"-dates", "-actors", "-labels", "-figures"}
                     or cell.startswith("-f-")}  # fmt: skip
            assert {f"a{n}", *(f"a{n}{cell}" for cell in cells)} <= ids


def test_no_address_leads_out_but_those_of_sources(pages: dict[str, ShownPage]) -> None:
    for path, page in pages.items():
        for tag, attributes in page.dom.elements:
            is_data = attributes.get("type") == "application/ld+json"
            assert tag not in {"script", "style", "img", "link", "iframe"} or is_data
            assert tag != "form" or path in {"timeline/index.md", "differences/index.md"}
            assert not any(name.startswith("on") for name in attributes)
            if (attributes.get("href") or "").startswith("http"):
                assert attributes["rel"] == "noopener"
                assert tag == "a"


def test_a_link_says_where_it_leads(pages: dict[str, ShownPage]) -> None:
    for path, page in pages.items():
        assert not re.search(r"<a [^>]*>\s*</a>", page.body), path


def test_no_blank_line_and_no_indent_inside_a_block(pages: dict[str, ShownPage]) -> None:
    for path, page in pages.items():
        for block in re.split(r"\n{2,}", page.body.strip()):
            opened = re.findall(r"<(div|section|nav|header|aside|table|ol|ul|dl)\b", block)
            closed = re.findall(r"</(div|section|nav|header|aside|table|ol|ul|dl)>", block)
            assert sorted(opened) == sorted(closed), path
            assert not re.search(r"^[ \t]", block, re.MULTILINE), path
            if block.startswith("<"):
                assert _roots(block) == 1, block[:200]


def _roots(block: str) -> int:
    """How many elements stand side by side in a block, which may be one."""
    depth = roots = 0
    for close, tag in re.findall(r"<(/?)(\w+)", block):
        if tag not in VOID:
            roots += depth == 0
            depth += -1 if close else 1
    return roots


def test_time_has_a_whole_day_month_or_year(pages: dict[str, ShownPage]) -> None:
    for path, page in pages.items():
        for attributes in page.dom.all("time"):
            found = attributes["datetime"] or ""
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", found), path


def test_the_origin_is_the_file_of_the_data(pages: dict[str, ShownPage]) -> None:
    assert pages[KARSK].output.origin == "events/2021/2021-05-06-karsk-gate-opens.yml"
    assert pages["actors/guards/index.md"].output.origin == "events/actors.yml"
    assert pages["actors/index.md"].output.origin == "events"  # a registry may have several files
    assert pages["timeline/index.md"].output.origin == "events"


def test_an_empty_chronology_says_so() -> None:
    pages = render_pages(EMPTY)
    assert "No events yet." in pages["timeline/index.md"].dom.text
    assert "No events yet." in pages["index.md"].dom.text
    assert "None so far." in pages["differences/index.md"].dom.text
    assert "None so far." in pages["corrections/index.md"].dom.text
    assert "None so far." in pages["changes/index.md"].dom.text
    assert "No actors yet." in pages["actors/index.md"].dom.text
    assert set(pages) >= {"places/index.md", "sources/index.md"}
    for page in pages.values():
        assert len(page.dom.all("h1")) == 1


# Hostile texts


def test_hostile_texts_stand_in_pages_as_they_are(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    hostile = [event for event in meresh_with_drafts.events if event.id.endswith("-hostile")]
    (plain,) = [event for event in hostile if event.title == "plain"]
    elements = _story(pages[f"events/{plain.id}/index.md"])
    times = _unescaped(pages[f"events/{plain.id}/index.md"]).count("plain")
    for event in hostile:
        text = _unescaped(pages[f"events/{event.id}/index.md"])
        assert _story(pages[f"events/{event.id}/index.md"]) == elements, event.title
        if event is not plain:
            assert text.count(event.title) >= times, event.title


def _unescaped(page: ShownPage) -> str:
    """What an event's page says, but for the entry for BibTeX, which has escapes of its own."""
    return page.dom.text.partition(" BibTeX ")[0]


def _story(page: ShownPage) -> list[str]:
    """The elements up to the links to the events before and after, whichever way texts run."""
    tags = [tag for tag, _ in page.dom.elements if tag != "bdi"]
    return tags[: tags.index("nav")]


def test_hostile_titles_are_plain_in_front_matter(pages: dict[str, ShownPage]) -> None:
    for page in pages.values():
        for key in ("title", "description"):
            assert not set('<>"[]{}*_`|') & set(page.meta.get(key, "")), page.output.path


def test_every_hostile_text_was_tried(meresh_with_drafts: Chronology) -> None:
    folded = {" ".join(text.split()) for text in HOSTILE}
    assert {e.title for e in meresh_with_drafts.events if e.id.endswith("-hostile")} == folded
