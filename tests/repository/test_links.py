"""The weekly look at the addresses of sources: which are told, and that nothing else is."""

import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from tests.support.projects import ROOT


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_addresses_that_are_gone_are_told(rivers: Path) -> None:
    server = HTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    at = f"http://127.0.0.1:{server.server_port}"
    sources = rivers / "events/sources.yml"
    text = sources.read_text().replace("https://gazette.example/pause", f"{at}/404")
    sources.write_text(f"{text}  url: {at}/200\n  archive_url: {at}/403\n")
    done = subprocess.run(
        [sys.executable, ROOT / ".github/links.py"],
        cwd=rivers,
        env={**os.environ, "PYTHONPATH": str(ROOT), "no_proxy": "*"},
        capture_output=True,
        text=True,
    )
    server.shutdown()
    server.server_close()
    assert (done.stdout, done.stderr) == (f"- `gazette-2021-05-05`: <{at}/404> (HTTP 404)\n", "")
