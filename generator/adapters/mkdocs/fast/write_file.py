"""A file of the site, written with half of the questions that MkDocs asks the system for each."""

from io import FileIO
from pathlib import Path


def write_file(content: bytes, path: str) -> None:
    """Write a file, and make the folder that it stands in where there is none yet."""
    try:
        file = FileIO(path, "w")
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = FileIO(path, "w")
    with file:
        while content:  # a disk that is nearly full takes a part
            content = content[file.write(content) :]
