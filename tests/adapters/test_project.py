"""mkdocs.yml is read once, by MkDocs's own reader: each command sees what `mkdocs build` sees."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.adapters.project import Project, ProjectError
from tests.support.cli import run
from tests.support.mkdocs_builds import config_file
from tests.support.processes import run_git
from tests.support.projects import WriteProject

_OURS = "site_name: X\ntheme: material\nplugins: [chronology: {events: data}]\n"
PROJECTS = {
    "mkdocs.yaml": {"mkdocs.yaml": _OURS},
    "both names": {"mkdocs.yml": _OURS, "mkdocs.yaml": "site_name: Y\ndocs_dir: other\n"},
    "INHERIT": {"base.yml": _OURS + "docs_dir: text\n", "mkdocs.yml": "INHERIT: base.yml\n"},
    "INHERIT, over two files": {
        "mkdocs.yml": "INHERIT: conf/one.yml\ndocs_dir: text\n",
        "conf/one.yml": "INHERIT: ../two.yml\ndocs_dir: other\n",
        "two.yml": _OURS,
    },
    "!ENV": {
        "mkdocs.yml": "site_name: X\ntheme: material\ndocs_dir: !ENV [NO_SUCH_NAME, text]\n"
        "plugins: [chronology: {events: !ENV THE_EVENTS}]\n"
    },
    "a mapping of plugins": {
        "mkdocs.yml": "site_name: X\ntheme: material\nplugins: {chronology: {events: data}}\n"
    },
    "a tag of Python": {
        "mkdocs.yml": f"{_OURS}markdown_extensions:\n  - toc:\n"
        "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
    },
}
"""Files of projects, by what is special in them."""


@pytest.fixture(params=list(PROJECTS))
def project(
    request: pytest.FixtureRequest, write_project: WriteProject, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setenv("THE_EVENTS", "data")
    docs = dict.fromkeys(("docs/a.md", "text/a.md", "other/a.md"), "# A\n")
    return write_project({**docs, "data/chronology.yml": "title: X\n", **PROJECTS[request.param]})


def test_the_folders_are_those_that_mkdocs_reads(project: Path) -> None:
    ours = Project(project)
    theirs = load_config(str(config_file(project)))
    assert str(ours.docs.resolve()) == str(Path(theirs.docs_dir).resolve())
    assert str(ours.events) == str(Path(theirs.plugins["chronology"].config.events).resolve())


def test_commands_find_the_project(project: Path) -> None:
    done = run("check", str(project), cwd=project)
    assert done.returncode == 0, done.stderr
    assert "0 events, 0 accounts, no problem" in done.stderr
    done = run("build", str(project), "--to", "out", cwd=project)
    assert done.returncode == 0, done.stderr
    assert (project / "out/docs/a.md").is_file()


def test_a_revision_is_the_project_as_well(project: Path) -> None:
    for args in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        run_git(project, *args)
    (project / "data/chronology.yml").write_text("title: Y\n")
    done = run("diff", "HEAD", str(project), cwd=project)
    assert done.stderr == ""
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "a: [\n",
        "just text",
        "INHERIT",
        "INHERIT: gone.yml\n",
        "INHERIT: [a]\n",
        "\xff",
    ],
)
def test_a_mkdocs_yml_that_is_none_is_wrong_use(write_project: WriteProject, text: str) -> None:
    folder = write_project({"mkdocs.yml": ""})
    (folder / "mkdocs.yml").write_bytes(text.encode("latin-1"))
    with pytest.raises(ProjectError) as error:
        Project(folder)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    "plugins",
    ["", "plugins: []\n", "plugins: [search, chronology]\n", "plugins: {chronology: {}}\n"],
)
def test_events_stand_in_events_unless_told(write_project: WriteProject, plugins: str) -> None:
    folder = write_project({"mkdocs.yml": "site_name: X\n" + plugins})
    assert Project(folder).events == folder.resolve() / "events"


def test_no_code_that_a_tag_names_is_run(write_project: WriteProject) -> None:
    tag = "!!python/object/apply:os.mkdir [made]"
    folder = write_project({"mkdocs.yml": f"site_name: X\nextra: {{a: {tag}}}\n"})
    Project(folder)
    assert not (folder / "made").exists()
    assert not Path("made").exists()
