"""How an event is cited, and how an error in it is reported."""

import re
from dataclasses import replace
from datetime import date as Day
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.model.dates import parse_date
from generator.model.records import Chronology, Event
from generator.rendering.context import Context
from generator.rendering.language import ENGLISH
from generator.rendering.parts.citation import (
    citation,
    event_reference,
    event_references,
    permalink,
    report_link,
)
from generator.rendering.parts.reference_forms import FORMS, Reference, reference_forms
from generator.support.directions import without_isolates
from tests.support.chronologies import HOSTILE

KARSK = "2021-05-06-karsk-gate-opens"
URL = f"https://meresh.example/water/events/{KARSK}/"


@pytest.fixture
def published(meresh_with_drafts: Chronology) -> Chronology:
    """The made chronology, with an address."""
    update = {"url": "https://meresh.example/water"}
    return replace(
        meresh_with_drafts, settings=meresh_with_drafts.settings.model_copy(update=update)
    )


def test_a_citation_is_one_sentence_with_outlets_and_permalink(published: Chronology) -> None:
    made = citation(ENGLISH, published, published.by_id[KARSK])
    assert made.url == permalink(published.settings, published.by_id[KARSK]) == URL
    assert made.sentence.startswith("“The Karsk gate opens at night")
    assert made.sentence.endswith(
        "of the weir”, 6 May 2021, told by Northern Wire, The Veldra Gazette, Ostrany Courier and "
        "Havza, in: The Meresh chronology, as of 2 March 2022."
    )


def test_without_an_address_none_is_cited(meresh_with_drafts: Chronology) -> None:
    event = meresh_with_drafts.by_id[KARSK]
    assert citation(ENGLISH, meresh_with_drafts, event).url is None
    for form in _forms(meresh_with_drafts, event).values():
        assert "url" not in form
        assert "UR  -" not in form


def _forms(chronology: Chronology, event: Event) -> dict[str, str]:
    return reference_forms(ENGLISH, event_reference(ENGLISH, chronology, event))


def test_an_event_in_each_form(published: Chronology) -> None:
    event = published.by_id["2021-05-06-emergency"]
    forms = _forms(published, event)
    url = f"https://meresh.example/water/events/{event.id}/"
    assert list(forms) == list(FORMS)
    assert forms["BibTeX"].startswith(f"@misc{{{event.id},\ntitle = {{{{Ostrany declares an")
    assert f"\nurl = {{{url}}},\n}}" in forms["BibTeX"]
    changed = event.changed
    assert f"\nDA  - {changed:%Y/%m/%d}/\n" in forms["RIS"]
    assert forms["RIS"].startswith("TY  - ELEC\nTI  - Ostrany declares an emergency\n")
    assert forms["RIS"].endswith(f"\nUR  - {url}\nER  - ")
    assert forms["Wikipedia"] == (
        f"{{{{cite web |title={event.title} |website=The Meresh chronology "
        f"|date={changed.day} {changed:%B %Y} |url={url}}}}}"
    )


@pytest.mark.parametrize(
    ("written", "bibtex", "ris", "wikipedia"),
    [
        (
            "2026-01-09",
            ["date = {2026-01-09}", "year = {2026}"],
            "2026/01/09/",
            "date=9 January 2026",
        ),
        ("2026-01", ["date = {2026-01}"], "2026/01//", "date=January 2026"),
        ("2026", ["date = {2026}"], "2026///", "date=2026"),
        (
            "[2026-01-10,2026-01-11]",
            ["year = {2026}", "note = {10 or 11 January 2026}"],
            "2026///10 or 11 January 2026",
            "orig-date=10 or 11 January 2026",
        ),
        ("2012~", ["note = {about 2012}"], None, "orig-date=about 2012"),
        ("2016/2019", ["note = {2016 to 2019}"], None, "orig-date=2016 to 2019"),
    ],
)
def test_a_form_says_no_more_of_a_date_than_is_known(
    written: str, bibtex: list[str], ris: str | None, wikipedia: str
) -> None:
    date = parse_date(written)
    forms = reference_forms(ENGLISH, Reference("x", "T", "Outlet", date, kind="article"))
    for field in bibtex:
        assert field in forms["BibTeX"]
    assert ("DA  - " in forms["RIS"]) == (ris is not None)
    assert ris is None or f"\nDA  - {ris}\n" in forms["RIS"]
    assert f"|{wikipedia}" in forms["Wikipedia"]
    assert ("|date=" in forms["Wikipedia"]) == wikipedia.startswith("date=")


def test_an_archived_copy_is_named_where_its_day_is_known() -> None:
    copy = "https://web.archive.org/web/20260110123456/https://gazette.example/a"
    original = "https://gazette.example/a"
    reference = Reference(
        "x", "T", "O", parse_date("2026"), original, archive_url=copy, kind="article"
    )
    wiki = reference_forms(ENGLISH, reference)["Wikipedia"]
    assert f"|archive-url={copy} |archive-date=2026-01-10" in wiki
    other = reference._replace(archive_url="https://archive.example/xyz")
    assert "archive" not in reference_forms(ENGLISH, other)["Wikipedia"]
    kept = other._replace(kept=Day(2026, 1, 11))
    assert "/xyz |archive-date=2026-01-11" in reference_forms(ENGLISH, kept)["Wikipedia"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_a_form_or_begins_a_field(text: str) -> None:
    """Whatever a title holds: braces close, a template keeps its fields, RIS its lines."""
    forms = reference_forms(ENGLISH, Reference("x", text, text, parse_date("2026"), note=text))
    entry = forms["BibTeX"].replace("\\{", "").replace("\\}", "")
    assert entry.count("{") == entry.count("}")
    assert all(line[2:6] == "  - " for line in forms["RIS"].split("\n"))
    inner = forms["Wikipedia"][2:-2]
    assert not re.search(r"[\[\]{}<>]", inner)
    assert inner.count("|") == 3


def test_the_file_beside_an_event_has_every_form(published: Chronology) -> None:
    made = event_references(Context(published), published.by_id[KARSK])
    assert made.path == f"events/{KARSK}/cite.txt"
    parts = str(made.content).strip().split("\n\n")
    assert parts[0].endswith(URL)
    assert [part.split("\n")[0] for part in parts[1:]] == list(FORMS)


def test_an_issue_is_prefilled(meresh_with_drafts: Chronology) -> None:
    settings = meresh_with_drafts.settings.model_copy(
        update={"url": "https://meresh.example/water/"}
    )
    for event in meresh_with_drafts.events:
        parts = urlsplit(report_link(ENGLISH, settings, event) or "")
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == (
            "https://example.org/meresh/issues/new"
        )
        asked = {key: value for key, (value,) in parse_qs(parts.query).items()}
        assert asked["template"] == "report-an-error.yml"
        assert without_isolates(asked["title"]) == f"Error in: {event.title}"
        assert asked["event"] == event.id
        assert asked["url"] == f"https://meresh.example/water/events/{event.id}/"


def test_without_a_repository_there_is_nowhere_to_report(meresh_with_drafts: Chronology) -> None:
    settings = meresh_with_drafts.settings.model_copy(update={"repository": None})
    assert report_link(ENGLISH, settings, meresh_with_drafts.by_id[KARSK]) is None
