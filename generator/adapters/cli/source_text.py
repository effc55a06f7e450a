"""The text of a new source: read from a saved page, kept where texts are archived, counted."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from generator.authoring.saved_source import SavedSource, SourceFileError, read_source
from generator.support.disk_flush import write_flushed


def read_saved(file: Path | None) -> SavedSource:
    """Return what a saved file says of a source; wrong use where it is none that can be read."""
    if file is None:
        return SavedSource()
    try:
        return read_source(file.read_bytes())
    except SourceFileError as error:
        raise click.UsageError(f"nothing was written: {file.name}: {error}") from None


def content_of(paragraphs: Sequence[str]) -> bytes:
    """Return the file of an archived text, one paragraph a line."""
    return "".join(f"{paragraph}\n" for paragraph in paragraphs).encode()


@contextmanager
def text_written(file: Path, content: bytes) -> Iterator[None]:
    """Write an archived text; where what is done meanwhile fails, it is taken away again.

    No other text is written over.
    """
    is_there = file.exists()
    if is_there and file.read_bytes() != content:
        raise click.UsageError(f"nothing was written: {file} is there already; give another --id")
    if not is_there:
        write_flushed(file, content)
    try:
        yield
    except BaseException:
        if not is_there:
            file.unlink()
        raise


def archived_text(name: str, content: bytes) -> dict[str, object]:
    """Return what a source's record says of its archived text: every paragraph is the article."""
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    count = sum(bool(line.strip()) for line in lines)
    return {
        "file": name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "paragraphs": count,
        "body": (f"1-{count}",),
    }
