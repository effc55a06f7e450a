"""Ctrl-C at a question of `new`, at a real terminal: nothing that was typed is lost."""

import json
from pathlib import Path

import pytest

from tests.support.cli import run
from tests.support.projects import read_files
from tests.support.terminals import interrupted

ANSWERS = {
    "event": ["gazette-2021-05-05", "A gate opens", "4 August 2021", "y", "incident"],
    "actor": ["Northern Radio"],
    "source": ["The Herald", "9 May 2021", "y"],
}
"""What somebody types before, by what the record is; a place has one question alone."""


@pytest.mark.parametrize("record", ANSWERS)
def test_what_was_typed_is_kept_where_a_question_is_interrupted(record: str, rivers: Path) -> None:
    before = read_files(rivers)
    code, said = interrupted(rivers, ("new", record), ANSWERS[record])
    kept = rivers / "events/.answers.json"
    assert code == 130, said
    assert f"What you typed is kept in {kept.resolve()}, and offered the next time." in said
    assert said.rstrip().endswith("interrupted")
    answers = json.loads(kept.read_text("utf-8"))[record]
    assert list(answers.values()) == [one for one in ANSWERS[record] if one != "y"]
    kept.unlink()
    assert read_files(rivers) == before


@pytest.mark.parametrize("record", [*ANSWERS, "place"])
def test_at_the_first_question_there_is_nothing_to_keep(record: str, rivers: Path) -> None:
    before = read_files(rivers)
    code, said = interrupted(rivers, ("new", record), [])
    assert code == 130, said
    assert read_files(rivers) == before


@pytest.mark.long
def test_who_leaves_an_event_to_add_its_source_finds_both_again(rivers: Path) -> None:
    for record in ("event", "source"):
        interrupted(rivers, ("new", record), ANSWERS[record])
    kept = rivers / "events/.answers.json"
    assert json.loads(kept.read_text("utf-8")).keys() == {"event", "source"}
    stdin = "\n".join(["y", "", "", "y", "", ""]) + "\n"
    done = run("new", "source", "--ask", cwd=rivers, stdin=stdin)
    assert done.stdout == "herald-2021-05-09\n", done.stderr
    assert json.loads(kept.read_text("utf-8")).keys() == {"event"}
    code, said = interrupted(rivers, ("new", "event"), ["y"])
    assert "5 answers" not in said  # a confirmation is no answer
    assert "4 answers of a run that was given up are there" in said
    assert code == 130
    assert json.loads(kept.read_text("utf-8"))["event"]["When"] == "4 August 2021"


@pytest.mark.long
def test_an_interrupted_offer_keeps_what_is_there(rivers: Path) -> None:
    interrupted(rivers, ("new", "event"), ANSWERS["event"])
    kept = (rivers / "events/.answers.json").read_bytes()
    code, _ = interrupted(rivers, ("new", "event"), [])
    assert code == 130
    assert (rivers / "events/.answers.json").read_bytes() == kept
