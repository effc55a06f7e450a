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
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from struct import Struct
from typing import BinaryIO, Generic, TypeVar
from weakref import finalize

T = TypeVar("T")
R = TypeVar("R")

FEWEST_ITEMS = 200
"""With fewer items, such as events, other processes take longer to begin than they save."""
MOST_WORKERS = 3
"""More of them wait for this process, which takes in all that they make."""
_PARTS = 64
_NUMBER = Struct("Q")
_Place = tuple[int, int]
"""Where in a file a result begins, and how many bytes it has."""


def workers_of_this_machine() -> int:
    """Return how many other processes pay on this machine: one for each core that is left."""
    return min((os.cpu_count() or 1) - 1, MOST_WORKERS)


def can_fork() -> bool:
    """Return whether a copy of this process can go on by itself: it has one thread.

    Not on macOS, whose own libraries do not stand it, nor on Windows, which has no copies.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def begin(
    function: Callable[[T], R],
    items: Sequence[T],
    workers: int,
    parts: Sequence[Sequence[int]] | None = None,
) -> "Work[T, R]":
    """Begin to work out what `function` returns for each item.

    So many other processes do it while this one goes on. Whoever reads the first result waits for
    all of them, helps, and is raised what `function` raises. `function` sees the values of this
    moment, what it changes is lost, and its results must be picklable. With few items, without
    workers and where no process can be had, an item is worked out when its result is read.

    `parts` are all items by their numbers; those of one part are worked out in their order, by one
    process. By themselves they are small and alike.
    """
    if len(items) < FEWEST_ITEMS or not workers or not can_fork():
        return Work(function, items)
    return _SharedWork(function, items, workers, parts or _alike(len(items)))


def _alike(count: int) -> Sequence[Sequence[int]]:
    size = -(-count // _PARTS)
    return [range(count)[n : n + size] for n in range(0, count, size)]


class Work(Generic[T, R]):
    """The results of a function for some items, each worked out when it is read, and not kept."""

    def __init__(self, function: Callable[[T], R], items: Sequence[T]) -> None:
        self._function = function
        self._items = items

    def __getitem__(self, n: int) -> R:
        """Return the result for the item of that number. Raises what the function raises."""
        return self._function(self._items[n])

    def __iter__(self) -> Iterator[R]:
        """Return the results, in the order of the items."""
        return (self[n] for n in range(len(self._items)))

    def finish(self) -> None:
        """Wait until all results are there, and help. Raises what the function raises."""


class _SharedWork(Work[T, R]):
    """Work in parts. Each process takes the next part that no other has taken, until none is left.

    Results wait in files without a name: to empty a pipe, this process would have to leave its own
    work hundreds of times, and would have to hold what it cannot use yet. That is why it is no
    pool, which has nothing but a pipe.
    """

    def __init__(
        self,
        function: Callable[[T], R],
        items: Sequence[T],
        workers: int,
        parts: Sequence[Sequence[int]],
    ) -> None:
        super().__init__(function, items)
        self._parts = parts
        # A byte for each part. To read one is to take it: no two processes are given the same, and
        # there is no lock that a process could be killed with.
        self._untaken, numbers = os.pipe()
        os.write(numbers, bytes(range(len(self._parts))))
        os.close(numbers)
        self._places: dict[int, tuple[BinaryIO, _Place]] | None = None
        # With "fork" a worker begins with a copy of this process: nothing need be pickled for it.
        start = get_context("fork").Process
        self._files: list[BinaryIO] = [tempfile.TemporaryFile() for _ in range(workers)]  # noqa: SIM115
        self._workers = [start(target=self._work, args=(f,), daemon=True) for f in self._files]
        for worker in self._workers:
            worker.start()
        finalize(self, _close, self._files, self._untaken)

    def finish(self) -> None:
        if self._places is None:
            self._places = self._finish()

    def __getitem__(self, n: int) -> R:
        self.finish()
        assert self._places is not None
        file, (start, size) = self._places[n]
        result: R = pickle.loads(os.pread(file.fileno(), size, start))
        return result

    def _finish(self) -> dict[int, tuple[BinaryIO, _Place]]:
        """Take part in what is left; return where each result is, once all are done."""
        own = tempfile.TemporaryFile()  # noqa: SIM115
        self._files.append(own)
        places: dict[int, tuple[BinaryIO, _Place]]
        places = {n: (own, place) for n, place in self._take(own).items()}
        for worker, file in zip(self._workers, self._files, strict=False):
            worker.join()
            if not worker.exitcode:
                file.seek(-_NUMBER.size, os.SEEK_END)
                file.seek(*_NUMBER.unpack(file.read()))
                places |= {n: (file, place) for n, place in pickle.load(file).items()}
        # What a worker took and could not do is done here, where an error can be caught.
        left = [n for n in range(len(self._items)) if n not in places]
        return places | {n: (own, place) for n, place in self._do(left, own).items()}

    def _take(self, file: BinaryIO) -> dict[int, _Place]:
        """Do one part after the other; return where in the file the result of each item is."""
        places: dict[int, _Place] = {}
        for [part] in iter(lambda: os.read(self._untaken, 1), b""):
            places |= self._do(self._parts[part], file)
        return places

    def _do(self, numbers: Iterable[int], file: BinaryIO) -> dict[int, _Place]:
        places: dict[int, _Place] = {}
        for n in numbers:
            result = self._function(self._items[n])
            start = file.tell()
            _put(result, file)
            places[n] = start, file.tell() - start
        return places

    def _work(self, file: BinaryIO) -> None:
        """Leave in the file the results, behind them where each is, and where that is said."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began it answers Ctrl-C
        try:
            places = self._take(file)
            end = file.tell()
            pickle.dump(places, file, pickle.HIGHEST_PROTOCOL)
            file.write(_NUMBER.pack(end))
            file.flush()
        except Exception:
            raise SystemExit(1) from None


class OnceForAll(Generic[R]):
    """A value that one of several processes works out for all of them: the first to ask for it."""

    def __init__(self, make: Callable[[], R]) -> None:
        self._make = make
        self._file = tempfile.TemporaryFile()  # noqa: SIM115

    def __call__(self) -> R:
        """Return the value, which must be picklable. Raises what its making raises."""
        from fcntl import LOCK_EX, LOCK_UN, lockf  # not on Windows, where no process is a copy

        lockf(self._file, LOCK_EX)  # also given back where a process ends
        try:
            self._file.seek(0)
            try:
                value: R = pickle.load(self._file)
            except (EOFError, pickle.UnpicklingError):  # nobody has made it, or not to its end
                value = self._make()
                self._file.seek(0)
                _put(value, self._file)
            return value
        finally:
            lockf(self._file, LOCK_UN)


def _put(value: object, file: BinaryIO) -> None:
    """Pickle a value. Raises OSError, with its folder, where the disk does not take it."""
    try:
        pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
        file.flush()
    except OSError as error:
        raise OSError(error.errno, error.strerror, tempfile.gettempdir()) from error


def _close(files: list[BinaryIO], pipe: int) -> None:
    os.close(pipe)
    for file in files:
        with suppress(OSError):  # what a full disk did not take is not wanted any more
            file.close()
