"""Work shared with other processes, so that two cores make a site faster than one.

The results are those of one process, in the same order. Where other processes cannot be had or do
not pay, all is done in this one.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from mmap import mmap
from multiprocessing import get_context, parent_process
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
R = TypeVar("R")

FEWEST_ITEMS = 200
"""With fewer items, such as events, other processes take longer to begin than they save."""
MOST_PROCESSES = 3
"""More of them wait for this process, which takes in all that they make."""
_CHUNKS = 32


class Workers:
    """The processes that share the work with this one."""

    def __init__(self, processes: int = 0) -> None:
        """`processes` besides this one; with none, all work is done here."""
        self._processes = processes

    @classmethod
    def of_this_machine(cls) -> "Workers":
        """As many as pay on this machine: one for each core that is left, but not many."""
        return cls(min((os.cpu_count() or 1) - 1, MOST_PROCESSES))

    def map(
        self, function: Callable[[T], R], items: Sequence[T], fewest: int = FEWEST_ITEMS
    ) -> Sequence[R]:
        """What `function` returns for each item; an item's result is waited for when it is read.

        `function` sees the values of this moment, and what it changes is lost; its results must be
        picklable. Reading a result raises what `function` raises for an item of its chunk. With
        fewer items than `fewest` all is done here.
        """
        if len(items) < fewest or not self._processes or not can_fork():
            return list(map(function, items))
        return _SharedResults(function, items, self._processes)


class _Chunks(Generic[T, R]):
    """The work in chunks, and which of them this process has taken: the others see that too."""

    def __init__(self, function: Callable[[T], R], items: Sequence[T]) -> None:
        self._function = function
        self._items = items
        self.size = max(1, len(items) // _CHUNKS)
        self._taken = mmap(-1, -(-len(items) // self.size))  # a process that is forked shares it

    def __len__(self) -> int:
        return len(self._taken)

    def take(self, chunk: int) -> None:
        """Let no process begin with a chunk."""
        self._taken[chunk] = 1

    def is_taken(self, chunk: int) -> bool:
        return bool(self._taken[chunk])

    def compute(self, chunk: int) -> list[R]:
        first = chunk * self.size
        return list(map(self._function, self._items[first : first + self.size]))


class _SharedResults(Sequence[R], Generic[T, R]):
    """Results in chunks. Other processes begin with the last chunk, this one with the first."""

    def __init__(self, function: Callable[[T], R], items: Sequence[T], processes: int) -> None:
        self._length = len(items)
        self._chunks = chunks = _Chunks(function, items)
        self._done: dict[int, list[R]] = {}
        self._futures: dict[int, Future[list[Any]]] = {}
        # With "fork" a process begins with a copy of this one: nothing need be pickled for it.
        pool = ProcessPoolExecutor(
            processes, get_context("fork"), initializer=_begin, initargs=(chunks,)
        )
        with suppress(BrokenProcessPool):  # a process was killed before it had all of its work
            for chunk in reversed(range(len(chunks))):
                self._futures[chunk] = pool.submit(_run, chunk)
        self._pool: ProcessPoolExecutor | None = pool

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, n: int) -> R: ...
    @overload
    def __getitem__(self, n: slice) -> Sequence[R]: ...
    def __getitem__(self, n: int | slice) -> R | Sequence[R]:
        if isinstance(n, slice):
            return [self[i] for i in range(*n.indices(len(self)))]
        chunk, place = divmod(range(len(self))[n], self._chunks.size)
        if chunk not in self._done:
            self._done[chunk] = self._result(chunk)
        return self._done[chunk][place]

    def _result(self, chunk: int) -> list[R]:
        future = self._futures.pop(chunk, None)
        try:
            if future and (future.running() or future.done()):
                return future.result()
            # What no process has begun is done here, where somebody waits for it. To cancel it
            # would be simpler, but a pool that breaks does not stand a future that is cancelled.
            self._chunks.take(chunk)
            return self._chunks.compute(chunk)
        except BrokenProcessPool:  # a process was killed
            return self._chunks.compute(chunk)
        finally:
            if not self._futures and self._pool:
                self._pool.shutdown()  # so that no thread is left when the next pool forks
                self._pool = None

    def __del__(self) -> None:
        for chunk in self._futures:
            self._chunks.take(chunk)  # nobody reads it any more


def can_fork() -> bool:
    """Whether a copy of this process can go on by itself: it has one thread.

    Not on macOS, whose own libraries do not stand it, nor on Windows, which has no copies.
    """
    return sys.platform == "linux" and threading.active_count() == 1


_chunks: _Chunks[Any, Any]


def _begin(chunks: _Chunks[Any, Any]) -> None:
    """Set up a new process: keep its work, and end with the process that began it."""
    global _chunks
    _chunks = chunks
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for that process to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process that waits for work would wait for ever where its parent was killed."""
    if parent := parent_process():
        parent.join()
    os._exit(1)


def _run(chunk: int) -> list[Any]:
    return [] if _chunks.is_taken(chunk) else _chunks.compute(chunk)
