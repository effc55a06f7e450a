"""`new event`: what it writes is valid and teaches; what is wrong is said at once."""

import re
from pathlib import Path

import pytest

from generator.authoring.scaffold import event_id, short_slug
from generator.loading.document import parse_yaml
from generator.model.records import Account, Event, Figure, Record
from generator.validation.check import check
from tests.support.cli import run, run_process
from tests.support.projects import RIVERS, read_files

EVENT = (
    *("new", "event", "--title", "The council answers: no", "--date", "last Thursday"),
    *("--as-of", "2021-05-12", "--kind", "incident", "--source", "courier-2021-05-07"),
    *("--locator", "page 2", "--place", "river-bend", "--actor", "upstream-council:announces"),
    *("--added", "2021-05-13"),
)
TEXTS = (
    *("--basis", '"Last Thursday", in an article of 12 May.', "--says", "It says: no.\n\n# Twice."),
    *("--summary", "The council says no. " * 9, "--according-to", "upstream-council"),
)
PATH = "events/2021/2021-05-06-council-answers-no.yml"


def test_an_event_from_flags_is_valid_and_published(rivers: Path) -> None:
    done = run(*EVENT, *TEXTS, cwd=rivers)
    assert (done.returncode, done.stdout) == (0, f"{PATH}\n")
    assert "date: 2021-05-06 = 6 May 2021; if the week before is meant" in done.stderr
    assert "Preview: mkdocs serve, then http://localhost:8000/events/2021-05-06-" in done.stderr
    assert run("check", cwd=rivers).stderr == "4 events, 5 accounts, no problem\n"
    chronology, _ = check(rivers, rivers / "events")
    event = chronology.by_id["2021-05-06-council-answers-no"]
    assert (event.title, event.draft) == ("The council answers: no", False)
    assert event.accounts[0].says == "It says: no.\n\n# Twice."
    assert event.accounts[0].according_to == ("upstream-council",)
    assert run("fix", "--dry-run", cwd=rivers).stdout.count("2021-05-06-council") == 0


def test_texts_that_are_left_out_make_a_draft_that_teaches(rivers: Path) -> None:
    done = run(*EVENT, cwd=rivers)
    assert done.returncode == 0
    assert "It is a draft" in done.stderr
    text = (rivers / PATH).read_text()
    assert text.startswith("# yaml-language-server: $schema=../.schema/event.json\n")
    assert text.count("To be written.") == 3
    assert text.count("#") >= 12
    assert run("check", cwd=rivers).returncode == 0
    chronology, _ = check(rivers, rivers / "events")
    assert chronology.by_id["2021-05-06-council-answers-no"].draft


def test_all_that_is_missing_or_wrong_is_said_at_once_and_nothing_written(rivers: Path) -> None:
    before = read_files(rivers)
    done = run(
        "new", "event", "--date", "5/6/2026", "--kind", "incid", "--place", "bend", cwd=rivers
    )
    assert done.returncode == 2
    for said in (
        "--source: The source you read it in is missing",
        "--title: What happened, in neutral words is missing",
        "--paragraphs or --locator: The paragraphs that say it: 6, 8-10 is missing",
        "--date: a date is year-month-day: '5/6/2026' (write 2026-06-05 or 2026-05-06 instead)",
        "--kind: there is no 'incid'; matching: incident",
        "--place: there is no 'bend'; matching: river-bend",
    ):
        assert said in done.stderr
    assert (
        "--kind: What sort of event is missing; known are: agreement, incident, works"
        in run("new", "event", cwd=rivers).stderr
    )
    assert read_files(rivers) == before


def test_nothing_is_overwritten(rivers: Path) -> None:
    assert run(*EVENT, cwd=rivers).returncode == 0
    before = read_files(rivers)
    done = run(*EVENT, cwd=rivers)
    assert done.returncode == 2
    assert f"{PATH} is there already; give another --id" in done.stderr
    assert read_files(rivers) == before
    assert run(*EVENT, "--id", "2021-05-06-council-says-no", cwd=rivers).returncode == 0


@pytest.mark.parametrize(
    ("flag", "value", "said"),
    [
        ("--paragraphs", "seven", "'seven' is no paragraph"),
        ("--title", "A \u202e title", "an invisible character"),
        ("--id", "Not An Id", "is no id"),
    ],
)
def test_what_would_not_be_valid_is_taken_back(
    rivers: Path, flag: str, value: str, said: str
) -> None:
    before = read_files(rivers)
    done = run(*EVENT, flag, value, cwd=rivers)
    assert done.returncode == 2
    assert said in done.stderr
    assert read_files(rivers) == before


def test_a_likely_duplicate_is_named_with_its_reasons(rivers: Path) -> None:
    done = run(*EVENT, cwd=rivers)
    assert "2021-05-06-gate-opens.yml: The gate at River Bend opens at night" in done.stderr
    assert "5 or 6 May 2021; same place: river-bend; shared actor: upstream-council" in done.stderr
    assert "1998-pumping-begins" not in done.stderr


def test_the_day_of_the_source_is_what_last_thursday_is_read_from(rivers: Path) -> None:
    args = [arg for arg in EVENT if arg not in ("--as-of", "2021-05-12")]
    args[args.index("courier-2021-05-07")] = "gazette-2021-05-05"
    done = run(*args, cwd=rivers)
    assert "date: 2021-04-29 = 29 April 2021" in done.stderr
    args[args.index("gazette-2021-05-05")] = "courier-2021-05-07"  # of one of two days
    assert "--as-of" in run(*args, cwd=rivers).stderr


def test_an_event_is_added_on_the_day_that_it_is_where_its_writer_is(
    rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = set()
    for zone in ("EAST-14", "WEST12"):  # it is never the same day in both
        monkeypatch.setenv("TZ", zone)
        id = f"2021-05-06-{zone.lower()}"
        assert run_process(*EVENT[:-2], "--id", id, cwd=rivers).returncode == 0
        days.add(parse_yaml("", (rivers / f"events/2021/{id}.yml").read_bytes()).data["added"])
    assert len(days) == 2


def test_broken_data_is_mended_first(rivers: Path) -> None:
    (rivers / "events/actors.yml").write_text("wire: [\n")
    done = run(*EVENT, cwd=rivers)
    assert done.returncode == 2
    assert "first mend what is there:\n  events/actors.yml:2:1: E103" in done.stderr


def test_ids_have_words_that_carry_meaning() -> None:
    assert short_slug("The Council of the Upper Basin") == "council-upper-basin"
    assert short_slug("Türkiye’s İzmir, ıslak") == "turkiyes-izmir-islak"
    assert short_slug("The the") == "the-the"
    chronology, _ = check(RIVERS, RIVERS / "events")
    event = chronology.by_id["1998-pumping-begins"]
    assert event_id(event.date, "Pumping begins") == "1998-pumping-begins"


@pytest.mark.parametrize("record", [Event, Account, Figure])
def test_a_new_event_teaches_every_key(rivers: Path, record: type[Record]) -> None:
    assert run(*EVENT, cwd=rivers).returncode == 0
    text = (rivers / PATH).read_text()
    # The loader gives the first two, only what was published is corrected, and this has a locator.
    keys = set(record.model_fields) - {"id", "path", "corrections", "paragraphs"}
    missing = {key for key in keys if not re.search(rf"[ #{{\n]{key}: ?", text)}
    assert missing == set(), f"teach {missing} in generator/authoring/event.yml.j2"
