"""What a value in the YAML may be: text, ids, numbers, days, EDTF dates, paragraphs.

YAML is read as text, so every type here takes the text that stands in the file and either gives the
value or says what is wrong with it, under a problem code and with the way out. Nothing is coerced.
"""

from generator.model.scalars.base import kind_of, read_text, shape_error
from generator.model.scalars.codes import Language, SameAs, Sha256, Timezone, Url, is_language
from generator.model.scalars.days import Day, Edtf
from generator.model.scalars.ids import (
    MAX_ID,
    ActorId,
    EventId,
    Id,
    KindId,
    Labelled,
    MeasureId,
    PlaceId,
    PopulationId,
    RoleId,
    SourceId,
    is_id,
)
from generator.model.scalars.numbers import (
    FORMAT,
    Coordinate,
    Flag,
    FormatNumber,
    Number,
    WrittenFloat,
)
from generator.model.scalars.paragraphs import (
    MAX_PARAGRAPHS,
    Paragraph,
    ParagraphBudget,
    Paragraphs,
    Reasons,
)
from generator.model.scalars.texts import (
    Line,
    NameLine,
    OurLine,
    OurText,
    PrintedLine,
    QuotedLine,
    Text,
    Voice,
)

__all__ = [
    "FORMAT",
    "MAX_ID",
    "MAX_PARAGRAPHS",
    "ActorId",
    "Coordinate",
    "Day",
    "Edtf",
    "EventId",
    "Flag",
    "FormatNumber",
    "Id",
    "KindId",
    "Labelled",
    "Language",
    "Line",
    "MeasureId",
    "NameLine",
    "Number",
    "OurLine",
    "OurText",
    "Paragraph",
    "ParagraphBudget",
    "Paragraphs",
    "PlaceId",
    "PopulationId",
    "PrintedLine",
    "QuotedLine",
    "Reasons",
    "RoleId",
    "SameAs",
    "Sha256",
    "SourceId",
    "Text",
    "Timezone",
    "Url",
    "Voice",
    "WrittenFloat",
    "is_id",
    "is_language",
    "kind_of",
    "read_text",
    "shape_error",
]
