"""Which files are events, which were meant to be, and which are nobody's business."""

import pytest

from generator.loading.event_files import EventFile, classify
from generator.model.problems import Finding


@pytest.mark.parametrize(
    "path", ["2021/2021-05-04-pause.yml", "2021/deep/2021-05-04-pause.yml", "2021/actors.yml"]
)
def test_a_yaml_file_in_a_folder_is_an_event(path: str) -> None:
    assert classify("events", path) == EventFile(f"events/{path}")


LINK = "put the folder of that name there; where there are no links, git writes one so"


@pytest.mark.parametrize(
    ("path", "way_out"),
    [
        ("2021/2021-05-04-pause.yaml", "end its name in .yml"),
        ("2021/2021-05-04-pause", "end its name in .yml"),
        ("2021/notes.txt", "end its name in .yml"),
        ("ACTORS.YML", "end its name in .yml"),
        ("actor.yml", "did you mean 'actors.yml'?"),
        ("2021-05-04-pause.yml", "put events into the folder of their year"),
        ("2021", LINK),
        ("sources", LINK),
    ],
)
def test_what_looks_like_an_event_and_is_not_read_is_a_finding(path: str, way_out: str) -> None:
    finding = classify("events", path)
    assert isinstance(finding, Finding)
    assert (finding.path, finding.code) == (f"events/{path}", "E110")
    assert finding.way_out == way_out


@pytest.mark.parametrize(
    "path",
    ["chronology.yml", "actors.yml", ".hidden.yml", "2021/.x.yml", "2021/x.yml~", "notes.txt"],
)
def test_anything_else_is_left_alone(path: str) -> None:
    assert classify("events", path) is None
