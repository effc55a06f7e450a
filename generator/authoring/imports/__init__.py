"""Timelines kept elsewhere to drafts. Adding a format is one module here, its test, one line below.

A reader takes a file and gives what it found: events as in the YAML, and a line for all that it
leaves out. Ids, registries and files on disk are the same for all: see `drafts.py`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.authoring.imports import csv_tables as tables
from generator.authoring.imports import timelinejs, ucdp
from generator.authoring.imports.base import Imported
from generator.authoring.imports.name_matching import Registries

READERS: Mapping[str, Callable[[Path, Registries], Imported]] = {
    "timelinejs": timelinejs.read,
    "ucdp": ucdp.read,
    "csv": tables.read,
}
