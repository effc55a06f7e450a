"""What all types of values use: a text without what nobody sees, and the errors of a shape."""

import re
import unicodedata
from typing import Any

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.slips import Slip, odd_character
from generator.support.alphabets import mixed_word, unmixed
from generator.support.plain_text import INVISIBLE, character_name

_IGNORED = re.compile("[\xad\u200b\u2060\ufeff]")
"""Invisible characters that say nothing of the text: where a line may break, or the file begins."""


def shape_error(
    code: str, message: str, way_out: str, instead: Any = None, at: Any = None, names: str = ""
) -> PydanticCustomError:
    """Return an error that carries to the loader its problem code, the rule and the way out.

    Further `instead`, the only thing that the value can mean, as plain data; `at`, the item or key
    of the value that is at fault; and what the id of a record `names`.
    """
    context = {"code": code, "message": message, "way_out": way_out}
    return PydanticCustomError(
        "chronology", "{message}", {**context, "instead": instead, "at": at, "names": names}
    )


def slip_error(
    code: str, text: str, what: str, slip: Slip, at: Any = None, names: str = ""
) -> PydanticCustomError:
    """Return the error of a text that is not `what` it should be: why, or an odd character."""
    odd = odd_character(text)
    why = slip.why or (f"{odd} stands in it" if odd else "")
    because = f": {why}" if why else ""
    message = f"{text[:60]!r} is {what}{because}"
    return shape_error(code, message, slip.way_out, slip.instead, at, names)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return value
    way_out = "write one text, and quote it where it begins with a bracket or a brace"
    raise shape_error("E202", f"expected one value, found {kind_of(value)}", way_out)


def kind_of(value: Any) -> str:
    """Return what plain data looks like to the person who wrote it: `a list`, `text` …"""
    names = {type(None): "nothing", list: "a list", dict: "keys with values", str: "text"}
    return names[type(value)]


def read_text(value: Any) -> str:
    """Return the text of a value, in NFC, without white space around it.

    Raises a shape error for nothing, for what is no text, for a character that nobody sees, and for
    a letter of another alphabet that looks like one of the word's own.
    """
    if isinstance(value, str) and value.isascii() and value.isprintable():
        text = value.strip()
        if text:
            return text  # of most texts: what is looked for below cannot stand in them
    if value is None or (isinstance(value, str) and not value.strip()):
        raise shape_error("E203", "expected text, found nothing", "write it, or take the key out")
    # In NFC a letter with marks is written in one way: what looks alike is alike.
    text = unicodedata.normalize("NFC", _scalar(value).strip())
    if bad := INVISIBLE.search(text):
        raise shape_error(
            "E204",
            f"an invisible character, {character_name(bad[0])}, stands in the text",
            "delete it and type that place anew",
            _IGNORED.sub("", text) if not INVISIBLE.search(_IGNORED.sub("", text)) else None,
        )
    if mixed := mixed_word(text):
        letter = character_name(mixed.letter)
        message = f"a letter of another alphabet, {letter}, stands in {mixed.word[:60]!r}"
        raise shape_error("E223", message, "type the word anew", unmixed(text))
    return text


def pattern(pattern: re.Pattern[str]) -> WithJsonSchema:
    """Return the JSON Schema of a text of this form."""
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern.pattern})$"})
