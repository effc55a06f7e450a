"""Work shared with other processes: the same result, and an error where it can be caught."""

import os
import signal
import time
from pathlib import Path

import pytest

from generator.pipeline import Site, build
from generator.support import worker
from generator.support.worker import FEWEST_ITEMS, begin
from tests.support.big_chronology import write_big_chronology
from tests.support.output_lines import output_lines
from tests.support.processes import run_script

# Run in a process of its own, for a process with threads never forks, and tests have threads.
_RESULTS = """
import os, threading, time
from multiprocessing import active_children, get_context
from generator.support.worker import begin, can_fork
here = os.getpid()
assert can_fork()
shared = get_context("fork").Event()

def where(n):
    if os.getpid() != here:
        shared.set()
    time.sleep(0.002)
    return n, os.getpid()

results = begin(where, range(1000), 2)
assert shared.wait(60)  # another process begins before anybody asks for a result
results = list(results)
assert [n for n, _ in results] == list(range(1000))
assert {process for _, process in results} - {here}
assert can_fork() and not active_children()

big = begin(lambda n: str(n) * 10000, range(1000), 1)
assert list(big) == [str(n) * 10000 for n in range(1000)]

def dies(n):
    if os.getpid() != here:
        os._exit(3)
    return n

for workers in 1, 2, 3:
    assert list(begin(dies, range(300), workers)) == list(range(300))

def fails(n):
    return 1 // (n - 250)

failing = begin(fails, range(300), 1)
try:
    list(failing)
except ZeroDivisionError:
    print("caught")

def fails_elsewhere(n):
    return 1 // (os.getpid() == here)

assert list(begin(fails_elsewhere, range(300), 1)) == [1] * 300
unread = begin(lambda n: time.sleep(1), range(300), 1)  # nobody waits for it
"""
_KILLED = """
import os, signal, time
from generator.support.worker import begin
here = os.getpid()

def tell(n):
    if os.getpid() != here:
        open(str(os.getpid()), "w").close()
        os.kill(here, signal.SIGKILL)
    time.sleep(0.002)

quiet = os.open(os.devnull, os.O_RDWR)
for stream in range(3):
    os.dup2(quiet, stream)  # a process that is left would keep the pipes of the test open
list(begin(tell, range(300), 2))
"""
_ONCE = """
import os, time
from multiprocessing import get_context
from generator.support.worker import OnceForAll
here, made, fork = os.getpid(), open("made", "a", buffering=1), get_context("fork")

def make():
    print(os.getpid(), file=made)
    if {is_killed} and os.getpid() != here:
        os._exit(3)
    time.sleep(0.2)
    return [("a", 1)] * 1000

once = OnceForAll(make)
other = fork.Process(target=once)
other.start()
if {is_first}:
    while not os.stat("made").st_size:
        time.sleep(0.001)
assert once() == [("a", 1)] * 1000
other.join()
"""
_SITE = """
from pathlib import Path
from generator.pipeline import build
from tests.pipeline.test_workers import lines_of
print(*lines_of(build(Path("."), Path("events"), {}, workers=2)), sep="\\n")
"""


def lines_of(site: Site) -> list[str]:
    """A site as text: a line for each problem and each output."""
    return [*map(str, site.problems), *output_lines(site.outputs)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A chronology just large enough for other processes to pay."""
    return write_big_chronology(tmp_path / "made", FEWEST_ITEMS)


def test_results_are_those_of_one_process(tmp_path: Path) -> None:
    done = run_script(_RESULTS, tmp_path)
    assert done.stderr == ""
    assert done.stdout == "caught\n"


def test_other_processes_end_with_the_one_that_began_them(tmp_path: Path) -> None:
    done = run_script(_KILLED, tmp_path)
    assert done.returncode == -signal.SIGKILL
    processes = [int(path.name) for path in tmp_path.iterdir()]
    assert processes
    deadline = time.monotonic() + 30
    while any(map(is_alive, processes)):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_site_made_in_several_processes_is_the_one_made_in_one(project: Path) -> None:
    done = run_script(_SITE, project)
    assert done.stderr == ""
    in_one = build(project, project / "events", {})
    assert done.stdout.splitlines() == lines_of(in_one)


def test_problems_are_those_that_one_process_finds(project: Path) -> None:
    for path in sorted((project / "events").glob("*/*.yml"))[:: FEWEST_ITEMS // 4]:
        path.write_text(f"{path.read_text('utf-8')}no such key: 1\n", "utf-8")
    done = run_script(_SITE, project)
    assert done.stderr == ""
    site = build(project, project / "events", {})
    assert len(site.problems) >= 4
    assert done.stdout.splitlines() == lines_of(site)


def test_where_no_process_can_be_had_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "can_fork", lambda: False)
    here = os.getpid()
    assert set(begin(lambda _: os.getpid(), range(FEWEST_ITEMS), 2)) == {here}


def test_few_items_are_done_here() -> None:
    here = os.getpid()
    assert set(begin(lambda _: os.getpid(), range(FEWEST_ITEMS - 1), 2)) == {here}


@pytest.mark.parametrize(("is_killed", "is_first"), [(False, False), (False, True), (True, True)])
def test_a_value_is_worked_out_once_for_all_processes(
    is_killed: bool, is_first: bool, tmp_path: Path
) -> None:
    done = run_script(_ONCE.format(is_killed=is_killed, is_first=is_first), tmp_path)
    assert done.stderr == ""
    made_by = (tmp_path / "made").read_text().split()
    assert len(made_by) == len(set(made_by)) == 1 + is_killed
