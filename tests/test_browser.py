"""The site in a real browser. Skipped where there is none; where CI=true, that fails."""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.build]

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; browsers are not downloaded."""
    if BROWSER is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium is installed; .ci/run installs one")
        pytest.skip("no Chromium is installed (chromium, chromium-browser, google-chrome)")
    args = ["--no-sandbox", "--disable-background-networking"]
    return {**browser_type_launch_args, "executable_path": BROWSER, "args": args}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def reader(page: Page, address: str) -> Iterator[Page]:
    """A page whose console stays clean and which asks no other host for anything."""
    errors: list[str] = []
    strangers: list[str] = []
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) or
            request.url.startswith("data:") else strangers.append(request.url))  # fmt: skip
    yield page
    assert errors == []
    assert strangers == []


def _search(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words, delay=20)


def test_search_finds_an_event_and_its_page_shows_the_accounts(reader: Page, address: str) -> None:
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    _search(reader, "centcom restraint")  # words of an account
    hit = reader.locator(".md-search-result__link[href*='/events/']").first
    expect(hit).to_be_visible()
    hit.click()
    expect(reader).to_have_url(re.compile("/events/"))
    expect(reader.get_by_role("table").first).to_be_visible()
    expect(reader.locator("#a1")).to_be_attached()


def test_search_finds_an_actor_by_a_former_spelling(reader: Page, address: str) -> None:
    reader.goto(address)
    _search(reader, "Cavusoglu")
    expect(reader.locator(".md-search-result__link[href*='/actors/']").first).to_be_visible()
