"""Print the folder in which tests keep what they make: in memory, where there is room for it.

Tests write many small files, and flush them as the program does; a disk is what they would wait
for. `TMPDIR` is obeyed where it is set.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

IN_MEMORY = Path("/dev/shm")
ROOM = 6 * 10**9
"""In bytes: more than twice what a run of all tests keeps."""


def temporary_folder(in_memory: Path = IN_MEMORY, room: int = ROOM) -> Path:
    """Return `in_memory` where it has this room and programs may run in it; else the usual one."""
    usual = Path(tempfile.gettempdir())
    if "TMPDIR" in os.environ or not os.access(in_memory, os.W_OK):
        return usual
    has_room = shutil.disk_usage(in_memory).free >= room
    return in_memory if has_room and _runs_programs(in_memory) else usual


def _runs_programs(folder: Path) -> bool:
    with tempfile.TemporaryDirectory(dir=folder) as name:
        program = Path(name, "program")
        program.write_text("#!/bin/sh\n", "utf-8")
        program.chmod(0o700)
        try:
            return subprocess.run([program], check=False).returncode == 0
        except PermissionError:
            return False


if __name__ == "__main__":
    print(temporary_folder())
