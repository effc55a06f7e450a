"""What fuzzing found stays mended: every input that was kept runs again."""

import time
from pathlib import Path
from random import Random

import pytest

from generator.loading.loader import load
from tests.fuzz.__main__ import CORPUS, MAX_SECONDS
from tests.fuzz.inputs import FILES, project
from tests.fuzz.target import pack, unpack
from tests.fuzz.targets import TARGETS

KEPT = sorted(file for file in CORPUS.rglob("*") if file.is_file())


@pytest.mark.parametrize("file", KEPT, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_a_kept_input_raises_nothing_and_ends(file: Path) -> None:
    before = time.process_time()
    TARGETS[file.parent.name].run(file.read_bytes())
    assert time.process_time() - before < MAX_SECONDS


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_makes_inputs_that_it_can_run(name: str) -> None:
    for seed in range(5):
        TARGETS[name].run(TARGETS[name].make(Random(seed)))


def test_most_projects_of_the_fuzzer_come_close_to_sound_ones(tmp_path: Path) -> None:
    """Otherwise nothing behind the loader would be reached."""
    events = 0
    for seed in range(20):
        folder = tmp_path / f"{seed}"
        unpack(pack(project(Random(seed))), folder, FILES)
        events += len(load(folder, folder / "events").chronology.events)
    assert events >= 10
