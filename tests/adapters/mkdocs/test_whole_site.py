"""`mkdocs build` publishes a whole site, or leaves the last one as it was and nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.mkdocs_builds import build_here, configure, new_plugins
from tests.support.projects import ROOT, read_files

pytestmark = pytest.mark.build
_HOOK = ("plugins:\n", "hooks: [mine.py]\nplugins:\n")


@pytest.fixture
def project(rivers: Path) -> Iterator[Path]:
    """A project with a last site, which has to stand there at the end, and nothing beside it."""
    (rivers / "site/.well-known").mkdir(parents=True)
    (rivers / "site/.well-known/mine").write_text("kept")
    (rivers / "site/index.html").write_text("the last one")
    names = {path.name for path in rivers.iterdir()}
    yield rivers
    left = {path.name for path in rivers.iterdir()} - names
    assert left <= {"mine.py", "__pycache__"}


def _hook(project: Path, text: str) -> None:
    (project / "mine.py").write_text(text)
    configure(project, _HOOK)


def _is_the_last_one(project: Path) -> bool:
    return sorted(read_files(project / "site")) == [".well-known/mine", "index.html"]


def _mkdocs(project: Path, *args: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", *args],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_a_build_takes_the_place_of_the_last_site(project: Path) -> None:
    site = build_here(project)
    assert site[".well-known/mine"] == b"kept"
    assert b"the last one" not in site["index.html"]


@pytest.mark.parametrize(
    ("hook", "said"),
    [
        ("on_post_page", "No space left on device"),
        ("on_post_build", "No space left on device"),
        ("on_files", "No space left on device"),
    ],
)
def test_a_full_disk_is_told_in_a_sentence(project: Path, hook: str, said: str) -> None:
    _hook(project, f"def {hook}(*args, **kwargs):\n    raise OSError(28, {said!r})\n")
    done = _mkdocs(project, "build")
    output, _ = done.communicate(timeout=60)
    assert done.returncode == 1
    last = output.rstrip().splitlines()[-1]
    assert last.endswith(f"{said}: {project}/site; {project}/site is as it was")
    assert "Traceback" not in output
    assert _is_the_last_one(project)


def test_a_build_stopped_by_strict_publishes_nothing(project: Path) -> None:
    (project / "docs/about.md").write_text("# About\n\n[nowhere](nowhere.md)\n")
    done = _mkdocs(project, "build", "--strict")
    output, _ = done.communicate(timeout=60)
    assert done.returncode == 1
    assert "Aborted with 1 warnings in strict mode" in output
    assert _is_the_last_one(project)


def test_an_interrupted_build_exits_130(project: Path) -> None:
    _hook(
        project,
        "import signal, time\n"
        # Whoever runs the tests in the background has it ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def on_post_page(*args, **kwargs):\n    time.sleep(60)\n",
    )
    running = _mkdocs(project, "build")
    end = time.monotonic() + 60
    while not list(project.glob(".site.*.chronology/new/assets")):
        assert running.poll() is None
        assert time.monotonic() < end
        time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    output, _ = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in output
    assert _is_the_last_one(project)


def test_other_plugins_see_one_folder_and_the_end_the_real_one(project: Path) -> None:
    _hook(
        project,
        "seen = []\n"
        "def on_config(config):\n    seen.append(config.site_dir)\n"
        "def on_files(files, config):\n    seen.append(config.site_dir)\n"
        "def on_post_build(config):\n"
        "    seen.append(config.site_dir)\n"
        "    assert len(set(seen)) == 1, seen\n"
        "    open(config.site_dir + '/mine.txt', 'w').close()\n",
    )
    with new_plugins():
        config = load_config(str(project / "mkdocs.yml"))
        config.plugins.on_startup(command="gh-deploy", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    assert config.site_dir == str(project / "site")  # which gh-deploy publishes next
    assert (project / "site/mine.txt").is_file()


def test_a_dirty_build_keeps_what_it_does_not_make_again(project: Path) -> None:
    with new_plugins():
        config = load_config(str(project / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=True)
        (project / "site/earlier.html").write_text("earlier")
        build(config, dirty=True)
    assert (project / "site/earlier.html").read_text() == "earlier"
    assert "the last one" not in (project / "site/index.html").read_text()
