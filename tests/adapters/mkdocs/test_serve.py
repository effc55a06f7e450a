"""The preview: live, and never down because of a broken file."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

EVENT = "events/2021/2021-05-06-gate-opens.yml"
PAGE = "events/2021-05-06-gate-opens/"
_SERVE = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a"]


class Server:
    """A running `mkdocs serve`, asked over HTTP as a browser does."""

    def __init__(self, project: Path, log: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._log = log
        self._output = log.open("w")
        self._process = subprocess.Popen(
            [*_SERVE, f"127.0.0.1:{self.port}"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stdout=self._output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip

    def get(self, path: str) -> str:
        """The page, or an empty text where there is none yet."""
        address = f"http://127.0.0.1:{self.port}/{path}"
        with suppress(OSError), urllib.request.urlopen(address, timeout=5) as page:
            return str(page.read().decode())
        return ""

    @property
    def log(self) -> str:
        return self._log.read_text()

    def wait(self, until: Callable[[], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not until():
            assert self._process.poll() is None, self.log
            assert time.monotonic() < end, self.log
            time.sleep(0.1)

    def stop(self) -> None:
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(timeout=20)
        self._output.close()


@pytest.fixture
def preview(rivers: Path, tmp_path: Path) -> Iterator[Server]:
    running = Server(rivers, tmp_path / "log")
    try:
        running.wait(lambda: "River Bend" in running.get(PAGE))
        yield running
    finally:
        running.stop()


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.build
def test_the_preview_follows_edits_and_outlives_mistakes(preview: Server, rivers: Path) -> None:
    # An edit is seen.
    _edit(rivers / EVENT, "opens at night", "opens before dawn")
    preview.wait(lambda: "opens before dawn" in preview.get(PAGE))

    # A broken event is named, and the rest is served and still follows edits.
    _edit(rivers / EVENT, "kind: incident", "knd: incident")
    preview.wait(lambda: "1 problem in the data; all else is shown" in preview.log)
    problem, total = f"{EVENT}:5:1: E200 unknown key 'knd'", "1 problem in the data"
    assert problem in preview.log.partition(total)[0]
    other = "events/2021-05-04-pause-in-pumping/"
    _edit(rivers / "events/2021/2021-05-04-pause-in-pumping.yml", "Who signed.", "Who signed it.")
    preview.wait(lambda: "Who signed it" in preview.get(other))
    assert preview.get(PAGE) == ""

    # Mended, it is back.
    _edit(rivers / EVENT, "knd: incident", "kind: incident")
    preview.wait(lambda: "opens before dawn" in preview.get(PAGE))

    # A broken registry keeps its last good state.
    _edit(rivers / "events/actors.yml", "wire:\n", "wire\n")
    preview.wait(lambda: re.search(r"events/actors.yml:\d+:\d+: E103", preview.log) is not None)
    _edit(rivers / EVENT, "opens before dawn", "opens at dusk")
    preview.wait(lambda: "opens at dusk" in preview.get(PAGE))
    assert "Northern Wire" in preview.get("actors/wire/")
    assert "Traceback" not in preview.log


@pytest.mark.build
def test_drafts_are_shown_in_the_preview_only(rivers: Path, tmp_path: Path) -> None:
    _edit(rivers / EVENT, "kind: incident", "kind: incident\ndraft: true")
    running = Server(rivers, tmp_path / "log")
    try:
        running.wait(lambda: "opens at night" in running.get(PAGE))
        assert "raft" in running.get(PAGE)
    finally:
        running.stop()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=rivers, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    assert not (rivers / "site" / PAGE).exists()
