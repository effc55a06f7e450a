"""Work that other processes do while this one goes on, so that two cores make a site faster.

The results are those of one process, in the same order. Where other processes cannot be had or do
not pay, all is done in this one.
"""

import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from typing import BinaryIO, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST_ITEMS = 200
"""With fewer items, such as events, other processes take longer to begin than they save."""
MOST_WORKERS = 3
"""More of them wait for this process, which takes in all that they make."""
_PARTS = 64


def workers_of_this_machine() -> int:
    """How many other processes pay on this machine: one for each core that is left."""
    return min((os.cpu_count() or 1) - 1, MOST_WORKERS)


def can_fork() -> bool:
    """Whether a copy of this process can go on by itself: it has one thread.

    Not on macOS, whose own libraries do not stand it, nor on Windows, which has no copies.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def begin(function: Callable[[T], R], items: Sequence[T], workers: int) -> Iterator[R]:
    """Begin to work out what `function` returns for each item; yield it, in the order of items.

    So many other processes do it while this one goes on. Whoever reads the first result waits for
    all of them, helps, and is raised what `function` raises. `function` sees the values of this
    moment, what it changes is lost, and its results must be picklable. With few items, without
    workers and where no process can be had, an item is worked out when its result is read.
    """
    if len(items) < FEWEST_ITEMS or not workers or not can_fork():
        return map(function, items)
    return _SharedWork(function, items, workers).results()


class _SharedWork(Generic[T, R]):
    """Work in parts. Each process takes the next part that no other has taken, until none is left.

    Results come through files without a name: to empty a pipe, this process would have to leave its
    own work hundreds of times. That is why it is no pool, which has nothing but a pipe.
    """

    def __init__(self, function: Callable[[T], R], items: Sequence[T], workers: int) -> None:
        self._function = function
        size = -(-len(items) // _PARTS)
        self._parts = [items[n : n + size] for n in range(0, len(items), size)]
        # A byte for each part. To read one is to take it: no two processes are given the same, and
        # there is no lock that a process could be killed with.
        self._untaken, numbers = os.pipe()
        os.write(numbers, bytes(range(len(self._parts))))
        os.close(numbers)
        # With "fork" a worker begins with a copy of this process: nothing need be pickled for it.
        start = get_context("fork").Process
        self._files = [tempfile.TemporaryFile() for _ in range(workers)]  # noqa: SIM115
        self._workers = [start(target=self._work, args=(f,), daemon=True) for f in self._files]
        for worker in self._workers:
            worker.start()

    def results(self) -> Iterator[R]:
        """Take part in what is left, and yield all results."""
        done = self._take()
        os.close(self._untaken)
        for worker, file in zip(self._workers, self._files, strict=True):
            worker.join()
            with file:
                if not worker.exitcode:
                    file.seek(0)
                    done |= pickle.load(file)
        for n, part in enumerate(self._parts):
            # What a worker took and could not do is done here, where an error can be caught.
            yield from done[n] if n in done else map(self._function, part)

    def _take(self) -> dict[int, list[R]]:
        """Do one part after the other; return the results by the number of the part."""
        taken = iter(lambda: os.read(self._untaken, 1), b"")
        return {n: list(map(self._function, self._parts[n])) for [n] in taken}

    def _work(self, file: BinaryIO) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began it answers Ctrl-C
        try:
            with file:
                pickle.dump(self._take(), file, pickle.HIGHEST_PROTOCOL)
        except Exception:
            raise SystemExit(1) from None
