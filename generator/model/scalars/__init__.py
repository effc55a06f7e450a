"""What a value in the YAML may be: text, ids, numbers, days, EDTF dates, paragraphs.

YAML is read as text, so every type here takes the text that stands in the file and either gives the
value or says what is wrong with it, under a problem code and with the way out. Nothing is coerced.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import partial
from itertools import pairwise
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.dates import Date, DateError, parse_date
from generator.model.dates.edtf import EDTF_PATTERN
from generator.model.dates.timezone import timezone_names
from generator.model.slips import (
    Slip,
    coordinate_slip,
    flag_slip,
    id_slip,
    is_in_quotes,
    language_slip,
    number_slip,
    paragraph_slip,
    url_slip,
)
from generator.support.plain_text import INVISIBLE, character_name

FORMAT = 2
"""The newest format of the data: what it gained is written in the design."""
MAX_ID = 120
"""No id is longer, so that each is the name of a file in every file system."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
_COORDINATE = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,8})?")
_RANGE = re.compile(r"([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?")
_NUMBERS = tuple(range(10_000))  # so that equal numbers are one object
MAX_PARAGRAPHS = 500_000
"""So many paragraphs the ranges of one file name at most, all together."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_URL = re.compile(r"https?://[^\s/?#\"'<>\\]+(?:[/?#][^\s\"'<>\\]*)?")
_WIKIDATA = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/Q[1-9][0-9]{0,11}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_IGNORED = re.compile("[\xad\u200b\u2060\ufeff]")
"""Invisible characters that say nothing of the text: where a line may break, or the file begins."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


def shape_error(
    code: str, message: str, way_out: str, instead: Any = None, at: Any = None, names: str = ""
) -> PydanticCustomError:
    """Return an error that carries to the loader its problem code, the rule and the way out.

    Further `instead`, the only thing that the value can mean, as plain data; `at`, the item or key
    of the value that is at fault; and what the id of a record `names`.
    """
    told = {"code": code, "message": message, "way_out": way_out}
    return PydanticCustomError(
        "chronology", "{message}", {**told, "instead": instead, "at": at, "names": names}
    )


def _slip_error(
    code: str, text: str, what: str, slip: Slip, at: Any = None, names: str = ""
) -> PydanticCustomError:
    """Return the error of a text that is not `what` it should be."""
    because = f": {slip.why}" if slip.why else ""
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


def _text(value: Any) -> str:
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
    return text


def _line(value: Any) -> str:
    return " ".join(_text(value).split())


def _quoted_line(value: Any) -> str:
    """Return one line of text that readers see in quotation marks, or that is a name."""
    text = _line(value)
    if is_in_quotes(text) and not text.isascii():
        message = f"the quotation marks {text[0]} and {text[-1]} are read as part of the text"
        raise shape_error("E221", message, f"write it without them: {text[1:-1][:60]}", text[1:-1])
    return text


def is_id(text: str) -> bool:
    """Return whether a text can be the id of a record; "index" is the address of a list page."""
    return bool(_ID.fullmatch(text)) and text != "index" and len(text) <= MAX_ID


def _id(value: Any, names: str = "") -> str:
    text = _text(value)
    if not is_id(text):
        raise _slip_error("E205", text, "no id", id_slip(text, _ID, MAX_ID), None, names)
    return text


def _number(value: Any, info: ValidationInfo) -> int | float:
    text = _text(value)
    if not _NUMBER.fullmatch(text):
        raise _slip_error("E206", text, "no number", number_slip(text, info.field_name or "value"))
    return float(text) if "." in text else int(text)


def _paragraph(value: Any) -> int:
    first, last = _range(_text(value))
    if first != last:
        raise shape_error("E210", "expected one number, found a range", "write one number")
    return first


def _coordinate(value: Any) -> float:
    text = _text(value)
    if not _COORDINATE.fullmatch(text) or abs(float(text)) > 180:
        raise _slip_error("E206", text, "no coordinate", coordinate_slip(text))
    return float(text)


def _flag(value: Any) -> bool:
    text = _text(value)
    if text not in {"true", "false"}:
        raise _slip_error("E207", text, "neither true nor false", flag_slip(text))
    return text == "true"


def _format(value: Any) -> int:
    text = _text(value)
    if not re.fullmatch("[1-9][0-9]{0,3}", text):
        raise shape_error("E218", f"{text[:60]!r} is no format", f"write 1 or {FORMAT}")
    if int(text) > FORMAT:
        message = f"the data is in format {text}, and this version reads up to {FORMAT}"
        raise shape_error("E218", message, f"install a version that reads format {text}")
    return int(text)


def _url(value: Any) -> str:
    text = _text(value)
    if not _URL.fullmatch(text):
        raise _slip_error("E208", text, "no web address", url_slip(text, _URL))
    return text


def _same_as(value: Any) -> str:
    """Return an address that names a thing; of Wikidata, that of an item and no other page."""
    url = _url(value)
    if re.match(r"https?://(?:www\.|m\.)?wikidata\.org/", url) and not _WIKIDATA.fullmatch(url):
        message = f"{url[:60]!r} is no item of Wikidata"
        raise shape_error("E208", message, "write https://www.wikidata.org/wiki/Q… with its number")
    return url


def _language(value: Any) -> str:
    text = _text(value)
    if not _LANGUAGE.fullmatch(text):
        raise _slip_error("E212", text, "no language code", language_slip(text, _LANGUAGE))
    return text


def is_language(text: str) -> bool:
    """Return whether a text is a language tag that a record may have."""
    return bool(_LANGUAGE.fullmatch(text))


def _timezone(value: Any) -> str:
    text = _text(value)
    if text not in timezone_names():
        near = [name for name in timezone_names() if name.rpartition("/")[2] == text.title()]
        example = "write its name, such as Europe/Istanbul or UTC"
        way_out = f"write {' or '.join(sorted(near))}" if near else example
        raise shape_error("E219", f"{text[:60]!r} is no time zone", way_out)
    return text


def _sha256(value: Any) -> str:
    text = _text(value)
    if not _SHA256.fullmatch(text):
        instead = text.lower() if _SHA256.fullmatch(text.lower()) else None
        way_out = "write 64 digits 0-9 and a-f"
        raise shape_error("E213", f"{text[:60]!r} is no SHA-256", way_out, instead)
    return text


def _day(value: Any) -> date:
    text = _text(value)
    way_out = "write it as 2021-05-06"
    instead: str | None = None
    try:
        if _DAY.fullmatch(text) and text.isascii():
            return date.fromisoformat(text)
        parse_date(text)
    except DateError as error:
        way_out = error.way_out if error.way_out.endswith(" instead") else way_out
        instead = error.instead if _DAY.fullmatch(error.instead or "") else None
    except ValueError:
        pass
    raise shape_error("E209", f"{text[:60]!r} is no calendar day", way_out, instead)


def _edtf(value: Any) -> Date:
    if isinstance(value, list):
        written = f"[{','.join(str(part) for part in value)[:60]}]"
        quoted: str | None = written
        try:
            parse_date(written)
        except DateError as error:
            quoted = error.instead
        raise shape_error(
            "E301",
            "a date that begins with a bracket must be quoted",
            f'write "{written}"',
            quoted,
        )
    try:
        return parse_date(_text(value))
    except DateError as error:
        way_out = re.sub(r"\[\S+\]", r'"\g<0>"', error.way_out)  # as YAML needs it
        raise shape_error("E301", error.message, way_out, error.instead) from None


def _range(text: str, at: Any = None) -> tuple[int, int]:
    match = _RANGE.fullmatch(text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if first > last:
        raise _slip_error("E210", text, "no paragraph", paragraph_slip(text), at)
    return first, last


class ParagraphBudget:
    """How many paragraphs the ranges of one file may still name: four letters write 9,999."""

    def __init__(self) -> None:
        self.left = MAX_PARAGRAPHS

    def spend(self, count: int) -> None:
        """Take away so many. Raises a shape error where there are not so many left."""
        if count > self.left:
            message = f"the ranges of the file name over {MAX_PARAGRAPHS:,} paragraphs"
            raise shape_error("E210", message, "name fewer, or give the range that is meant")
        self.left -= count


def _paragraphs(value: Any, info: ValidationInfo) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise _no_list_of_paragraphs(value)
    written = [(n, _text(part)) for n, part in enumerate(value)]
    return tuple(sorted(_numbers(written, info.context)))


def _no_list_of_paragraphs(value: Any) -> PydanticCustomError:
    """Return the error of what stands where a list of paragraphs should: `paragraphs: 6, 8–10`."""
    message, way_out = f"expected a list, found {kind_of(value)}", "write [6, 8-10]"
    if not isinstance(value, str):
        return shape_error("E202", message, way_out)
    parts = [part.strip() for part in value.split(",")]
    slips = [None if _RANGE.fullmatch(part) else paragraph_slip(part) for part in parts]
    ranges = [
        part if slip is None else slip.instead for part, slip in zip(parts, slips, strict=True)
    ]
    if None not in ranges:
        way_out = f"write [{', '.join(map(str, ranges))}]"
        return shape_error("E202", message, way_out, ranges)
    return shape_error("E202", message, f"{way_out}; a page or a chapter goes under locator")


def _numbers(
    ranges: Iterable[tuple[int | str, str]], budget: ParagraphBudget | None
) -> dict[int, str]:
    """Return each number of the ranges, with the range that names it.

    Each range comes with its place in the list. They are counted before they are gone through, and
    end at the first number that comes twice.
    """
    numbers: dict[int, str] = {}
    for at, written in ranges:
        first, last = _range(written, at)
        if budget is not None:
            budget.spend(last + 1 - first)
        named = _NUMBERS[first : last + 1]
        if twice := numbers.keys() & named:
            message = f"paragraph {min(twice)} is listed twice"
            raise shape_error("E210", message, "list each once", at=at)
        numbers.update(dict.fromkeys(named, written))
    return numbers


def _reasons(value: Any, info: ValidationInfo) -> dict[int, str]:
    if not isinstance(value, dict):
        raise shape_error(
            "E202", f"expected keys, found {kind_of(value)}", "write 16-21: the reason"
        )
    for before, key in pairwise(value):
        if value[key] is None and not _RANGE.fullmatch(key):
            message = f"{key[:60]!r} is read as a key: a comma between braces ends a text"
            way_out = f'put it between quotation marks: {before}: "{value[before]}, {key}"'
            raise shape_error("E203", message, way_out, at=key)
    reasons = {key: _line(reason) for key, reason in value.items()}
    numbers = _numbers([(key, key) for key in reasons], info.context)
    return {number: reasons[key] for number, key in numbers.items()}


_WORDS = WithJsonSchema({"type": ["string", "number"], "pattern": r"\S"})


def _pattern(pattern: re.Pattern[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern.pattern})$"})


def _named(record: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "x-names": record})


def _naming(record: str) -> PlainValidator:
    """Return what reads an id by which one record names another."""
    return PlainValidator(partial(_id, names=record))


class Voice(Enum):
    """Whose words a text is. Every text of a record says it, by its type."""

    OURS = "ours"
    """Our own words: neutral, and no copy of a source's."""
    QUOTED = "quoted"
    """The words of somebody else, or what stood here before: they stay as they are."""
    NAME = "name"
    """A name, a code or an address."""


Text = Annotated[str, PlainValidator(_text), _WORDS]
"""Plain text, never Markdown or HTML; a blank line parts paragraphs."""
Line = Annotated[str, PlainValidator(_line), _WORDS]
"""Plain text of one line; white space is folded."""
OurText = Annotated[Text, Voice.OURS]
OurLine = Annotated[Line, Voice.OURS]
PrintedLine = Annotated[Line, Voice.QUOTED]
"""As it stood somewhere, perhaps with quotation marks around it."""
QuotedLine = Annotated[str, PlainValidator(_quoted_line), _WORDS, Voice.QUOTED]
"""Words that readers see in quotation marks, written without any."""
NameLine = Annotated[str, PlainValidator(_quoted_line), _WORDS, Voice.NAME]
Id = Annotated[str, PlainValidator(_id), _pattern(_ID)]
"""The name of a record, and its address on the site."""
ActorId = Annotated[str, _naming("actor"), _pattern(_ID), _named("actor")]
"""An id in actors.yml; likewise the next six, in their registry or vocabulary."""
PlaceId = Annotated[str, _naming("place"), _pattern(_ID), _named("place")]
SourceId = Annotated[str, _naming("source"), _pattern(_ID), _named("source")]
KindId = Annotated[str, _naming("kind"), _pattern(_ID), _named("kind")]
RoleId = Annotated[str, _naming("role"), _pattern(_ID), _named("role")]
MeasureId = Annotated[str, _naming("measure"), _pattern(_ID), _named("measure")]
PopulationId = Annotated[str, _naming("population"), _pattern(_ID), _named("population")]
EventId = Annotated[str, _naming("event"), _pattern(_ID)]
"""The name of another event's file, without .yml."""
Labelled = Annotated[str, _named("labelled")]
"""An id in actors.yml, or `this`: the event."""
Number = Annotated[
    int | float, PlainValidator(_number), WithJsonSchema({"type": "number", "minimum": 0})
]
Paragraph = Annotated[
    int,
    PlainValidator(_paragraph),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 9999}),
]
"""A paragraph's number: the n-th line of the text that is not blank, from 1."""
_PARAGRAPHS = {"type": ["integer", "string"], "minimum": 1, "pattern": f"^{_RANGE.pattern}$"}
Paragraphs = Annotated[
    tuple[int, ...],
    PlainValidator(_paragraphs),
    WithJsonSchema({"type": "array", "items": _PARAGRAPHS, "uniqueItems": True}),
]
"""Paragraph numbers, written as numbers and ranges, here expanded and in order."""
Reasons = Annotated[
    dict[int, str],
    Voice.OURS,
    PlainValidator(_reasons),
    WithJsonSchema(
        {
            "type": "object",
            "patternProperties": {f"^{_RANGE.pattern}$": {"type": "string"}},
            "additionalProperties": False,
        }
    ),
]
"""Paragraph numbers or ranges, each with why."""
Coordinate = Annotated[
    float,
    PlainValidator(_coordinate),
    WithJsonSchema({"type": "number", "minimum": -180, "maximum": 180}),
]
"""Degrees, WGS 84."""
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
Url = Annotated[
    str, PlainValidator(_url), WithJsonSchema({"type": "string", "pattern": r"^https?://\S+$"})
]
"""An address with the scheme http or https."""
FormatNumber = Annotated[
    int,
    PlainValidator(_format),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": FORMAT}),
]
"""Which shape a folder is written in."""
SameAs = Annotated[
    str, PlainValidator(_same_as), WithJsonSchema({"type": "string", "pattern": r"^https?://\S+$"})
]
"""An address that names the same thing elsewhere, such as an item of Wikidata."""
Language = Annotated[str, BeforeValidator(_language), _pattern(_LANGUAGE)]
"""A language tag, BCP 47."""
Timezone = Annotated[
    str, PlainValidator(_timezone), WithJsonSchema({"type": "string", "pattern": "^[A-Z][A-Za-z]"})
]
"""A time zone by its name in the tz database."""
Sha256 = Annotated[str, PlainValidator(_sha256), _pattern(_SHA256)]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day of the record, not of an event: `2021-05-06`."""
Edtf = Annotated[
    Date,
    PlainValidator(_edtf),
    WithJsonSchema({"type": ["string", "integer"], "pattern": EDTF_PATTERN}),
]
"""A date as precise as the evidence, in the subset of EDTF that `dates/` reads."""
