"""Answers of a run of `new` that ended before its file was written, for the next run to offer."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.adapters.cli.log import echo
from generator.support.disk_errors import in_words
from generator.support.disk_flush import write_flushed

NAME = ".answers.json"
"""The file, in the folder of the data; no name that begins with a dot is data."""


class Answers:
    """What was answered in this run, and what an earlier one left, each by its question."""

    def __init__(self, earlier: dict[str, str] | None = None) -> None:
        """`earlier` are the answers that are offered."""
        self.earlier = earlier or {}
        self.given: dict[str, str] = {}


@contextmanager
def answers_kept(events: Path, asks: bool) -> Iterator[Answers]:
    """Give answers that are kept where what is done with them is given up, or cannot be done.

    What an earlier run left is offered, and is gone once a run has come to its end.
    """
    file = events / NAME
    earlier = _read(file) if asks else {}
    if earlier:
        what = f"{len(earlier)} answers of a run that was given up are there ({file})"
        if not click.confirm(f"{what}. Offer them again?", default=True, err=True):
            earlier = {}
    answers = Answers(earlier)
    try:
        yield answers
    except (KeyboardInterrupt, click.Abort, click.UsageError):
        if asks and (kept := {**answers.earlier, **answers.given}):
            _keep(file, kept)
        raise
    if asks:
        file.unlink(missing_ok=True)


def _read(file: Path) -> dict[str, str]:
    """Return what is kept in a file; nothing, where it is none or holds something else."""
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {key: text for key, text in kept.items() if isinstance(text, str)}


def _keep(file: Path, answers: dict[str, str]) -> None:
    text = json.dumps(answers, ensure_ascii=True, indent=1)
    try:
        write_flushed(file, text.encode())
    except OSError as error:
        echo(f"\nWhat you typed could not be kept ({in_words(error, file)}):\n{text}", err=True)
        return
    echo(f"\nWhat you typed is kept in {file}, and offered the next time.", err=True)
