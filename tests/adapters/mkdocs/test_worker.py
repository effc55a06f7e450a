"""Work in a second process: the same result, and an error where it can be caught."""

import hashlib
import os
from pathlib import Path

import pytest

from generator.pipeline import Site, make
from generator.support import worker as module
from generator.support.cache import Cache
from generator.support.worker import MANY, Aside
from tests.conftest import alone
from tests.support.big_chronology import write_chronology

_ASIDE = """
import os, sys
from generator.support.worker import Aside, can_fork
assert can_fork() == (sys.platform == "linux" and os.cpu_count() > 1)
here = os.getpid()
elsewhere = Aside(lambda: [os.getpid(), "ümlaut", b"bytes"])
assert elsewhere[2] == b"bytes" and (elsewhere[0] != here) == can_fork()
assert elsewhere[1] == "ümlaut"
many = Aside(lambda: (str(n) * 1000 for n in range(1000)))  # more than a pipe holds
assert [many[n] for n in range(1000)] == [str(n) * 1000 for n in range(1000)]
try:
    many[1000]
except IndexError:
    pass
from generator.adapters.mkdocs.page_writer import Writer
writer = Writer()
left = Aside(lambda: (str(n) * 1000 for n in range(1000)))
assert left[0] == "0" * 1000
writer.finish()  # what nobody has taken keeps nobody waiting,
del left  # and it ends,
unasked = Aside(lambda: (str(n) * 1000 for n in range(1000)))
del unasked  # as does one that nobody asks
del elsewhere, many
try:
    os.waitpid(-1, os.WNOHANG)
    print("a process is left")
except ChildProcessError:
    pass
def dies():
    yield "before"
    if os.getpid() != here:
        os._exit(3)
    yield "after"
dying = Aside(dies)
assert [dying[0], dying[1]] == ["before", "after"]
failing = Aside(lambda: [1 // 0])
try:
    failing[0]
except ZeroDivisionError:
    print("caught")
"""
_MAKES = """
from pathlib import Path
from generator.pipeline import make
from tests.adapters.mkdocs.test_worker import told
print(*told(make(Path("."), Path("events"), {})), sep="\\n")
"""


def told(site: Site) -> list[str]:
    """A site, a line each for its problems and its outputs."""
    contents = ((o, o.content) for o in site.outputs)
    digests = (
        (o.path, hashlib.sha256(c if isinstance(c, bytes) else c.encode()).hexdigest(), o.origin)
        for o, c in contents
    )
    return [*map(str, site.problems), *map(str, digests)]


def test_a_site_made_in_several_processes_is_the_one_made_in_one(tmp_path: Path) -> None:
    project = write_chronology(tmp_path / "made", MANY)
    done = alone(_ASIDE + _MAKES, project)
    assert done.stderr == ""
    caught, *site = done.stdout.splitlines()
    assert caught == "caught"
    assert site == told(make(project, project / "events", {}, cache=Cache()))


def test_problems_are_those_found_in_one_process(tmp_path: Path) -> None:
    project = write_chronology(tmp_path / "made", MANY)
    for path in sorted((project / "events").glob("*/*.yml"))[:: MANY // 4]:
        path.write_text(f"{path.read_text('utf-8')}no such key: 1\n", "utf-8")
    done = alone(_MAKES, project)
    assert done.stderr == ""
    site = make(project, project / "events", {}, cache=Cache())
    assert len(site.problems) >= 4
    assert done.stdout.splitlines() == told(site)


def test_where_no_process_can_be_had_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "can_fork", lambda: False)
    assert Aside(lambda: [os.getpid()])[0] == os.getpid()
