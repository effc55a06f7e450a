"""The chronology as frozen values: Event, Account, Figure, Actor, Place, Source, Chronology.

The docstrings of classes and fields are the meaning that contributors, schemas and exports rely on.
Two fields say where a record came from, for problems and links: `Event.path` and
`Chronology.folder`. Nothing here reads files, knows lines or rules across records, or how anything
is shown.
"""

from generator.model.records.base import Record
from generator.model.records.chronology import Chronology
from generator.model.records.event import Account, Correction, Event, Figure, Role
from generator.model.records.registries import (
    Actor,
    ArchivedText,
    Capture,
    LeftOut,
    Office,
    Place,
    Source,
)
from generator.model.records.settings import Measure, Repository, Settings, Term
from generator.model.records.withheld import Withdrawal, WithheldEvent

__all__ = [
    "Account", "Actor", "ArchivedText", "Capture", "Chronology", "Correction", "Event", "Figure",
    "LeftOut", "Measure", "Office", "Place", "Record", "Repository", "Role", "Settings", "Source",
    "Term", "Withdrawal", "WithheldEvent",
]  # fmt: skip
