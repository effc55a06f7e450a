"""The package as people install it: built from what the repository holds, in an environment."""

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from tests.support.projects import ROOT

_BUILD = "from setuptools import build_meta; build_meta.build_{}({!r})"


def tracked_copy(to: Path) -> Path:
    """A copy of the files that the repository holds or is about to, without its site and tests."""
    for path in _tracked():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, to / path)
    return to


def build_package(source: Path, kind: str, to: Path) -> Path:
    """Build a `wheel` or an `sdist` from a source folder, without a network."""
    to.mkdir(parents=True, exist_ok=True)
    code = _BUILD.format(kind, str(to))
    done = subprocess.run([sys.executable, "-c", code], cwd=source, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    [built] = to.iterdir()
    return built


def install_wheel(wheel: Path, to: Path) -> Path:
    """Install a wheel into a new environment, which sees the packages that it needs; its `bin`.

    What is installed here as it lies in the repository is not seen there.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", to], check=True)
    scripts = to / ("Scripts" if sys.platform == "win32" else "bin")
    [packages] = to.glob("[Ll]ib/**/site-packages")
    # A path in a .pth file is looked into, but its own .pth files are not.
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = str(scripts / "python")
    command = [sys.executable, "-m", "pip", "--quiet", "--python", python, "install"]
    options = ["--no-deps", "--no-index", "--ignore-installed", "--disable-pip-version-check"]
    done = subprocess.run([*command, *options, str(wheel)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return scripts


def _tracked() -> Iterator[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for path in done.stdout.splitlines():
        if not path.startswith(("events/", "tests/", "mkdocs.yml")) and (ROOT / path).is_file():
            yield path
