"""`publish`: what is ready, what is not and why, and that nothing else changes."""

from pathlib import Path

import pytest

from tests.support.cli import run
from tests.support.projects import edit, read_files

GATE = "events/2021/2021-05-06-gate-opens.yml"
PAUSE = "events/2021/2021-05-04-pause-in-pumping.yml"
GATE_ID, PAUSE_ID = "2021-05-06-gate-opens", "2021-05-04-pause-in-pumping"


@pytest.fixture
def drafts(rivers: Path) -> Path:
    """The rivers, with two drafts, one of which follows the other, and an actor that is one."""
    for file in (GATE, PAUSE):
        (rivers / file).write_text((rivers / file).read_text() + "draft: true  # not yet\n")
    edit(rivers / "events/actors.yml", ("kind: media", "kind: media\n  draft: true"))
    return rivers


def test_without_an_id_all_drafts_are_listed_and_none_is_published(drafts: Path) -> None:
    edit(drafts / GATE, ("title: The gate", "title: Thieves and the gate"))
    before = read_files(drafts)
    done = run("publish", cwd=drafts)
    assert (done.returncode, done.stderr) == (1, "ready: 2; not ready: 1\n")
    assert done.stdout.splitlines() == [
        f"{GATE}:1:8: E510 'Thieves' is a word that takes a side (write 'takers of water', or "
        "quote it as a label)",
        f"ready: {PAUSE_ID}",
        "ready: wire",
    ]
    assert read_files(drafts) == before


def test_an_event_is_published_with_its_day_and_its_comments_stay(drafts: Path) -> None:
    done = run("publish", PAUSE_ID, GATE_ID, "wire", "--on", "2021-07-01", cwd=drafts)
    assert (done.returncode, done.stdout) == (0, "")
    text = (drafts / GATE).read_text()
    assert "draft" not in text
    assert "added: 2021-07-01\n" in text
    assert "draft" not in (drafts / "events/actors.yml").read_text()
    assert run("check", cwd=drafts).returncode == 0


def test_what_an_event_names_is_published_first(drafts: Path) -> None:
    done = run("publish", GATE_ID, PAUSE_ID, cwd=drafts)
    assert done.returncode == 1
    assert "E405 'wire' is a draft" in done.stdout
    assert f"E405 '{PAUSE_ID}' is a draft" in done.stdout  # which is not ready either
    assert (drafts / GATE).read_text().count("draft: true") == 1
    assert run("publish", GATE_ID, PAUSE_ID, "--named", cwd=drafts).returncode == 0


def test_a_dry_run_publishes_nothing(drafts: Path) -> None:
    before = read_files(drafts)
    done = run("publish", "--all", "--dry-run", cwd=drafts)
    assert (done.returncode, done.stderr) == (0, "ready: 3; not ready: 0\n")
    assert read_files(drafts) == before


def test_an_unknown_draft_is_wrong_use(drafts: Path) -> None:
    done = run("publish", "1998-pumping-begins", cwd=drafts)
    assert done.returncode == 2
    assert "no draft has the id '1998-pumping-begins'" in done.stderr


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("{name: Guild, draft: true, kind: media}", "{name: Guild, kind: media}"),
        ("{draft: true, name: Guild, kind: media}", "{name: Guild, kind: media}"),
        ("{name: Guild, kind: media, draft: true}", "{name: Guild, kind: media}"),
        ("{name: 'draft: true', kind: media, draft: true}", "{name: 'draft: true', kind: media}"),
    ],
)
def test_a_record_in_braces_is_published(written: str, left: str, rivers: Path) -> None:
    actors = rivers / "events/actors.yml"
    actors.write_text(actors.read_text() + f"guild: {written}  # of masons\n")
    edit(
        rivers / GATE,
        ("role: accused}", "role: accused}\n  - {id: guild}"),
        ("status", "draft: true\nstatus"),
    )
    done = run("publish", "guild", cwd=rivers)
    assert (done.returncode, done.stdout) == (0, "")
    assert actors.read_text().splitlines()[-1] == f"guild: {left}  # of masons"
