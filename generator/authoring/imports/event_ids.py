"""The ids that new events get: the file's own where it is one of ours, else of date and title."""

import re
from collections.abc import Iterable

from generator.authoring.imports.base import ImportedEvent
from generator.model.dates import parse_date
from generator.model.layout import event_file, id_in
from generator.support.plain_text import slug


class EventIds:
    """Ids that are free, and what became of those that a file gives."""

    def __init__(self, taken: Iterable[str]) -> None:
        """`taken` are the ids of the events that are there."""
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}
        self._given: dict[str | None, str] = {}

    def give(self, draft: ImportedEvent) -> str:
        """Give an event its id, or the next that is free; return its file.

        Raises DateError where its date cannot be read.
        """
        when = parse_date(draft.data["date"])
        stem = slug(draft.id or "", 120)
        if stem != draft.id or not re.match(r"[0-9]{4}-", stem):
            stem = f"{when.anchor_text}-{draft.slug}"
        id, number = stem, self._numbers.get(stem, 1)
        while id in self._taken:
            number += 1
            id = f"{stem}-{number}"
        self._numbers[stem] = number
        self._taken.add(id)
        path = event_file(id, when.anchor.year)
        self._given[draft.id] = draft.id = id_in(path)
        return path

    def renamed(self, id: str) -> str:
        """Return the id that an event got which the file calls by this one."""
        return self._given.get(id, id)
