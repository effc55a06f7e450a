"""What a target is, and how several files become one input: a JSON object of texts by path."""

import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple


class Target(NamedTuple):
    """What is fuzzed."""

    make: Callable[[Random], bytes]
    run: Callable[[bytes], None]


def pack(files: Mapping[str, str]) -> bytes:
    """Return the input that holds these files."""
    return json.dumps(files).encode()


def unpack(data: bytes, folder: Path, known: Collection[str]) -> None:
    """Write those files of an input whose paths are known; none where it is no such input."""
    try:
        files = json.loads(data)
    except ValueError:
        return
    for path, text in files.items() if isinstance(files, dict) else ():
        if path in known and isinstance(text, str):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode("utf-8", "surrogatepass"))
