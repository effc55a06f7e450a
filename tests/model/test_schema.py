"""What each field of a record means reaches both schemas: of published data, and for editors."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.authoring.editor_schema import shapes
from generator.exports.json_schema import schema
from generator.model.records import Chronology, Record
from generator.model.schema import field_docs
from tests.support.record_types import RECORDS


def _definitions(schemas: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The schemas of single records below a schema, by the sentence that describes the record."""
    if "properties" in schemas and "description" in schemas:
        yield schemas["description"], schemas["properties"]
    for value in schemas.values():
        if isinstance(value, dict):
            yield from _definitions(value)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_documented(record: type[Record]) -> None:
    assert list(field_docs(record)) == list(record.model_fields)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_editors_show_what_every_field_means(record: type[Record]) -> None:
    described = dict(
        found for text in shapes().values() for found in _definitions(json.loads(text))
    )
    properties = described[(record.__doc__ or "").strip()]
    docs = {
        key: text for key, text in field_docs(record).items() if key not in record.loader_fields
    }
    assert {key: properties[key].get("description") for key in docs} == docs


def test_the_published_schema_says_what_every_field_means(meresh: Chronology) -> None:
    definitions = schema(meresh)["$defs"]
    published = [record for record in RECORDS if record.__name__ in definitions]
    assert len(published) == 17  # those of the vocabularies among them
    for record in published:
        properties = definitions[record.__name__]["properties"]
        for key, text in field_docs(record).items():
            if key not in ("path", "draft"):  # which are not published
                assert properties[key].get("description") == text, (record.__name__, key)
