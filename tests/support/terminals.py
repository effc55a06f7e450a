"""A command at a terminal, with somebody who answers its questions and then presses Ctrl-C."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

from tests.support.projects import ROOT

SECONDS = 60
"""So long a question may take on a busy machine."""
# Of what runs in the background, a shell has SIGINT ignored, and its children inherit that.
_RUN = (
    "import runpy, signal\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "runpy.run_module('generator', run_name='__main__', alter_sys=True)\n"
)


def interrupted(project: Path, command: Sequence[str], typed: Sequence[str]) -> tuple[int, str]:
    """Answer the first questions of a command, send SIGINT at the next one.

    Returns the exit code, and all that stood on the screen but for what was typed.
    """
    terminal, end = pty.openpty()
    modes = termios.tcgetattr(end)
    modes[3] &= ~termios.ECHO  # so that all that comes is the command's own
    termios.tcsetattr(end, termios.TCSANOW, modes)
    running = subprocess.Popen(
        [sys.executable, "-c", _RUN, *command],
        cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=end, stdout=end, stderr=end,
    )  # fmt: skip
    os.close(end)
    try:
        screen = _until_asked(terminal)
        for answer in typed:
            os.write(terminal, f"{answer}\n".encode())
            screen += _until_asked(terminal)
        return _pressed_ctrl_c(running), screen + _rest(terminal)
    finally:
        running.kill()
        os.close(terminal)


def _pressed_ctrl_c(running: subprocess.Popen[bytes]) -> int:
    """Send SIGINT, and again where Python was just about to read, and has not seen it."""
    for _ in range(SECONDS // 3):
        running.send_signal(signal.SIGINT)
        try:
            return running.wait(3)
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError("it does not end")


def _until_asked(terminal: int) -> str:
    """Return what comes up to the next question, which ends with a colon."""
    screen = b""
    while not screen.rstrip(b" ").endswith(b":"):
        assert select.select([terminal], [], [], SECONDS)[0], f"no question: {screen.decode()}"
        screen += os.read(terminal, 4096)
    return screen.decode()


def _rest(terminal: int) -> str:
    screen = b""
    while select.select([terminal], [], [], 0)[0]:
        try:
            screen += os.read(terminal, 4096)
        except OSError:  # as Linux tells that the other end is closed
            break
    return screen.decode()
