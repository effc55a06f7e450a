"""What every record is."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A record: exactly these keys, never changed after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    loader_fields: ClassVar[frozenset[str]] = frozenset()
    """The fields that nobody writes in the record: the loader gives them."""
    derived_fields: ClassVar[frozenset[str]] = frozenset()
    """The fields that the loader gives where nobody writes them."""
