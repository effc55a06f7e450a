"""What is wrong after each run of a command in which one write failed.

All runs of a test are in one process, a copy of the server of `multiprocessing`, which has imported
what they need, and is begun once for all tests of a worker.
"""

import os
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pytest  # noqa: F401  the main module of tests, which a copy imports

from generator.adapters.cli import COMMANDS
from generator.support.whole_files import settle
from generator.support.whole_folder import WholeFolder
from tests.support.built_sites import BUILT_AT
from tests.support.faults import command, inject, left_behind, run_copy, visible

for module in COMMANDS.values():
    import_module(f"generator.adapters.cli.{module.partition(':')[0]}")

IN_EVERY_WAY = ("kill", "power", "full or forbidden")
IN_TURN = ("kill or full or power or forbidden",)
OF_A_SITE = ("kill", "full or forbidden")
"""How each write fails, one run each; a site is made anew, and not flushed to the disk."""

_MEMORY = Path("/dev/shm")
"""A folder in memory, where the system has one: hundreds of copies of a project take no disk."""


class Case(NamedTuple):
    """A command that writes, in a project."""

    words: tuple[str, ...]
    """`mkdocs` or `chronology`, and what stands behind it."""
    project: Path
    hows: Sequence[str]
    seen: str = "."
    """The folder that is as before or as after."""
    place: str = ""
    """The folder that the command makes anew; none where it writes data."""


class End(NamedTuple):
    """How a run ended."""

    fault: str
    said: str
    is_after: bool
    """Whether all is as it is to be, not as it was."""
    wrong: Sequence[str]


def run_with_faults(case: Case) -> list[End]:
    """Run a command without a fault, and then for each of its writes, and have that write fail."""
    server = get_context("forkserver")
    server.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(1, server) as process:
        return process.submit(_run_with_faults, case).result()


def _run_with_faults(case: Case) -> list[End]:
    os.environ["SOURCE_DATE_EPOCH"] = BUILT_AT
    run_command = command(case.words)
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        project = Path(shutil.copytree(case.project, Path(folder, case.project.name)))
        everything, before = visible(project), visible(project / case.seen)
        alike = _alike_in_a_site if case.hows == OF_A_SITE else _alike
        runs = inject(run_command, project, lambda writes: _some(writes, alike), case.hows)
        copy, first = next(runs)
        after = visible(copy / case.seen)
        assert not first.exit_code, first.said
        assert after != before
        assert not left_behind(copy), left_behind(copy)
        ends = [End("", first.said, True, [])]
        for copy, run in runs:
            wrong = []
            if case.place:
                with WholeFolder(copy / case.place):  # the next run
                    pass
            else:
                settle(copy / "events")
            now = visible(copy / case.seen)
            if now not in (before, after):
                wrong.append("neither as before nor as after")
            if run.exit_code is None:
                if not case.place:
                    again = copy.with_name("again")
                    done = run_copy(run_command, copy, again)
                    if visible(again / case.seen) != after:
                        wrong.append(f"not finished by the same command: {done.said}")
                    wrong += left_behind(again)
            else:
                if (now == before) == (run.exit_code == 0):
                    wrong.append(f"exit code {run.exit_code}")
                if "Traceback" in run.said:
                    wrong.append(run.said)
                if now == before:
                    if str(copy) not in run.said:
                        wrong.append(f"no path in {run.said}")
                    wrong += left_behind(copy)
                    if visible(copy) != everything:
                        wrong.append("something is left outside of the data")
            ends.append(End(run.fault, run.said, now == after, wrong))
    return ends


def _some(writes: Sequence[str], alike: Callable[[str], str]) -> list[int]:
    """Return the numbers of the writes that fail: of those alike the first, middle and last one."""
    groups: dict[str, list[int]] = defaultdict(list)
    for n, write in enumerate(writes):
        groups[alike(write) or f"{n}"].append(n)
    return sorted(
        {n for group in groups.values() for n in (group[0], group[len(group) // 2], group[-1])}
    )


def _alike(write: str) -> str:
    """Return what a write has in common with those of other files on the way to their place."""
    event, _, path = write.partition(" ")
    found = re.search(r"/(new|after|before)/", path)
    return f"{event} {found[1]}" if found else ""


def _alike_in_a_site(write: str) -> str:
    return "new" if "/new/" in write else ""
