"""Two ways, one site: the plugin in memory and the folder on disk; the edges of mkdocs.yml."""

from pathlib import Path

import pytest

from generator.adapters.project import Project
from generator.adapters.search_pages import site_index
from generator.adapters.standalone import write_standalone
from generator.pipeline import THEME, build
from tests.support.built_sites import build_site, run_mkdocs
from tests.support.mkdocs_builds import without_policy
from tests.support.projects import ROOT, read_files


def _same_from_disk(project: Path, by_plugin: Path, tmp_path: Path) -> None:
    loaded = Project(project)
    site = build(loaded.folder, loaded.events, loaded.handwritten)
    index = site_index(site, loaded.written_pages)
    write_standalone(loaded, tmp_path / "plain", site, THEME, index)
    disk = build_site(tmp_path / "plain", tmp_path / "on disk")
    one, other = without_policy(read_files(by_plugin)), read_files(disk)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert len(one) > 20


@pytest.mark.build
def test_both_ways_give_the_same_bytes(rivers: Path, tmp_path: Path) -> None:
    _same_from_disk(rivers, build_site(rivers, tmp_path / "by plugin"), tmp_path)


@pytest.mark.build
def test_both_ways_give_the_same_bytes_of_the_real_one(site: Path, tmp_path: Path) -> None:
    _same_from_disk(ROOT, site, tmp_path)


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
    site = build_site(rivers, rivers / "site")
    assert "A made-up water dispute" in (site / "index.html").read_text()
