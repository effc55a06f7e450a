"""Which texts are in our own words, so that the rules of wording hold for them."""

from typing import get_type_hints

import pytest

from generator.model.our_texts import our_texts, voices
from generator.model.records import Chronology, Record
from generator.model.scalars import Line, Text, Voice
from tests.support.record_types import RECORDS

OURS = {
    "Withdrawal.why",
    *("Figure.scope", "Account.says", "Correction.what", "Correction.now", "Correction.why"),
    *("Event.title", "Event.date_basis", "Event.summary", "Event.unknowns"),
    *("Actor.note", "Place.kind", "Place.note", "LeftOut.why"),
    *("Source.published_basis", "Source.vocabulary", "Source.unused"),
    *("Term.name", "Term.note", "Measure.name", "Measure.note", "Measure.unit"),
    *("Settings.title", "Settings.description", "Settings.intro", "Settings.scope"),
}


def _fields() -> list[tuple[str, object]]:
    return [
        (f"{record.__name__}.{name}", hint)
        for record in RECORDS
        for name, hint in get_type_hints(record, include_extras=True).items()
        if name in record.model_fields
    ]


READERS = ("read_text", "read_line", "_quoted_line", "_reasons")
"""What reads a text."""


@pytest.mark.parametrize(("name", "annotation"), _fields(), ids=lambda value: str(value)[:40])
def test_every_text_says_whose_words_it_is(name: str, annotation: object) -> None:
    written = str(annotation)
    holds_text = any(f"function {reader}" in written for reader in READERS)
    said = len(voices(annotation))
    assert said == (1 if holds_text else 0), f"{name}: give it OurLine, QuotedLine or NameLine"


def test_a_text_that_says_nothing_is_found() -> None:
    assert voices(tuple[Line, ...]) == voices(Text) == frozenset()


def test_our_words_are_these() -> None:
    ours = {name for name, hint in _fields() if Voice.OURS in voices(hint)}
    assert ours == OURS, "a new text of ours: add it to OURS above"


def test_texts_of_ours_stand_where_they_are_said_to(meresh: Chronology) -> None:
    texts = list(our_texts(meresh))
    by_path: dict[str, Record] = {event.path: event for event in meresh.events}
    assert {text.path for text in texts} >= {*by_path, meresh.file("chronology.yml")}
    for path, location, text in texts:
        value: object = by_path.get(path)
        if value is None:
            continue
        for step in location:
            value = (
                getattr(value, str(step)) if isinstance(value, Record) else value[step]  # type: ignore[index]
            )
        assert value == text
