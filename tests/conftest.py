"""What tests share: chronologies made from files, and sites built from them."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.model.output import Output
from generator.model.records import Chronology
from generator.pipeline import THEME
from generator.rendering import render
from tests.support.chronologies import chronology as water_chronology
from tests.support.filtered_list import opened
from tests.support.import_runs import FACTS
from tests.support.page_kinds import Kinds, addresses
from tests.support.rendered_page import ShownPage, pages_of

ROOT = Path(__file__).parent.parent
RIVERS = Path(__file__).parent / "data" / "rivers"
"""A small, sound chronology on another subject."""

# The first is the same without windows, and asks for half of the work.
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, _BROWSERS)), None)

Corpus = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A project's folder with these files; a parent folder with a space, on purpose."""

    def build(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "a project"
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, "utf-8")
        return folder

    return build


@pytest.fixture
def fresh(corpus: Corpus) -> Path:
    """A project to import into."""
    return corpus({"mkdocs.yml": "site_name: Fresh\n", "events/chronology.yml": FACTS})


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    """A copy of the rivers' project, to edit."""
    return Path(shutil.copytree(RIVERS, tmp_path / "the rivers"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly by the plugin: what readers get."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; browsers are not downloaded."""
    if BROWSER is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium is installed; .ci/run installs one")
        pytest.skip(f"no Chromium is installed ({', '.join(_BROWSERS)})")
    args = ["--no-sandbox", "--disable-background-networking"]
    return {**browser_type_launch_args, "executable_path": BROWSER, "args": args}


def alone(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """What a process in that folder says that runs a script; it has no threads, as a test has."""
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which a built site is served."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built real site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def kinds(site: Path) -> Kinds:
    """Where a page of each kind of the real site is."""
    return addresses(site)


@contextmanager
def watched(page: Page) -> Iterator[Page]:
    """The page, whose console stays clean and which asks no other host for anything."""
    errors: list[str] = []
    strangers: list[str] = []
    own = ("http://127.0.0.1:", "data:")
    ears: dict[Any, Callable[[Any], None]] = {
        "console": lambda said: errors.append(said.text) if said.type == "error" else None,
        "pageerror": lambda error: errors.append(str(error)),
        "request": lambda asked: None if asked.url.startswith(own) else strangers.append(asked.url),
    }
    for event, ear in ears.items():
        page.on(event, ear)
    yield page
    for event, ear in ears.items():
        page.remove_listener(event, ear)
    assert errors == []
    assert strangers == []


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """One for all tests of a worker: a new one for each took a seventh of their time."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(tab: Page) -> Iterator[Page]:
    """A page that is watched, and on which no test before has left anything."""
    if tab.url.startswith("http"):
        tab.evaluate("localStorage.clear(); sessionStorage.clear()")
    tab.goto("about:blank")
    tab.unroute_all()
    tab.context.clear_permissions()
    tab.mouse.move(0, 0)
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.emulate_media(
        media="null",
        color_scheme="null",
        reduced_motion="null",
        forced_colors="null",
        contrast="null",
    )
    with watched(tab):
        yield tab


def built(project: Path, outputs: Iterable[Output], features: str = "[]") -> Path:
    """A site of these outputs; what a build by the plugin gives, without its checks."""
    for output in outputs:
        path = project / "docs" / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        content = output.read()
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (project / "docs/about.md").write_text("# About\n")
    (project / "mkdocs.yml").write_text(
        "site_name: Made\nsite_url: https://made.example/\nedit_uri: ''\nplugins: [search]\n"
        f"theme: {{name: material, font: false, custom_dir: {THEME}, features: {features},\n"
        "  palette: {scheme: default, primary: custom, accent: custom}}\n"
        "nav: [timeline/index.md, about.md]\nmarkdown_extensions: [attr_list]\n"
    )
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q", "-d", "site"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def water(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    """The made-up chronology with its drafts."""
    return water_chronology(tmp_path_factory.mktemp("water"))


@pytest.fixture(scope="session")
def pages(water: Chronology) -> dict[str, ShownPage]:
    """Its pages, by their paths."""
    return pages_of(water)


@pytest.fixture(scope="session")
def meresh(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    return water_chronology(tmp_path_factory.mktemp("meresh")).published()


@pytest.fixture(scope="session")
def meresh_address(meresh: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The made-up chronology as a site."""
    with served(built(tmp_path_factory.mktemp("meresh site"), render(meresh))) as address:
        yield address


@pytest.fixture(scope="session")
def instant_address(meresh: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same with the theme's instant loading."""
    site = built(tmp_path_factory.mktemp("instant site"), render(meresh), "[navigation.instant]")
    with served(site) as address:
        # The theme takes over links to pages of the site map, and asks for the same port.
        pages = site / "sitemap.xml"
        pages.write_text(pages.read_text("utf-8").replace("https://made.example/", address))
        yield address


@pytest.fixture
def timeline_page(reader: Page, meresh_address: str) -> Page:
    """The made-up chronology's timeline, when its filters are there."""
    return opened(reader, f"{meresh_address}timeline/")
