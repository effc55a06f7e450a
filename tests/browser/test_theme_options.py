"""What a site may ask of the theme: sections in its navigation, more than one set of colours."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import serve
from tests.support.built_sites import build_site
from tests.support.projects import RIVERS, edit

pytestmark = [pytest.mark.browser, pytest.mark.build]

_PALETTE = """\
  palette:
    - media: "(prefers-color-scheme)"
      toggle: {icon: material/eye, name: Light}
    - media: "(prefers-color-scheme: light)"
      toggle: {icon: material/eye, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/eye, name: As the system}
"""


@pytest.fixture(scope="module")
def sectioned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the rivers' site is, with one section in its navigation, and two sets of colours."""
    project = tmp_path_factory.mktemp("sectioned") / "rivers"
    shutil.copytree(RIVERS, project)
    edit(
        project / "mkdocs.yml",
        ("  - About: about.md\n", "  - More:\n      - About: about.md\n"),
        ("  font: false\n", f"  font: false\n{_PALETTE}"),
    )
    with serve(build_site(project, project / "site")) as address:
        yield address


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("navigation", ["meresh_address", "sectioned"])
def test_only_sections_have_a_drawer(
    browser: Browser, request: pytest.FixtureRequest, navigation: str, scripts: bool
) -> None:
    """A navigation of sections has the theme's drawer, or its sidebar; a flat one has neither."""
    page = browser.new_page(java_script_enabled=scripts)
    button, sidebar = page.locator("label.md-icon[for=__drawer]"), page.locator(".md-nav--primary")
    for path in ("about/", "404.html"):  # the other pages are as wide as both
        page.set_viewport_size({"width": 1440, "height": 800})
        page.goto(request.getfixturevalue(navigation) + path)
        expect(button).to_be_hidden()
        expect(sidebar).to_be_visible(visible=navigation == "sectioned")
        page.set_viewport_size({"width": 360, "height": 800})
        expect(sidebar).to_be_hidden()
        expect(button).to_be_visible(visible=navigation == "sectioned")
        if navigation == "sectioned" and scripts:
            button.click()
            expect(sidebar.get_by_text("More", exact=True).first).to_be_in_viewport()
    page.close()


def _expect_colours(page: Page, scheme: str, button: str) -> None:
    expect(page.locator("label[for^=__palette]:visible")).to_have_attribute("title", button)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    is_dark = "one => getComputedStyle(one).colorScheme === 'dark'"
    assert page.locator("body").evaluate(is_dark) is (scheme == "slate")
    assert page.locator("html").evaluate(is_dark) is (scheme == "slate")  # its scroll bars
    colour = page.locator("meta[name=theme-color]").get_attribute("content")
    expect(page.locator(".md-header")).to_have_css("background-color", str(colour))


def test_a_button_changes_the_colours(browser: Browser, sectioned: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(sectioned)
    _expect_colours(page, "slate", "Light")
    page.emulate_media(color_scheme="light")
    _expect_colours(page, "default", "Light")
    page.emulate_media(color_scheme="dark")
    page.locator("label[title=Light]").click()
    _expect_colours(page, "default", "Dark")
    page.goto(f"{sectioned}about/")
    _expect_colours(page, "default", "Dark")  # it is kept
    page.locator("input[name=__palette]").first.press("Enter")
    _expect_colours(page, "slate", "As the system")
    page.locator("label[title='As the system']").click()
    page.reload()
    _expect_colours(page, "slate", "Light")
    page.close()


def test_a_system_of_dark_colours_is_dark_at_once(browser: Browser, sectioned: str) -> None:
    """Also where no script of the site has come yet, or none ever comes."""
    page = browser.new_page(color_scheme="dark")
    page.route("**/*.js", lambda route: route.abort())
    page.goto(sectioned)
    expect(page.locator("body")).to_have_css("background-color", "rgb(22, 22, 20)")
    page.close()
