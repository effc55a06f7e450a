"""The theme: what is ours stays, whatever templates a project brings."""

import re
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generator.adapters.overrides import above_ours
from tests.support.mkdocs_builds import build_here, configure, install, page

pytestmark = pytest.mark.build
_COMMENTS = '<section data-term="{{ page.url }}" data-src="{{ page.file.src_uri }}"></section>'


def _override(project: Path, **templates: str) -> None:
    configure(project, ("name: material", "name: material\n  custom_dir: mine"))
    for name, content in templates.items():
        path = project / "mine" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def _is_ours(html: str) -> bool:
    return "assets/chronology/chronology.css" in html and '<div class="page page--' in html


def test_a_template_is_given_the_values_of_each_page(rivers: Path) -> None:
    _override(rivers, **{"partials/comments": _COMMENTS})
    site = build_here(rivers)
    events = [path for path in site if re.fullmatch(r"events/[^/]+/index.html", path)]
    assert len(events) == 3
    for path in [*events, "timeline/index.html", "about/index.html"]:
        address = path.removesuffix("index.html")
        source = "about.md" if address == "about/" else f"{address}index.md"
        assert f'data-term="{address}" data-src="{source}"' in site[path].decode()


@pytest.mark.parametrize(
    "main",
    [
        '{% extends "base.html" %}{% block announce %}News{% endblock %}',
        "{%- extends 'base.html' -%}\n{% block announce %}News{% endblock %}",
        '{% extends "main.html" %}{% block announce %}News{% endblock %}',
        '{% extends "chronology.html" %}{% block announce %}News{% endblock %}',
    ],
)
def test_a_main_html_stands_above_ours(main: str, rivers: Path) -> None:
    _override(rivers, main=main)
    site = build_here(rivers)
    for address in ("timeline/", "events/2021-05-06-gate-opens/", "about/"):
        assert _is_ours(page(site, address)), address
        assert "News" in page(site, address)
    assert "News" in site["404.html"].decode()


def test_a_template_without_a_file_stands_above_ours(
    rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ["TemplateWithoutFile"])
    configure(rivers, ("  - search\n", "  - TemplateWithoutFile\n"))
    timeline = page(build_here(rivers), "timeline/")
    assert _is_ours(timeline)
    assert "News" in timeline


def test_a_base_html_stands_below_ours(rivers: Path) -> None:
    base = (
        "<html><head>{% block styles %}{% endblock %}{% block extrahead %}{% endblock %}</head>"
        "<body>Mine {% block content %}{% endblock %}</body></html>"
    )
    _override(rivers, base=base)
    timeline = page(build_here(rivers), "timeline/")
    assert _is_ours(timeline)
    assert "<body>Mine" in timeline


def test_a_main_html_without_the_theme_is_left_alone() -> None:
    for main in ("mine", '{% extends "own.html" %}', '{% include "base.html" %}'):
        assert above_ours(main) == main


@pytest.mark.parametrize("name", ["mkdocs", "readthedocs"])
def test_another_theme_is_refused_in_one_sentence(
    name: str, rivers: Path, caplog: pytest.LogCaptureFixture
) -> None:
    configure(rivers, ("theme:\n  name: material\n  font: false", f"theme: {name}"))
    with pytest.raises(Abort):
        build_here(rivers)
    [error] = [record for record in caplog.records if record.levelname == "ERROR"]
    assert error.getMessage() == f"chronology: the pages need theme: material, not {name}"
    assert error.exc_info is None
