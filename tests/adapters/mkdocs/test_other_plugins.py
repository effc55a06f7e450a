"""Right beside any other plugin and hook: each sees the pages as they are, and may change them."""

from html import unescape
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generator.adapters.project import Project
from generator.adapters.search_pages import site_index
from generator.adapters.standalone import write_standalone
from generator.pipeline import THEME, build
from tests.support.mkdocs_builds import build_here, configure, install, page, without_policy
from tests.support.other_plugins import SENTENCE, OnePage

pytestmark = pytest.mark.build
EVENT = "events/2021-05-06-gate-opens/"
HOOKS = ("read_source", "markdown", "content", "context", "post_page")
_AS_HOOKS = """
from tests.support.other_plugins import EveryHook
_plugin = EveryHook()
"""


def _standalone(project: Path, folder: Path) -> Path:
    loaded = Project(project)
    site = build(loaded.folder, loaded.events, loaded.handwritten)
    index = site_index(site, loaded.written_pages)
    write_standalone(loaded, folder, site, THEME, index)
    return folder


@pytest.mark.parametrize(
    "plugins",
    ["[search, chronology, EveryHook]", "[EveryHook, search, chronology, EveryHookToo]"],
    ids=["after ours", "before and after ours"],
)
def test_a_plugin_sees_every_page_in_every_hook(
    plugins: str, rivers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ["EveryHook", "EveryHookToo"])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    configure(rivers, ("plugins:\n  - search\n  - chronology\n", f"plugins: {plugins}\n"))
    site = build_here(rivers)
    for hook in HOOKS:
        assert f"({hook})" in page(site, EVENT), hook
        assert (f"({hook} too)" in page(site, EVENT)) == ("Too" in plugins and hook != HOOKS[0])
    # What our plugin does besides does not show: the folder that stands alone gives the same.
    site = without_policy(site)
    other = build_here(_standalone(rivers, tmp_path / "alone"))
    assert [path for path in site if site[path] != other.get(path)] == []
    assert sorted(site) == sorted(other)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_sees_every_page(hook: str, rivers: Path) -> None:
    (rivers / "my_hooks.py").write_text(f"{_AS_HOOKS}on_{_event(hook)} = _plugin.on_{_event(hook)}")
    configure(rivers, ("plugins:\n", "hooks: [my_hooks.py]\nplugins:\n"))
    assert f"{SENTENCE} ({hook})" in page(build_here(rivers), EVENT)


def _event(hook: str) -> str:
    return hook if hook.startswith("post") else f"page_{hook}"


@pytest.mark.parametrize("plugins", ["[OnePage, chronology]", "[chronology, OnePage]"])
def test_a_plugin_that_collects_pages_gets_them_whole(
    plugins: str, rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ["OnePage"])
    configure(rivers, ("plugins:\n  - search\n  - chronology\n", f"plugins: {plugins}\n"))
    build_here(rivers)
    title, markdown, content = OnePage.seen[EVENT]
    assert unescape(title) == "The gate at River Bend opens at night (5 or 6 May 2021)"
    for text in (markdown, content):
        assert SENTENCE in text
        assert '<table class="accounts"' in text
    assert "<h1" in content
    lists = OnePage.seen["timeline/"]
    assert "gate-opens" in lists[1]
    assert "gate-opens" in lists[2]


@pytest.mark.parametrize(
    "plugins", ["[PageWithoutFile, chronology]", "[chronology, PageWithoutFile]"]
)
def test_a_page_without_a_file_stands_beside_ours(
    plugins: str, rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ["PageWithoutFile"])
    configure(rivers, ("plugins:\n  - search\n  - chronology\n", f"plugins: {plugins}\n"))
    site = build_here(rivers)
    assert "By another." in page(site, "made/")
    assert SENTENCE in page(site, EVENT)


def test_a_page_that_another_plugin_made_is_not_overwritten(
    rivers: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    install(monkeypatch, ["TakesTheTimeline"])
    configure(rivers, ("  - search\n", "  - TakesTheTimeline\n"))
    with pytest.raises(Abort):
        build_here(rivers)
    assert "timeline/index.md is made by TakesTheTimeline as well" in caplog.text


def test_pages_that_the_project_excludes_are_not_there(rivers: Path) -> None:
    configure(rivers, ("plugins:\n", "exclude_docs: |\n  /differences/\nplugins:\n"))
    site = build_here(rivers)
    assert "differences/index.html" not in site
    assert "timeline/index.html" in site
