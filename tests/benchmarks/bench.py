"""The performance ratios of the design: `make bench`.

Whole processes, alternating within one run, the median of five; ratios, since machines differ and
are noisy. Nothing is asserted: a figure beyond its limit is marked, for people to judge.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
BUILD = """
from generator import exports
exports.FORMATS = type(exports.FORMATS)()
from mkdocs.__main__ import cli
cli()
"""
EXPORTS = """
import gc, time
gc.disable()  # as the program and the plugin do
from pathlib import Path
from generator.exports import export
from generator.pipeline import read
chronology = read(Path("."), Path("events"))[0]
start = time.perf_counter()
files = export(chronology).outputs
print(time.perf_counter() - start)
"""
Command = tuple[list[str], Path]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        check(base)
        exports(base)
        build(base)
        preview(base)


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
    large, small = base / "large", base / "small"
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


def build(base: Path) -> None:
    """`mkdocs build` of 1,000 events, its exports left out, against as many ordinary pages."""
    chronology = write_big_chronology(base / "chronology", 1_000)
    without_exports = [sys.executable, "-c", BUILD, "build", "-q"]
    run((without_exports, chronology))
    pages = len(list((chronology / "site").rglob("index.html")))
    plain = write_plain_pages(base / "plain", pages - 1)
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    ours, theirs = alternate((without_exports, chronology), (command, plain))
    detail = f"{ours:.2f} s : {theirs:.2f} s, {pages:,} pages each"
    say("mkdocs build of 1,000 events : of as many plain pages", ours / theirs, 1.1, detail)


def preview(base: Path) -> None:
    """From saving a file to the new page under `mkdocs serve`, against as many ordinary pages."""
    ours, theirs = Preview(base / "chronology"), Preview(base / "plain")
    event = sorted((base / "chronology/events/2003").glob("*.yml"))[0]
    plain = base / "plain/docs/pages/page-7.md"
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
    say("preview of an edit among 1,000 events : plain pages", mine / plain_one, 0.3, detail)


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
    words, folder = command
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        words, cwd=folder, env=env, check=True, capture_output=True, text=True
    ).stdout


def peak_memory(command: Command) -> float:
    """The peak resident memory of a command, in GB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    return max(before, after) * unit / 1e9


def say(what: str, value: float, limit: float, detail: str = "") -> None:
    mark = "" if value <= limit else "   BEYOND THE LIMIT"
    print(f"{what}: {value:.2f} (at most {limit}) {detail}{mark}", flush=True)


if __name__ == "__main__":
    main()
