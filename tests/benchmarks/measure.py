"""Processes, what they take, and the lines that say so.

A process runs whole, begun anew each time. Its time is that of the clock and that of the
processors, all processes that it begins included. Ratios are said of both, since another program
on the machine, or a second core, changes the one and not the other.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RUNS = int(os.environ.get("BENCH_RUNS", "5"))
"""How often each thing is measured; said is the median."""
ROOT = Path(__file__).parents[2]
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ROOT),
}
"""That of all that is begun here. What Python compiles is kept, as where the program is installed:
else it would compile ours anew in each run, 0.3 s of a build, and never that of others."""
FRESH = "FRESH"
"""Stands in a command for a folder that has never been: an old site takes time to delete."""
GB, MB, KB = 1e9, 1e6, 1e3


@dataclass(frozen=True)
class Command:
    """What Python is given, and the folder in which it runs."""

    words: Sequence[str]
    folder: Path
    says_seconds: bool = False
    """Whether it prints how long the part of it took that is asked for."""
    leaves: tuple[str, ...] = ()
    """The folders that it makes in its own, and that the next run must not find."""


@dataclass(frozen=True)
class Taken:
    """What a run takes."""

    seconds: float
    processor: float
    """Seconds of processor time, of all processes."""
    peak: float = 0
    """The most bytes of memory that all processes hold at one time, where they were watched."""


def run(command: Command, is_memory_watched: bool = False) -> Taken:
    """Run a command, which must succeed, and return what it takes."""
    return _run(command, is_memory_watched)[0]


def said_by(command: Command) -> str:
    """Run a command, which must succeed, and return what it prints."""
    return _run(command)[1]


def alternate(*commands: Command) -> list[Taken]:
    """Return the medians of what each command takes; they run in turn: A B C A B C …"""
    runs: list[list[Taken]] = [[] for _ in commands]
    for turn in range(RUNS + 1):
        for taken, command in zip(runs, commands, strict=True):
            one = run(command)
            if turn:  # the first turn warms the file cache
                taken.append(one)
    return [
        Taken(
            statistics.median(one.seconds for one in taken),
            statistics.median(one.processor for one in taken),
        )
        for taken in runs
    ]


def say(what: str, value: float, limit: float, detail: str = "") -> None:
    """Print a figure, and mark it where it is beyond its limit."""
    _say(what, f"{value:.2f}", value > limit, limit, detail)


def say_ratio(what: str, ours: Taken, theirs: Taken, limit: float) -> None:
    """Print a ratio of two times, by the clock and by the processors, and mark it likewise."""
    clock, processor = ours.seconds / theirs.seconds, ours.processor / theirs.processor
    value = f"{clock:.2f}, {processor:.2f} in processor time"
    detail = (
        f"{ours.seconds:.2f} s : {theirs.seconds:.2f} s, "
        f"{ours.processor:.2f} s : {theirs.processor:.2f} s"
    )
    _say(what, value, max(clock, processor) > limit, limit, detail)


def _say(what: str, value: str, is_beyond: bool, limit: float, detail: str) -> None:
    mark = "   BEYOND THE LIMIT" if is_beyond else ""
    print(f"{what}: {value} (at most {limit:.4g}) {detail}{mark}", flush=True)


def _run(command: Command, is_memory_watched: bool = False) -> tuple[Taken, str]:
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as said:
        fresh = f"{folder}/fresh"
        words = [fresh if word is FRESH else word for word in command.words]
        before, start = _processor_time(), time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *words],
            cwd=command.folder,
            env=ENVIRONMENT,
            stdout=said,
            stderr=subprocess.DEVNULL,
        )
        peak = _watch(process) if is_memory_watched else 0
        code = process.wait()
        seconds, processor = time.perf_counter() - start, _processor_time() - before
        if code:
            raise subprocess.CalledProcessError(code, words)
        for name in command.leaves:
            shutil.rmtree(command.folder / name, ignore_errors=True)
        said.seek(0)
        text = said.read()
    return Taken(float(text) if command.says_seconds else seconds, processor, peak), text


def _processor_time() -> float:
    """Return the seconds of processor time that all finished processes have taken."""
    times = os.times()
    return times.children_user + times.children_system


def _watch(process: "subprocess.Popen[bytes]") -> float:
    """Wait for a process, and return the most bytes that it and its own hold at one time.

    What they share counts once; read from /proc, so on Linux alone, and 0 elsewhere.
    """
    peak = 0.0
    while process.poll() is None:
        start = time.perf_counter()
        peak = max(peak, held_by(process.pid))
        # Looking takes time as well, and the more of it, the more memory there is.
        time.sleep(max(0.02, 10 * (time.perf_counter() - start)))
    return peak


def held_by(process: int) -> float:
    """Return the bytes that a process and all that it has begun hold; what they share, once."""
    return sum(map(_proportional_memory, _family(process))) * 1024


def _family(process: int) -> list[int]:
    """Return the ids of a process and of all that it has begun."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return [process]
    return [process, *(member for child in children for member in _family(int(child)))]


def _proportional_memory(process: int) -> int:
    """Return the KiB of memory of a process: its own, and its part of what it shares."""
    try:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)
    except OSError:
        return 0
    return int(found[1]) if found else 0
