"""Other processes that tests start."""

import os
import subprocess
from pathlib import Path


def run_git(folder: Path, *args: str) -> None:
    """Run git in `folder`, as somebody without settings of their own."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    subprocess.run(["git", *who, *args], cwd=folder, check=True, capture_output=True, env=env)
