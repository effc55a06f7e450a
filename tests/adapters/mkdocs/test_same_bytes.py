"""Two ways, one site: the plugin in memory and the folder on disk; the edges of mkdocs.yml."""

from pathlib import Path

import pytest

from generator.adapters.project import Project
from generator.adapters.search_pages import site_index
from generator.adapters.standalone import write_standalone
from generator.pipeline import THEME, build
from tests.support.built_sites import run_mkdocs
from tests.support.mkdocs_builds import without_policy
from tests.support.projects import ROOT, read_files


@pytest.mark.build
@pytest.mark.parametrize(
    "project", [pytest.param("the real one", marks=pytest.mark.own_data), "the rivers"]
)
def test_both_ways_give_the_same_bytes(project: str, rivers: Path, tmp_path: Path) -> None:
    folder = ROOT if project == "the real one" else rivers
    plugin, disk = tmp_path / "by plugin", tmp_path / "on disk"
    done = run_mkdocs(folder, "--strict", "-d", str(plugin))
    assert done.returncode == 0, done.stderr
    loaded = Project(folder)
    site = build(loaded.folder, loaded.events, loaded.handwritten)
    index = site_index(site, loaded.written_pages)
    write_standalone(loaded, tmp_path / "plain", site, THEME, index)
    done = run_mkdocs(tmp_path / "plain", "--strict", "-d", str(disk))
    assert done.returncode == 0, done.stderr
    one, other = without_policy(read_files(plugin)), read_files(disk)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert len(one) > 20


@pytest.mark.build
def test_a_build_stops_at_a_problem_and_leaves_the_last_site(rivers: Path) -> None:
    (rivers / "site").mkdir()
    (rivers / "site/index.html").write_text("the last one")
    (rivers / "events/2021/2021-05-09-x.yml").write_text("titel: X\n")
    done = run_mkdocs(rivers)
    assert done.returncode == 1
    assert "events/2021/2021-05-09-x.yml:1:1: E200 unknown key 'titel'" in done.stderr
    assert "Traceback" not in done.stderr
    assert (rivers / "site/index.html").read_text() == "the last one"


@pytest.mark.build
def test_a_chronology_of_one_file_checks_and_builds(rivers: Path) -> None:
    for path in sorted(rivers.glob("events/**/*.yml")):
        if path.name != "chronology.yml":
            path.unlink()
    project = Project(rivers)
    assert build(project.folder, project.events, project.handwritten).problems == ()
    done = run_mkdocs(rivers, "--strict")
    assert done.returncode == 0, done.stderr
    assert "A made-up water dispute" in (rivers / "site/index.html").read_text()
