"""Other processes that tests start."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.projects import ROOT


def run_git(folder: Path, *args: str) -> None:
    """Run git in `folder`, as somebody without settings of their own."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    subprocess.run(["git", *who, *args], cwd=folder, check=True, capture_output=True, env=env)


def run_script(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a Python script in `folder`, in a process that has no threads, as a test's has."""
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
