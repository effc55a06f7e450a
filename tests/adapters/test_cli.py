"""The command line, as people run it: exit codes, output, wrong use."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from tests.support.cli import run, run_process
from tests.support.projects import ROOT, edit


def test_a_shell_sees_the_exit_code_and_the_streams(rivers: Path) -> None:
    sound = "3 events, 4 accounts, no problem\n"
    assert run_process("check", cwd=rivers) == run("check", cwd=rivers) == (0, "", sound)
    (rivers / "events/2021/2021-05-09-x.yml").write_text("titel: X\n")
    assert run_process("check", cwd=rivers) == run("check", cwd=rivers)
    wrong, named = run_process("chekc", cwd=rivers), run("chekc", cwd=rivers)
    assert wrong.returncode == named.returncode == 2
    assert wrong.stderr.replace("python -m generator", "chronology") == named.stderr


def test_check_of_sound_data_is_silent_and_0(rivers: Path) -> None:
    done = run("check", cwd=rivers)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "3 events, 4 accounts, no problem\n"


def test_check_names_every_problem_and_is_1(rivers: Path) -> None:
    (rivers / "events/actors.yml").write_text("wire: [\n")
    (rivers / "events/2021/2021-05-09-x.yml").write_text("titel: X\n")
    done = run("check", str(rivers), cwd=rivers.parent)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    paths = {line.split(":")[0] for line in done.stdout.splitlines()}
    assert paths == {"events/actors.yml", "events/2021/2021-05-09-x.yml"}
    assert "E200 unknown key 'titel' (did you mean 'title'?)" in done.stdout


@pytest.mark.parametrize(
    "args",
    [
        ("chekc",),
        ("check", "no-such-folder"),
        ("check", "docs"),
        ("build",),
        ("build", "--to", "docs"),
        ("build", "--to", "."),
        ("build", "--to", "mkdocs.yml"),
        ("check", "--wrong"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_says_why(rivers: Path, args: tuple[str, ...]) -> None:
    before = sorted(rivers.rglob("*"))
    done = run(*args, cwd=rivers)
    assert done.returncode == 2
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(rivers.rglob("*")) == before


def test_missing_events_folder_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n")
    done = run("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "no folder" in done.stderr


def test_build_writes_nothing_where_there_is_a_problem(rivers: Path) -> None:
    (rivers / "events/2021/2021-05-09-x.yml").write_text("titel: X\n")
    done = run("build", "--to", "out", cwd=rivers)
    assert done.returncode == 1
    assert not (rivers / "out").exists()


def test_build_replaces_what_it_made_and_nothing_else(rivers: Path) -> None:
    assert run("build", "--to", "out", cwd=rivers).returncode == 0
    event = rivers / "out/docs/events/2021-05-06-gate-opens/index.md"
    assert event.is_file()
    (rivers / "out/docs/stale.md").write_text("# Stale\n")
    assert run("build", "--to", "out", cwd=rivers).returncode == 0
    assert event.is_file()
    assert not (rivers / "out/docs/stale.md").exists()
    names = sorted(path.name for path in rivers.iterdir())
    assert names == ["docs", "events", "mkdocs.yml", "out", "texts"]


@pytest.mark.parametrize("args", [("--help",), ("check", "--help"), ("build", "-h")])
def test_help_shows_examples_or_exit_codes(rivers: Path, args: tuple[str, ...]) -> None:
    done = run(*args, cwd=rivers)
    assert done.returncode == 0
    assert "xample" in done.stdout or "Exit codes" in done.stdout


def test_the_console_script_is_the_same_program(rivers: Path) -> None:
    script = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    module, _, function = script["chronology"].partition(":")
    code = f"import sys; from {module} import {function}; sys.argv[0] = 'chronology'; {function}()"
    done = subprocess.run(
        [sys.executable, "-c", code, "check"], cwd=rivers, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "3 events, 4 accounts, no problem\n")


def _interrupt(*args: object, **kwargs: object) -> None:
    raise KeyboardInterrupt


def _interrupt_a_question(*args: object, **kwargs: object) -> None:
    try:
        raise KeyboardInterrupt
    except KeyboardInterrupt:  # as click does
        raise click.Abort from None


@pytest.mark.parametrize(
    ("place", "interrupt", "args"),
    [
        ("generator.adapters.cli.check.check_folder", _interrupt, ("check",)),
        ("click.prompt", _interrupt_a_question, ("new", "actor", "--ask")),
    ],
    ids=["at work", "at a question"],
)
def test_what_is_interrupted_is_130(
    place: str,
    interrupt: Callable[..., None],
    args: tuple[str, ...],
    rivers: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(place, interrupt)
    done = run(*args, cwd=rivers)
    assert done.returncode == 130
    assert done.stderr.endswith("interrupted\n")


def test_two_at_once_lose_no_record(rivers: Path) -> None:
    names = ("One", "Two", "Three")
    command = [sys.executable, "-m", "generator", "new", "actor", "--kind", "person", "--no-ask"]
    running = [
        subprocess.Popen(
            [*command, "--name", name],
            cwd=rivers,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in names
    ]
    for process in running:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    actors = (rivers / "events/actors.yml").read_text("utf-8")
    assert [name for name in names if f"name: {name}\n" not in actors] == []


def test_a_source_that_stands_on_the_web_alone_is_noted_and_no_problem(rivers: Path) -> None:
    sources = rivers / "events/sources.yml"
    text = sources.read_text()
    sources.write_text(f"{text}  url: https://courier.example/7\n")
    done = run("check", cwd=rivers)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no archived text and no archived copy: courier-2021-05-07\n" in done.stderr
    sources.write_text(f"{text}  archive_url: https://archive.example/7\n")
    assert "note:" not in run("check", cwd=rivers).stderr


def test_a_date_that_a_hedge_lets_lie_ahead_is_noted_and_no_problem(rivers: Path) -> None:
    event = rivers / "events/2021/2021-05-04-pause-in-pumping.yml"
    edit(event, ["value: 4}", "value: 4, as_of: 2021-05-09}"])
    edit(event, ["    locator: page 3", "    locator: page 3\n    hedge: reportedly"])
    done = run("check", cwd=rivers)
    assert (done.returncode, done.stdout) == (0, "")
    told = "accounts.1.figures.1.as_of 2021-05-09, by 'reportedly'\n"
    assert (
        "note: dates ahead of their source, whose hedge must tell what is to come:" in done.stderr
    )
    assert told in done.stderr
    edit(event, ["kind: agreement", "kind: agreement\nstatus: announced"])
    assert "ahead of their source" not in run("check", cwd=rivers).stderr


def test_a_day_that_has_not_come_yet_is_noted_and_no_problem(rivers: Path) -> None:
    event = rivers / "events/2021/2021-05-06-gate-opens.yml"
    edit(event, ["added: 2021-05-08", "added: 2921-05-08"])
    done = run("check", cwd=rivers)
    assert (done.returncode, done.stdout) == (0, "")
    path = "events/2021/2021-05-06-gate-opens.yml"
    assert f"note: days that have not come yet: {path}: added 2921-05-08\n" in done.stderr
