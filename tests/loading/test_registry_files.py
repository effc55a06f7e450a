"""A registry in many files: read as one, each problem in its own file, written where it belongs."""

from pathlib import Path

from generator.loading.loader import load
from generator.pipeline import build
from generator.support.cache import Cache
from generator.validation.check import check
from tests.support.cli import run
from tests.support.projects import edit

ACTORS = "events/actors.yml"


def divide(rivers: Path) -> None:
    """Move the last two actors to a file of their own."""
    text = (rivers / ACTORS).read_text()
    at = text.index("tolland:")
    (rivers / "events/actors").mkdir()
    (rivers / "events/actors/t.yml").write_text(text[at:])
    (rivers / ACTORS).write_text(text[:at])


def test_the_site_is_the_same(rivers: Path) -> None:
    before = build(rivers, rivers / "events", {})
    divide(rivers)
    after = build(rivers, rivers / "events", {})
    assert after.problems == ()
    assert [(o.path, o.content) for o in after.outputs] == [
        (o.path, o.content) for o in before.outputs
    ]


def test_a_page_comes_from_the_file_of_its_record(rivers: Path) -> None:
    divide(rivers)
    site = build(rivers, rivers / "events", {})
    origins = {output.path: output.origin for output in site.outputs}
    assert origins["actors/tolland/index.md"] == "events/actors/t.yml"
    assert origins["actors/upstream-council/index.md"] == ACTORS


def test_the_folder_may_stand_in_place_of_the_file(rivers: Path) -> None:
    (rivers / "events/actors").mkdir()
    (rivers / ACTORS).rename(rivers / "events/actors/all.yml")
    assert check(rivers, rivers / "events").problems == ()


def test_a_problem_stands_in_the_file_of_its_record(rivers: Path) -> None:
    divide(rivers)
    part = rivers / "events/actors/t.yml"
    part.write_text(
        part.read_text() + "new: {name: New, kind: media}\nupstream-council: {name: X}\n"
    )
    problems = [str(problem) for problem in check(rivers, rivers / "events").problems]
    assert [problem.partition(" (")[0] for problem in problems] == [
        "events/actors/t.yml:11:19: E201 'kind' is missing",
    ]
    edit(part, ("{name: X}", "{name: X, kind: media}"))
    problems = [str(problem) for problem in check(rivers, rivers / "events").problems]
    assert problems == [
        "events/actors/t.yml:11:1: E402 the id 'upstream-council' is used twice (rename it; it "
        "stands in events/actors.yml too)",
    ]


def test_only_files_of_yaml_directly_in_the_folder_are_read(rivers: Path) -> None:
    divide(rivers)
    (rivers / "events/actors/deep").mkdir()
    (rivers / "events/actors/deep/x.yml").write_text("x: {name: X, kind: media}\n")
    (rivers / "events/actors/x.yaml").write_text("")
    assert [str(problem) for problem in check(rivers, rivers / "events").problems] == [
        "events/actors/deep/x.yml:1:1: E110 the file is not read (put it into actors/ itself)",
        "events/actors/x.yaml:1:1: E110 the file is not read (end its name in .yml)",
    ]


def test_what_has_not_changed_is_the_same_object(rivers: Path) -> None:
    divide(rivers)
    cache = Cache()
    first, second = (load(rivers, rivers / "events", cache=cache).chronology for _ in range(2))
    assert first.actors is second.actors
    part = rivers / "events/actors/t.yml"
    part.write_text(part.read_text().replace("Mira", "Mara"))
    assert load(rivers, rivers / "events", cache=cache).chronology.actors is not first.actors


def test_a_new_record_goes_to_the_part_that_its_id_begins_like(rivers: Path) -> None:
    divide(rivers)
    assert (
        run("new", "actor", "--name", "Tide Guild", "--kind", "organisation", cwd=rivers).returncode
        == 0
    )
    assert "tide-guild:" in (rivers / "events/actors/t.yml").read_text()
    assert (
        run(
            "new", "actor", "--name", "Basin Guild", "--kind", "organisation", cwd=rivers
        ).returncode
        == 0
    )
    assert "basin-guild:" in (rivers / ACTORS).read_text()
    done = run("new", "actor", "--name", "Tide Guild", "--kind", "media", cwd=rivers)
    assert "'tide-guild' is in actors/t.yml" in done.stderr


def test_diff_tells_nothing_of_a_registry_that_is_divided(rivers: Path, tmp_path: Path) -> None:
    import shutil

    before = Path(shutil.copytree(rivers, tmp_path / "before"))
    divide(rivers)
    done = run("diff", str(before), str(rivers), cwd=rivers)
    assert (done.returncode, done.stdout) == (
        0,
        run("diff", str(before), str(before), cwd=rivers).stdout,
    )
