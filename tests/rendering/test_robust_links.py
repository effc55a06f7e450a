"""Links to the original and to its copy name each other, and the day of the copy."""

from html import unescape

import pytest

from generator.model.records import Source
from generator.rendering.parts.robust_links import to_copy, to_original

URL = "https://gazette.example/a"
COPY = "https://archive.example/web/20260102030405/https://gazette.example/a"


def _source(**facts: object) -> Source:
    return Source.model_validate(
        {"id": "gazette", "path": "x", "outlet": "Gazette", "published": "2026", **facts}
    )


def test_each_names_the_other_and_the_day() -> None:
    source = _source(url=URL, archive_url=COPY)
    assert (
        unescape(to_original(source)) == f' data-versionurl="{COPY}" data-versiondate="2026-01-02"'
    )
    assert unescape(to_copy(source)) == f' data-originalurl="{URL}" data-versiondate="2026-01-02"'


@pytest.mark.parametrize(
    ("copy", "kept", "day"),
    [
        ("https://archive.example/x7", None, ""),
        ("https://archive.example/x7", "2026-03-04", "2026-03-04"),
        ("https://archive.example/20261399000000/x", None, ""),
        ("https://archive.example/20260102030405/x", "2026-03-04", "2026-01-02"),
    ],
)
def test_the_day_is_that_of_the_address_or_that_on_which_it_was_kept(
    copy: str, kept: str | None, day: str
) -> None:
    source = _source(url=URL, archive_url=copy, captured={"on": kept} if kept else None)
    assert to_copy(source).partition('data-versiondate="')[2].rstrip('"') == day


@pytest.mark.parametrize("known", [{}, {"url": URL}, {"archive_url": COPY}])
def test_one_address_alone_has_nothing_to_name(known: dict[str, str]) -> None:
    assert to_original(_source(**known)) == to_copy(_source(**known)) == ""
