"""The folder that stands alone: what MkDocs needs to make the same site without this package."""

from pathlib import Path

import pytest
import yaml

from generator.adapters.project import Project, ProjectError
from generator.adapters.standalone import standalone_config, write_standalone
from generator.model.records import Settings
from generator.pipeline import THEME, build
from tests.support.cli import run
from tests.support.projects import WriteProject

_MKDOCS_YML = """\
site_name: X
docs_dir: pages
not_in_nav: /hidden.md
nav: [about.md]
theme:
  name: material
  custom_dir: mine
plugins:
  - search
  - chronology: {events: data}
hooks: [code/hook.py]
markdown_extensions:
  - finished_html
  - attr_list
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
extra: {from: !ENV [SOME_NAME, none], when: 2021-05-04}
"""


def _written(folder: Path) -> Path:
    project = Project(folder)
    site = build(project.folder, project.events, project.handwritten)
    write_standalone(project, folder / "out", site, THEME)
    return folder / "out"


def test_it_keeps_what_only_mkdocs_understands_and_drops_what_is_ours(
    write_project: WriteProject,
) -> None:
    folder = write_project(
        {
            "mkdocs.yml": _MKDOCS_YML,
            "pages/about.md": "# About\n",
            "code/hook.py": "on_env = None\n",
            "mine/main.html": '{% extends "base.html" %}mine',
            "mine/partials/own.html": "own",
            "data/chronology.yml": "title: X\n",
        }
    )
    out = _written(folder)
    text = (out / "mkdocs.yml").read_text()
    assert "!!python/name:material.extensions.emoji.twemoji" in text
    assert "!!python/object/apply:pymdownx.slugs.slugify" in text
    assert "from: !ENV [SOME_NAME, none]" in text
    assert "when: 2021-05-04" in text
    assert "chronology" not in text
    assert "finished_html" not in text
    assert "docs_dir" not in text
    assert "/hidden.md\n" in text.replace("  ", "")
    assert (out / "docs/about.md").is_file()
    assert (out / "hooks/hook.py").read_text() == "on_env = None\n"
    assert "hooks/hook.py" in text
    assert (out / "theme/main.html").read_text() == '{% extends "chronology.html" %}mine'
    assert (out / "theme/404.html").is_file()


@pytest.mark.parametrize(
    "plugins",
    ["", "plugins: []\n", "plugins: [search, chronology]\n", "plugins: {chronology: {}}\n"],
)
def test_it_does_not_need_the_plugin(write_project: WriteProject, plugins: str) -> None:
    project = Project(write_project({"mkdocs.yml": "site_name: X\n" + plugins}))
    loaded = yaml.safe_load(standalone_config(project, Settings(title="X"), []))
    assert "chronology" not in (loaded.get("plugins") or [])


@pytest.mark.parametrize("named", ["", "markdown_extensions:\n", "markdown_extensions: []\n"])
def test_where_no_extensions_are_named_no_builder_adds_its_own(
    write_project: WriteProject, named: str
) -> None:
    project = Project(write_project({"mkdocs.yml": "site_name: X\n" + named}))
    loaded = yaml.safe_load(standalone_config(project, Settings(title="X"), []))
    assert loaded["markdown_extensions"] == []


def test_what_was_inherited_stands_in_it(write_project: WriteProject) -> None:
    folder = write_project(
        {
            "mkdocs.yml": "INHERIT: more/base.yml\nextra: {own: 1}\n",
            "more/base.yml": "INHERIT: ../least.yml\nplugins: [chronology]\n"
            "extra: {base: !ENV B}\n",
            "least.yml": "site_name: X\ntheme: material\nextra: {own: 0, least: 3}\n",
            "docs/about.md": "# About\n",
            "events/chronology.yml": "title: X\n",
        }
    )
    text = (_written(folder) / "mkdocs.yml").read_text()
    assert "INHERIT" not in text
    loaded = yaml.safe_load(text.replace("!ENV ", ""))
    assert loaded["extra"] == {"own": 1, "base": "B", "least": 3}
    assert loaded["site_name"] == "X"
    assert loaded["plugins"] == []


def test_it_writes_over_nothing_that_it_has_not_made(write_project: WriteProject) -> None:
    folder = write_project({"mkdocs.yml": "site_name: X\n", "events/chronology.yml": "title: X\n"})
    (folder / "docs").mkdir()
    out = _written(folder)
    _written(folder)  # once more is well
    (out / ".made-by-chronology").unlink()
    with pytest.raises(ProjectError):
        _written(folder)


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        ("theme: readthedocs", "readthedocs"),
        ("theme: {name: mkdocs}", "mkdocs"),
        ("theme: {name: no-such}", "no-such"),
        ("", "mkdocs"),
    ],
)
def test_another_theme_is_refused_as_by_mkdocs_and_nothing_is_written(
    theme: str, name: str, write_project: WriteProject
) -> None:
    folder = write_project(
        {"mkdocs.yml": f"site_name: X\n{theme}\n", "events/chronology.yml": "title: X\n"}
    )
    done = run("build", "--to", "out", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.endswith(f"Error: the pages need theme: material, not {name}\n")
    assert not (folder / "out").exists()
