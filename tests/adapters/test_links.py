"""Links stay inside: what lies outside of a project is neither published, told nor changed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generator.adapters.handwritten_files import handwritten
from generator.adapters.project import ProjectError, refuse_link_out
from tests.support.cli import run
from tests.support.mkdocs_builds import build_here, configure
from tests.support.processes import run_script
from tests.support.projects import read_files

SECRET = "title: a secret that nobody may read  \n"
OUT = "E116 the link leads out of the project"
ROUND = "E116 the link leads to a folder that it stands in"
NO_FILE = "E111 this is no file that can be read"


@pytest.fixture
def outside(rivers: Path) -> Path:
    """A folder beside the project, with a secret."""
    outside = rivers.parent / "outside"
    outside.mkdir()
    for name in ("secret", "secret.yml", "index.md"):
        (outside / name).write_text(SECRET)
    return outside


@pytest.mark.parametrize(
    "link",
    [
        "events/2021/2021-05-09-x.yml", "events/actors.yml", "events/chronology.yml",
        "events/borders.geojson", "docs/page.md", "docs/deep/file.txt", "mine/partials/own.html",
    ],
)  # fmt: skip
def test_a_link_to_a_file_outside_is_a_problem(rivers: Path, outside: Path, link: str) -> None:
    configure(rivers, ("name: material", "name: material\n  custom_dir: mine"))
    for folder in ("docs/deep", "mine/partials"):
        (rivers / folder).mkdir(parents=True)
    (rivers / link).unlink(missing_ok=True)
    (rivers / link).symlink_to(outside / "secret.yml")
    for command in (("check",), ("build", "--to", "out")):
        done = run(*command, cwd=rivers)
        assert done.returncode == 1
        assert f"{link}:1:1: {OUT}" in done.stdout
        assert "secret that" not in done.stdout + done.stderr
    assert not (rivers / "out").exists()
    run("fix", "--yes", cwd=rivers)
    assert (outside / "secret.yml").read_text() == SECRET
    with pytest.raises(Abort):
        build_here(rivers)


def test_a_link_to_a_folder_outside_is_a_problem(rivers: Path, outside: Path) -> None:
    (rivers / "docs/linked").symlink_to(outside)
    assert f"docs/linked:1:1: {OUT}" in run("check", cwd=rivers).stdout


def test_a_link_inside_is_followed_as_mkdocs_does(rivers: Path) -> None:
    (rivers / "pages").mkdir()
    (rivers / "pages/index.md").write_text("# Mine\n")
    (rivers / "docs/timeline").symlink_to("../pages")
    (rivers / "docs/more.md").symlink_to("about.md")
    files = handwritten(rivers, rivers / "docs")
    assert sorted(files) == ["about.md", "more.md", "timeline/index.md"]
    for command in (("check",), ("build", "--to", "out")):
        done = run(*command, cwd=rivers)
        assert done.returncode == 1
        assert "docs/timeline/index.md:1:1: E508" in done.stdout


def test_a_file_where_a_folder_of_pages_goes_is_a_problem(rivers: Path) -> None:
    (rivers / "docs/timeline").write_text("../pages")  # a link, as git writes it on some systems
    for command in (("check",), ("build", "--to", "out")):
        done = run(*command, cwd=rivers)
        assert done.returncode == 1
        assert "docs/timeline:1:1: E508 the file takes the address of" in done.stdout


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def _itself(path: Path) -> None:
    path.symlink_to(path.name)


def _device(path: Path) -> None:
    path.symlink_to(os.devnull)


def _above(path: Path) -> None:
    path.symlink_to("..")


def _circle(path: Path) -> None:
    (path.parent / "one").mkdir()
    (path.parent / "two").mkdir()
    (path.parent / "one/x").symlink_to("../two")
    (path.parent / "two/x").symlink_to("../one")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (_pipe, f"docs/deep/x:1:1: {NO_FILE}"),
        (_nowhere, f"docs/deep/x:1:1: {NO_FILE}"),
        (_itself, f"docs/deep/x:1:1: {NO_FILE}"),
        (_device, f"docs/deep/x:1:1: {OUT}"),
        (_above, f"docs/deep/x:1:1: {ROUND}"),
        (_circle, f"docs/deep/one/x/x:1:1: {ROUND}"),
    ],
)
def test_what_is_no_page_is_a_problem(
    rivers: Path, make: Callable[[Path], None], problem: str
) -> None:
    (rivers / "docs/deep").mkdir()
    make(rivers / "docs/deep/x")
    for command in (("check",), ("build", "--to", "out")):
        done = run(*command, cwd=rivers)
        assert done.returncode == 1
        assert problem in done.stdout


def test_an_editors_lock_is_none(rivers: Path) -> None:
    (rivers / "docs/.#about.md").symlink_to("user@host.1:2")
    (rivers / "events/2021/.#x.yml").symlink_to("user@host.1:2")
    assert run("check", cwd=rivers).returncode == 0
    assert run("build", "--to", "out", cwd=rivers).returncode == 0


_PREVIEW = """
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir="preview")
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://127.0.0.1/")
"""


def test_a_preview_goes_on_without_them(rivers: Path, outside: Path) -> None:
    (rivers / "docs/deep").mkdir()
    _pipe(rivers / "docs/deep/pipe")
    (rivers / "docs/linked").symlink_to(outside)
    (rivers / "docs/round").symlink_to("..")
    (rivers / "docs/page.md").symlink_to(outside / "index.md")
    done = run_script(_PREVIEW, rivers)
    assert done.returncode == 0, done.stderr
    site = read_files(rivers / "preview")
    assert "timeline/index.html" in site
    assert [path for path, text in site.items() if b"a secret" in text] == []
    assert [path for path in site if path.startswith(("linked", "round", "page"))] == []


def test_a_text_outside_of_its_folder_is_not_read(rivers: Path, outside: Path) -> None:
    text = next(path for path in (rivers / "texts").iterdir())
    text.rename(outside / text.name)
    text.symlink_to(outside / text.name)
    done = run("check", "--texts", "texts", cwd=rivers)
    assert f"E601 the text {text.name!r} is not in the folder" in done.stdout


def test_schemas_are_not_written_outside(rivers: Path, outside: Path) -> None:
    (rivers / "events/.schema").symlink_to(outside)
    for command in (("schema",), ("fix", "--yes")):
        done = run(*command, cwd=rivers)
        assert done.returncode == 2
        assert "leads out of the folder" in done.stderr
    assert sorted(read_files(outside)) == ["index.md", "secret", "secret.yml"]


def test_a_site_is_not_built_outside(rivers: Path, outside: Path) -> None:
    (rivers / "site").symlink_to(outside)
    done = run("build", "--to", "site", cwd=rivers)
    assert done.returncode == 2
    assert "E116" in done.stderr
    with pytest.raises(Abort):
        build_here(rivers)
    assert sorted(read_files(outside)) == ["index.md", "secret", "secret.yml"]


@pytest.mark.parametrize(
    ("target", "is_refused"),
    [("site", False), ("linked/site", True), ("inside/site", False), ("../outside/site", False)],
)
def test_the_target_may_be_outside_but_not_by_a_link(
    rivers: Path, outside: Path, target: str, is_refused: bool
) -> None:
    (rivers / "linked").symlink_to(outside)
    (rivers / "inside").symlink_to("docs")
    if is_refused:
        with pytest.raises(ProjectError, match="E116"):
            refuse_link_out(rivers, rivers / target)
    else:
        refuse_link_out(rivers, rivers / target)
