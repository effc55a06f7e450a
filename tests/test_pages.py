"""The pages of a made-up chronology: complete, sound, and no more certain than the accounts."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import join, normpath

import markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse
from generator.differences import differ
from generator.model import Chronology, Facts, Figure
from generator.output import Output
from generator.pages import render, words
from generator.pages.index import Index
from generator.pages.lists import WHOLE_TIMELINE, timeline_page
from generator.pages.sources import coverage
from tests.water import HOSTILE, chronology

EMPTY = Chronology("events", Facts(title="Empty"), {}, {}, {}, ())
VOID = {"br", "col", "hr", "img", "input", "link", "meta"}
KARSK = "events/2021-05-06-karsk-gate-opens/index.md"
CONVERTER = markdown.Markdown(extensions=["attr_list", "tables", "toc", "admonition", "smarty"])


class _Dom(HTMLParser):
    """What a page says and links to, and whether its elements are closed as they were opened."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


class _Page:
    """An output as MkDocs shows it."""

    def __init__(self, output: Output) -> None:
        self.output = output
        _, front, self.body = str(output.content).split("---\n", 2)
        self.meta = json.loads(front)

    @property
    def address(self) -> str:
        return self.output.path.removesuffix("index.md").rstrip("/")

    @cached_property
    def dom(self) -> _Dom:
        return _Dom(CONVERTER.reset().convert(self.body))

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        """The addresses that it leads to inside the site, and the anchors there."""
        for attributes in self.dom.all("a"):
            address = attributes["href"] or ""
            if not address.startswith(("http://", "https://")):
                path, _, anchor = address.partition("#")
                yield normpath(join(self.address, path)).removeprefix(".").strip("/"), anchor


def _pages(of: Chronology) -> dict[str, _Page]:
    return {output.path: _Page(output) for output in render(of) if output.is_page}


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    return chronology(tmp_path_factory.mktemp("water"))


@pytest.fixture(scope="module")
def pages(water: Chronology) -> dict[str, _Page]:
    return _pages(water)


def _many(water: Chronology, count: int) -> Chronology:
    event = water.by_id["2021-05-04-pause-in-pumping"]
    first = water.by_id["2003-dry-years"]
    events = [event.model_copy(update={"id": f"2021-05-04-{n:05}"}) for n in range(count)]
    return replace(water, events=(first, *events))


# Every page


def test_there_is_a_page_for_everything(water: Chronology, pages: dict[str, _Page]) -> None:
    expected = {"index.md", "timeline/index.md", "differences/index.md", "corrections/index.md"}
    expected |= {f"{folder}/index.md" for folder in ("actors", "places", "sources")}
    expected |= {f"events/{event.id}/index.md" for event in water.events}
    expected |= {f"actors/{id}/index.md" for id in water.actors}
    expected |= {f"places/{id}/index.md" for id in water.places}
    expected |= {f"sources/{id}/index.md" for id in water.sources}
    expected |= {f"{year}/index.md" for year in (1998, 2003, 2009, 2018, 2021)}
    expected |= {"2009/02/index.md", "2018/04/index.md"} | {
        f"2021/0{month}/index.md" for month in (5, 6, 7, 8)
    }
    assert set(pages) == expected


def test_each_path_once_and_the_same_bytes_each_time(water: Chronology) -> None:
    once, again = list(render(water)), list(render(water))
    assert once == again
    assert len({output.path for output in once}) == len(once)


def test_a_page_has_one_h1_and_no_level_left_out(pages: dict[str, _Page]) -> None:
    for path, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.dom.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(b - a <= 1 for a, b in pairwise(levels)), path


def test_links_lead_to_pages_and_anchors(pages: dict[str, _Page]) -> None:
    known = {page.address: page for page in pages.values()}
    for page in pages.values():
        for address, anchor in page.links:
            if address == "data" or address.endswith("event.json"):  # what the exports write
                continue
            assert address in known, f"{page.output.path} leads to {address}"
            ids = [attributes.get("id") for _, attributes in known[address].dom.elements]
            assert not anchor or ids.count(anchor) == 1, f"{page.output.path}: #{anchor}"


def test_no_address_leads_out_but_those_of_sources(pages: dict[str, _Page]) -> None:
    for path, page in pages.items():
        for tag, attributes in page.dom.elements:
            assert tag not in {"script", "style", "img", "link", "iframe"}
            assert tag != "form" or path in {"timeline/index.md", "differences/index.md"}
            assert not any(name.startswith("on") for name in attributes)
            if (attributes.get("href") or "").startswith("http"):
                assert attributes["rel"] == "noopener"
                assert tag == "a"


def test_a_link_says_where_it_leads(pages: dict[str, _Page]) -> None:
    for path, page in pages.items():
        assert not re.search(r"<a [^>]*>\s*</a>", page.body), path


def test_no_blank_line_and_no_indent_inside_a_block(pages: dict[str, _Page]) -> None:
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


def test_time_has_a_whole_day_month_or_year(pages: dict[str, _Page]) -> None:
    for path, page in pages.items():
        for attributes in page.dom.all("time"):
            found = attributes["datetime"] or ""
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", found), path


def test_only_what_is_found_is_searched(pages: dict[str, _Page]) -> None:
    for path, page in pages.items():
        folder, *names = path.split("/")
        single = folder in {"events", "actors", "places", "sources"} and len(names) == 2
        assert (page.meta.get("search") != {"exclude": True}) is single, path
        assert page.meta["hide"] == ["navigation", "toc"]


def test_the_origin_is_the_file_of_the_data(pages: dict[str, _Page]) -> None:
    assert pages[KARSK].output.origin == "events/2021/2021-05-06-karsk-gate-opens.yml"
    assert pages["actors/index.md"].output.origin == "events/actors.yml"
    assert pages["timeline/index.md"].output.origin == "events"


def test_an_empty_chronology_says_so() -> None:
    pages = _pages(EMPTY)
    assert "No events yet." in pages["timeline/index.md"].dom.text
    assert "No events yet." in pages["index.md"].dom.text
    assert "None so far." in pages["differences/index.md"].dom.text
    assert "None so far." in pages["corrections/index.md"].dom.text
    assert "No actors yet." in pages["actors/index.md"].dom.text
    assert set(pages) >= {"places/index.md", "sources/index.md"}
    for page in pages.values():
        assert len(page.dom.all("h1")) == 1


# Hostile texts


def test_hostile_texts_stand_in_pages_as_they_are(
    water: Chronology, pages: dict[str, _Page]
) -> None:
    hostile = [event for event in water.events if event.id.endswith("-hostile")]
    (plain,) = [event for event in hostile if event.title == "plain"]
    elements = _story(pages[f"events/{plain.id}/index.md"])
    times = _unescaped(pages[f"events/{plain.id}/index.md"]).count("plain")
    for event in hostile:
        text = _unescaped(pages[f"events/{event.id}/index.md"])
        assert _story(pages[f"events/{event.id}/index.md"]) == elements, event.title
        if event is not plain:
            assert text.count(event.title) >= times, event.title


def _unescaped(page: _Page) -> str:
    """What an event's page says, but for the entry for BibTeX, which has escapes of its own."""
    return page.dom.text.partition(" BibTeX ")[0]


def _story(page: _Page) -> list[str]:
    """The elements up to the links to the events before and after."""
    tags = [tag for tag, _ in page.dom.elements]
    return tags[: tags.index("nav")]


def test_hostile_titles_are_plain_in_front_matter(pages: dict[str, _Page]) -> None:
    for page in pages.values():
        for key in ("title", "description"):
            assert not set('<>"[]{}*_`|') & set(page.meta.get(key, "")), page.output.path


def test_every_hostile_text_was_tried(water: Chronology) -> None:
    folded = {" ".join(text.split()) for text in HOSTILE}
    assert {e.title for e in water.events if e.id.endswith("-hostile")} == folded


# The event's page


def test_the_date_leads_then_the_title(pages: dict[str, _Page]) -> None:
    text = pages[KARSK].dom.text
    assert text.startswith("Thursday 6 May 2021 incident alleged The Karsk gate opens at night")
    assert 'datetime="2021-05-06"' in pages[KARSK].body
    assert "<time" not in pages["events/1998-pumping-begins/index.md"].body.split("# ")[0]


@pytest.mark.parametrize(
    ("written", "lead", "main", "year", "post", "datetime"),
    [
        ("2021-05-06", "Thursday", "6 May", "2021", "", "2021-05-06"),
        ("2021-05-06?", "", "6 May", "2021", "uncertain", None),
        ("2021-05", "", "May", "2021", "day not given", "2021-05"),
        ("2021-05-XX", "an unknown day in", "May", "2021", "", None),
        ("2021", "", "2021", "", "month not given", "2021"),
        ("2012~", "about", "2012", "", "", None),
        ("2024-10%", "about", "October", "2024", "uncertain", None),
        ("2016/2019", "", "2016 to 2019", "", "", None),
        ("2024-11-27/..", "since", "27 November", "2024", "", None),
        ("2012~/..", "since about", "2012", "", "", None),
        ("../2022-12-12", "by", "12 December", "2022", "", None),
        ("[2026-01-10,2026-01-11]", "", "10 or 11 January", "2026", "", None),
        ("[2026-01-05..2026-01-07]", "between", "5 and 7 January", "2026", "", None),
        ("2025-12-30/2026-01-02", "", "30 December 2025 to 2 January 2026", "", "", None),
    ],
)
def test_the_date_block(
    written: str, lead: str, main: str, year: str, post: str, datetime: str | None
) -> None:
    when = words.when(parse(written))
    assert (when.lead, when.main, when.year, when.post, when.datetime) == (
        lead,
        main,
        year,
        post,
        datetime,
    )


def test_the_digest_puts_the_sign_between_values(pages: dict[str, _Page]) -> None:
    text = pages[KARSK].dom.text.replace("or, in another account, ", "")
    assert "Where the 4 accounts differ" in text
    assert "the date 5 May 2021 ≠ 6 May 2021" in text
    assert "homes entered by water about 90 ≠ 210 · ; at least 340 (lower quarter only)" in text
    assert "opens the gate Ostrany Water League ≠ Karsk pumphouse guards" in text
    assert "the word for Ostrany Water League the gate-breakers ≠ the stewards" in text


def test_what_is_no_contradiction_is_not_called_one(pages: dict[str, _Page]) -> None:
    text = pages[KARSK].dom.text.replace(" ;", ";")
    assert "differs from 4; counts on another day than 19; agrees with 12 to 20" in text
    assert "counts others than 210 and about 90" in text
    drawn = pages[KARSK].body.partition('class="drawn"')[2]
    beside = re.findall(r"differs from (?!other)([^;<]*)", re.sub("</?i[^>]*>", "", drawn))
    assert sorted(beside) == sorted(
        ["4", "12 and 12 to 20", "4", "about 90", "210", "41,000 m³", "about 38,000 m³"]
    )


def test_accounts_stand_side_by_side_in_order_of_publication(pages: dict[str, _Page]) -> None:
    dom = pages[KARSK].dom
    rows = [a["id"] for a in dom.all("tr") if a.get("role") == "row" and "id" in a]
    assert rows == ["a1", "a2", "a3", "a4"]
    assert len([a for a in dom.all("th") if a.get("scope") == "row"]) >= 4
    assert len(dom.all("caption")) == 5
    (region,) = [a for tag, a in dom.elements if a.get("role") == "region"]
    assert region["tabindex"] == "0"
    assert "According to Upper Basin Council via Northern Wire, via The Veldra Gazette" in dom.text
    assert "According to Ostrany Courier in its own voice 8 May 2021 , page 1" in dom.text
    assert "paragraphs 1–3, 5" in dom.text


def test_columns_only_for_what_some_account_says(pages: dict[str, _Page]) -> None:
    heads = [a["data-name"] for a in pages[KARSK].dom.all("td") if a.get("data-name") is not None]
    assert list(dict.fromkeys(heads)) == [
        "Date",
        "Figures",  # four measures: too many for a column each
        "Who did what",
        "What it calls them",
    ]
    columns = {
        path: {a.get("data-name") for a in page.dom.all("td")}
        for path, page in pages.items()
        if path.startswith("events/")
    }
    assert any("people injured" in names for names in columns.values())
    assert not any("data-name" in a for a in pages["events/2009-02-ruling/index.md"].dom.all("td"))


def test_cells_that_contradict_say_so_in_words(water: Chronology, pages: dict[str, _Page]) -> None:
    for event in water.events:
        text = pages[f"events/{event.id}/index.md"].dom.text
        assert ("differs from other accounts:" in text) is differ(event), event.id
        assert ('<span class="sign"' in pages[f"events/{event.id}/index.md"].body) is differ(event)


def test_one_account_has_nothing_to_be_compared_with(pages: dict[str, _Page]) -> None:
    assert "Nothing to compare it with." in pages["events/2009-02-ruling/index.md"].dom.text
    text = pages["events/2021-05-06-emergency/index.md"].dom.text.replace(" ,", ",")
    assert "2 accounts, no difference" in text


def test_twenty_accounts_are_one_table(pages: dict[str, _Page]) -> None:
    page = pages["events/2021-07-01-flood/index.md"]
    assert len([a for a in page.dom.all("tr") if a.get("role") == "row" and "id" in a]) == 20
    assert "0 ≠ or, in another account, 3 ≠" in page.dom.text


def test_ties_run_both_ways(pages: dict[str, _Page]) -> None:
    gate, pause = (
        pages[KARSK].dom.text,
        pages["events/2021-05-04-pause-in-pumping/index.md"].dom.text,
    )
    assert "part of Two river cities" in gate
    assert "follows Two river cities" in gate
    assert (
        "in answer to Two river cities announce a pause in pumping 4 May 2021, says Ostrany" in gate
    )
    assert "answered by Ostrany declares an emergency 6 May 2021, says The Veldra Gazette" in gate
    assert "its parts The Karsk gate opens" in pause
    assert "followed by The Karsk gate opens" in pause


def test_many_ties_stand_after_the_accounts(water: Chronology, pages: dict[str, _Page]) -> None:
    pause = "2021-05-04-pause-in-pumping"
    few = pages[f"events/{pause}/index.md"].body
    assert few.index("Tied to</h2>") < few.index("## Accounts")
    follower = water.by_id["2021-07-01-flood"]
    made = [
        follower.model_copy(update={"id": f"2021-07-{day:02}-after", "follows": (pause,)})
        for day in range(2, 10)
    ]
    events = sorted([*water.events, *made], key=lambda event: event.order)
    many = _pages(water.with_events(tuple(events)))[f"events/{pause}/index.md"].body
    assert many.index("## Accounts") < many.index("Tied to</h2>") < many.index("## Sources")
    assert many.count("Tied to</h2>") == 1


def test_before_and_after(pages: dict[str, _Page]) -> None:
    text = pages[KARSK].dom.text
    assert "Before, the same day 6 May 2021 Ostrany declares an emergency" in text
    assert "After since 15 June 2021" in text
    assert "Before, 2 days earlier" in pages["events/2021-05-06-emergency/index.md"].dom.text
    assert "The first event of this" in pages["events/1998-pumping-begins/index.md"].dom.text


def test_before_and_after_in_the_same_thread(water: Chronology, pages: dict[str, _Page]) -> None:
    assert "Within Two river" not in pages[KARSK].dom.text  # a thread of one part
    part_of = {"part_of": "2021-05-04-pause-in-pumping"}
    events = [
        event.model_copy(update=part_of) if event.id.startswith("2021-0") else event
        for event in water.events
        if event.id != "2021-05-04-pause-in-pumping" and not event.id.endswith("-hostile")
    ]
    pause = water.by_id["2021-05-04-pause-in-pumping"]
    made = _pages(water.with_events(tuple(sorted([pause, *events], key=lambda e: e.order))))
    text = made["events/2021-05-06-emergency/index.md"].dom.text
    assert "Before, 2 days earlier 4 May 2021 Two river" in text
    assert (
        "Within Two river cities announce a pause in pumping Its first part. "
        "After, the same day 6 May 2021 The Karsk gate opens"
    ) in text
    assert "Its last part." in made["events/2021-07-01-flood/index.md"].dom.text
    assert "Within" not in made["events/2021-05-04-pause-in-pumping/index.md"].dom.text


def test_corrections_and_record(pages: dict[str, _Page]) -> None:
    page = pages[KARSK]
    assert page.body.index("2 March 2022") < page.body.index("1 June 2021")
    assert "was <del>340</del>, now <ins>at least 340</ins>" in page.body
    assert "Published 7 May 2021 . Last changed 2 March 2022 ." in page.dom.text
    hrefs = [attributes["href"] for attributes in page.dom.all("a")]
    assert (
        "https://example.org/meresh/blob/main/events/2021/2021-05-06-karsk-gate-opens.yml" in hrefs
    )
    assert "../../events/2021-05-06-karsk-gate-opens/event.json" in hrefs


def test_without_a_repository_no_link_to_it(water: Chronology) -> None:
    facts = water.facts.model_copy(update={"repository": None})
    assert "YAML" not in _pages(replace(water, facts=facts))[KARSK].body


def test_a_draft_is_marked_wherever_it_stands(pages: dict[str, _Page]) -> None:
    for path in ("events/2021-06-15-inquiry/index.md", "timeline/index.md", "2021/06/index.md"):
        assert "draft, not published" in pages[path].dom.text
    assert "draft" not in pages[KARSK].dom.text


def test_names_in_other_languages_are_marked(pages: dict[str, _Page]) -> None:
    names = pages["actors/basin-council/index.md"].dom.all("bdi")
    assert {"lang": "ar", "dir": "rtl"} in names
    assert {"lang": "tr", "dir": "ltr"} in names
    labels = pages[KARSK].dom.all("q")
    assert {"class": "label", "lang": "ar", "dir": "rtl"} in labels


def test_printed_words_of_a_figure_are_in_their_language(water: Chronology) -> None:
    figure = Figure.model_validate({"measure": "duration", "as_said": "طوال الليل"})
    event = water.by_id[KARSK.removeprefix("events/").removesuffix("/index.md")]
    *others, arabic = event.accounts
    told = (*others, arabic.model_copy(update={"figures": (figure,)}))
    events = (
        other.model_copy(update={"accounts": told}) if other is event else other
        for other in water.events
    )
    made = _pages(water.with_events(tuple(events)))[KARSK]
    marked = re.findall(r'<span lang="ar" dir="rtl">“طوال الليل”</span>', made.body)
    assert len(marked) >= 2  # in the table and in the plot
    assert "“nearly a night”" in made.dom.text


# Words


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ({"value": 1200}, "1,200 m"),
        ({"value": 2.5, "qualifier": "about"}, "about 2.5 m"),
        ({"value": 0}, "0 m"),
        ({"min": 12, "max": 20, "as_said": "a dozen or more"}, "12 to 20 m"),
        ({"min": 12}, "12 or more m"),
        ({"max": 20}, "up to 20 m"),
        ({"as_said": "nearly a week"}, "“nearly a week”"),
    ],
)
def test_a_figure_in_words(figure: dict[str, object], said: str) -> None:
    made = Figure.model_validate({"measure": "x"} | {k: str(v) for k, v in figure.items()})
    assert words.amount(made, "m") == said


@pytest.mark.parametrize(
    ("before", "after", "said", "size"),
    [
        (date(2021, 1, 1), date(2021, 3, 1), None, 0),
        (date(2021, 1, 1), date(2021, 3, 2), "2 months without an event", 1),
        (date(2021, 7, 1), date(2021, 8, 30), "60 days without an event", 1),
        (date(2021, 1, 31), date(2021, 7, 30), "5 months without an event", 1),
        (date(2021, 1, 1), date(2021, 7, 1), "6 months without an event", 2),
        (date(2021, 1, 1), date(2022, 2, 5), "13 months without an event", 2),
        (date(2021, 1, 1), date(2023, 1, 1), "2 years without an event", 3),
        (date(2021, 1, 1), date(2026, 2, 1), "5 years 1 month without an event", 3),
    ],
)
def test_gaps(before: date, after: date, said: str | None, size: int) -> None:
    gap = words.gap(before, after)
    assert (gap.words if gap else None, gap.size if gap else 0) == (said, size)


@given(st.lists(st.integers(1, 40), unique=True).map(sorted))
def test_spans_hold_exactly_the_numbers(numbers: list[int]) -> None:
    held: list[int] = []
    for part in words.spans(numbers).split(", ") if numbers else []:
        first, _, last = part.partition("–")
        held += range(int(first), int(last or first) + 1)
    assert held == numbers


# Lists


def test_the_timeline_has_each_event_once_in_order(
    water: Chronology, pages: dict[str, _Page]
) -> None:
    found = re.findall(r'href="\.\./events/([a-z0-9-]+)/"', pages["timeline/index.md"].body)
    assert found == [event.id for event in water.events]
    assert "6 years 1 month without an event" in pages["timeline/index.md"].dom.text


def test_each_event_stands_once_in_the_archive(water: Chronology, pages: dict[str, _Page]) -> None:
    for event in water.events:
        year = f"{event.date.anchor.year}/index.md"
        assert pages[year].body.count(f"events/{event.id}/") == 1
        months = [p for p in pages if re.fullmatch(r"\d{4}/\d\d/index\.md", p)]
        on = [p for p in months if f"events/{event.id}/" in pages[p].body]
        is_year = event.date.precision == "year"
        assert on == ([] if is_year else [f"{event.date.anchor:%Y/%m}/index.md"])


def test_the_archive_leads_to_its_neighbours(pages: dict[str, _Page]) -> None:
    assert {"2018", "2021/05", "2021/08"} <= {a for a, _ in pages["2021/index.md"].links}
    assert {"2018/04", "2021/06", "2021"} <= {a for a, _ in pages["2021/05/index.md"].links}


@pytest.mark.parametrize(("more", "is_whole"), [(0, True), (1, False)])
def test_a_long_timeline_shows_the_newest_year(
    water: Chronology, more: int, is_whole: bool
) -> None:
    page = _Page(timeline_page(Index(_many(water, WHOLE_TIMELINE - 1 + more))))
    assert ("events/2003-dry-years/" in page.body) is is_whole
    assert ("2003</a> <small>1 event</small>" in page.body) is not is_whole
    assert page.body.count("events/2021-05-04-") == WHOLE_TIMELINE - 1 + more


def test_differences_lists_every_event_that_has_one(
    water: Chronology, pages: dict[str, _Page]
) -> None:
    index = Index(water)
    found = re.findall(r'href="\.\./events/([a-z0-9-]+)/"', pages["differences/index.md"].body)
    assert found == [event.id for event in water.events if index.differences[event.id]]


def test_each_value_leads_to_its_cells(pages: dict[str, _Page]) -> None:
    """The anchors themselves are held by `test_links_lead_to_pages_and_anchors`."""
    links = pages["differences/index.md"].links
    led = [anchor for address, anchor in links if address == KARSK.removesuffix("/index.md")]
    assert {"a3-dates", "a1-dates", "a2-actors", "a2-labels", "a4-labels", "a1-figures"} <= {*led}
    flood = [anchor for _, anchor in pages["differences/index.md"].links if "f-injured" in anchor]
    assert len(flood) == len(set(flood)) == 20  # one measure has a column of its own
    for anchor in {*led} - {""}:
        assert f'id="{anchor}"' in pages[KARSK].body
    # Where nothing differs, no cell has an anchor.
    assert not [a for a in pages["events/2021-05-06-emergency/index.md"].dom.all("td") if "id" in a]


def test_who_says_a_value_twice_leads_to_both_cells(water: Chronology) -> None:
    flood = water.by_id["2021-07-01-flood"]
    first = flood.accounts[0]
    flood = flood.model_copy(
        update={"accounts": (*flood.accounts, first.model_copy(update={"id": "a21"}))}
    )
    page = _pages(water.with_events((flood,)))["differences/index.md"]
    anchors = [anchor for _, anchor in page.links if anchor]
    assert anchors.index("a21-f-injured") == anchors.index("a1-f-injured") + 1
    assert "Northern Wire , again ·" in page.dom.text


def test_home(pages: dict[str, _Page]) -> None:
    page = pages["index.md"]
    assert "title" not in page.meta
    assert "*star*" in page.dom.text
    assert "events where accounts differ 3" in page.dom.text
    assert page.body.index("karsk-gate-opens") < page.body.index("pause-in-pumping")
    assert "Last changed 2 March 2022" in page.dom.text


def test_corrections_lists_the_newest_first(pages: dict[str, _Page]) -> None:
    body = pages["corrections/index.md"].body
    assert body.index("2 March 2022") < body.index("2 September 2021") < body.index("1 June 2021")


# Registries


def test_an_actor_has_its_labels_and_who_shares_them(pages: dict[str, _Page]) -> None:
    text = pages["actors/basin-council/index.md"].dom.text
    assert "Ostrany Courier the upstream syndicate 1 account, 2021" in text
    assert "the gate-breakers 1 account, 2021; also used of Ostrany Water League" in text
    assert "its parts Idris Qarawani , Karsk pumphouse guards" in text


def test_an_actor_has_its_offices_and_events(pages: dict[str, _Page]) -> None:
    text = pages["actors/qarawani/index.md"].dom.text
    assert "2011 to April 2018 Chief engineer" in text
    assert "not given Member of the board" in text
    assert "no role given 1 event 10 or 11 April 2018 Engineers are heard in private" in text
    text = pages["actors/guards/index.md"].dom.text
    assert "opens the gate 1 event 6 May 2021 The Karsk gate opens" in text
    assert "weir says Ostrany Courier incident" in text


def test_an_event_stands_under_each_part_of_an_actor(
    water: Chronology, pages: dict[str, _Page]
) -> None:
    index = Index(water)
    for actor, events in index.played.items():
        found = re.findall(
            r'href="\.\./\.\./events/([a-z0-9-]+)/"', pages[f"actors/{actor}/index.md"].body
        )
        assert set(found) == set(events), actor
    text = pages["actors/basin-council/index.md"].dom.text
    parts = "gives an account 2 events .* The Karsk gate .* only named 1 event 6 May"
    assert re.search(parts, text)


def test_what_is_drawn_is_not_searched(pages: dict[str, _Page]) -> None:
    for path in ("actors/qarawani/index.md", "places/karsk/index.md", KARSK):
        figures = pages[path].dom.all("figure")
        drawn = [f for f in figures if f["class"] in {"strip", "locator", "dates"}]
        assert drawn
        assert all("data-search-exclude" in figure for figure in drawn)


def test_a_place_has_its_surroundings(pages: dict[str, _Page]) -> None:
    text = pages["places/karsk/index.md"].dom.text
    assert "within Meresh valley country Veldra" in text
    assert "36.2° N, 37.125° E precision: exact" in text
    assert "holds Karsk weir" in pages["places/meresh/index.md"].dom.text
    assert "1.5° S, 0.25° W" in pages["places/ostrany/index.md"].dom.text
    assert "Country not given" in pages["places/index.md"].dom.text


def test_every_paragraph_of_a_source_is_accounted_for(
    water: Chronology, pages: dict[str, _Page]
) -> None:
    source = water.sources["gazette-2021"]
    cells = coverage(source, Index(water).by_source["gazette-2021"])
    assert [(cell.number, cell.uses, cell.state) for cell in cells] == [
        (1, 2, "used"),
        *[(n, 1, "used") for n in (2, 3, 4, 5, 6)],
        (7, 0, "unused"),
        (8, 1, "used"),
        *[(n, 0, "unused") for n in (9, 10)],
        *[(n, 0, "outside") for n in (11, 12)],
    ]
    text = pages["sources/gazette-2021/index.md"].dom.text
    assert "7 of 12 paragraphs support an account; 10 are the article" in text
    assert "2–3 The Karsk gate opens" in text
    assert "9–10 history of the weir 11–12 not part of the article" in text
    assert "paragraph 2 forty years the age of the gate" in text


def test_a_paragraph_nobody_dealt_with_is_named(water: Chronology) -> None:
    source = water.sources["gazette-2021"].model_copy(update={"unused": {}})
    pages = _pages(replace(water, sources={**water.sources, source.id: source}))
    assert "7 not dealt with yet" in pages["sources/gazette-2021/index.md"].dom.text


def test_a_source_without_title_text_or_address(pages: dict[str, _Page]) -> None:
    text = pages["sources/wire-2021/index.md"].dom.text
    assert "Northern Wire, 6 May 2021" in text
    assert "Paragraphs" not in text
    assert "No address is recorded." in pages["sources/post-2009/index.md"].dom.text
