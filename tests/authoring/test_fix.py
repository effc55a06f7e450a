"""`fix`: what it mends, what it never touches, and that it shows first what it would do."""

from pathlib import Path

import pytest

from generator.loading.document import parse_yaml
from generator.validation.check import check
from tests.support.cli import run
from tests.support.projects import read_files

PUMPING = "events/1998/1998-pumping-begins.yml"
LINE = "# yaml-language-server: $schema=../.schema/event.json\n"


def test_an_event_moves_to_the_folder_of_its_year_with_its_comments(rivers: Path) -> None:
    text = (rivers / PUMPING).read_text().replace("date: 1998~", "date: 1998~  # or earlier?")
    (rivers / "events/1998").rename(rivers / "events/1997")
    at = "events/1997/1998-pumping-begins.yml"
    (rivers / at).write_text("# kept\n" + text)
    assert "E504" in run("check", cwd=rivers).stdout
    done = run("fix", cwd=rivers)
    assert done.returncode == 0
    assert f"{at}: move it to {PUMPING}\n" in done.stdout
    assert (rivers / PUMPING).read_text() == LINE + "# kept\n" + text
    assert not (rivers / "events/1997").exists()
    assert run("check", cwd=rivers).returncode == 0


def test_an_event_in_the_year_of_its_name_stays_for_its_date_may_be_the_slip(rivers: Path) -> None:
    text = (rivers / PUMPING).read_text().replace("date: 1998~", "date: 1889~")
    (rivers / PUMPING).write_text(text)
    assert run("fix", cwd=rivers).returncode == 0
    assert (rivers / PUMPING).read_text() == LINE + text
    assert "mend the year of the date" in run("check", cwd=rivers).stdout


def test_a_dry_run_says_the_same_and_does_nothing(rivers: Path) -> None:
    before = read_files(rivers)
    dry = run("fix", "--dry-run", cwd=rivers)
    assert dry.returncode == 0
    assert read_files(rivers) == before
    assert run("fix", cwd=rivers).stdout == dry.stdout != ""
    assert read_files(rivers) != before


def test_what_every_file_needs_is_said_once(rivers: Path) -> None:
    (rivers / PUMPING).write_text((rivers / PUMPING).read_text() + "  \n")
    told = run("fix", "--dry-run", cwd=rivers).stdout
    assert f"{PUMPING}: mend white space\n" in told
    count = len(list((rivers / "events").rglob("*.yml")))
    assert [line for line in told.splitlines() if "modeline" in line] == [
        f"{count} files: write the editor's modeline"
    ]


def test_a_second_run_finds_nothing(rivers: Path) -> None:
    assert run("fix", cwd=rivers).returncode == 0
    before = read_files(rivers)
    done = run("fix", cwd=rivers)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "nothing to fix\n")
    (rivers / PUMPING).write_text((rivers / PUMPING).read_text() + "  \n")
    assert run("fix", cwd=rivers).stderr == "1 file changed\n"
    assert read_files(rivers) == before


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("title: X  \r\nsummary: Y", "title: X\nsummary: Y\n"),
        ("\ufefftitle: X\n\n\n", "title: X\n"),
        ("\n\ntitle: X\t\n# why  \n", "title: X\n# why\n"),
        ("title: >-\n  a  \n  b\n", "title: >-\n  a  \n  b\n"),  # there white space is text
        ("title: X\n# yaml-language-server: $schema=wrong.json\n", "title: X\n"),
        ("#yaml-language-server: $schema=x\ntitle: X\n", "title: X\n"),
    ],
)
def test_white_space_is_mended_and_the_modeline_written(
    rivers: Path, broken: str, mended: str
) -> None:
    path = rivers / "events/2021/2021-05-09-x.yml"
    path.write_bytes(broken.encode())
    assert run("fix", cwd=rivers).returncode == 0
    assert path.read_bytes().decode() == LINE + mended
    assert parse_yaml("x", path.read_bytes()).data == parse_yaml("x", broken.encode()).data


@pytest.mark.parametrize("text", ["title: [\n", "", "# a comment alone  \n", "title: 'x\n"])
def test_what_is_no_yaml_is_left_alone(rivers: Path, text: str) -> None:
    path = rivers / "events/2021/2021-05-09-x.yml"
    path.write_text(text)
    assert run("fix", cwd=rivers).returncode == 0
    assert path.read_text() == text


def test_one_run_mends_what_a_mend_brings_to_light(rivers: Path) -> None:
    """A pasted file: fenced, with the signs of a word processor, and an id in other letters."""
    opens = rivers / "events/2021/2021-05-06-gate-opens.yml"
    clean = opens.read_text()
    text = clean.replace("kind: incident", "Kind:\N{NO-BREAK SPACE}“Incident”")
    text = text.replace("  - source: cour", "  – source: cour").replace("2021-05-08", "May 8, 2021")
    text = text.replace("id: upstream-council", "id: Upper Council")
    opens.unlink()
    named = rivers / "events/2021/2021-05-06-Gate Ópens.yml"
    named.write_text(f"```yaml\n{text.replace('tolland', 'Şahin')}```\n")
    for file in (rivers / "events/actors.yml", *sorted((rivers / "events/2021").glob("*ing.yml"))):
        file.write_text(file.read_text().replace("tolland", "Şahin"))
    dry = run("fix", "--dry-run", cwd=rivers)
    assert "take out the lines that show code" in dry.stdout
    assert "upstream-council for 'Upper Council'" in dry.stdout
    assert named.exists()
    assert run("fix", "--yes", cwd=rivers).stdout == dry.stdout
    assert opens.read_text() == LINE + clean.replace("tolland", "sahin")
    assert run("check", cwd=rivers).returncode == 0


def test_an_id_that_another_record_has_is_left_to_a_person(rivers: Path) -> None:
    actors = rivers / "events/actors.yml"
    actors.write_text(actors.read_text().replace("wire:\n", "Tolland:\n"))
    assert run("fix", "--yes", cwd=rivers).returncode == 0
    assert "\nTolland:\n" in actors.read_text()


def test_a_file_in_the_way_is_never_overwritten(rivers: Path) -> None:
    (rivers / "events/1997").mkdir()
    (rivers / "events/1997/1998-pumping-begins.yml").write_text("title: Mine\n")
    (rivers / PUMPING).write_text((rivers / PUMPING).read_text().replace("1998~", "1997"))
    assert "move" not in run("fix", cwd=rivers).stdout
    assert (rivers / "events/1997/1998-pumping-begins.yml").read_text() == LINE + "title: Mine\n"


def many_sources(count: int) -> str:
    """Return the text of a registry with so many sources that are drafts."""
    records = (
        f"# of {n}\nwire-{n:04}: {{outlet: Wire, published: 2021, draft: true}}\n"
        for n in range(count)
    )
    return "# all sources\n\n" + "".join(records)


def test_a_registry_is_divided_with_its_comments(rivers: Path) -> None:
    sources = rivers / "events/sources.yml"
    sources.write_text(sources.read_text() + many_sources(700).partition("\n\n")[2])
    before, _ = check(rivers, rivers / "events")
    assert (
        "events/sources.yml: divide it into"
        in run("fix", "--split", "--dry-run", cwd=rivers).stdout
    )
    assert run("fix", "--split", cwd=rivers).returncode == 0
    assert not sources.exists()
    parts = sorted(path.name for path in (rivers / "events/sources").iterdir())
    assert parts == ["c.yml", "g.yml", "wire-00.yml", "wire-01.yml", "wire-02.yml", "wire-03.yml",
                     "wire-04.yml", "wire-05.yml", "wire-06.yml"]  # fmt: skip
    assert "# of 77\nwire-0077:" in (rivers / "events/sources/wire-00.yml").read_text()
    after, problems = check(rivers, rivers / "events")
    assert problems == ()
    assert {id: (s.outlet, s.draft) for id, s in after.sources.items()} == {
        id: (s.outlet, s.draft) for id, s in before.sources.items()
    }
    assert "divide" not in run("fix", "--split", cwd=rivers).stdout


def test_a_list_is_shown_as_it_is_written(rivers: Path) -> None:
    file = rivers / "events/2021/2021-05-04-pause-in-pumping.yml"
    text = file.read_text("utf-8")
    assert "paragraphs: [1, 2-3]" in text
    file.write_text(text.replace("paragraphs: [1, 2-3]", "paragraphs: 1, 2-3"), "utf-8")
    assert "[1, 2-3] for '1, 2-3'" in run("fix", "--dry-run", cwd=rivers).stdout
