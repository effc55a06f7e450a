"""How long an edit takes to show under `mkdocs serve`."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

_ROOT = Path(__file__).parents[2]


class Preview:
    """A running `mkdocs serve` of a project."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self._address = f"http://127.0.0.1:{port}/"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(_ROOT)},
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

    def stop(self) -> None:
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
