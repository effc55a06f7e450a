"""How an event is cited, and how an error in it is reported."""

from urllib.parse import parse_qs, urlsplit

from generator.model.records import Chronology
from generator.rendering.language import ENGLISH
from generator.rendering.parts.citation import citation, permalink, report_link

KARSK = "2021-05-06-karsk-gate-opens"
URL = f"https://meresh.example/water/events/{KARSK}/"


def test_a_citation_is_one_sentence_with_the_permalink(meresh_with_drafts: Chronology) -> None:
    settings = meresh_with_drafts.settings.model_copy(
        update={"url": "https://meresh.example/water"}
    )
    made = citation(ENGLISH, settings, meresh_with_drafts.by_id[KARSK])
    assert made.url == permalink(settings, meresh_with_drafts.by_id[KARSK]) == URL
    assert made.sentence.startswith("“The Karsk gate opens at night")
    assert made.sentence.endswith(
        "of the weir”, 6 May 2021, in: The Meresh chronology, as of 2 March 2022."
    )
    assert made.bibtex[0] == f"@misc{{{KARSK},"
    assert "year = {2022}," in made.bibtex
    assert f"url = {{{URL}}}," in made.bibtex


def test_without_an_address_none_is_cited(meresh_with_drafts: Chronology) -> None:
    made = citation(ENGLISH, meresh_with_drafts.settings, meresh_with_drafts.by_id[KARSK])
    assert made.url is None
    assert not any(line.startswith("url") for line in made.bibtex)


def test_braces_in_bibtex_close_whatever_the_title(meresh_with_drafts: Chronology) -> None:
    for event in meresh_with_drafts.events:
        entry = "\n".join(citation(ENGLISH, meresh_with_drafts.settings, event).bibtex)
        bare = entry.replace("\\{", "").replace("\\}", "")
        depth = 0
        for character in bare:
            depth += (character == "{") - (character == "}")
            assert depth >= 0
        assert depth == 0, event.title


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
        assert asked["title"] == f"Error in: {event.title}"
        assert asked["event"] == event.id
        assert asked["url"] == f"https://meresh.example/water/events/{event.id}/"


def test_without_a_repository_there_is_nowhere_to_report(meresh_with_drafts: Chronology) -> None:
    settings = meresh_with_drafts.settings.model_copy(update={"repository": None})
    assert report_link(ENGLISH, settings, meresh_with_drafts.by_id[KARSK]) is None
