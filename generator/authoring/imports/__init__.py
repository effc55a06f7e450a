"""Timelines kept elsewhere to drafts.

A reader takes a file and returns its events as in the YAML, and a line for all that it leaves out.
Ids, registries and files on disk are the same for all. To add one: see `base.py`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.authoring.imports.base import ImportedFile
from generator.authoring.imports.csl import read_csl
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.own_tables import read_tables, read_workbook
from generator.authoring.imports.timelinejs import read_timelinejs
from generator.authoring.imports.ucdp import read_ucdp

READERS: Mapping[str, Callable[[Path, Registries], ImportedFile]] = {
    "timelinejs": read_timelinejs,
    "ucdp": read_ucdp,
    "csl": read_csl,
    "csv": read_tables,
    "xlsx": read_workbook,
}
"""Every import, by the name that the command line gives it."""
