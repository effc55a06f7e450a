"""`new actor`, `new place` and `new source`: a registry gets a record, and keeps the rest."""

from datetime import date
from pathlib import Path

import pytest

from generator.loading.document import parse_yaml
from generator.validation.check import check
from tests.support.cli import run
from tests.support.projects import read_files


def test_an_actor_a_place_and_a_source(rivers: Path) -> None:
    before = (rivers / "events/actors.yml").read_text()
    done = run(
        *("new", "actor", "--name", "Bank: Öst & Söhne", "--kind", "media", "--also", "Öst, Söhne"),
        *("--also", "no", "--part-of", "wire", "--note", "A note. " * 20),
        cwd=rivers,
    )
    assert (done.returncode, done.stdout) == (0, "bank-ost-sohne\n")
    assert "Left to do: " in done.stderr
    assert "E403 nothing uses actor 'bank-ost-sohne'" in done.stderr
    text = (rivers / "events/actors.yml").read_text()
    assert text.startswith(before.rstrip("\n"))
    record = parse_yaml("x", text.encode()).data["bank-ost-sohne"]
    assert record["name"] == "Bank: Öst & Söhne"
    assert record["also"] == ["Öst, Söhne", "no"]
    done = run(
        *("new", "place", "--name", "The Old Mill", "--within", "river-bend", "--lat", "45.51"),
        *("--lon", "-12.2", "--precision", "exact", "--id", "old-mill"),
        cwd=rivers,
    )
    assert (done.returncode, done.stdout) == (0, "old-mill\n")
    done = run(
        *("new", "source", "--outlet", "The Herald", "--published", "yesterday", "--as-of"),
        *("2021-05-09", "--url", "https://herald.example/a?b=c", "--text", "texts/gazette.txt"),
        cwd=rivers,
    )
    assert (done.returncode, done.stdout) == (0, "herald-2021-05-08\n")
    assert "E502 paragraphs 1, 2, 3, 4, 5, 6 are neither cited nor listed" in done.stderr
    chronology, problems = check(rivers, rivers / "events", texts=rivers / "texts")
    assert chronology.places["old-mill"].lon == -12.2
    text_of = chronology.sources["herald-2021-05-08"].text
    assert text_of is not None
    assert text_of.body == (1, 2, 3, 4, 5, 6)
    assert {problem.code for problem in problems} == {"E403", "E502", "E605", "E606"}


@pytest.mark.parametrize("outlet", ["the gazette", "THE  GAZETTE", "Thé Gâzette", "The Gazette"])
def test_a_source_takes_the_outlet_as_others_spell_it(outlet: str, rivers: Path) -> None:
    done = run(
        *("new", "source", "--outlet", outlet, "--published", "2021-05-09"),
        *("--url", "https://gazette.example/b"),
        cwd=rivers,
    )
    assert (done.returncode, done.stdout) == (0, "gazette-2021-05-09\n")
    noted = "note: 'The Gazette' is how sources.yml spells it" in done.stderr
    assert noted == (outlet != "The Gazette")
    chronology, problems = check(rivers, rivers / "events")
    assert chronology.sources["gazette-2021-05-09"].outlet == "The Gazette"
    assert "E518" not in {problem.code for problem in problems}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("actor", "--name", "Wire", "--kind", "media"), "'wire' is in actors.yml"),
        (("actor", "--name", "X", "--kind", "animal"), "'animal' is not one of"),
        (("actor", "--name", "X"), "--kind: What it is"),
        (("place", "--name", "X", "--lat", "12"), "one coordinate stands without the other"),
        (("place", "--name", "X", "--within", "bas"), "matching: basin"),
        (("source", "--outlet", "X", "--published", "soon"), "this is no date that can be read"),
    ],
)
def test_wrong_records_are_wrong_use(rivers: Path, args: tuple[str, ...], said: str) -> None:
    before = read_files(rivers)
    done = run("new", *args, cwd=rivers)
    assert done.returncode == 2
    assert said in done.stderr
    assert read_files(rivers) == before


def test_a_registry_that_is_not_there_is_begun(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/chronology.yml").write_text("title: X\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n")
    assert run("new", "actor", "--name", "One", "--kind", "media", cwd=tmp_path).returncode == 0
    text = (tmp_path / "events/actors.yml").read_text()
    assert text == (
        "# yaml-language-server: $schema=.schema/actors.json\none:\n  name: One\n  kind: media\n"
    )


def test_what_stands_in_a_registry_is_not_touched(rivers: Path) -> None:
    for before in ("# people\n\na: {name: A, kind: media}\n\n\n", "a: {name: A, kind: media} # x"):
        (rivers / "events/actors.yml").write_text(before)
        for path in (rivers / "events/2021").iterdir():
            path.unlink()
        (rivers / "events/1998/1998-pumping-begins.yml").unlink(missing_ok=True)
        done = run("new", "actor", "--name", "One", "--kind", "media", cwd=rivers)
        assert done.returncode == 0, done.stderr
        assert (rivers / "events/actors.yml").read_text().startswith(before)


def test_a_file_keeps_its_line_ends_and_its_byte_order_mark(rivers: Path) -> None:
    path = rivers / "events/sources.yml"
    before = b"\xef\xbb\xbf# why\r\n" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    done = run("new", "source", "--outlet", "Herald", "--published", "2021-05-09", cwd=rivers)
    assert done.returncode == 0, done.stderr
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\n")


def test_a_source_takes_its_kind_its_author_and_the_day_it_was_read(rivers: Path) -> None:
    given = ("--kind", "report", "--author", "Mira Tolland", "--accessed", "2021-05-10")
    url = ("--url", "https://herald.example/a")
    done = run(
        "new", "source", "--outlet", "Herald", "--published", "2021-05-09", *given, *url, cwd=rivers
    )
    assert done.returncode == 0, done.stderr
    source = check(rivers, rivers / "events")[0].sources["herald-2021-05-09"]
    assert (source.kind, source.author) == ("report", "Mira Tolland")
    assert source.accessed == date(2021, 5, 10)


def test_a_kind_of_source_that_is_none_is_refused(rivers: Path) -> None:
    given = ("--outlet", "Herald", "--published", "2021-05-09", "--kind", "rumour")
    done = run("new", "source", *given, cwd=rivers)
    assert done.returncode == 2
    assert "--kind" in done.stderr
