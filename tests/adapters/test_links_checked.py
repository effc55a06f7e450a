"""Who checks the links of a folder that stands alone: MkDocs by itself, Zensical where it is asked.

And what the extension for finished HTML changes under Zensical: nothing.
"""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.cli import run
from tests.support.mkdocs_builds import configure
from tests.support.projects import edit, read_files

pytestmark = pytest.mark.build
_BROKEN = "[there](no-such.md)"
_OWN = "validation:\n  links: {not_found: warn}\n"


def _alone(rivers: Path) -> Path:
    assert run("build", "--to", "plain", cwd=rivers).returncode == 0
    return rivers / "plain"


def _built(builder: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", builder, "build", "--strict", *options]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True)


def _with_broken_link(rivers: Path) -> None:
    about = rivers / "docs/about.md"
    about.write_text(f"{about.read_text('utf-8')}\n{_BROKEN}\n", "utf-8")


def test_mkdocs_finds_a_broken_link_in_a_page_that_people_wrote(rivers: Path) -> None:
    assert _built("mkdocs", _alone(rivers)).returncode == 0
    _with_broken_link(rivers)
    done = _built("mkdocs", _alone(rivers))
    assert done.returncode == 1
    assert "no-such.md" in done.stderr


@pytest.mark.parametrize(("own", "code"), [("", 0), (_OWN, 1)], ids=["by itself", "where asked"])
def test_zensical_reads_every_link_only_where_a_project_says_so(
    own: str, code: int, rivers: Path
) -> None:
    configure(rivers, ("site_name:", f"{own}site_name:"))
    _with_broken_link(rivers)
    done = _built("zensical", _alone(rivers))
    assert done.returncode == code, done.stdout + done.stderr
    assert ("page does not exist" in done.stderr) is bool(own)


def test_a_validation_of_its_own_is_all_that_the_folder_says(rivers: Path) -> None:
    own = "validation: {omitted_files: warn, anchors: warn}\n"
    configure(rivers, ("site_name:", f"{own}site_name:"))
    config = yaml.safe_load((_alone(rivers) / "mkdocs.yml").read_text("utf-8"))
    assert config["validation"] == {"omitted_files": "warn", "anchors": "warn"}
    assert config["hooks"] == ["hooks/links_to_files.py"]
    assert [path.name for path in (rivers / "plain/hooks").iterdir()] == ["links_to_files.py"]


def test_with_finished_html_the_pages_of_zensical_are_the_same(rivers: Path) -> None:
    folder = _alone(rivers)
    assert _built("zensical", folder).returncode == 0
    pages = read_files(folder / "site")
    edit(folder / "mkdocs.yml", ("markdown_extensions: []", "markdown_extensions: [finished_html]"))
    assert _built("zensical", folder, "--clean").returncode == 0
    again = read_files(folder / "site")
    assert sorted(pages) == sorted(again)
    assert [path for path in pages if pages[path] != again[path]] == []
