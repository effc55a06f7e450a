"""Nothing moves under a reader's eyes while a page comes, also where its fonts come late.

What moved is a browser's cumulative layout shift: https://web.dev/articles/cls. Under 0.1 is good.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import LateFonts, serve
from tests.support.page_kinds import KINDS, Kinds

pytestmark = [pytest.mark.browser, pytest.mark.build]

MAX_SHIFT = 0.1
_OBSERVE = """window.shifts = []
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(entry => [
    entry.value, ...entry.sources.map(({node}) => node?.parentElement?.outerHTML.slice(0, 80))
]))).observe({type: 'layout-shift', buffered: true})"""


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.long
def test_no_page_moves_when_its_fonts_come(
    browser: Browser, site: Path, kinds: Kinds, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(_OBSERVE)
    with serve(site, LateFonts) as address:
        for kind in KINDS:
            page.goto(address + kinds[kind])
            page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
            shifts = page.evaluate("window.shifts")
            assert sum(value for value, *_ in shifts) < MAX_SHIFT, (kind, shifts)
    page.close()
