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
def answers_kept(events: Path, asks: bool, record: str) -> Iterator[Answers]:
    """Give answers that are kept where what is done with them is given up, or cannot be done.

    What an earlier run for such a `record` left is offered, and is gone once a run has come to its
    end. Who leaves an event to add its source first finds both again.
    """
    file = events / NAME
    earlier = _read(file).get(record, {}) if asks else {}
    if earlier:
        what = f"{len(earlier)} answers of a run that was given up are there ({file})"
        if not click.confirm(f"{what}. Offer them again?", default=True, err=True):
            earlier = {}
    answers = Answers(earlier)
    try:
        yield answers
    except BaseException:  # whatever ended it
        if asks and (kept := {**answers.earlier, **answers.given}):
            _keep(file, record, kept)
        raise
    if asks:
        _forget(file, record)


def _read(file: Path) -> dict[str, dict[str, str]]:
    """Return what is kept in a file for each kind of record; nothing where that is none."""
    if not file.is_file():  # a pipe would be waited for
        return {}
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {
        record: {key: text for key, text in answers.items() if isinstance(text, str)}
        for record, answers in kept.items()
        if isinstance(answers, dict)
    }


def _forget(file: Path, record: str) -> None:
    """Take out what is kept for a kind of record, and the file with the last of it."""
    others = {other: answers for other, answers in _read(file).items() if other != record}
    if others:
        write_flushed(file, _written(others))
    else:
        file.unlink(missing_ok=True)


def _keep(file: Path, record: str, answers: dict[str, str]) -> None:
    try:
        write_flushed(file, _written({**_read(file), record: answers}))
    except OSError as error:
        text = _written({record: answers}).decode()
        echo(f"\nWhat you typed could not be kept ({in_words(error, file)}):\n{text}", err=True)
        return
    echo(f"\nWhat you typed is kept in {file}, and offered the next time.", err=True)


def _written(kept: dict[str, dict[str, str]]) -> bytes:
    return json.dumps(kept, ensure_ascii=True, indent=1).encode()
