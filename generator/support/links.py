"""Symbolic links: where they lead."""

import os
from pathlib import Path


def leads_out(path: Path, *folders: Path) -> bool:
    """Return whether a path is a link to a place in none of these folders, be it there or not."""
    return path.is_symlink() and not lies_in(path, *folders)


def lies_in(path: Path, *folders: Path) -> bool:
    """Return whether a path, with all links followed, is one of these folders, or in one."""
    place = Path(os.path.realpath(path))
    return any(place.is_relative_to(os.path.realpath(folder)) for folder in folders)
