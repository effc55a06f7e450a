"""How long an edit takes to show under `mkdocs serve`."""

import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.builds import EVENTS, thousand, with_plain_pages
from tests.benchmarks.measure import ENVIRONMENT, GB, KB, RUNS, held_by, say

# By the design: 60 KB an event, beside what the program holds without one.
_BYTES_OF_NONE = 60_000_000
_BYTES_OF_AN_EVENT = 60_000


def preview(base: Path) -> None:
    """From saving a file of 1,000 to the new page in a preview : as many plain pages."""
    seconds = _measure(1_000, *thousand(base), limit=0.15)
    say("preview of an edit among 1,000 events, s", seconds, 1)


def large_preview(base: Path) -> None:
    """What `preview` measures, among BENCH_EVENTS events, or 5,000."""
    _measure(EVENTS, *with_plain_pages(base, "many", EVENTS), limit=0.06)


def _measure(events: int, chronology: Path, plain_pages: Path, limit: float) -> float:
    """Print what an edit takes, and what a preview holds; return the seconds of an edit."""
    ours, theirs = _Preview(chronology), _Preview(plain_pages)
    event = sorted((chronology / "events/2003").glob("*.yml"))[0]
    plain = plain_pages / "docs/pages/page-7.md"
    taken: list[float] = []
    plain_taken: list[float] = []
    try:
        for turn in range(RUNS + 1):
            word = f"turn{turn}"
            one = ours.edit(event, "date_basis: .*", f"date_basis: {word}", f"events/{event.stem}/")
            other = theirs.edit(plain, r"\Z", f" {word}", "pages/page-7/")
            if turn:
                taken.append(one)
                plain_taken.append(other)
        held = ours.memory()
    finally:
        ours.stop()
        theirs.stop()
    mine, plain_one = statistics.median(taken), statistics.median(plain_taken)
    detail = f"{mine:.2f} s : {plain_one:.2f} s"
    name = f"preview of an edit among {events:,} events"
    say(f"{name} : plain pages", mine / plain_one, limit, detail)
    each = (held - _BYTES_OF_NONE) / events / KB
    say(f"{name}, KB held for each", each, _BYTES_OF_AN_EVENT / KB, f"{held / GB:.2f} GB in all")
    return mine


class _Preview:
    """A running `mkdocs serve` of a project."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self._address = f"http://127.0.0.1:{port}/"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait("", "</html>")

    def edit(self, file: Path, pattern: str, new: str, page: str) -> float:
        """Seconds from saving a file, with the pattern replaced, to the page with the new words."""
        text = re.sub(pattern, new, file.read_text("utf-8"), count=1)
        start = time.perf_counter()
        file.write_text(text, "utf-8")
        self._wait(page, new.rpartition(" ")[2])
        return time.perf_counter() - start

    def memory(self) -> float:
        """Bytes that its processes hold."""
        return held_by(self._process.pid)

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(timeout=20)

    def _wait(self, page: str, words: str) -> None:
        # The server answers when it has built; the pauses are for the moment before it begins.
        for _ in range(6000):
            with suppress(OSError), urllib.request.urlopen(self._address + page) as found:
                if words in found.read().decode():
                    return
            time.sleep(0.02)
        raise TimeoutError(page)
