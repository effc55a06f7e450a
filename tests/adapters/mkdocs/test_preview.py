"""The folder that a preview serves after a series of edits is that of a fresh build."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.adapters.mkdocs.plugin import ChronologyPlugin
from tests.support.mkdocs_builds import new_plugins
from tests.support.projects import read_files

_OWN = '{% extends "base.html" %}{% block content %}<p>own</p>{% include "partials/content.html" %}'


class Preview:
    """What `mkdocs serve` does for each edit, without its server."""

    def __init__(self, project: Path, site: Path) -> None:
        self._project, self._site = project, site
        self._config().plugins.on_startup(command="serve", dirty=False)

    def _config(self) -> MkDocsConfig:
        return load_config(str(self._project / "mkdocs.yml"), site_dir=str(self._site))

    def build(self) -> dict[str, bytes]:
        config = self._config()
        build(config, serve_url="http://127.0.0.1:8000/")
        plugin = config.plugins["chronology"]
        assert isinstance(plugin, ChronologyPlugin)
        plugin._late_files.wait()
        return read_files(self._site)


def _edits(project: Path) -> Iterator[str]:
    """Each edit that a contributor may make, and what it is."""
    event = project / "events/2021/2021-05-06-gate-opens.yml"
    text = event.read_text("utf-8")
    yield "nothing"
    event.write_text(text.replace("opens at night", "opens before dawn"), "utf-8")
    yield "an event"
    other = event.with_name("2021-05-06-weir.yml")
    other.write_text(text.replace("opens at night", "is seen open"), "utf-8")
    yield "an event more"
    other = other.rename(other.with_name("2021-05-06-weir-two.yml"))
    yield "an event renamed"
    event.write_text(text.replace("kind: incident", "knd: incident"), "utf-8")
    yield "a broken event"
    event.write_text(text, "utf-8")
    yield "the event mended"
    other.unlink()
    yield "an event less"
    for name, old, new in (
        ("actors.yml", "Upper Basin Council", "Council above the Bend"),
        ("sources.yml", "The Gazette", "The Daily Gazette"),
        ("places.yml", "name: River Bend", "name: Bend of the River"),
        ("chronology.yml", "Two cities, one river", "Three cities, one river"),
    ):
        path = project / "events" / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        yield name
    about = next((project / "docs").rglob("*.md"))
    about.write_text(f"{about.read_text('utf-8')}\nOne paragraph more.\n", "utf-8")
    yield "a page of docs/"
    (project / "docs/more.md").write_text("# More\n", "utf-8")
    yield "a page of docs/ more"
    (project / "docs/more.md").unlink()
    yield "a page of docs/ less"
    config = project / "mkdocs.yml"
    config.write_text(re.sub("site_name: .*", "site_name: Other", config.read_text("utf-8")))
    yield "mkdocs.yml"
    for old, new in (
        ("Timeline: timeline/index.md", "Times: timeline/index.md"),
        ("  - Home: index.md\n", ""),
        (
            "  - Differences: differences/index.md",
            "  - All: [places/index.md, differences/index.md]",
        ),
        ("plugins:", "draft_docs: /events/2021-05-04*\nplugins:"),
        ("plugins:", "exclude_docs: /events/2021-05-06*\nplugins:"),
        ("exclude_docs: /events/2021-05-06*\n", ""),
        ("plugins:", "use_directory_urls: false\nplugins:"),
        ("use_directory_urls: false\n", ""),
    ):
        whole = config.read_text("utf-8")
        assert old in whole
        config.write_text(whole.replace(old, new, 1), "utf-8")
        yield f"mkdocs.yml: {old!r} to {new!r}"
    config.write_text(config.read_text() + "markdown_extensions: [{toc: {permalink: true}}]\n")
    yield "an extension of Markdown"
    whole = config.read_text()
    config.write_text(whole.replace("- chronology", "- chronology: {fast: false}"))
    yield "the plain way"
    event.write_text(text.replace("opens at night", "opens at noon"), "utf-8")
    yield "an event, by the plain way"
    config.write_text(whole)
    event.write_text(text, "utf-8")
    yield "the fast way again"
    (project / "mine").mkdir()
    (project / "mine/main.html").write_text(_OWN + "{% endblock %}")
    config.write_text(
        config.read_text().replace("name: material", "name: material\n  custom_dir: mine")
    )
    yield "a theme of its own"
    (project / "mine/main.html").write_text(_OWN + "<p>more</p>{% endblock %}")
    yield "a template"


@pytest.mark.build
@pytest.mark.long
def test_after_each_edit_the_folder_is_that_of_a_fresh_build(
    rivers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    preview = Preview(rivers, tmp_path / "kept")
    seen = set()
    sites: dict[int, dict[str, bytes]] = {}  # fresh ones: an edit may be taken back
    for n, edit in enumerate(_edits(rivers)):
        kept = preview.build()
        project = hash(tuple(read_files(rivers).items()))
        if project not in sites:
            with new_plugins():
                sites[project] = Preview(rivers, tmp_path / f"fresh {n}").build()
            shutil.rmtree(tmp_path / f"fresh {n}")
        fresh = sites[project]
        assert sorted(kept) == sorted(fresh), edit
        assert [path for path in kept if kept[path] != fresh[path]] == [], edit
        seen.add(hash(tuple(kept.items())))
    assert len(seen) > 12  # the edits are seen


@pytest.mark.build
def test_an_edit_writes_only_what_it_changes(rivers: Path, tmp_path: Path) -> None:
    with new_plugins():
        preview = Preview(rivers, tmp_path / "site")
        preview.build()
        page = tmp_path / "site/events/2021-05-04-pause-in-pumping/index.html"
        data = tmp_path / "site/events/2021-05-04-pause-in-pumping/event.json"
        edited = tmp_path / "site/events/2021-05-06-gate-opens/index.html"
        before = {path: path.stat().st_mtime_ns for path in (page, data, edited)}
        event = rivers / "events/2021/2021-05-06-gate-opens.yml"
        text = event.read_text("utf-8").replace("opened by hand", "opened from the bank")
        event.write_text(text, "utf-8")
        preview.build()
    assert "from the bank" in edited.read_text("utf-8")
    changed = [path for path, time in before.items() if path.stat().st_mtime_ns != time]
    assert changed == [edited]
