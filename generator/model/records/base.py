"""What every record is."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

_FIELDS_SET: dict[frozenset[str], set[str]] = {}
"""The sets of fields that records were given, each once."""


class Record(BaseModel):
    """A record: exactly these keys, never changed after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    loader_fields: ClassVar[frozenset[str]] = frozenset()
    """The fields that nobody writes in the record: the loader gives them."""
    derived_fields: ClassVar[frozenset[str]] = frozenset()
    """The fields that the loader gives where nobody writes them."""

    def model_post_init(self, context: Any, /) -> None:
        """Share the names of the fields that were given: they are a third of a record's memory."""
        given = self.__pydantic_fields_set__
        shared = _FIELDS_SET.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", shared)
