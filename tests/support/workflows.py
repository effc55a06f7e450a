"""The steps of workflows, run without a forge: stand-ins for its programs record their calls."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

_RECORD = '#!/bin/sh\necho "${0##*/} $*" >> "$CALLS"\n'
_STAND_INS = {
    **dict.fromkeys(("pip", "apt-get", "npm", "pip-audit", "uv"), _RECORD),
    "gh": f'{_RECORD}case "$*" in "issue list"*) echo "$OPEN_ISSUE" ;; esac\n',
    "chronology": f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n',
    "mkdocs": f'#!/bin/sh\nexec "{sys.executable}" -m mkdocs "$@"\n',
    **dict.fromkeys(
        ("python", "python3"),
        f'#!/bin/sh\ncase "$2" in pip|venv) echo "${{0##*/}} $*" >> "$CALLS"; exit ;; esac\n'
        f'exec "{sys.executable}" "$@"\n',
    ),
}


class Step(NamedTuple):
    """One script of a workflow."""

    job: str
    script: str
    env: Mapping[str, str]
    """As it is written, with expressions of the forge."""
    folder: str
    """Where it runs, from the checkout on."""


def steps(workflow: Path) -> Iterator[Step]:
    """Yield the scripts of a workflow of GitHub, of Forgejo, or of GitLab."""
    data = yaml.safe_load(workflow.read_text("utf-8"))
    for name, job in data.get("jobs", data).items():
        if isinstance(job, dict) and "script" in job:
            yield Step(name, "\n".join(job["script"]), {}, ".")
        for step in job.get("steps", ()) if isinstance(job, dict) else ():
            if "run" in step:
                env, folder = step.get("env", {}), step.get("working-directory", ".")
                yield Step(name, step["run"], env, folder)


class Checkout:
    """A folder in which steps run, as a forge would run them."""

    def __init__(self, folder: Path, away: Path, package: Path) -> None:
        """`away` is a folder for what lies elsewhere; `package` has the program that is run."""
        self.folder = folder
        self._away = away
        self._package = package
        self.summary = away / "summary"
        """What is shown below a run."""
        for programs in (away / "bin", folder / ".venv/bin"):
            programs.mkdir(parents=True)
            for name, text in _STAND_INS.items():
                (programs / name).write_text(text)
                (programs / name).chmod(0o755)
        (folder / ".venv/.ready").touch()

    def run(self, step: Step, **env: str) -> "subprocess.CompletedProcess[str]":
        """Run a step; `env` stands for what the forge puts into the step's own variables."""
        forge = {
            "CALLS": str(self._away / "calls"),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(self._away),
            "PATH": f"{self._away / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(self._package),
            "NO_MKDOCS_2_WARNING": "1",
        }
        return subprocess.run(
            ["bash", "-e", "-c", step.script],
            cwd=self.folder / step.folder,
            env={**os.environ, **forge, **step.env, **env},
            capture_output=True,
            text=True,
        )

    def calls(self) -> Sequence[str]:
        """What the stand-ins were called with since the last time, a line each."""
        file = self._away / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines
