"""`new`: what it writes is valid and teaches; what is wrong is said at once; nothing is lost."""

import json
import re
from pathlib import Path

import pytest

from generator.adapters.project import Project
from generator.authoring.scaffold import event_id, short_slug
from generator.loading.document import parse_yaml
from generator.model.known_as import suggest_ids
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


def test_questions_are_asked_and_ids_are_found_by_words(rivers: Path) -> None:
    answers = [
        *("gazette", "y", "A gate opens", "5/6/2021", "last Tuesday", "y"),
        *("incident", "bend", "y", "", "mira: accused", "y", "", "", "5"),
        *("", "", "", "y"),
    ]
    stdin = "\n".join(answers) + "\n"
    done = run("new", "event", "--ask", "--added", "2021-05-09", cwd=rivers, stdin=stdin)
    assert done.stdout == "events/2021/2021-05-04-gate-opens.yml\n", done.stderr
    for said in (
        "The source you read it in:\n  gazette-2021-05-05: Pause at the bend\n",
        "there is no 'gazette'; is it gazette-2021-05-05: Pause at the bend? [Y/n]",
        "write 2021-06-05 or 2021-05-06 instead",
        "date: 2021-05-04 = 4 May 2021",
        "What sort of event:\n  agreement: agreement\n",
        "there is no 'bend'; is it river-bend: River Bend? [Y/n]",
        "there is no 'mira'; is it tolland: Mira Tolland? [Y/n]",
        "This may be there already",
        "2021-05-04-pause-in-pumping.yml",
    ):
        assert said in done.stderr
    assert run("check", cwd=rivers).returncode == 0
    text = (rivers / "events/2021/2021-05-04-gate-opens.yml").read_text()
    assert "- {id: tolland, role: accused}" in text


TYPED = ["gazette-2021-05-05", "A gate opens", "2021-08-04", "y", "incident", "river-bend", "", ""]


def _interrupted(rivers: Path, typed: list[str]) -> str:
    """Answer some questions, and end the input at the next one, as Ctrl-C and Ctrl-D do."""
    return run("new", "event", "--ask", cwd=rivers, stdin="\n".join(typed) + "\n").stderr


def test_what_was_typed_is_kept_and_offered_the_next_time(rivers: Path) -> None:
    before = read_files(rivers / "events")
    said = _interrupted(rivers, TYPED)
    kept = rivers / "events/.answers.json"
    assert f"What you typed is kept in {kept.resolve()}, and offered the next time." in said
    assert (
        json.loads(kept.read_text())["event"]["What happened, in neutral words"] == "A gate opens"
    )
    kept_text = kept.read_text()
    kept.unlink()
    assert read_files(rivers / "events") == before
    kept.write_text(kept_text)
    assert run("check", cwd=rivers).returncode == 0
    # Enter takes each again; a hyphen leaves the place out.
    stdin = "\n".join(["y", *[""] * 5, "-", "", "", "1", "", "", ""]) + "\n"
    done = run("new", "event", "--ask", cwd=rivers, stdin=stdin)
    assert done.stdout == "events/2021/2021-08-04-gate-opens.yml\n", done.stderr
    assert not kept.exists()
    assert "# places: […]" in (rivers / done.stdout.strip()).read_text()


def test_kept_answers_can_be_declined_and_hostile_ones_are_none(rivers: Path) -> None:
    kept = rivers / "events/.answers.json"
    for text in ('["x"]', "{", '{"event": 7}', '{"event": {"What happened": 7}}', "[" * 5000):
        kept.write_text(text)
        assert "Offer them again?" not in _interrupted(rivers, [])
    kept.write_text('{"event": {"What happened, in neutral words": "Old"}}')
    said = _interrupted(rivers, ["n", "gazette-2021-05-05"])
    assert "[Old]" not in said


def test_nothing_is_kept_of_a_run_that_asks_nothing(rivers: Path) -> None:
    run("new", "event", "--title", "X", cwd=rivers)
    assert not (rivers / "events/.answers.json").exists()


def test_the_only_record_is_offered_and_all_that_is_optional_can_be_skipped(rivers: Path) -> None:
    answers = ["courier-2021-05-07", "A gate opens", "2021-04-04", "y", "works", *[""] * 3]
    stdin = "\n".join([*answers, "page 1", "", "", ""]) + "\n"
    done = run("new", "event", "--ask", cwd=rivers, stdin=stdin)
    assert done.returncode == 0, done.stderr
    assert run("check", cwd=rivers).returncode == 0
    chronology = rivers / "events/chronology.yml"
    text = chronology.read_text().replace("  agreement: {name: agreement}\n", "")
    chronology.write_text(text.replace("  incident: {name: incident}\n", ""))
    for name in ("2021-05-04-pause-in-pumping", "2021-05-06-gate-opens"):
        (rivers / f"events/2021/{name}.yml").unlink()
    assert "What sort of event [works]:" in _interrupted(rivers, answers[:4])


def test_the_paragraphs_of_an_archived_text_are_numbered(rivers: Path) -> None:
    stdin = "\n".join([*TYPED, ""]) + "\n"
    said = run("new", "event", "--ask", "--texts", "texts", cwd=rivers, stdin=stdin).stderr
    assert "    3  It lasted nearly a week.\n" in said
    assert "    7  " not in said


def test_broken_data_is_mended_first(rivers: Path) -> None:
    (rivers / "events/actors.yml").write_text("wire: [\n")
    done = run(*EVENT, cwd=rivers)
    assert done.returncode == 2
    assert "first mend what is there:\n  events/actors.yml:2:1: E103" in done.stderr


def test_an_actor_a_place_and_a_source(rivers: Path) -> None:
    before = (rivers / "events/actors.yml").read_text()
    done = run(
        *("new", "actor", "--name", "Bank: Öst & Söhne", "--kind", "media", "--also", "Öst, Söhne"),
        *("--also", "no", "--part-of", "wire", "--note", "A note. " * 20),
        cwd=rivers,
    )
    assert (done.returncode, done.stdout) == (0, "bank-ost-sohne\n")
    assert "Left to do: " in done.stderr
    assert "E403 nothing uses actor 'bank-ost-sohne'" in done.stderr
    text = (rivers / "events/actors.yml").read_text()
    assert text.startswith(before.rstrip("\n"))
    record = parse_yaml("x", text.encode()).data["bank-ost-sohne"]
    assert record["name"] == "Bank: Öst & Söhne"
    assert record["also"] == ["Öst, Söhne", "no"]
    done = run(
        *("new", "place", "--name", "The Old Mill", "--within", "river-bend", "--lat", "45.51"),
        *("--lon", "-12.2", "--precision", "exact", "--id", "old-mill"),
        cwd=rivers,
    )
    assert (done.returncode, done.stdout) == (0, "old-mill\n")
    done = run(
        *("new", "source", "--outlet", "The Herald", "--published", "yesterday", "--as-of"),
        *("2021-05-09", "--url", "https://herald.example/a?b=c", "--text", "texts/gazette.txt"),
        cwd=rivers,
    )
    assert (done.returncode, done.stdout) == (0, "herald-2021-05-08\n")
    assert "E502 paragraphs 1, 2, 3, 4, 5, 6 are neither cited nor listed" in done.stderr
    chronology, problems = check(rivers, rivers / "events", texts=rivers / "texts")
    assert chronology.places["old-mill"].lon == -12.2
    text_of = chronology.sources["herald-2021-05-08"].text
    assert text_of is not None
    assert text_of.body == (1, 2, 3, 4, 5, 6)
    assert {problem.code for problem in problems} == {"E403", "E502", "E605", "E606"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("actor", "--name", "Wire", "--kind", "media"), "'wire' is in actors.yml"),
        (("actor", "--name", "X", "--kind", "animal"), "'animal' is not one of"),
        (("actor", "--name", "X"), "--kind: What it is"),
        (("place", "--name", "X", "--lat", "12"), "one coordinate stands without the other"),
        (("place", "--name", "X", "--within", "bas"), "matching: basin"),
        (("source", "--outlet", "X", "--published", "soon"), "this is no date that can be read"),
    ],
)
def test_wrong_records_are_wrong_use(rivers: Path, args: tuple[str, ...], said: str) -> None:
    before = read_files(rivers)
    done = run("new", *args, cwd=rivers)
    assert done.returncode == 2
    assert said in done.stderr
    assert read_files(rivers) == before


def test_a_registry_that_is_not_there_is_begun(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/chronology.yml").write_text("title: X\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n")
    assert run("new", "actor", "--name", "One", "--kind", "media", cwd=tmp_path).returncode == 0
    text = (tmp_path / "events/actors.yml").read_text()
    assert text == (
        "# yaml-language-server: $schema=.schema/actors.json\none:\n  name: One\n  kind: media\n"
    )


def test_ids_have_words_that_carry_meaning() -> None:
    assert short_slug("The Council of the Upper Basin") == "council-upper-basin"
    assert short_slug("Türkiye’s İzmir, ıslak") == "turkiyes-izmir-islak"
    assert short_slug("The the") == "the-the"
    chronology, _ = check(RIVERS, RIVERS / "events")
    event = chronology.by_id["1998-pumping-begins"]
    assert event_id(event.date, "Pumping begins") == "1998-pumping-begins"


def test_matching_by_words_of_names_and_spellings() -> None:
    project = Project(RIVERS)
    chronology, _ = check(project.folder, project.events)
    assert suggest_ids("basin council", chronology.actors) == ["upstream-council"]
    assert suggest_ids("upper basin", chronology.actors) == ["upstream-council"]
    assert suggest_ids("tollnd", chronology.actors) == ["tolland"]
    assert suggest_ids("xyzzy", chronology.actors) == []


@pytest.mark.parametrize("record", [Event, Account, Figure])
def test_a_new_event_teaches_every_key(rivers: Path, record: type[Record]) -> None:
    assert run(*EVENT, cwd=rivers).returncode == 0
    text = (rivers / PATH).read_text()
    # The loader gives the first two, only what was published is corrected, and this has a locator.
    keys = set(record.model_fields) - {"id", "path", "corrections", "paragraphs"}
    missing = {key for key in keys if not re.search(rf"[ #{{\n]{key}: ?", text)}
    assert missing == set(), f"teach {missing} in generator/authoring/event.yml.j2"


def test_what_stands_in_a_registry_is_not_touched(rivers: Path) -> None:
    for before in ("# people\n\na: {name: A, kind: media}\n\n\n", "a: {name: A, kind: media} # x"):
        (rivers / "events/actors.yml").write_text(before)
        for path in (rivers / "events/2021").iterdir():
            path.unlink()
        (rivers / "events/1998/1998-pumping-begins.yml").unlink(missing_ok=True)
        done = run("new", "actor", "--name", "One", "--kind", "media", cwd=rivers)
        assert done.returncode == 0, done.stderr
        assert (rivers / "events/actors.yml").read_text().startswith(before)
