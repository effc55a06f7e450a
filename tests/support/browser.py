"""The browser, the server that it asks, and what a page may not do in it."""

import functools
import http.server
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

# The first is the same without windows, and asks for half of the work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
"""The path of the first that is installed, or None."""


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


class LateFonts(_QuietHandler):
    """Answers at once, but for fonts: they come a tenth of a second later, to each page anew."""

    def do_GET(self) -> None:
        if self.path.endswith(".woff2"):
            time.sleep(0.1)
        super().do_GET()

    def end_headers(self) -> None:
        if self.path.endswith(".woff2"):
            self.send_header("Cache-Control", "no-store")
        super().end_headers()


@contextmanager
def serve(folder: Path, answer: type[_QuietHandler] = _QuietHandler) -> Iterator[str]:
    """Serve a built site, and give its address."""
    handler = functools.partial(answer, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def watch(page: Page) -> Iterator[Page]:
    """Fail at the end if the page wrote an error to its console or asked another host."""
    errors: list[str] = []
    foreign_urls: list[str] = []
    own = ("http://127.0.0.1:", "data:")

    def note_error(message: Any) -> None:
        if message.type == "error":
            errors.append(message.text)

    def note_url(request: Any) -> None:
        if not request.url.startswith(own):
            foreign_urls.append(request.url)

    listeners: dict[Any, Callable[[Any], None]] = {
        "console": note_error,
        "pageerror": lambda error: errors.append(str(error)),
        "request": note_url,
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield page
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    assert errors == [], errors
    assert foreign_urls == []
