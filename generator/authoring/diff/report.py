"""The changes between two states for people, as Markdown, and for programs, as JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.authoring.diff.changes import Changes, EventChange, State
from generator.rendering.language import ENGLISH
from generator.support.escape import as_text

MOST_SHOWN = 100
"""So many events are shown in full; a summary of a pull request has a size limit."""

_STATES: Mapping[State, str] = {
    "added": "new",
    "changed": "changed",
    "published": "published: was a draft",
    "withdrawn": "withdrawn: a draft now",
    "removed": "gone",
    "withheld": "withheld: its id, the day and the reason are left",
    "unreadable": "not readable any more",
}
_HOW = """\
Readers have seen what is marked **needs a correction**. Leave it as it was, or add an entry in the
event's file that says what changed and why:

```yaml
corrections:
  - {on: 2021-06-01, what: what was changed, was: as it was, now: as it is, why: the reason}
```
"""
_HOW_ADDED = """\
What is marked **needs `added`** came to an event that readers had seen. Give the account the day:

```yaml
    added: 2021-06-01
```
"""


def markdown(changes: Changes) -> str:
    """Return the changes as Markdown, in which texts from the data are text and nothing else."""
    return "\n".join(_lines(changes)).rstrip() + "\n"


def as_json(changes: Changes) -> str:
    """Return the changes as JSON; `ok` is false where a correction or an added day is missing."""
    events = [
        {
            "id": event.id,
            "title": event.title,
            "state": event.state,
            "corrected": event.is_corrected,
            "needs_correction": event.needs_correction,
            "needs_added": event.needs_added,
            "changes": [
                {
                    "what": change.what,
                    "words": change.words,
                    "was_published": change.was_published,
                    "lacks_added": change.lacks_added,
                }
                for change in event.changes
            ],
        }
        for event in changes.events
    ]
    records = [
        {"record": r.record, "id": r.id, "state": r.state, "fields": list(r.fields)}
        for r in changes.records
    ]
    document = {"ok": changes.is_open, "events": events, "records": records}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    """Yield the lines of the report; events that need something come first."""
    yield "## What changes in the data"
    yield ""
    if not changes.events and not changes.records:
        yield "Nothing."
        return
    yield _count(changes)
    yield ""
    if changes.uncorrected:
        yield _HOW
    if changes.undated:
        yield _HOW_ADDED
    in_order = sorted(
        changes.events,
        key=lambda event: (not (event.needs_correction or event.needs_added), event.id),
    )
    for event in in_order[:MOST_SHOWN]:
        yield from _event(event)
    if len(in_order) > MOST_SHOWN:
        yield f"- and {_count_words(len(in_order) - MOST_SHOWN, 'event')} more"
    if changes.records:
        yield ""
        yield "### Registries and vocabularies"
        yield ""
    for record in changes.records[:MOST_SHOWN]:
        fields = ", ".join(field.replace("_", " ") for field in record.fields)
        line = f"- {record.record} {as_text(record.id)} {record.state}"
        yield f"{line}: {fields}" if fields else line
    if len(changes.records) > MOST_SHOWN:
        yield f"- and {_count_words(len(changes.records) - MOST_SHOWN, 'record')} more"


def _count(changes: Changes) -> str:
    """Return how many events and records changed, and how."""
    states: Counter[str] = Counter(event.state for event in changes.events)
    parts = [
        f"{_count_words(states[state], 'event')} {words.partition(':')[0]}"
        for state, words in _STATES.items()
        if states[state]
    ]
    if changes.records:
        parts.append(
            f"{_count_words(len(changes.records), 'record')} in registries and vocabularies"
        )
    if changes.uncorrected:
        parts.append(f"**{_count_words(len(changes.uncorrected), 'event')} without a correction**")
    if changes.undated:
        parts.append(f"**{_count_words(len(changes.undated), 'event')} with an undated account**")
    return "; ".join(parts) + "."


def _count_words(count: int, noun: str) -> str:
    return f"{ENGLISH.grammar.number_words(count)} {noun}{'' if count == 1 else 's'}"


def _event(event: EventChange) -> Iterator[str]:
    yield f"- **{as_text(event.title)}** ({as_text(event.id)}), {_STATES[event.state]}"
    for change in event.changes:
        mark = ""
        if change.was_published:
            mark = " (corrected)" if event.is_corrected else " — **needs a correction**"
        if change.lacks_added:
            mark = " — **needs `added`**"
        yield f"  - {as_text(change.words)}{mark}"
