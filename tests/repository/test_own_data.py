"""No test reads the data of this repository unseen, so that a copy with other data passes."""

import subprocess
import sys

from tests.support.own_data import take_read
from tests.support.projects import RIVERS, ROOT

CHRONOLOGY = ROOT / "events/chronology.yml"


def test_a_file_of_ours_that_a_test_reads_is_noted() -> None:
    CHRONOLOGY.read_text("utf-8")
    assert take_read() == [str(CHRONOLOGY)]


def test_a_command_on_our_data_is_noted() -> None:
    command = [sys.executable, "-m", "generator", "--version"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert take_read() == [" ".join(command)]


def test_made_up_data_may_be_read() -> None:
    (RIVERS / "events/chronology.yml").read_text("utf-8")
    subprocess.run([sys.executable, "-m", "generator", "--version"], cwd=RIVERS, check=True)
    assert take_read() == []
