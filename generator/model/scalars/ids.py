"""Ids: the names of records, and what names one."""

import re
from functools import lru_cache
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.model.scalars.base import pattern, read_text, slip_error
from generator.model.slips import id_slip

MAX_ID = 120
"""No id is longer, so that each is the name of a file in every file system."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Return whether a text can be the id of a record; "index" is the address of a list page."""
    return len(text) <= MAX_ID and _read_id(text) is not None


@lru_cache(maxsize=10_000)
def _read_id(text: str) -> str | None:
    """Return the id in a text: wherever it is written, the same object."""
    return text if _ID.fullmatch(text) and text != "index" else None


def _id(value: Any, names: str = "") -> str:
    if type(value) is str and len(value) <= MAX_ID and (id := _read_id(value)) is not None:
        return id
    text = read_text(value)
    if not is_id(text):
        raise slip_error("E205", text, "no id", id_slip(text, _ID, MAX_ID), None, names)
    return text


def _named(record: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "x-names": record})


def _naming(record: str) -> PlainValidator:
    """Return what reads an id by which one record names another."""

    def read(value: Any) -> str:  # ids are many: a sound one takes no further call
        if type(value) is str and len(value) <= MAX_ID and (id := _read_id(value)) is not None:
            return id
        return _id(value, record)

    return PlainValidator(read)


Id = Annotated[str, PlainValidator(_id), pattern(_ID)]
"""The name of a record, and its address on the site."""
ActorId = Annotated[str, _naming("actor"), pattern(_ID), _named("actor")]
"""An id in actors.yml; likewise the next six, in their registry or vocabulary."""
PlaceId = Annotated[str, _naming("place"), pattern(_ID), _named("place")]
SourceId = Annotated[str, _naming("source"), pattern(_ID), _named("source")]
KindId = Annotated[str, _naming("kind"), pattern(_ID), _named("kind")]
RoleId = Annotated[str, _naming("role"), pattern(_ID), _named("role")]
MeasureId = Annotated[str, _naming("measure"), pattern(_ID), _named("measure")]
PopulationId = Annotated[str, _naming("population"), pattern(_ID), _named("population")]
EventId = Annotated[str, _naming("event"), pattern(_ID)]
"""The name of another event's file, without .yml."""
Labelled = Annotated[str, PlainValidator(read_text), _named("labelled")]
"""An id in actors.yml, or `this`: the event."""
