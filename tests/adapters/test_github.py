"""Annotations of a pull request: the right place, nothing escapes, changed files first."""

from pathlib import Path

from generator.adapters.github import annotation
from tests.support.cli import run


def _break(rivers: Path) -> None:
    for path in ("1998/1998-pumping-begins.yml", "2021/2021-05-06-gate-opens.yml"):
        file = rivers / "events" / path
        file.write_text(file.read_text().replace("kind: ", "knd: "))


def test_each_problem_is_an_annotation_at_its_line(rivers: Path) -> None:
    _break(rivers)
    done = run("check", "--format", "github", cwd=rivers)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "::error file=events/1998/1998-pumping-begins.yml,line=5,col=1,title=E200"
        "::unknown key 'knd' (did you mean 'kind'?)%0A"
        "explained: https://rivers.example/problems/#e200",
        "::error file=events/2021/2021-05-06-gate-opens.yml,line=5,col=1,title=E200"
        "::unknown key 'knd' (did you mean 'kind'?)%0A"
        "explained: https://rivers.example/problems/#e200",
    ]
    assert done.stderr == "2 problems\n"


def test_changed_files_come_first_from_standard_input_or_a_file(rivers: Path) -> None:
    _break(rivers)
    changed = "docs/about.md\nevents/2021/2021-05-06-gate-opens.yml\n"
    done = run("check", "--format", "github", "--changed", "-", cwd=rivers, stdin=changed)
    assert "2021-05-06-gate-opens.yml" in done.stdout.splitlines()[0]
    (rivers / "changed.txt").write_text(changed)
    again = run("check", "--format", "github", "--changed", "changed.txt", cwd=rivers)
    assert again.stdout == done.stdout


def test_paths_are_those_of_the_repository_and_not_of_the_project(rivers: Path) -> None:
    _break(rivers)
    done = run("check", rivers.name, "--format", "github", cwd=rivers.parent)
    assert f"file={rivers.name}/events/1998/1998-pumping-begins.yml" in done.stdout


def test_sound_data_has_no_annotation(rivers: Path) -> None:
    done = run("check", "--format", "github", cwd=rivers)
    assert (done.returncode, done.stdout) == (0, "")


def test_no_text_begins_another_command() -> None:
    text = "50%\n::warning::x"
    assert annotation("error", "a,b:c", text, file="x:y,z.yml") == (
        "::error file=x%3Ay%2Cz.yml,title=a%2Cb%3Ac::50%25%0A\\::warning::x"
    )


def test_a_hostile_value_stays_in_its_annotation(rivers: Path) -> None:
    file = rivers / "events/1998/1998-pumping-begins.yml"
    file.write_text(file.read_text() + '"\\n::warning::x%0A": y\n')
    done = run("check", "--format", "github", cwd=rivers)
    assert len(done.stdout.splitlines()) == 1
