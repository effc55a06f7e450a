"""The performance ratios of the design: `make bench`.

Whole processes, alternating within one run, the median of five; ratios, since machines differ and
are noisy. Each build goes into a fresh folder, exports included. Memory is that of all processes.
Nothing is asserted: a figure beyond its limit is marked, for people to judge.

    python tests/benchmarks/bench.py [check | exports | pages | build | preview] ...
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.preview import Preview
from tests.support.big_chronology import write_big_chronology, write_plain_pages

RUNS = int(os.environ.get("BENCH_RUNS", "5"))
BARE = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yml"):
    for event in yaml.parse(path.read_text("utf-8"), yaml.CSafeLoader):
        pass
"""
EXPORTS = """
import gc, time
gc.disable()  # as the program and the plugin do
from pathlib import Path
from generator.exports import export
from generator.pipeline import check
chronology = check(Path("."), Path("events"))[0]
start = time.perf_counter()
files = export(chronology).outputs
print(time.perf_counter() - start)
"""
EVENT_PAGES = """
import gc
gc.disable()
from pathlib import Path
from tests.support.event_pages import mean_bytes, mean_milliseconds
print(mean_milliseconds(Path(".")), mean_bytes(Path(".")))
"""
FRESH = "FRESH"
"""Stands in a command for a folder that has never been: an old site takes time to delete."""
BUILD = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", FRESH]
Command = tuple[list[str], Path]


def main() -> None:
    parts = {"check": check, "exports": exports, "pages": pages, "build": build, "preview": preview}
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or parts:
            parts[name](Path(folder))


def check(base: Path) -> None:
    """`check` of 10,000 events against a bare parse of the same files, and its growth."""
    large = write_big_chronology(base / "large", 10_000)
    small = write_big_chronology(base / "small", 1_000)
    ours, bare, ours_small = alternate(
        ([sys.executable, "-m", "generator", "check"], large),
        ([sys.executable, "-c", BARE, "events"], large),
        ([sys.executable, "-m", "generator", "check"], small),
    )
    say("check of 10,000 events : bare yaml.parse", ours / bare, 4, f"{ours:.2f} s : {bare:.2f} s")
    say("check of 10,000 : of 1,000 events", ours / ours_small, 10, f"{ours_small:.2f} s")
    peak = peak_memory(([sys.executable, "-m", "generator", "check"], large))
    say("check of 10,000 events, peak memory in GB", peak, 1)


def exports(base: Path) -> None:
    """All data files of 10,000 events against `check` of the same, and their growth."""
    large = write_big_chronology(base / "large", 10_000)
    small = write_big_chronology(base / "small", 1_000)
    every = [sys.executable, "-c", EXPORTS]  # says how long they took, without reading
    checked, ours, ours_small = alternate(
        ([sys.executable, "-m", "generator", "check"], large),
        (every, large),
        (every, small),
    )
    say("exports of 10,000 events : check", ours / checked, 1, f"{ours:.2f} s : {checked:.2f} s")
    # Ten times as many take ten times as long, and a little more to collect.
    say("exports of 10,000 : of 1,000 events", ours / ours_small, 12, f"{ours_small:.2f} s")
    peak = peak_memory((every, large))
    say("exports of 10,000 events, peak memory in GB", peak, 1)


def pages(base: Path) -> None:
    """The pages of 1,000 events by themselves: the processor time of one, and what it weighs."""
    project = write_big_chronology(base / "small", 1_000)
    said = [run(([sys.executable, "-c", EVENT_PAGES], project)).split() for _ in range(RUNS)]
    taken, size = (statistics.median(map(float, values)) for values in zip(*said, strict=True))
    say("rendering one event page, ms of processor time", taken, 0.6)
    say("an event's part of a page, KB", size / 1000, 12)


def build(base: Path) -> None:
    """A cold `mkdocs build` of 1,000 events, by both ways, against as many ordinary pages."""
    fast, alone, slow, plain = projects(base)
    ours, in_one, without, theirs = alternate(
        (BUILD, fast), (BUILD, alone), (BUILD, slow), (BUILD, plain)
    )
    detail = f"{theirs:.2f} s"
    say(
        "mkdocs build of 1,000 events : plain pages",
        ours / theirs,
        1.25,
        f"{ours:.2f} s : {detail}",
    )
    say(
        "the same in one process (parallel: false)",
        in_one / theirs,
        2,
        f"{in_one:.2f} s : {detail}",
    )
    say("the same by the plain way", without / theirs, 3, f"{without:.2f} s : {detail}")
    for name, project in (("fast way", fast), ("plain way", slow), ("plain pages", plain)):
        say(f"mkdocs build, {name}, peak memory in GB", peak_memory((BUILD, project)), 1)


def projects(base: Path) -> tuple[Path, Path, Path, Path]:
    """1,000 events, the same with an option, and as many ordinary pages as they make."""
    names = ("chronology", "one-process", "plain-way", "plain")
    fast, alone, slow, plain = (base / name for name in names)
    if not plain.exists():
        options = {fast: "", alone: ": {parallel: false}", slow: ": {fast: false}"}
        for project, option in options.items():
            write_big_chronology(project, 1_000)
            config = project / "mkdocs.yml"
            config.write_text(config.read_text().replace("- chronology", f"- chronology{option}"))
        run(([sys.executable, "-m", "mkdocs", "build", "-q"], fast))
        site = fast / "site"
        made = [
            path for path in site.rglob("index.html") if path.relative_to(site).parts[0] != "embed"
        ]
        write_plain_pages(plain, len(made) - 1)  # an embed is a file, which no builder lays out
    return fast, alone, slow, plain


def preview(base: Path) -> None:
    """From saving a file to the new page under `mkdocs serve`, against as many ordinary pages."""
    chronology, *_, plain_pages = projects(base)
    ours, theirs = Preview(chronology), Preview(plain_pages)
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
    finally:
        ours.stop()
        theirs.stop()
    mine, plain_one = statistics.median(taken), statistics.median(plain_taken)
    detail = f"{mine:.2f} s : {plain_one:.2f} s"
    say("preview of an edit among 1,000 events : plain pages", mine / plain_one, 0.2, detail)


def alternate(*commands: Command) -> list[float]:
    """The median of the seconds that each command takes, or says; run in turn: A B C A B C …"""
    times: list[list[float]] = [[] for _ in commands]
    for turn in range(RUNS + 1):
        for taken, command in zip(times, commands, strict=True):
            start = time.perf_counter()
            said = run(command)
            if turn:  # the first turn warms the file cache
                is_said = EXPORTS in command[0]
                taken.append(float(said) if is_said else time.perf_counter() - start)
    return [statistics.median(taken) for taken in times]


def run(command: Command) -> str:
    """What the command prints."""
    with start(command, stdout=subprocess.PIPE, text=True) as process:
        said = str(process.communicate()[0])
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command[0])
    return said


def start(command: Command, **options: Any) -> "subprocess.Popen[Any]":
    words, folder = command
    fresh = tempfile.mkdtemp(dir=folder.parent)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    words = [fresh if word is FRESH else word for word in words]
    return subprocess.Popen(words, cwd=folder, env=env, stderr=subprocess.DEVNULL, **options)


def peak_memory(command: Command) -> float:
    """The most memory that a command and the processes that it begins hold at one time, in GB.

    What they share counts once; read from /proc, so on Linux alone, and 0 elsewhere.
    """
    process = start(command, stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(proportional_memory, family(process.pid))))
        time.sleep(0.02)
    return peak / 1e6


def family(process: int) -> list[int]:
    """The ids of a process and of all that it has begun."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return [process]
    return [process, *(member for child in children for member in family(int(child)))]


def proportional_memory(process: int) -> int:
    """The memory of a process in KB, its part of what it shares with others."""
    try:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)
    except OSError:
        return 0
    return int(found[1]) if found else 0


def say(what: str, value: float, limit: float, detail: str = "") -> None:
    mark = "" if value <= limit else "   BEYOND THE LIMIT"
    print(f"{what}: {value:.2f} (at most {limit}) {detail}{mark}", flush=True)


if __name__ == "__main__":
    main()
