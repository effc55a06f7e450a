"""What changed between two states of a chronology, and what of it needs a correction.

Whatever was published and is not so any more (a figure, a date, an account, a correction) needs a
new entry under `corrections` in its event. An account that comes to a published event needs its day
under `added`; other additions need nothing. Nothing here reads files.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.authoring.diff.event_changes import Change, EventDiff
from generator.model.records import Chronology, Record

Registry = Literal["actor", "place", "source"]
State = Literal["added", "changed", "published", "withdrawn", "removed", "withheld", "unreadable"]


@dataclass(frozen=True, slots=True)
class EventChange:
    """One event in two states."""

    id: str
    title: str
    state: State
    changes: tuple[Change, ...] = ()
    is_corrected: bool = False
    """Whether the event has a new entry under `corrections`."""

    @property
    def needs_correction(self) -> bool:
        """Whether something that was published is not so any more, and no entry says why."""
        return not self.is_corrected and any(change.was_published for change in self.changes)

    @property
    def needs_added(self) -> bool:
        """Whether an account came to what was published, and does not say when."""
        return any(change.lacks_added for change in self.changes)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record of a registry, or the chronology's own facts, in two states."""

    record: Registry | Literal["chronology"]
    id: str
    state: Literal["added", "changed", "removed"]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed: events in the order of their ids, then records."""

    events: tuple[EventChange, ...]
    records: tuple[RecordChange, ...]

    @property
    def uncorrected(self) -> tuple[EventChange, ...]:
        """The events that need a correction and have none."""
        return tuple(event for event in self.events if event.needs_correction)

    @property
    def undated(self) -> tuple[EventChange, ...]:
        """The events to which an account came that does not say when it was added."""
        return tuple(event for event in self.events if event.needs_added)

    @property
    def is_open(self) -> bool:
        """Whether readers can see every change: none lacks its correction or its day."""
        return not self.uncorrected and not self.undated


def compare(old: Chronology, new: Chronology, unreadable: Collection[str] = ()) -> Changes:
    """Return what changed from one state to another.

    `unreadable` are the files of the new state, without `.yml`, of which something cannot be read:
    ids of events, names of registries.
    """
    ids = sorted({*old.by_id, *new.by_id, *(event.id for event in (*old.withheld, *new.withheld))})
    events = (_event_change(old, new, id, unreadable) for id in ids)
    records = tuple(_record_changes(old, new, unreadable))
    return Changes(tuple(event for event in events if event is not None), records)


def _event_change(
    old: Chronology, new: Chronology, id: str, unreadable: Collection[str]
) -> EventChange | None:
    """Return how an event changed, which is in one of the states at least; None if it did not."""
    before, after = old.by_id.get(id), new.by_id.get(id)
    was, now = (
        next((event for event in state.withheld if event.id == id), None) for state in (old, new)
    )
    if now is not None:  # of what is withheld, nothing is told here either
        if was is None:
            day = now.withheld.on
            too_early = before is not None and not before.draft and day < before.added
            slip = Change(
                "date",
                f"on {day}, before its publication: write the day on which it was withheld",
                True,
            )
            return EventChange(id, id, "withheld", (slip,) if too_early else ())
        mended = Change("text", "the words of the withdrawal are others")
        return EventChange(id, id, "changed", (mended,)) if was.withheld != now.withheld else None
    if before is None and after is None:
        gone = Change("file", "that it is withheld is told no more", was_published=True)
        return EventChange(id, id, "unreadable" if id in unreadable else "removed", (gone,))
    if before is None:
        assert after is not None
        return EventChange(id, after.title, "added")
    was_published = not before.draft
    if after is None:
        if id in unreadable:
            gone = Change("file", "its file cannot be read any more", was_published)
            return EventChange(id, before.title, "unreadable", (gone,))
        gone = Change("file", "the event is gone, and its address with it", was_published)
        return EventChange(id, before.title, "removed", (gone,))
    changes = tuple(EventDiff(old, new, was_published).changes(before, after))
    state: State = "changed"
    if before.draft != after.draft:
        state = "published" if before.draft else "withdrawn"
    elif not changes:
        return None
    if state == "withdrawn":
        changes = (Change("file", "the event is a draft now; readers lose it", True), *changes)
    # A rewritten entry is not a new one.
    is_corrected = len(after.corrections) > len(before.corrections)
    return EventChange(id, after.title, state, changes, is_corrected)


def _record_changes(
    old: Chronology, new: Chronology, unreadable: Collection[str]
) -> Iterator[RecordChange]:
    """Yield the records of registries that changed, and the chronology's own facts if they did."""
    registries: tuple[tuple[Registry, Mapping[str, Record], Mapping[str, Record]], ...] = (
        ("actor", old.actors, new.actors),
        ("place", old.places, new.places),
        ("source", old.sources, new.sources),
    )
    for record, before, after in registries:
        for id in sorted({*before, *after}):
            if id not in before:
                yield RecordChange(record, id, "added")
            elif id not in after and f"{record}s" in unreadable:
                continue
            elif id not in after:
                yield RecordChange(record, id, "removed")
            elif fields := _changed_fields(before[id], after[id]):
                yield RecordChange(record, id, "changed", fields)
    fields = _changed_fields(old.settings, new.settings)
    fields += ("borders",) if old.borders != new.borders else ()
    if fields:
        yield RecordChange("chronology", new.folder, "changed", fields)


def _changed_fields(old: Record, new: Record) -> tuple[str, ...]:
    names = (name for name in type(old).model_fields if name not in old.loader_fields)
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))
