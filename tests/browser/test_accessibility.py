"""Every kind of page, as people with other eyes, hands and settings meet it (WCAG 2.2 AA).

axe looks at each kind of page, wide and narrow, light and dark, with scripts and without; what it
cannot see (where the focus goes, what sticks out, what a setting of the system does) stands below.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.accessibility import STICKING_OUT, find_violations
from tests.support.filtered_list import open_page, wait_until_ready
from tests.support.keyboard_focus import read_focus
from tests.support.page_kinds import KINDS, Kinds

pytestmark = [pytest.mark.browser, pytest.mark.build]

WIDE, NARROW = 1280, 320
SCHEMES = {"light": "default", "dark": "slate"}


def _show(page: Page, width: int, scheme: Any = "light") -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour half-way


@pytest.fixture(scope="module")
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


# By axe. Each pair of width, scheme and scripts is looked at: colours hang on the scheme, and what
# is shown on width and scripts.


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wrong_with_scripts(reader: Page, address: str, kinds: Kinds, kind: str) -> None:
    found = []
    reader.goto(address + kinds[kind])
    if kind in ("timeline", "differences"):
        wait_until_ready(reader)  # its filters stay away until then
    for width, scheme in ((WIDE, "light"), (NARROW, "dark")):
        _show(reader, width, scheme)
        expect(reader.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        wrong = [*find_violations(reader), *reader.evaluate(STICKING_OUT)]
        found += [f"{width} px, {scheme}: {one}" for one in wrong]
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wrong_without_scripts(
    scriptless: Page, address: str, kinds: Kinds, kind: str
) -> None:
    """The page is loaded without scripts; only then may a script run: axe."""
    found = []
    switch = scriptless.context.new_cdp_session(scriptless)
    switch.send("Emulation.setScriptExecutionDisabled", {"value": True})
    scriptless.goto(address + kinds[kind])
    switch.send("Emulation.setScriptExecutionDisabled", {"value": False})
    expect(scriptless.locator("html")).to_have_class("no-js")
    for width, scheme in ((WIDE, "dark"), (NARROW, "light")):
        _show(scriptless, width, scheme)
        wrong = [*find_violations(scriptless), *scriptless.evaluate(STICKING_OUT)]
        found += [f"{width} px, {scheme}: {one}" for one in wrong]
    assert found == []


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "dark"), (NARROW, "light")])
def test_nothing_is_wrong_in_an_open_search(
    reader: Page, address: str, width: int, scheme: str
) -> None:
    _show(reader, width, scheme)
    reader.goto(address)
    field = reader.get_by_role("textbox", name="Search")
    (field if width == WIDE else reader.get_by_role("button", name="Search")).click()
    field.press_sequentially("ceasefire", delay=20)
    reader.get_by_text("Filters", exact=True).click()
    expect(reader.get_by_role("combobox").first).to_be_visible()
    assert find_violations(reader) + reader.evaluate(STICKING_OUT) == []


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "dark"), (NARROW, "light")])
def test_nothing_is_wrong_with_a_stretch_chosen(
    reader: Page, address: str, kinds: Kinds, width: int, scheme: str
) -> None:
    """The sliders as close to each other as they come, on every strip."""
    _show(reader, width, scheme)
    reader.goto(address + kinds["timeline"])
    wait_until_ready(reader)
    for end in reader.get_by_role("slider", name="End of the stretch").all():
        end.press("Home")
        assert find_violations(reader, ".band") + reader.evaluate(STICKING_OUT) == []


def test_what_is_wrong_is_named(reader: Page) -> None:
    """The tests above can fail, and say where."""
    reader.set_content("<html lang=en><title>x</title><main><h1>x</h1><img src=x></main>")
    (line,) = find_violations(reader)
    assert line.startswith("image-alt: img: ")
    pale = "<p style='color: #bbb'>pale words</p>"
    reader.set_content(
        f"<html lang=en><title>x</title><main><h1>x</h1>{'<p>dark words</p>' * 9}{pale}"
    )
    (line,) = find_violations(reader)
    assert line.startswith("color-contrast: p:nth-child(11): ")


# By keyboard


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("kind", ["home", "timeline", "event with many accounts", "differences"])
def test_the_focus_is_seen_wherever_it_goes(
    reader: Page, address: str, kinds: Kinds, kind: str, width: int
) -> None:
    """Forward from the top, and backward from the end, where what sticks could hide it."""
    _show(reader, width)
    reader.emulate_media(reduced_motion="reduce")
    open_page(reader, address + kinds[kind])
    lost = []
    for key, steps in (("Tab", 16), ("Shift+Tab", 30)):
        if key != "Tab":
            reader.evaluate("""() => { const end = document.querySelector('.md-copyright');
                end.tabIndex = -1; end.focus() }""")
        for _ in range(steps):
            reader.keyboard.press(key)
            at = read_focus(reader)
            if at.is_end:
                break
            if at.is_lost:
                lost.append(f"{key} to {at.name}")
    assert lost == []


def test_the_navigation_needs_no_drawer(reader: Page, address: str) -> None:
    _show(reader, NARROW)
    reader.goto(address)
    for name in ("Timeline", "Differences", "Actors", "Places", "Sources", "About"):
        expect(reader.get_by_role("link", name=name, exact=True)).to_have_count(1)
    expect(reader.locator("label[for=__drawer]:visible")).to_have_count(0)


# By the settings of reader and system

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-block-end: 2em !important }"""
CUT_OFF = """() => [...document.querySelectorAll('.page *')]
  .filter(one => one.closest('svg, .visually-hidden, .scroller, [hidden]') === null)
  .filter(one => { const style = getComputedStyle(one);
    return /hidden|clip/.test(style.overflow) && style.clipPath === 'none' && one.clientHeight
      && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2) })
  .map(one => `${one.tagName.toLowerCase()}.${one.className}: cut off`)"""


@pytest.mark.parametrize("kind", ["home", "timeline", "event with many accounts", "differences"])
def test_text_may_be_spaced_out(reader: Page, address: str, kinds: Kinds, kind: str) -> None:
    reader.goto(address + kinds[kind])
    reader.evaluate(  # a style element would be against the policy of the page
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet] }""",
        SPACED,
    )
    for width in (WIDE, NARROW):
        _show(reader, width)
        assert reader.evaluate(STICKING_OUT) + reader.evaluate(CUT_OFF) == [], width


def test_nothing_moves_where_that_is_not_wanted(reader: Page, address: str, kinds: Kinds) -> None:
    reader.emulate_media(reduced_motion="reduce")
    for kind in ("timeline", "event with many accounts"):
        reader.goto(address + kinds[kind])
        moving = reader.evaluate(
            """() => [...document.querySelectorAll('*')].filter(one => {
              const style = getComputedStyle(one);
              return parseFloat(style.transitionDuration) || style.animationName !== 'none'
                || style.scrollBehavior === 'smooth' }).map(one => one.outerHTML.slice(0, 80))"""
        )
        assert moving == []


def inks_of(one: Locator) -> tuple[str, str]:
    """Its colour and its ground."""
    color, ground = one.evaluate(
        "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    )
    return color, ground


INKS = """selectors => Object.fromEntries(selectors.map(selector => {
  const style = getComputedStyle(document.querySelector(selector));
  return [selector, [style.stroke, style.fill, style.backgroundColor, style.color]] }))"""


def test_forced_colours_leave_the_drawings_readable(
    reader: Page, address: str, kinds: Kinds
) -> None:
    """Two colours are left, those of the system: marks have the one, the ground the other."""
    reader.emulate_media(forced_colors="active", color_scheme="dark")
    canvas, text = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    reader.goto(address + kinds["timeline"])
    inks = reader.evaluate(
        INKS, [".units", ".units--differ", ".stretch", ".band .axis__line", ".band-key__mark"]
    )
    for mark in (".units", ".units--differ", ".stretch", ".band .axis__line"):
        assert inks[mark][0] == text, mark
    assert inks[".band-key__mark"][2] == text
    wait_until_ready(reader)
    slider = reader.get_by_role("slider").first
    slider.press("ArrowRight")
    assert inks_of(slider) == (text, canvas)
    assert slider.evaluate("one => getComputedStyle(one).outlineColor") == text
    assert reader.evaluate(INKS, [".band__brush"])[".band__brush"][:2] == [text, text]
    reader.goto(address + kinds["event with many accounts"])
    inks = reader.evaluate(
        INKS,
        [
            ".plot circle:not(.open)",
            ".date-plot__cell--own",
            ".date-plot__number--own",
            ".map__land",
            "i[role]",
        ],
    )
    assert inks[".plot circle:not(.open)"][1] == inks[".date-plot__cell--own"][1] == text
    assert inks[".date-plot__number--own"][1] == inks[".map__land"][1] == canvas
    assert inks["i[role]"][3] == text
    reader.goto(address + kinds["source"])
    cell = reader.locator(".coverage__paragraph--used").first
    assert inks_of(cell) == (canvas, text)  # on its ground, not on a patch of the system's
    assert cell.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none"


def test_more_contrast_makes_grey_ink(reader: Page, address: str) -> None:
    reader.emulate_media(contrast="more")
    reader.goto(address)
    grey = reader.locator(".home__counts dt").first.evaluate("one => getComputedStyle(one).color")
    assert grey == reader.locator("h1").evaluate("one => getComputedStyle(one).color")
