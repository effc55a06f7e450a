"""The command line, as tests run it: in this process, or in one of its own where that matters."""

import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from generator.adapters.cli import main


class Ended(NamedTuple):
    """How a run ended: its exit code, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def run(*args: str, cwd: Path, stdin: str = "") -> Ended:
    """Run the command line with these arguments in the folder `cwd`, in this process.

    An error that the command line does not catch is raised.
    """
    with chdir(cwd):
        result = CliRunner(catch_exceptions=False).invoke(
            main, args, input=stdin, prog_name="chronology"
        )
    return Ended(result.exit_code, result.stdout, result.stderr)


def run_process(*args: str, cwd: Path) -> Ended:
    """Run `python -m generator` in a process: for streams, odd bytes, and what a shell sees."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *args], cwd=cwd, capture_output=True, text=True
    )
    return Ended(done.returncode, done.stdout, done.stderr)
