"""`diff`: what changed in words, and what fails for want of a correction."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.authoring.diff.changes import EventChange, RecordChange, compare
from generator.authoring.diff.report import markdown
from generator.validation.check import check
from tests.support.cli import run
from tests.support.processes import run_git
from tests.support.projects import RIVERS, edit

PAUSE = "events/2021/2021-05-04-pause-in-pumping.yml"
GATE = "events/2021/2021-05-06-gate-opens.yml"
ENTRY = '  - {on: 2021-07-01, what: a figure, was: "4", now: "11", why: misread}\n'
_CASES = yaml.safe_load((Path(__file__).parents[1] / "data" / "diff_cases.yml").read_text("utf-8"))
TOLLAND = "according to Mira Tolland in Ostrany Courier"
COUNCIL = "according to Upper Basin Council via Northern Wire in The Gazette"


def _diff(rivers: Path, expected: int) -> dict[str, Any]:
    done = run("diff", str(RIVERS), str(rivers), "--format", "json", cwd=rivers)
    assert done.returncode == expected, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["ok"] == (expected == 0)
    return found


@pytest.mark.parametrize("case", _CASES["lost"], ids=lambda case: case["words"].split(",")[0])
def test_what_was_published_needs_a_correction(rivers: Path, case: dict[str, Any]) -> None:
    words = case["words"]
    edit(rivers / PAUSE, case["edit"])
    found = _diff(rivers, 1)  # a rewritten correction is no new one
    [event] = found["events"]
    assert [change["words"] for change in event["changes"]] == [words]
    assert event["changes"][0]["was_published"] is True
    with (rivers / PAUSE).open("a") as file:
        file.write(ENTRY)
    assert _diff(rivers, 0)["events"][0]["corrected"] is True


def test_what_cannot_be_read_is_told_of_both_and_is_not_gone(rivers: Path, tmp_path: Path) -> None:
    old = shutil.copytree(RIVERS, tmp_path / "old")
    with (old / GATE).open("a") as file:
        file.write("kindd: x\n")
    (rivers / "events/actors.yml").write_text("a: [")
    done = run("diff", str(old), str(rivers), cwd=rivers)
    assert f"note: in {old}, not compared: {GATE}" in done.stderr
    assert f"note: in {rivers}, not compared: events/actors.yml" in done.stderr
    assert "removed" not in done.stdout


def test_a_change_late_in_a_long_text_is_shown(rivers: Path) -> None:
    words = " ".join(["word"] * 40)
    old = shutil.copytree(rivers, rivers.parent / "old")
    for folder, last in ((old, "first end"), (rivers, "last end")):
        edit(folder / PAUSE, ("title: Two river", f"title: {words} {last}, two river"))
    done = run("diff", str(old), str(rivers), "--format", "json", cwd=rivers)
    [change] = json.loads(done.stdout)["events"][0]["changes"]
    was, now = re.findall("“(.*?)”", change["words"])
    assert was.startswith("…word word")
    assert "word first end" in was
    assert "word last end" in now


def test_an_account_that_went_needs_one_too_and_the_others_keep_their_pairs(rivers: Path) -> None:
    text = (rivers / PAUSE).read_text()
    start, end = text.index("  - source: gazette"), text.index("  - source: courier")
    (rivers / PAUSE).write_text(text[:start] + text[end:])
    [event] = _diff(rivers, 1)["events"]
    assert [change["words"] for change in event["changes"]] == [
        f"one account less: {COUNCIL}",
        "accounts have other places in the order, and old links to a2 lead elsewhere",
    ]


def test_accounts_in_another_order_keep_their_names_and_their_old_links_are_told(
    rivers: Path,
) -> None:
    text = (rivers / PAUSE).read_text()
    start, middle = text.index("  - source: gazette"), text.index("  - source: courier")
    end = text.index("unknowns:")
    moved = text[:start] + text[middle:end] + text[start:middle] + text[end:]
    (rivers / PAUSE).write_text(moved)
    [event] = _diff(rivers, 0)["events"]
    assert [change["words"] for change in event["changes"]] == [
        "accounts have other places in the order, and old links to a1 and a2 lead elsewhere",
    ]
    later = "  - {source: courier-2021-05-07, locator: p, added: 2021-06-09, says: More.}\n"
    (rivers / PAUSE).write_text(text[:start] + later + text[start:])
    [event] = _diff(rivers, 0)["events"]
    assert "old links" not in str(event["changes"])


@pytest.mark.parametrize("case", _CASES["free"], ids=lambda case: case["edit"][0].strip())
def test_additions_and_wording_need_none(rivers: Path, case: dict[str, Any]) -> None:
    edit(rivers / case["file"], case["edit"])
    found = _diff(rivers, 0)
    assert found["events"] or found["records"] or "corrections" in case["edit"][0]


ACCOUNT = "  - {source: courier-2021-05-07, locator: page 9, says: More.}\nunknowns:"


def test_an_account_that_comes_to_a_published_event_says_when(rivers: Path) -> None:
    edit(rivers / PAUSE, ("unknowns:", ACCOUNT))
    edit(rivers / GATE, ("title: The", "title: A"))
    found = _diff(rivers, 1)
    told = {event["id"]: event["needs_added"] for event in found["events"]}
    assert told == {"2021-05-04-pause-in-pumping": True, "2021-05-06-gate-opens": False}
    done = run("diff", str(RIVERS), ".", cwd=rivers)
    assert "according to Ostrany Courier — **needs `added`**" in done.stdout
    assert "**1 event with an undated account**" in done.stdout
    edit(rivers / PAUSE, ("page 9,", "page 9, added: 2021-06-09,"))
    assert _diff(rivers, 0)["ok"] is True


def test_an_account_that_comes_to_a_draft_need_not(rivers: Path, tmp_path: Path) -> None:
    edit(rivers / PAUSE, ("kind: agreement", "kind: agreement\ndraft: true"))
    later = Path(shutil.copytree(rivers, tmp_path / "later"))
    edit(later / PAUSE, ("unknowns:", ACCOUNT))
    done = run("diff", str(rivers), str(later), "--format", "json", cwd=rivers)
    assert done.returncode == 0


def test_white_space_order_of_keys_and_comments_are_no_change(rivers: Path) -> None:
    assert run("fix", cwd=rivers).returncode == 0
    found = _diff(rivers, 0)
    assert (found["events"], found["records"]) == ([], [])
    assert run("diff", str(RIVERS), ".", cwd=rivers).stdout.endswith("\nNothing.\n")


def test_events_that_come_go_hide_and_break(rivers: Path) -> None:
    new = (rivers / GATE).read_text().replace("title: The", "title: Another *x* <b>")
    (rivers / "events/2021/2021-05-09-x.yml").write_text(new)
    (rivers / GATE).unlink()
    edit(
        rivers / "events/1998/1998-pumping-begins.yml", ("kind: works", "kind: works\ndraft: true")
    )
    (rivers / PAUSE).write_text("title: [\n")
    found = _diff(rivers, 1)
    told = {e["id"]: (e["state"], e["needs_correction"]) for e in found["events"]}
    assert told == {
        "1998-pumping-begins": ("withdrawn", True),
        "2021-05-04-pause-in-pumping": ("unreadable", True),
        "2021-05-06-gate-opens": ("removed", True),
        "2021-05-09-x": ("added", False),
    }
    done = run("diff", str(RIVERS), ".", cwd=rivers)
    assert done.returncode == 1
    assert "1 event new; 1 event withdrawn; 1 event gone; 1 event not readable" in done.stdout
    assert "**3 events without a correction**" in done.stdout
    assert "Another &#42;x&#42; &#60;b&#62;" in done.stdout
    assert "not compared: events/2021/2021-05-04-pause-in-pumping.yml:2:1: E103" in done.stderr


def test_a_draft_was_never_published(rivers: Path, tmp_path: Path) -> None:
    edit(rivers / GATE, ("kind: incident", "kind: incident\ndraft: true"))
    later = Path(shutil.copytree(rivers, tmp_path / "later"))
    edit(
        later / GATE,
        ("draft: true\n", ""),
        ("page 1", "page 4"),
        ("[2021-05-05,2021-05-06]", "2021-05-06"),
    )
    done = run("diff", str(rivers), str(later), "--format", "json", cwd=rivers)
    assert done.returncode == 0
    assert [event["state"] for event in json.loads(done.stdout)["events"]] == ["published"]


def test_two_revisions_or_one_and_the_folder_as_it_is(rivers: Path) -> None:
    run_git(rivers, "init", "-b", "main")
    run_git(rivers, "add", "-A")
    run_git(rivers, "commit", "-m", "one")
    edit(rivers / PAUSE, ("value: 4}", "value: 11}"))
    by_folder = run("diff", "main", ".", cwd=rivers)
    run_git(rivers, "commit", "-am", "two")
    by_revision = run("diff", "HEAD^", "HEAD", cwd=rivers)
    assert by_folder.returncode == by_revision.returncode == 1
    assert by_folder.stdout == by_revision.stdout
    assert "from 4 to 11 — **needs a correction**" in by_revision.stdout
    elsewhere = run("diff", "HEAD^", "HEAD", str(rivers), cwd=rivers.parent)
    assert elsewhere.stdout == by_revision.stdout
    run_git(rivers, "rm", "-r", "events")
    run_git(rivers, "commit", "-m", "three")
    assert "there is no events in revision HEAD" in run("diff", "HEAD^", "HEAD", cwd=rivers).stderr


def test_a_link_out_of_a_revision_is_not_followed(rivers: Path) -> None:
    run_git(rivers, "init")
    (rivers / "events/2021/2021-05-09-x.yml").symlink_to("/etc/hostname")
    run_git(rivers, "add", "-A")
    run_git(rivers, "commit", "-m", "one")
    done = run("diff", "HEAD", ".", cwd=rivers)
    assert done.returncode == 2
    assert "cannot be unpacked" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "args", [(), ("HEAD",), ("no-such", "."), ("--output=x", "."), (".", "docs")]
)
def test_wrong_use_ends_with_exit_code_2(rivers: Path, args: tuple[str, ...]) -> None:
    done = run("diff", *args, cwd=rivers)
    assert done.returncode == 2
    assert "Error" in done.stderr


def test_two_folders_of_events_alone(rivers: Path) -> None:
    (rivers / "mkdocs.yml").unlink()
    done = run("diff", str(RIVERS / "events"), "events", cwd=rivers)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Nothing.")


def test_a_summary_keeps_within_its_size() -> None:
    chronology, _ = check(RIVERS, RIVERS / "events")
    none = compare(chronology, chronology)
    many = tuple(EventChange(f"e{n}", "T", "added") for n in range(1234))
    records = tuple(RecordChange("actor", f"a{n}", "added") for n in range(101))
    told = markdown(type(none)(many, records))
    assert "- and 1,134 events more\n" in told
    assert told.endswith("- and 1 record more\n")


def test_a_folder_of_another_name_is_no_change(rivers: Path, tmp_path: Path) -> None:
    shutil.copytree(rivers / "events", tmp_path / "copied")
    done = run("diff", str(rivers / "events"), str(tmp_path / "copied"), cwd=rivers)
    assert done.returncode == 0
    assert done.stdout == "## What changes in the data\n\nNothing.\n"
