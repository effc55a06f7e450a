"""The fixtures that tests share: projects to edit, chronologies, built sites, browser pages."""

import gc
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.theme import Theme
from playwright.sync_api import Browser, Page

from generator.model.records import Chronology
from generator.rendering import site_pages
from generator.rendering.assets import assets
from generator.rendering.site_pages import render
from generator.support.collection import collect_rarely, pass_over_what_is_there
from generator.support.compiled_templates import CompiledTemplates
from generator.validation.check import check
from tests.support.browser import BROWSER, BROWSERS, serve, watch
from tests.support.built_sites import build_outputs, build_site, shared_site
from tests.support.chronologies import load_meresh
from tests.support.exported_files import export_files
from tests.support.filtered_list import open_page
from tests.support.import_runs import FACTS
from tests.support.own_data import (
    NOT_OURS,
    READS_OURS,
    has_own_data,
    take_read,
    watch_own_data,
)
from tests.support.page_kinds import Kinds, find_addresses
from tests.support.projects import RIVERS, ROOT, WriteProject
from tests.support.rendered_page import ShownPage, render_pages


def pytest_collection() -> None:
    """Let tests be found without a look for cycles among them, a quarter of the time of it."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin the long tests first, or at the end one process is still at them alone.

    `--dist worksteal` gives each process as many tests in a row, and what it has left goes to the
    others from its end: so each has its share of the long ones at its beginning.
    """
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    first = [item for item in items if item.get_closest_marker("long")]
    others = [item for item in items if not item.get_closest_marker("long")]
    if processes > 1:
        total, items[:] = len(items), []
        for n in range(processes):
            mine = first[n::processes]
            rest = max(0, (total - len(items)) // (processes - n) - len(mine))
            items += mine + others[:rest]
            del others[:rest]
        items += others


def pytest_collection_finish() -> None:
    """Look for cycles among the values that tests make, as builds do it."""
    pass_over_what_is_there()
    collect_rarely()
    gc.enable()


@pytest.fixture
def write_project(tmp_path: Path) -> WriteProject:
    """Write a project's files, and return its folder, whose name has a space on purpose."""

    def write_files(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "a project"
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, "utf-8")
        return folder

    return write_files


@pytest.fixture
def fresh(write_project: WriteProject) -> Path:
    """A project to import into."""
    return write_project({"mkdocs.yml": "site_name: Fresh\n", "events/chronology.yml": FACTS})


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    """A copy of the rivers' project, to edit."""
    return Path(shutil.copytree(RIVERS, tmp_path / "the rivers"))


@pytest.fixture(scope="session")
def rivers_chronology() -> Chronology:
    """The chronology of the rivers' project as it is."""
    chronology, problems = check(RIVERS, RIVERS / "events")
    assert problems == ()
    return chronology


@pytest.fixture(scope="session")
def rivers_files(rivers_chronology: Chronology) -> dict[str, bytes]:
    """Every data file of it, by its path."""
    return export_files(rivers_chronology)


@pytest.fixture(scope="session", autouse=True)
def compiled_templates() -> None:
    """Keep the theme's templates compiled where MkDocs does all by itself, as the fast way does."""
    kept = CompiledTemplates("MkDocs in tests")
    get_env = Theme.get_env

    def get_env_with_code(theme: Theme) -> Environment:
        environment = get_env(theme)
        if type(theme) is Theme:
            environment.bytecode_cache = kept
        return environment

    Theme.get_env = get_env_with_code  # type: ignore[assignment,method-assign]


@pytest.fixture(scope="session", autouse=True)
def kept_assets() -> None:
    """Read the style sheet and the scripts once a language: the process of tests edits neither."""
    kept = cache(lambda language: tuple(assets(language)))
    site_pages.assets = kept  # type: ignore[assignment,attr-defined]


@pytest.fixture(scope="session", autouse=True)
def no_flush() -> None:
    """Do not wait for the disk: of what tests write, nothing has to outlast a power cut."""
    os.fsync = lambda fd: None


@pytest.fixture(autouse=True)
def own_data(request: pytest.FixtureRequest) -> Iterator[None]:
    """Skip tests of our own data where events/ holds another chronology; no other test reads it."""
    is_of_ours = request.node.get_closest_marker("own_data") is not None
    if is_of_ours and not has_own_data():
        pytest.skip(NOT_OURS)
    watch_own_data()
    take_read()
    yield
    read = take_read()
    if not is_of_ours and "site" not in request.fixturenames:
        assert read == [], READS_OURS


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly by the plugin: what readers get."""
    if not has_own_data():
        pytest.skip(NOT_OURS)
    return shared_site(tmp_path_factory, "real site", lambda folder: build_site(ROOT, folder))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; browsers are not downloaded."""
    if BROWSER is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium is installed; .ci/run installs one")
        pytest.skip(f"no Chromium is installed ({', '.join(BROWSERS)})")
    # Letters as wide as on screens of today, which have no need of whole pixels.
    hinting = "--font-render-hinting=none"
    # A page lives for a second here: to compile its scripts once more for speed never pays.
    engine = "--js-flags=--no-maglev,--no-opt"
    args = ["--no-sandbox", "--disable-background-networking", hinting, engine]
    return {**browser_type_launch_args, "executable_path": BROWSER, "args": args}


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built real site is served."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def kinds(site: Path) -> Kinds:
    """Where a page of each kind of the real site is."""
    return find_addresses(site)


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
    with watch(tab):
        yield tab


@pytest.fixture(scope="session")
def meresh_with_drafts(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    """The made-up chronology with its drafts."""
    return load_meresh(tmp_path_factory.mktemp("meresh"))


@pytest.fixture(scope="session")
def pages(meresh_with_drafts: Chronology) -> dict[str, ShownPage]:
    """Its pages, by their paths."""
    return render_pages(meresh_with_drafts)


@pytest.fixture(scope="session")
def meresh(meresh_with_drafts: Chronology) -> Chronology:
    """The made-up chronology as readers see it, without its drafts."""
    return meresh_with_drafts.published()


@pytest.fixture(scope="session")
def meresh_address(meresh: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The made-up chronology as a site."""
    project = shared_site(
        tmp_path_factory, "meresh", lambda folder: build_outputs(folder, render(meresh))
    )
    with serve(project / "site") as address:
        yield address


@pytest.fixture(scope="session")
def instant_address(meresh: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same with feeds, and with the theme's instant loading."""
    settings = meresh.settings.model_copy(update={"tag": "made.example,2021"})
    outputs = render(replace(meresh, settings=settings))
    site = build_outputs(tmp_path_factory.mktemp("instant site"), outputs, "[navigation.instant]")
    with serve(site) as address:
        # The theme takes over links to pages of the site map, and asks for the same port.
        pages = site / "sitemap.xml"
        pages.write_text(pages.read_text("utf-8").replace("https://made.example/", address))
        yield address


@pytest.fixture
def timeline_page(reader: Page, meresh_address: str) -> Page:
    """The made-up chronology's timeline, when its filters are there."""
    return open_page(reader, f"{meresh_address}timeline/")
