"""Every page says what it may load and run; the browser tests see that nothing else is needed."""

import re
from pathlib import Path

import pytest

from generator.adapters.mkdocs.content_policy import with_policy
from tests.support.mkdocs_builds import build_here, configure

# The hash of an empty text, and of "a", by openssl.
_EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
_A = "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"


def _policy(html: str) -> dict[str, str]:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert found
    directives = (directive.partition(" ") for directive in found[1].split("; "))
    return {name: sources for name, _, sources in directives}


@pytest.mark.parametrize(
    ("elements", "sources"),
    [
        ("", "'self'"),
        ("<script>a</script><script></script>\n<script>a</script>", f"'self' {_EMPTY} {_A}"),
        ("<SCRIPT TYPE=Module>a</SCRIPT >", f"'self' {_A}"),
        ("<script type=module>a</script>", f"'self' {_A}"),
        ('<script type="text/javascript">a</script>', f"'self' {_A}"),
        ('<script id="data" type="application/json">a</script>', "'self'"),
        ('<script async src="main.js"></script>', "'self'"),
        ('<script data-src="a">a</script>', f"'self' {_A}"),
    ],
)
def test_scripts_that_stand_in_the_page_are_allowed_by_their_hash(
    elements: str, sources: str
) -> None:
    policy = _policy(with_policy(f"<head><title>x</title></head>{elements}"))
    assert policy["script-src"] == sources
    assert policy["default-src"] == "'self'"


def test_a_script_in_the_content_is_not_allowed() -> None:
    content = "<h1>x</h1><script>a</script>"
    html = with_policy(f"<head></head><script></script>{content}", content)
    assert _policy(html)["script-src"] == f"'self' {_EMPTY}"


def test_style_sheets_in_the_page_are_allowed_by_their_hash() -> None:
    assert _policy(with_policy("<head><style>a</style>"))["style-src"] == f"'self' {_A}"


def test_the_policy_stands_behind_the_encoding_and_before_all_that_it_holds_for() -> None:
    html = with_policy('<!doctype html><html><head lang=en>\n<meta charset="utf-8">\n<script>')
    assert html.startswith('<!doctype html><html><head lang=en>\n<meta charset="utf-8"><meta ')
    assert html.endswith("\n<script>")
    assert with_policy("no page") == "no page"


@pytest.mark.build
@pytest.mark.parametrize("option", ["fast: true", "fast: false"])
def test_every_page_has_a_policy(option: str, rivers: Path) -> None:
    configure(rivers, ("- chronology", f"- chronology: {{{option}}}"))
    pages = {p: c for p, c in build_here(rivers).items() if p.endswith(".html")}
    assert len(pages) > 20
    assert "404.html" in pages
    for path, html in pages.items():
        assert html.count(b'<meta http-equiv="Content-Security-Policy"') == 1, path


@pytest.mark.build
def test_it_can_be_left_out(rivers: Path) -> None:
    configure(rivers, ("- chronology", "- chronology: {content_policy: false}"))
    assert b"Content-Security-Policy" not in build_here(rivers)["index.html"]
