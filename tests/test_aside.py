"""Work in a second process: the same result, and an error where it can be caught."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import aside as module
from generator.aside import MANY, Aside
from generator.memory import Memory
from generator.site import make
from tests.conftest import ROOT
from tests.made import write_chronology

# A test runner has threads of its own, so this is done in a process that has not.
_ALONE = """
import os, sys
from pathlib import Path
from generator.aside import Aside, can_fork
from generator.site import make
assert can_fork() == (sys.platform == "linux" and os.cpu_count() > 1)
here = os.getpid()
elsewhere = Aside(lambda: [os.getpid(), "ümlaut", b"bytes"])
assert elsewhere[2] == b"bytes" and (elsewhere[0] != here) == can_fork()
assert elsewhere[1] == "ümlaut"
many = Aside(lambda: (str(n) * 1000 for n in range(1000)))  # more than a pipe holds
assert [many[n] for n in range(1000)] == [str(n) * 1000 for n in range(1000)]
from generator.mkdocs_writer import Writer
writer = Writer()
left = Aside(lambda: (str(n) * 1000 for n in range(1000)))
assert left[0] == "0" * 1000
writer.finish()  # what nobody has taken keeps nobody waiting,
del left  # and it ends
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
for output in make(Path("."), Path("events"), {}).outputs:
    print((output.path, output.content, output.origin))
"""


def test_pages_made_beside_each_other_are_those_made_one_after_the_other(tmp_path: Path) -> None:
    project = write_chronology(tmp_path / "made", MANY)
    done = subprocess.run(
        [sys.executable, "-c", _ALONE],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    caught, *outputs = done.stdout.splitlines()
    assert caught == "caught"
    alone = make(project, project / "events", {}, memory=Memory()).outputs
    assert [line for line in outputs if "index.md'" in line[:200]] == [
        str((output.path, output.content, output.origin))
        for output in alone
        if output.path.endswith("index.md")
    ]


def test_where_no_process_can_be_had_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "can_fork", lambda: False)
    assert Aside(lambda: [os.getpid()])[0] == os.getpid()
