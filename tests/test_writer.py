"""Pages written by a second process are all there when the build ends, and an error ends it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

# A test runner has threads of its own, so this is done in a process that has not.
_ALONE = """
import os, sys
from generator.aside import can_fork
from generator.mkdocs_writer import Writer
if not can_fork():
    print("no second process here")
    sys.exit()
writer = Writer()
for n in range(300):
    writer.write(os.path.abspath(f"site/{n}/index.html"), f"Türkiye {n}".encode() * 5000)
writer.finish()
print("written")
open("file", "w").close()
writer = Writer()
writer.write(os.path.abspath("file/index.html"), b"x")
try:
    writer.finish()
except OSError as error:
    print(error)
"""


def test_all_is_written_and_what_is_not_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ALONE],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    if done.stdout.startswith("no second process"):
        return
    assert done.stdout.splitlines() == [
        "written",
        "pages could not be written; the message is above",
    ]
    assert "file" in done.stderr
    for n in range(300):
        assert (tmp_path / f"site/{n}/index.html").read_text("utf-8") == f"Türkiye {n}" * 5000
