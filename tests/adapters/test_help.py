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

from generator.adapters.cli import main
from generator.adapters.cli.terminal import report_progress
from tests.support.cli import run, run_process


def _commands(group: click.Group, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        here = (*before, name)
        found += _commands(command, here) if isinstance(command, click.Group) else [here]
    return found


@pytest.mark.parametrize("command", _commands(main), ids=" ".join)
def test_every_command_has_examples_and_exit_codes(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    done = run(*command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert f"python -m generator {' '.join(command)}" in done.stdout
    assert "Examples:" in done.stdout
    assert re.search(r"Exit codes:\s+0 ", done.stdout)


def test_all_commands_are_listed_with_a_line_each(tmp_path: Path) -> None:
    shown = run("--help", cwd=tmp_path).stdout
    for name in ("build", "check", "diff", "fix", "import", "new", "schema"):
        assert re.search(rf"^  {name} +\w", shown, re.MULTILINE)


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
