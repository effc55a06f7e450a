"""What was added and corrected, and when, as one JSON file, for whoever keeps a copy up to date.

`words` says it in a sentence; the other keys are for programs.
"""

from collections.abc import Iterator
from typing import Any

from generator.analysis.published_changes import PublishedChange, published_changes
from generator.exports.base import Format
from generator.exports.json_records import json_document, record_to_plain
from generator.model.output import Output
from generator.model.permalinks import CHANGES, event_url, site_url
from generator.model.records import Chronology, WithheldEvent
from generator.rendering.language import ENGLISH, Language
from generator.rendering.language.change_words import (
    account_added_words,
    correction_words,
    event_added_words,
    withheld_words,
)
from generator.support.cache import Cache


def write(chronology: Chronology, cache: Cache, language: Language = ENGLISH) -> Iterator[Output]:
    """Yield `data/changes.json`, the newest change first."""

    def content() -> str:
        changes = [_plain(chronology, language, change) for change in published_changes(chronology)]
        document = json_document({"title": chronology.settings.title, "changes": changes})
        return f"{document}\n"

    yield Output(CHANGES, content, chronology.folder)


def _plain(chronology: Chronology, language: Language, change: PublishedChange) -> dict[str, Any]:
    event, account, correction = change.event, change.account, change.correction
    plain: dict[str, Any] = {
        "on": change.on.isoformat(),
        "kind": change.kind,
        "event": event.id,
        "url": site_url(chronology, event_url(event.id)),
    }
    if isinstance(event, WithheldEvent):
        return {**plain, "words": withheld_words(language, event)}
    plain["title"] = event.title
    if account is not None:
        plain["account"] = account.id
        plain["words"] = account_added_words(language, chronology, account)
    elif correction is not None:
        plain["correction"] = record_to_plain(correction)
        plain["words"] = f"{correction.what}. {correction_words(language, correction)}"
    else:
        plain["words"] = event_added_words(language, event)
    return plain


FORMAT = Format(
    "Changes",
    "What was added and what was corrected, and when, the newest first: for whoever keeps a copy "
    "up to date.",
    "application/json",
    write,
    is_spoken=True,
)
