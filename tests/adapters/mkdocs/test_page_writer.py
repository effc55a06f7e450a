"""Pages written by a second process are all there when the build ends, and an error ends it."""

from pathlib import Path

from tests.conftest import alone

_WRITES = """
import os, sys
from generator.support.worker import can_fork
from generator.adapters.mkdocs.page_writer import Writer
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
    done = alone(_WRITES, tmp_path)
    if done.stdout.startswith("no second process"):
        return
    assert done.stdout.splitlines() == [
        "written",
        "pages could not be written; the message is above",
    ]
    assert "file" in done.stderr
    for n in range(300):
        assert (tmp_path / f"site/{n}/index.html").read_text("utf-8") == f"Türkiye {n}" * 5000
