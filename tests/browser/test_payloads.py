"""Text from the data stays text in a real browser, also where scripts put it together anew.

The words below are what attackers write; each stands in every text field of every record. That the
HTML is the same as with harmless words is tested without a browser: `test_text_is_no_markup`. Here
the scripts run: every page is opened, its buttons are pressed, and its fields are typed into.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import serve
from tests.support.built_sites import build_site
from tests.support.one_word import write_one_word

pytestmark = [pytest.mark.browser, pytest.mark.build]

PAYLOADS = (
    "<img src=x onerror=window.payload=1>", "<svg/onload=window.payload=1>", "<x-payload>",
    '"><script>window.payload=1</script>', "'><x-payload>", "</title><x-payload>",
    "</style><x-payload>", "</script><x-payload>", "</textarea><x-payload>", "--><x-payload>",
    "]]><x-payload>", "&lt;x-payload&gt;", "&#60;x-payload>", "\\u003cx-payload>",
    "javascript:window.payload=1", "' onmouseover=window.payload=1 '",
    '" onfocus=window.payload=1 autofocus "', "` onclick=window.payload=1 `",
    "[a](javascript:window.payload=1)", "![x](x){onerror=window.payload=1}",
    "${window.payload=1}", "{{constructor.constructor('window.payload=1')()}}",
    "<iframe srcdoc='<script>parent.payload=1</script>'>", "<base href=//made.example>",
    "<meta http-equiv=refresh content=0;url=//made.example>", "<a href=x id=main>",
    "<form id=body>",
)  # fmt: skip
_GROUPS = 2
MKDOCS = """\
site_name: Payloads
edit_uri: ""
theme: {name: material, font: false}
plugins: [search, chronology]
"""
_FAULTS = """() => [
    ...(window.payload ? ["a script ran"] : []),
    ...document.querySelectorAll("x-payload, base[href], iframe[srcdoc], #body"),
    ...document.querySelectorAll("meta[http-equiv=refresh]"),
    ...[...document.querySelectorAll("*")].filter(element => [...element.attributes].some(
        ({name, value}) => name.startsWith("on") || /^\\s*javascript:/i.test(value)
            && ["href", "src", "action"].includes(name))),
].map(fault => fault.outerHTML || fault)"""


_USE = """async () => {
    const wait = () => new Promise(resolve => setTimeout(resolve, 20))
    const own = selector => [...document.querySelectorAll(`.md-content ${selector}`)]
    own("details").forEach(details => details.open = true)
    for (const input of own("input")) {
        if (input.type == "checkbox" || input.type == "radio") input.click()
        else if (input.type == "search" || input.type == "text") {
            input.value = "Q <x-payload>"
            input.dispatchEvent(new Event("input", {bubbles: true}))
        }
        await wait()
    }
    for (const select of own("select")) for (const option of select.options) {
        select.value = option.value
        select.dispatchEvent(new Event("change", {bubbles: true}))
    }
    for (const button of own("button, a[href='cite.txt'], [aria-haspopup]")) {
        if (button.type != "submit" && button.offsetParent) { button.click(); await wait() }
    }
}"""
"""Opens, ticks, types, chooses and presses whatever the page's own part has."""


@pytest.fixture(scope="module", params=range(_GROUPS))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which each text is some of the payloads."""
    folder = tmp_path_factory.mktemp("payloads")

    def write(files: Mapping[str, str]) -> Path:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        return folder

    word = f"Q {' '.join(PAYLOADS[request.param :: _GROUPS])} Q"
    return build_site(write_one_word(write, word, MKDOCS), folder / "site")


@pytest.mark.long
def test_no_payload_gets_out_of_its_text(reader: Page, made: Path) -> None:
    with serve(made) as address:
        for page in sorted(made.rglob("*.html")):
            path = page.relative_to(made).as_posix()
            reader.goto(f"{address}{path}?known=<x-payload>&q=<x-payload>#<x-payload>")
            reader.wait_for_load_state("networkidle")  # by then the scripts have taken over
            reader.evaluate(_USE)
            assert reader.evaluate(_FAULTS) == [], path


def test_no_payload_gets_out_of_the_search(reader: Page, made: Path) -> None:
    with serve(made) as address:
        reader.goto(address)
        field = reader.get_by_role("textbox", name="Search")
        for words in ("<x-payload>", "onerror", "Q"):
            field.fill(words)
            expect(reader.locator("[data-search]")).to_have_attribute("data-found", words)
            assert reader.evaluate(_FAULTS) == []
        reader.locator(".search__list a").first.click()  # marks what was found
        assert reader.evaluate(_FAULTS) == []
