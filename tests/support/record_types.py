"""All kinds of records, derived from the model."""

from generator.model import records
from generator.model.records import Record

RECORDS = [
    value
    for value in vars(records).values()
    if isinstance(value, type) and issubclass(value, Record) and value is not Record
]
