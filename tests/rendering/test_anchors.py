"""No two things of a page have one anchor, whatever records are called."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.model.anchors import taken_anchors
from generator.model.records import Chronology, Event
from generator.model.scalars import is_id
from generator.rendering.heading_anchors import heading_anchor, with_anchors_apart
from tests.support.rendered_page import CONVERTER, Dom, ShownPage, render_pages

_IN_HTML = re.compile(r' id="([^"]+)"')


def _ids(page: ShownPage) -> list[str]:
    return [str(attributes["id"]) for _, attributes in page.dom.elements if "id" in attributes]


def _twice(pages: dict[str, ShownPage]) -> Iterator[tuple[str, str]]:
    for path, page in pages.items():
        for id, count in Counter(_ids(page)).items():
            if count > 1:
                yield path, id


def _with_accounts_called(event: Event, *names: str) -> Event:
    accounts = [event.accounts[0].model_copy(update={"id": name}) for name in names]
    return event.model_copy(update={"accounts": tuple(accounts)})


def _all_called(chronology: Chronology, title: str) -> Chronology:
    name, headed = {"name": title}, {"title": title}
    return replace(
        chronology,
        actors={id: one.model_copy(update=name) for id, one in chronology.actors.items()},
        places={id: one.model_copy(update=name) for id, one in chronology.places.items()},
        sources={id: one.model_copy(update=headed) for id, one in chronology.sources.items()},
        events=tuple(one.model_copy(update=headed) for one in chronology.events),
    )


def test_no_account_may_take_an_anchor_of_its_page(
    meresh: Chronology, pages: dict[str, ShownPage]
) -> None:
    """The page's own: what stands in its finished HTML and does not come of an account's id."""
    for event in meresh.events:
        accounts = {name for n, a in enumerate(event.accounts, 1) for name in (a.id, f"a{n}")}
        body = pages[f"events/{event.id}/index.md"].body
        own = {id for id in _IN_HTML.findall(body) if is_id(id)} - accounts
        assert {"accounts", "cite", "cite-text"} <= own
        for id in own:
            # For a cell of an account, that account stands beside the one that is called the same.
            owners = [name for name in accounts if id.startswith(f"{name}-")]
            changed = _with_accounts_called(event, id, *owners)
            taken = [n for n, _ in taken_anchors(changed, meresh.settings.measures)]
            assert 0 in taken, id


def test_an_account_may_be_called_what_is_no_anchor(meresh: Chronology) -> None:
    names = ["sources", "f-1", "cited", "a1", "a1-2", "a1-label", "gazette", "gazette-2", "labels"]
    event = _with_accounts_called(meresh.events[0], *names)
    assert list(taken_anchors(event, ["injured"])) == []


def test_a_measure_called_like_a_column_shares_no_anchor(meresh: Chronology) -> None:
    """The cell `labels` of `x-f` would be the cell of the measure `labels` of `x`."""
    event = _with_accounts_called(meresh.events[0], "x", "x-f", "x-f-y")
    assert [n for n, _ in taken_anchors(event, ["labels", "y-labels"])] == [1, 2]


def test_an_account_called_like_a_heading_keeps_its_anchor(meresh: Chronology) -> None:
    """Whatever the language of the page calls its parts."""
    before = render_pages(meresh)
    headings = {}
    for event in meresh.events:
        page = before[f"events/{event.id}/index.md"]
        of_headings = set(_ids(page)) - set(_IN_HTML.findall(page.body))
        headings[event.id] = sorted(filter(is_id, of_headings))
        assert "sources" in headings[event.id]
    changed = [_with_accounts_called(event, *headings[event.id]) for event in meresh.events]
    after = render_pages(replace(meresh, events=tuple(changed)))
    assert list(_twice(after)) == []
    for id, names in headings.items():
        rows = {row.get("id") for row in after[f"events/{id}/index.md"].dom.all("tr")}
        assert set(names) <= rows


def test_titles_and_names_called_like_a_part_of_a_page_take_no_anchor(
    rivers_chronology: Chronology, pages: dict[str, ShownPage]
) -> None:
    """On every kind of page: titles and names are headings there."""
    words = {id for page in pages.values() for id in _IN_HTML.findall(page.body)}
    words = {word for word in words if not re.search(r"2009|2021|^a\d", word)}  # accounts
    assert {"accounts", "band", "events", "filter", "known-note", "map", "strip"} <= words
    for word in sorted(words):
        title = word.replace("-", " ").title()
        made = render_pages(_all_called(rivers_chronology, title))
        with_word = {path: page for path, page in made.items() if f' id="{word}"' in page.body}
        assert list(_twice(with_word)) == [], word


@pytest.mark.parametrize(
    "words",
    [
        "The Gate",
        "Élodie’s  report, no. 3",
        "<bdi>a_b</bdi> &#42;c&#42;",
        "بوابة",
        "1 – 2",
    ],
)
def test_the_anchor_of_a_heading_is_that_of_markdown(words: str) -> None:
    [heading] = Dom(CONVERTER.reset().convert(f"## {words}")).all("h2")
    assert heading_anchor(words) in (heading["id"], "")


def test_a_heading_gives_way_only_where_it_must() -> None:
    body = '# Gate\n\n<p id="gate"></p>\n\n## Gate\n\n## Gates\n<p id="x"></p>'
    assert with_anchors_apart(body) == (
        '<h1 id="gate_1">Gate</h1>\n\n<p id="gate"></p>\n\n<h2 id="gate_2">Gate</h2>\n\n'
        '## Gates\n<p id="x"></p>'
    )
