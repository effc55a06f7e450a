"""`new event --ask`: records are found by words, and nothing that was typed is lost."""

import json
from pathlib import Path

from generator.adapters.project import Project
from generator.model.known_as import suggest_ids
from generator.validation.check import check
from tests.support.cli import run
from tests.support.projects import RIVERS, read_files


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


def test_matching_by_words_of_names_and_spellings() -> None:
    project = Project(RIVERS)
    chronology, _ = check(project.folder, project.events)
    assert suggest_ids("basin council", chronology.actors) == ["upstream-council"]
    assert suggest_ids("upper basin", chronology.actors) == ["upstream-council"]
    assert suggest_ids("tollnd", chronology.actors) == ["tolland"]
    assert suggest_ids("xyzzy", chronology.actors) == []
