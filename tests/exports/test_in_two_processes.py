"""Data files that two processes make: those of one process, and its errors."""

from pathlib import Path

import pytest

from generator.exports import Exports, export
from generator.support.worker import FEWEST_ITEMS
from generator.validation.check import check
from tests.support.big_chronology import write_big_chronology
from tests.support.output_lines import output_lines
from tests.support.processes import run_script

# Run in a process of its own, for a process with threads never forks, and tests have threads.
_EXPORT = """
import os
from multiprocessing import active_children, get_context
from pathlib import Path
from generator import exports
from generator.validation.check import check
from tests.exports.test_in_two_processes import lines_of
here, begin = os.getpid(), exports.begin
other_began = get_context("fork").Event()

def begin_and_meet(function, *arguments):
    def meet(output):
        if os.getpid() == here:
            assert other_began.wait(60)
        else:
            other_began.set()
            {elsewhere}
        return function(output)
    return begin(meet, *arguments)

exports.begin = begin_and_meet
{before}
chronology, _ = check(Path("."), Path("events"))
try:
    print(*lines_of(exports.export(chronology, workers=1)), sep="\\n")
    assert not active_children()
except Exception as error:
    print(f"{{type(error).__name__}}: {{error}}")
"""
_FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))
"""


def lines_of(exports: Exports) -> list[str]:
    """What was exported, as text: the formats, and a line for each file."""
    return [*map(repr, exports.formats), *output_lines(exports.outputs)]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronology just large enough for another process to pay."""
    return write_big_chronology(tmp_path_factory.mktemp("two") / "made", FEWEST_ITEMS)


@pytest.fixture(scope="module")
def in_one(project: Path) -> list[str]:
    return lines_of(export(check(project, project / "events")[0]))


@pytest.mark.parametrize("elsewhere", ["pass", "os._exit(3)", "raise OSError(28, 'full')"])
def test_the_files_are_those_of_one_process(
    elsewhere: str, project: Path, in_one: list[str]
) -> None:
    done = run_script(_EXPORT.format(elsewhere=elsewhere, before=""), project)
    assert done.stderr == ""
    assert done.stdout.splitlines() == in_one


@pytest.mark.parametrize("module", ["sqlite", "chronology_json", "bib"])
def test_what_fails_in_a_format_fails_for_who_asked(module: str, project: Path) -> None:
    name = {"sqlite": "_insert", "chronology_json": "_joined", "bib": "_entry"}[module]
    before = f"from generator.exports import {module}\n{module}.{name} = None"
    done = run_script(_EXPORT.format(elsewhere="pass", before=before), project)
    assert done.stderr == ""
    assert done.stdout == "TypeError: 'NoneType' object is not callable\n"


def test_a_full_disk_is_told_with_its_folder(project: Path, tmp_path: Path) -> None:
    before = f"import tempfile\ntempfile.tempdir = {str(tmp_path)!r}{_FULL}"
    done = run_script(_EXPORT.format(elsewhere="pass", before=before), project)
    assert done.stderr == ""
    assert done.stdout == f"OSError: [Errno 27] File too large: {str(tmp_path)!r}\n"


def test_few_events_are_exported_here(rivers: Path) -> None:
    before = "exports.begin = None"
    done = run_script(_EXPORT.format(elsewhere="pass", before=before), rivers)
    assert done.stderr == ""
    assert done.stdout.splitlines() == lines_of(export(check(rivers, rivers / "events")[0]))
