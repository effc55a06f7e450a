"""Outputs as text, to compare what two ways of making them give."""

import hashlib
from collections.abc import Iterable

from generator.model.output import Output


def output_lines(outputs: Iterable[Output]) -> list[str]:
    """Return a line for each output: its path, the digest of its content, and its origin."""
    return [f"{o.path} {_digest(o.content)} {o.origin}" for o in outputs]


def _digest(content: str | bytes) -> str:
    as_bytes = content if isinstance(content, bytes) else content.encode()
    return hashlib.sha256(as_bytes).hexdigest()
