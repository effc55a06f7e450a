"""The package that people install: it has what a folder of data needs, and nothing is missing."""

import os
import subprocess
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from generator import __version__
from tests.support.projects import RIVERS, ROOT
from tests.support.wheels import build_package, install_wheel, tracked_copy

pytestmark = pytest.mark.build
NAME = f"contested_chronology-{__version__}"
ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    "NO_MKDOCS_2_WARNING": "1",
}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution."""
    made = tmp_path_factory.mktemp("sdist")
    return build_package(tracked_copy(made / "source"), "sdist", made / "dist")


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution alone."""
    made = tmp_path_factory.mktemp("wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(made, filter="data")
    return build_package(made / NAME, "wheel", made / "dist")


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment with the wheel."""
    return install_wheel(wheel, tmp_path_factory.mktemp("environment"))


def _run(program: Path, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *args], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True
    )


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    lying = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == lying


def test_the_metadata_is_what_indexes_expect(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        told = HeaderParser().parsestr(archive.read(f"{NAME}.dist-info/METADATA").decode())
    assert told["License-Expression"] == "MIT AND OFL-1.1"
    assert {Path(path).name for path in told.get_all("License-File", [])} == {
        "LICENSE",
        "OFL-Source-Sans-3.txt",
        "OFL-Source-Serif-4.txt",
    }
    assert sum("/licenses/" in name for name in names) == 3
    assert "Framework :: MkDocs" in told.get_all("Classifier", [])
    assert told["Requires-Python"] == ">=3.11"
    assert not told.get_all("Provides-Extra")
    addresses = {line.partition(",")[0] for line in told.get_all("Project-URL", [])}
    assert addresses == {"Homepage", "Source", "Issues", "Changelog"}


def test_the_command_says_its_version(scripts: Path, tmp_path: Path) -> None:
    done = _run(scripts / "chronology", "--version", cwd=tmp_path)
    assert done.stdout == f"chronology {__version__}\n"
    code = "import generator; print(generator.__file__)"
    assert str(scripts.parent) in _run(scripts / "python", "-c", code, cwd=tmp_path).stdout


def test_a_folder_of_data_alone_becomes_a_site(scripts: Path, tmp_path: Path, rivers: Path) -> None:
    project = tmp_path / "data alone"
    project.mkdir()
    (rivers / "events").rename(project / "events")
    (project / "mkdocs.yml").write_text(
        "site_name: A made-up water dispute\ntheme: material\nplugins: [search, chronology]\n"
    )
    done = _run(scripts / "chronology", "check", cwd=project)
    assert (done.returncode, done.stderr) == (0, "3 events, 4 accounts, no problem\n")
    done = _run(scripts / "chronology", "schema", cwd=project)
    assert done.returncode == 0, done.stderr
    done = _run(scripts / "chronology", "build", "--to", "plain", cwd=project)
    assert done.returncode == 0, done.stderr
    done = _run(
        scripts / "python", "-m", "mkdocs", "build", "--strict", "-f", "plain/mkdocs.yml",
        cwd=project,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for page in ("", "about/", "open-data/", "problems/", "events/2021-05-06-gate-opens/"):
        assert (project / "plain/site" / page / "index.html").is_file(), page
    home = (project / "plain/site/index.html").read_text("utf-8")
    assert "assets/chronology/" in home


def test_a_page_of_the_projects_own_takes_the_place_of_ours(scripts: Path, rivers: Path) -> None:
    assert (RIVERS / "docs/about.md").is_file()
    done = _run(scripts / "python", "-m", "mkdocs", "build", "--strict", cwd=rivers)
    assert done.returncode == 0, done.stderr
    assert "## Method" not in (RIVERS / "docs/about.md").read_text("utf-8")
    assert 'id="method"' not in (rivers / "site/about/index.html").read_text("utf-8")
    assert (rivers / "site/problems/index.html").is_file()
