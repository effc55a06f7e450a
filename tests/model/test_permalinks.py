"""Addresses of pages, and the files that they are written to."""

import pytest

from generator.model.permalinks import actor_url, event_page, page_file, page_url


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("README.md", ""),
        ("events/x/index.md", "events/x/"),
        ("events/x/README.md", "events/x/"),
        ("events/x/event.json", "events/x/event.json"),
        ("reindex.md", "reindex/"),
    ],
)
def test_a_file_has_the_address_that_mkdocs_gives_it(file: str, path: str) -> None:
    assert page_url(file) == path


def test_a_page_has_the_address_that_it_was_written_for() -> None:
    assert page_url(page_file(actor_url("wire"))) == "actors/wire/"
    assert event_page("2021-05-04-pause") == "events/2021-05-04-pause/index.md"
