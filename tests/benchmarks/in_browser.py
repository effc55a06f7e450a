"""What a reader waits for and downloads, in a headless browser with nothing in its cache.

Sizes are those of the bodies of responses, compressed as hosts do, fonts apart.
"""

import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, sync_playwright

from tests.benchmarks.measure import KB, Command, run, say
from tests.support.big_chronology import vocabulary, write_big_chronology
from tests.support.browser import BROWSER, serve
from tests.support.projects import ROOT

_EVENTS = 5_000
# The words that are typed, by how often they stand in texts, the most frequent as 0.
_RANKS = (0, 10, 100, 1_000)
_WAIT = """() => {
    const list = document.querySelector(".search__list")
    let first
    document.addEventListener("keydown", () => { first ??= performance.now() }, true)
    window.waited = new Promise(resolve => new MutationObserver(() => {
        if (list.querySelector("a")) resolve(performance.now() - first)
    }).observe(list, {childList: true, subtree: true}))
}"""
"""Milliseconds from the first key to the first result."""


def search(base: Path) -> None:
    """The first result among 5,000 events of a real-sized vocabulary: its time and its bytes."""
    project = write_big_chronology(base / "searched", _EVENTS)
    site = base / "searched-site"
    run(Command(("-m", "mkdocs", "build", "-q", "-d", str(site)), project))
    words = [vocabulary()[rank] for rank in _RANKS]
    with _browser() as browser, serve(site) as address:
        # The beginning of many words is in more files than one word.
        tried = [_first_result(browser, address, word) for word in (*words, words[0][:2])]
    seconds, compressed, plain = (max(values) for values in zip(*tried, strict=True))
    all_seconds = ", ".join(f"{each[0]:.2f}" for each in tried)
    name = f"first search result among {_EVENTS:,} events"
    say(f"{name}, s from the first key", seconds, 0.5, f"the slowest of {all_seconds}")
    detail = f"compressed; {plain / KB:.0f} KB as they are"
    say(f"{name}, KB fetched for it", compressed / KB, 250, detail)


def visit(base: Path) -> None:
    """The first visit to the largest page of an event, of the data in this repository."""
    site = base / "real-site"
    run(Command(("-m", "mkdocs", "build", "-q", "-d", str(site)), ROOT))
    pages = [path.parent for path in site.glob("events/*/index.html")]
    if not pages:
        print("first visit to an event's page: events/ holds none", flush=True)
        return
    largest = max(pages, key=lambda page: _compressed((page / "index.html").read_bytes()))
    with _browser() as browser, serve(site) as address:
        page = _new_page(browser)
        responses = _note_responses(page)
        page.goto(f"{address}events/{largest.name}/")
        page.wait_for_load_state("networkidle")
        by_kind = {
            kind: _sizes(one for one in responses if one.request.resource_type == kind)[0] / KB
            for kind in dict.fromkeys(one.request.resource_type for one in responses)
        }
    fonts = by_kind.pop("font", 0)
    detail = ", ".join(f"{kind} {size:.1f}" for kind, size in by_kind.items())
    name = f"first visit to an event's page ({largest.name}), KB compressed, without fonts"
    say(name, sum(by_kind.values()), 90, f"{detail}; fonts {fonts:.1f}")


def _first_result(browser: Browser, address: str, words: str) -> tuple[float, int, int]:
    """Return the seconds from the first key to the first result, and the bytes for it, both ways.

    The first key is the one that leads to the field; then the words are typed without a pause.
    """
    page = _new_page(browser)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(_WAIT)
    responses = _note_responses(page)
    page.keyboard.press("/")
    page.keyboard.type(words)
    waited = page.evaluate("window.waited")
    sizes = _sizes(responses)
    page.context.close()
    return waited / 1000, *sizes


@contextmanager
def _browser() -> Iterator[Browser]:
    if BROWSER is None:
        raise SystemExit("no Chromium is installed")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])


def _new_page(browser: Browser) -> Page:
    """Return a page of a reader who has never been there."""
    page = browser.new_context().new_page()
    page.set_default_timeout(60_000)
    return page


def _note_responses(page: Page) -> list[Response]:
    """Return a list to which each response is added from now on."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    return responses


def _sizes(responses: Iterable[Response]) -> tuple[int, int]:
    """Return the bytes of responses, compressed and as they are."""
    bodies = [response.body() for response in responses]
    return sum(map(_compressed, bodies)), sum(map(len, bodies))


def _compressed(body: bytes) -> int:
    return len(gzip.compress(body, 6))
