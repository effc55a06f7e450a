"""An edit of what stands on an event's own page alone leaves all other pages as they were."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.loading.loader import load
from generator.model.output import Content, Output
from generator.model.permalinks import event_page
from generator.model.records import Chronology, Event
from generator.rendering.beyond_own_page import ON_OWN_PAGE_ALONE
from generator.rendering.language import language_of
from generator.rendering.parts.linked_data import events_jsonld
from generator.rendering.site_pages import render
from generator.support.cache import Cache
from tests.support.changed_records import base_chronology, sample_value, with_value

MERESH = Path(__file__).parents[1] / "data" / "meresh"
EVENT = "2021-05-04-pause-in-pumping"


@pytest.fixture
def events(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MERESH / "events", tmp_path / "events"))


def _changed(events: Path, pattern: str, new: str, event: str = EVENT) -> list[str]:
    """Return the paths of the pages that are made anew after an edit of an event's file."""
    cache = Cache()
    before = _pages(events, cache)
    file, text = next(
        (file, text)
        for file in sorted(events.rglob(f"{event}.yml"))
        if re.search(pattern, text := file.read_text("utf-8"))
    )
    text = re.sub(pattern, new, text, count=1)
    file.write_text(text, "utf-8")
    return [page.path for page in _pages(events, cache) if page not in before]


def _pages(events: Path, cache: Cache) -> list[Output]:
    pages: Iterator[Output] = render(
        load(events.parent, events, cache=cache).chronology, cache=cache
    )
    return [page for page in pages if page.is_page]


@pytest.mark.parametrize(
    ("pattern", "new"),
    [("date_basis: .*", "date_basis: Otherwise."), (r"(?m)^title:", "unknowns: [Who.]\ntitle:")],
)
def test_an_edit_of_the_own_page_alone(pattern: str, new: str, events: Path) -> None:
    assert _changed(events, pattern, new) == [f"events/{EVENT}/index.md"]


def test_an_edit_of_what_lists_show(events: Path) -> None:
    changed = _changed(events, "title: .*", "title: Other")
    assert {f"events/{EVENT}/index.md", "2021/05/index.md"} < {*changed}


def test_a_figure_that_is_written_otherwise(events: Path) -> None:
    assert len(_changed(events, r"value: (\d+)\b", r"value: \1.0", "2*")) > 1


def test_the_fields_that_no_other_page_shows() -> None:
    before = _others(base_chronology())
    unseen = [
        name
        for name in Event.model_fields
        if name not in {"id", "path"}
        and _others(with_value(Event, name, sample_value(Event, name)[0])[0]) == before
    ]
    assert unseen == [*ON_OWN_PAGE_ALONE]


@pytest.mark.parametrize("name", ON_OWN_PAGE_ALONE)
def test_the_own_page_follows_an_edit(name: str) -> None:
    before, cache = base_chronology(), Cache()
    after = with_value(Event, name, sample_value(Event, name)[0])[0]
    _ = _own_page(before, cache)
    assert _own_page(after, cache) == _own_page(after, Cache()) != _own_page(before, Cache())


def _own_page(chronology: Chronology, cache: Cache) -> Content:
    language = language_of(chronology)
    outputs = render(chronology, events_jsonld(chronology, language), cache)
    return next(output.content for output in outputs if output.path == event_page(EVENT))


def _others(chronology: Chronology) -> list[Output]:
    """Return every page, and all that pages fetch, but the own page of the event."""
    return [output for output in render(chronology) if output.path != event_page(EVENT)]
