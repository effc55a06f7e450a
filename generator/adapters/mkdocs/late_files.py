"""Files of a preview that no page waits for: written into the served folder behind the reload."""

from collections.abc import Iterable
from pathlib import Path
from threading import Event, Lock, Thread

from generator.model.output import Output
from generator.rendering.search.index import FOLDER as SEARCH
from generator.support.free_memory import give_back

_PAUSE = 0.5
"""Seconds before the first is made: a person who saves again meanwhile need not wait for it."""


class LateFiles:
    """What is written while the process goes on, and may begin its next build meanwhile."""

    def __init__(self) -> None:
        self._writing = Lock()
        self._next = Event()
        self._turn = 0
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Begin a build; from now on nothing is written of the one before."""
        self._next.set()
        with self._writing:
            self._turn += 1

    def write(self, site: Path, outputs: Iterable[Output]) -> None:
        """Write the outputs into a site, one after the other as they are made, and go on."""
        self._next.clear()
        self._thread = Thread(target=self._write, args=(site, outputs, self._turn), daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until all is written."""
        if self._thread:
            self._thread.join()

    def _write(self, site: Path, outputs: Iterable[Output], turn: int) -> None:
        give_back()  # what the pages took
        if not self._next.wait(_PAUSE):
            self._write_all(site, outputs, turn)
            give_back()

    def _write_all(self, site: Path, outputs: Iterable[Output], turn: int) -> None:
        now = set()
        for output in outputs:
            content, path = output.content, site / output.path
            now.add(path)
            with self._writing:
                if turn != self._turn:
                    return
                self._put(path, content.encode() if isinstance(content, str) else content)
        with self._writing:
            folder = site / SEARCH  # MkDocs knows nothing of the files in it
            for gone in {*folder.iterdir()} - now if turn == self._turn else ():
                gone.unlink()

    @staticmethod
    def _put(path: Path, content: bytes) -> None:
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
