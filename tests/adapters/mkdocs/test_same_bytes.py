"""Two ways, one site: the plugin in memory and the folder on disk; the edges of mkdocs.yml."""

from pathlib import Path

import pytest
import yaml

from generator.adapters.project import Project, ProjectError
from generator.pipeline import THEME, build
from tests.support.built_sites import run_mkdocs
from tests.support.projects import ROOT, Corpus, file_contents


@pytest.mark.build
@pytest.mark.parametrize("project", ["the real one", "the rivers"])
def test_both_ways_give_the_same_bytes(project: str, rivers: Path, tmp_path: Path) -> None:
    folder = ROOT if project == "the real one" else rivers
    plugin, disk = tmp_path / "by plugin", tmp_path / "on disk"
    done = run_mkdocs(folder, "--strict", "-d", str(plugin))
    assert done.returncode == 0, done.stderr
    loaded = Project(folder)
    site = build(loaded.folder, loaded.events, loaded.handwritten)
    loaded.write(tmp_path / "plain", site.outputs, THEME)
    done = run_mkdocs(tmp_path / "plain", "--strict", "-d", str(disk))
    assert done.returncode == 0, done.stderr
    one, other = file_contents(plugin), file_contents(disk)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert len(one) > 20


def test_the_standalone_configuration_keeps_what_only_mkdocs_understands(corpus: Corpus) -> None:
    folder = corpus(
        {
            "mkdocs.yml": """\
site_name: X
docs_dir: pages
not_in_nav: /hidden.md
theme:
  name: material
  custom_dir: mine
plugins:
  - search
  - chronology: {events: data}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra: {from: !ENV [SOME_NAME, none]}
""",
            "pages/about.md": "# About\n",
            "mine/main.html": "mine",
            "mine/partials/own.html": "own",
            "data/chronology.yml": "title: X\n",
        }
    )
    project = Project(folder)
    assert (project.docs.name, project.events.name) == ("pages", "data")
    site = build(project.folder, project.events, project.handwritten)
    project.write(folder / "out", site.outputs, THEME)
    text = (folder / "out/mkdocs.yml").read_text()
    assert "!!python/name:material.extensions.emoji.twemoji" in text
    assert "!ENV" in text
    assert "chronology" not in text
    assert "docs_dir" not in text
    assert "/hidden.md\n" in text.replace("  ", "")
    assert (folder / "out/docs/about.md").is_file()
    assert (folder / "out/theme/main.html").read_text() == "mine"
    assert (folder / "out/theme/404.html").is_file()


@pytest.mark.parametrize("text", ["", "- a\n", "a: [\n", "just text"])
def test_a_mkdocs_yml_that_is_none_is_wrong_use(corpus: Corpus, text: str) -> None:
    with pytest.raises(ProjectError):
        Project(corpus({"mkdocs.yml": text}))


@pytest.mark.parametrize(
    "plugins",
    ["", "plugins: []\n", "plugins: [search, chronology]\n", "plugins: {chronology: {}}\n"],
)
def test_events_stand_in_events_unless_told(corpus: Corpus, plugins: str) -> None:
    folder = corpus({"mkdocs.yml": "site_name: X\n" + plugins})
    assert Project(folder).events == folder.resolve() / "events"
    loaded = yaml.safe_load(Project(folder)._standalone([]))
    assert "chronology" not in (loaded.get("plugins") or [])


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


@pytest.mark.build
def test_a_theme_that_changes_a_title_is_given_every_page(rivers: Path, tmp_path: Path) -> None:
    main = (THEME / "main.html").read_text("utf-8")
    shown = '{% block content %}<p class="own">{{ page.meta.title | upper }}</p>'
    (rivers / "mine").mkdir()
    (rivers / "mine/main.html").write_text(main.replace("{% block content %}", shown), "utf-8")
    config = (rivers / "mkdocs.yml").read_text()
    (rivers / "mkdocs.yml").write_text(
        config.replace("name: material", "name: material\n  custom_dir: mine")
    )
    done = run_mkdocs(rivers, "--strict")
    assert done.returncode == 0, done.stderr
    for path in sorted((rivers / "events").glob("*/*.yml")):
        page = (rivers / "site/events" / path.stem / "index.html").read_text("utf-8")
        title = yaml.safe_load(path.read_text("utf-8"))["title"]
        assert f'<p class="own">{title.upper()}</p>' in page
