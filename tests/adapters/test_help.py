"""Help, colour and progress of the command line."""

import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from generator import __version__
from generator.adapters.cli import main
from generator.adapters.cli.terminal import report_progress
from tests.support.cli import run, run_process


def _commands(group: click.Group, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        here = (*before, name)
        found += _commands(command, here) if isinstance(command, click.Group) else [here]
    return found


@pytest.mark.parametrize("command", _commands(main), ids=" ".join)
def test_every_command_has_examples_and_exit_codes(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    done = run(*command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert f"chronology {' '.join(command)}" in done.stdout
    assert "Examples:" in done.stdout
    assert re.search(r"Exit codes:\s+0 ", done.stdout)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chek", "No such command 'chek'. Did you mean 'check'?"),
        ("biuld", "No such command 'biuld'. Did you mean 'build'?"),
        ("zebra", "No such command 'zebra'."),
        ("new evnt", "No such command 'evnt'. Did you mean 'event'?"),
        ("c" * 100_000, f"No such command '{'c' * 100_000}'."),
    ],
    ids=["a letter left out", "letters exchanged", "nothing near", "below a command", "long"],
)
def test_a_mistyped_command_is_met_by_the_one_that_was_meant(
    typed: str, said: str, tmp_path: Path
) -> None:
    done = run(*typed.split(), cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == f"Error: {said}"


def test_all_commands_are_listed_with_a_line_each(tmp_path: Path) -> None:
    shown = run("--help", cwd=tmp_path).stdout
    names = main.list_commands(click.Context(main))
    assert len(names) > 5
    for name in names:
        assert re.search(rf"^  {name} +\w", shown, re.MULTILINE), name


def test_colour_on_terminals_only(rivers: Path) -> None:
    file = rivers / "events/1998/1998-pumping-begins.yml"
    file.write_text(file.read_text().replace("kind: ", "knd: "))
    assert "\x1b[" not in run_process("check", cwd=rivers).stdout
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "generator", "check"]
    subprocess.run(command, cwd=rivers, stdout=writer, stderr=subprocess.DEVNULL)
    os.close(writer)
    shown = os.read(reader, 65536).decode()
    os.close(reader)
    assert "\x1b[31m E200 \x1b[0m" in shown
    assert "^" in shown


def test_progress_is_told_only_where_a_run_takes_long(capsys: pytest.CaptureFixture[str]) -> None:
    with report_progress("reading", patience=60):
        pass
    assert capsys.readouterr() == ("", "")
    with report_progress("reading", patience=0.05):
        time.sleep(0.3)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("reading … 0.05 s\nreading … 0.1 s\n")


def test_the_version_is_that_of_the_package(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path).stdout == f"chronology {__version__}\n"


def test_a_shell_can_complete_commands_and_choices(tmp_path: Path) -> None:
    """As the script of a shell asks, which `_CHRONOLOGY_COMPLETE=bash_source` prints."""
    for words, expected in (("chronology ch", "check"), ("chronology check --format g", "github")):
        env = {
            **os.environ,
            "_CHRONOLOGY_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
        }
        code = "from generator.adapters.cli import run; run('chronology')"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True
        )
        assert done.stdout == f"plain,{expected}\n"


def test_a_command_imports_only_what_it_needs(rivers: Path) -> None:
    code = (
        "import sys; from generator.adapters.cli import main\n"
        "try: main(['check'])\n"
        "except SystemExit: print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=rivers, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "generator.validation.check" in loaded
    needless = ("jinja2", "babel", "sqlite3", "generator.pipeline", "generator.rendering",
                "generator.exports", "generator.analysis")  # fmt: skip
    assert loaded.isdisjoint(needless)
