"""Every field of a source reaches every form of reference, or is excepted here with a reason.

The fields come from the model: a new one fails here until it arrives, or stands in `EXCEPTIONS`.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from generator.exports import export
from generator.model.dates import parse_date
from generator.model.records import ArchivedText, Capture, Chronology, LeftOut, Settings, Source
from generator.rendering.language import ENGLISH
from generator.rendering.pages.source import reference_of
from generator.rendering.parts.reference_forms import FORMS, reference_forms
from generator.rendering.parts.schema_org import source_jsonld

SOURCE = Source.model_construct(
    id="gazette", path="events/sources.yml", kind="article", outlet="The Gazette",
    author="A. Writer", title="A pause", published=parse_date("2021-05-05"),
    published_basis="As printed.", url="https://gazette.example/1", accessed=date(2021, 5, 6),
    archive_url="https://archive.example/1", language="en", vocabulary="Plain.",
    captured=Capture.model_validate({"on": "2021-05-07", "by": "An archive", "with": "A tool"}),
    text=None, unused={}, left_out=(), draft=False,
)  # fmt: skip
OTHERS: Mapping[str, Any] = {
    "id": "courier", "path": "events/sources/c.yml", "kind": "report", "outlet": "The Courier",
    "author": "B. Writer", "title": "A breach", "published": parse_date("2021-05-04"),
    "published_basis": "From its address.", "url": "https://gazette.example/2",
    "accessed": date(2021, 6, 6), "archive_url": "https://archive.example/2", "language": "tr",
    "vocabulary": "Not plain.", "unused": {4: "an aside"}, "draft": True,
    "text": ArchivedText.model_construct(file="g.txt", sha256="0", paragraphs=4, body=(1, 2, 3)),
    "left_out": (LeftOut.model_construct(paragraph=1, what="7", why="So."),),
    "captured.on": date(2021, 6, 7), "captured.by": "Another archive", "captured.with": "Another",
}  # fmt: skip
"""Another value of each field."""


def _file(path: str) -> Callable[[Source], str]:
    def written(source: Source) -> str:
        chronology = Chronology("events", Settings(title="D"), {}, {}, {source.id: source}, ())
        [output] = [output for output in export(chronology).outputs if output.path == path]
        return str(output.content)

    return written


def _form(name: str) -> Callable[[Source], str]:
    return lambda source: reference_forms(ENGLISH, reference_of(ENGLISH, source))[name]


def _linked(source: Source) -> str:
    chronology = Chronology("events", Settings(title="D"), {}, {}, {source.id: source}, ())
    return json.dumps(source_jsonld(chronology, source))


PLACES: Mapping[str, Callable[[Source], str]] = {
    "csl": _file("data/sources.csl.json"),
    "biblatex": _file("data/sources.bib"),
    "schema.org": _linked,
    **{form: _form(form) for form in FORMS},
}
_NOT_OF_A_REFERENCE = {
    "path": "where its record lies",
    "draft": "no draft is published",
    "published_basis": "how a day was worked out; the page of the source has it",
    "vocabulary": "what we say of its words; the page of the source has it",
    "text": "the archived text stands outside of the site, so nobody can look it up",
    "unused": "what became of each paragraph here; the page of the source has it",
    "left_out": "what became of each number here; the page of the source has it",
}
EXCEPTIONS: Mapping[tuple[str, str], str] = {
    **{(place, name): why for place in PLACES for name, why in _NOT_OF_A_REFERENCE.items()},
    ("schema.org", "accessed"): "it has no property for the day on which a work was read",
    ("RIS", "id"): "RIS has no key: programs make their own",
    ("Wikipedia", "id"): "the templates have no key",
    ("Wikipedia", "captured.by"): "the templates know the day of a copy alone",
    ("Wikipedia", "captured.with"): "the templates know the day of a copy alone",
}
"""What does not reach a form, and why."""


def _fields() -> list[str]:
    kept = [f"captured.{name}" for name in Capture.model_fields]
    return [name for name in Source.model_fields if name != "captured"] + kept


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("field", _fields())
def test_a_field_of_a_source_reaches_a_reference(field: str, place: str) -> None:
    assert field in OTHERS, f"give {field} another value above"
    name, _, inner = field.partition(".")
    value = OTHERS[field]
    if inner:
        assert SOURCE.captured is not None
        value = SOURCE.captured.model_copy(update={inner: value})
    changed = SOURCE.model_copy(update={name: value})
    arrives = PLACES[place](changed) != PLACES[place](SOURCE)
    assert arrives is ((place, field) not in EXCEPTIONS)
