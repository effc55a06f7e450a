"""Cold builds: a chronology's site in a fresh folder, against as many ordinary pages.

No option switches the index of our search off. To build without it, the plugin is told that the
index has no files; plain MkDocs keeps its own all the time.
"""

import os
import shutil
from pathlib import Path

from generator.support.worker import MOST_WORKERS
from tests.benchmarks.measure import (
    FRESH,
    GB,
    KB,
    Command,
    Taken,
    alternate,
    run,
    said_by,
    say,
    say_ratio,
)
from tests.support.big_chronology import write_big_chronology, write_plain_pages

EVENTS = int(os.environ.get("BENCH_EVENTS", "5000"))
"""How many events `large` builds."""
_MKDOCS = ("-m", "mkdocs")
_WITHOUT_INDEX = """
from mkdocs.__main__ import cli
from generator.adapters.mkdocs.search_index import SearchIndex
SearchIndex.outputs = lambda index: iter(())
cli(prog_name="mkdocs")
"""
_ZENSICAL = ("-m", "zensical", "build", "--clean")
_ZENSICAL_LEAVES = ("site", ".cache")
_UNCHECKED = "unchecked.yml"
_WITHOUT_LINK_CHECK = """\
INHERIT: mkdocs.yml
validation: {links: {not_found: ignore, anchors: ignore}}
"""
# Both by the design: 0.35 GB with 5,000 events, 2.5 GB with 50,000.
_BYTES_OF_NONE = 111_000_000
_BYTES_OF_AN_EVENT = 47_800


def build(base: Path) -> None:
    """A cold `mkdocs build` of 1,000 events : as many plain pages, in every way there is."""
    chronology, plain = thousand(base)
    alone = _with_option(base / "one-process", "parallel: false")
    slow = _with_option(base / "plain-way", "fast: false")
    ours, without, in_one, in_plain_way, theirs = alternate(
        _build(chronology),
        _build(chronology, ("-c", _WITHOUT_INDEX)),
        _build(alone),
        _build(slow),
        _build(plain),
    )
    name = "mkdocs build of 1,000 events"
    say_ratio(f"{name} without the search index : plain pages with theirs", without, theirs, 0.9)
    say_ratio(f"{name} with our search index : plain pages with theirs", ours, theirs, 1.3)
    _say_of_four(without, theirs)
    say_ratio("the same in one process (parallel: false)", in_one, theirs, 2)
    say_ratio("the same by the plain way (fast: false)", in_plain_way, theirs, 3)
    for way, project in (("fast way", chronology), ("plain way", slow), ("plain pages", plain)):
        peak = run(_build(project), is_memory_watched=True).peak
        say(f"mkdocs build of 1,000, {way}, peak memory in GB", peak / GB, _peak_limit(1_000))


def _say_of_four(ours: Taken, theirs: Taken) -> None:
    """Print what a build takes by the clock on four processes, where there is a core for each.

    A build begins so many by itself: one for each core, up to four.
    """
    cores = os.cpu_count() or 1
    name = f"the same on {MOST_WORKERS + 1} processes without the search index, by the clock"
    if cores > MOST_WORKERS:
        say(name, ours.seconds / theirs.seconds, 0.6, f"of {cores} cores")
    else:
        print(f"{name}: not measured, there are {cores} cores", flush=True)


def large(base: Path) -> None:
    """A cold build of BENCH_EVENTS events, or 5,000, each way once, and its growth from 1,000."""
    small = run(_build(thousand(base)[0]), is_memory_watched=True)
    project = write_big_chronology(base / "large", EVENTS)
    site = base / "large-site"
    ours = run(_build(project, to=str(site)), is_memory_watched=True)
    plain = write_plain_pages(base / "large-plain", _pages_in(site))
    shutil.rmtree(site)
    # All are watched, since that takes time.
    without = run(_build(project, ("-c", _WITHOUT_INDEX)), is_memory_watched=True)
    theirs = run(_build(plain), is_memory_watched=True)
    name = f"mkdocs build of {EVENTS:,} events"
    say_ratio(f"{name} without the search index : plain pages with theirs", without, theirs, 0.9)
    say_ratio(f"{name} with our search index : plain pages with theirs", ours, theirs, 1.3)
    say(f"{name}, peak memory in GB", ours.peak / GB, _peak_limit(EVENTS))
    say(f"plain pages for {EVENTS:,} events, peak memory in GB", theirs.peak / GB, ours.peak / GB)
    for clock, mine, of_small in (
        ("the clock", ours.seconds, small.seconds),
        ("the processors", ours.processor, small.processor),
    ):
        each, each_small = mine / EVENTS * 1000, of_small / 1_000 * 1000
        detail = f"{each:.2f} ms : {each_small:.2f} ms"
        what = f"time for each of {EVENTS:,} : of 1,000 events, by {clock}"
        say(what, each / each_small, 1.1, detail)
    if EVENTS > 1_000:
        more = (ours.peak - small.peak) / (EVENTS - 1_000)
        detail = f"{small.peak / GB:.2f} GB with 1,000"
        say("memory for each event beyond 1,000, in KB", more / KB, _BYTES_OF_AN_EVENT / KB, detail)


def zensical(base: Path) -> None:
    """Zensical on our folder of 1,000 events (`build --to`) : on as many plain pages.

    The folder leaves out its check of links, which goes through each byte of Markdown in Python.
    So plain pages are measured without it, too.
    """
    chronology, plain = thousand(base)
    folder = base / "stands-alone"
    run(Command(("-m", "generator", "build", "--to", str(folder)), chronology))
    (plain / _UNCHECKED).write_text(_WITHOUT_LINK_CHECK)
    ours, theirs, theirs_unchecked = alternate(
        _zensical(folder), _zensical(plain), _zensical(plain, "-f", _UNCHECKED)
    )
    name = "Zensical on our folder of 1,000 events : on as many plain pages"
    say_ratio(name, ours, theirs, 2)
    say_ratio("the same, plain pages without its check of links, too", ours, theirs_unchecked, 2)


def thousand(base: Path) -> tuple[Path, Path]:
    """Return 1,000 events, and as many ordinary pages as they make, which are written once."""
    return with_plain_pages(base, "chronology", 1_000)


def with_plain_pages(base: Path, name: str, events: int) -> tuple[Path, Path]:
    """Return so many events, and as many ordinary pages, likewise."""
    chronology, plain = base / name, base / f"{name}-plain"
    if not plain.exists():
        write_big_chronology(chronology, events)
        said_by(Command((*_MKDOCS, "build", "-q"), chronology))
        write_plain_pages(plain, _pages_in(chronology / "site"))
    return chronology, plain


def _with_option(project: Path, option: str) -> Path:
    """Write 1,000 events with an option of the plugin."""
    write_big_chronology(project, 1_000)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("- chronology", f"- chronology: {{{option}}}"))
    return project


def _zensical(project: Path, *words: str) -> Command:
    return Command((*_ZENSICAL, *words), project, leaves=_ZENSICAL_LEAVES)


def _build(project: Path, program: tuple[str, ...] = _MKDOCS, to: str = FRESH) -> Command:
    return Command((*program, "build", "-q", "-d", to), project)


def _pages_in(site: Path) -> int:
    """Return how many pages a site has besides its first; an embed is a file, not laid out."""
    found = (path.relative_to(site) for path in site.rglob("index.html"))
    return sum(path.parts[0] != "embed" for path in found) - 1


def _peak_limit(events: int) -> float:
    """Return how many GB a build of so many events may hold."""
    return (_BYTES_OF_NONE + events * _BYTES_OF_AN_EVENT) / GB
