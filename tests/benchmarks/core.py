"""The program without a site builder: `check`, the data files, the pages of events."""

import statistics
from pathlib import Path

from tests.benchmarks.measure import GB, KB, RUNS, Command, alternate, run, said_by, say, say_ratio
from tests.support.big_chronology import write_big_chronology

_CHECK = ("-m", "generator", "check")
_BARE = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yml"):
    for event in yaml.parse(path.read_text("utf-8"), yaml.CSafeLoader):
        pass
"""
_EXPORTS = """
import gc, time
gc.disable()  # as the program and the plugin do
from pathlib import Path
from generator.exports import export
from generator.pipeline import check
from generator.support.worker import workers_of_this_machine
chronology = check(Path("."), Path("events"))[0]
start = time.perf_counter()
files = export(chronology, workers=workers_of_this_machine()).outputs
print(time.perf_counter() - start)
"""
_EVENT_PAGES = """
import gc
gc.disable()
from pathlib import Path
from tests.support.event_pages import mean_bytes, mean_milliseconds
print(mean_milliseconds(Path(".")), mean_bytes(Path(".")))
"""


def check(base: Path) -> None:
    """`check` of 10,000 events : a bare parse of the same files, and its growth."""
    large, small = _large_and_small(base)
    ours, bare, ours_small = alternate(
        Command(_CHECK, large),
        Command(("-c", _BARE, "events"), large),
        Command(_CHECK, small),
    )
    say_ratio("check of 10,000 events : bare yaml.parse", ours, bare, 2.5)
    say_ratio("check of 10,000 : of 1,000 events", ours, ours_small, 10)
    peak = run(Command(_CHECK, large), is_memory_watched=True).peak
    say("check of 10,000 events, peak memory in GB", peak / GB, 1)


def exports(base: Path) -> None:
    """All data files of 10,000 events : `check` of the same, and their growth.

    Other processes share in them, one for each core that is left.
    """
    large, small = _large_and_small(base)
    every = Command(("-c", _EXPORTS), large, says_seconds=True)  # without reading
    every_small = Command(every.words, small, says_seconds=True)
    checked, ours, ours_small = alternate(Command(_CHECK, large), every, every_small)
    seconds, other = ours.seconds, checked.seconds
    say(
        "exports of 10,000 events : check", seconds / other, 0.6, f"{seconds:.2f} s : {other:.2f} s"
    )
    ratio = seconds / ours_small.seconds
    say("exports of 10,000 : of 1,000 events", ratio, 10, f"{ours_small.seconds:.2f} s")
    peak = run(every, is_memory_watched=True).peak
    say("exports of 10,000 events, peak memory in GB", peak / GB, 0.5)


def pages(base: Path) -> None:
    """The pages of 1,000 events by themselves: the processor time of one, and what it weighs."""
    command = Command(("-c", _EVENT_PAGES), _large_and_small(base)[1])
    said = [said_by(command).split() for _ in range(RUNS)]
    taken, size = (statistics.median(map(float, values)) for values in zip(*said, strict=True))
    say("rendering one event page, ms of processor time", taken, 0.6)
    say("an event's part of a page, KB", size / KB, 12)


def _large_and_small(base: Path) -> tuple[Path, Path]:
    """Return chronologies of 10,000 and 1,000 events, which are written once."""
    large, small = base / "ten-thousand", base / "thousand"
    for folder, count in ((large, 10_000), (small, 1_000)):
        if not folder.exists():
            write_big_chronology(folder, count)
    return large, small
