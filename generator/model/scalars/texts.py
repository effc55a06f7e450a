"""Texts, and whose words each is."""

from enum import Enum
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.model.scalars.base import read_text, shape_error
from generator.model.slips import is_in_quotes


class Voice(Enum):
    """Whose words a text is. Every text of a record says it, by its type."""

    OURS = "ours"
    """Our own words: neutral, and no copy of a source's."""
    QUOTED = "quoted"
    """The words of somebody else, or what stood here before: they stay as they are."""
    NAME = "name"
    """A name, a code or an address."""


def read_line(value: Any) -> str:
    """Return the text of a value on one line. Raises a shape error where it is no text."""
    return " ".join(read_text(value).split())


def _quoted_line(value: Any) -> str:
    """Return one line of text that readers see in quotation marks, or that is a name."""
    text = read_line(value)
    if not text.isascii() and is_in_quotes(text):
        message = f"the quotation marks {text[0]} and {text[-1]} are read as part of the text"
        raise shape_error("E221", message, f"write it without them: {text[1:-1][:60]}", text[1:-1])
    return text


_WORDS = WithJsonSchema({"type": ["string", "number"], "pattern": r"\S"})
Text = Annotated[str, PlainValidator(read_text), _WORDS]
"""Plain text, never Markdown or HTML; a blank line parts paragraphs."""
Line = Annotated[str, PlainValidator(read_line), _WORDS]
"""Plain text of one line; white space is folded."""
OurText = Annotated[Text, Voice.OURS]
OurLine = Annotated[Line, Voice.OURS]
PrintedLine = Annotated[Line, Voice.QUOTED]
"""As it stood somewhere, perhaps with quotation marks around it."""
QuotedLine = Annotated[str, PlainValidator(_quoted_line), _WORDS, Voice.QUOTED]
"""Words that readers see in quotation marks, written without any."""
NameLine = Annotated[str, PlainValidator(_quoted_line), _WORDS, Voice.NAME]
