"""Addresses, languages, time zones and checksums: codes that others have defined."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from generator.model.dates.timezone import timezone_names
from generator.model.scalars.base import pattern, read_text, shape_error, slip_error
from generator.model.slips import Slip, language_slip, url_slip

_URL = re.compile(r"https?://[^\s/?#\"'<>\\]+(?:[/?#][^\s\"'<>\\]*)?")
_WIKIDATA = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/Q[1-9][0-9]{0,11}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def _url(value: Any) -> str:
    text = read_text(value)
    if not _URL.fullmatch(text):
        raise slip_error("E208", text, "no web address", url_slip(text, _URL))
    return text


def _same_as(value: Any) -> str:
    """Return an address that names a thing; of Wikidata, that of an item and no other page."""
    url = _url(value)
    if re.match(r"https?://(?:www\.|m\.)?wikidata\.org/", url) and not _WIKIDATA.fullmatch(url):
        message = f"{url[:60]!r} is no item of Wikidata"
        raise shape_error("E208", message, "write https://www.wikidata.org/wiki/Q… with its number")
    return url


def _language(value: Any) -> str:
    text = read_text(value)
    if not _LANGUAGE.fullmatch(text):
        raise slip_error("E212", text, "no language code", language_slip(text, _LANGUAGE))
    return text


def is_language(text: str) -> bool:
    """Return whether a text is a language tag that a record may have."""
    return bool(_LANGUAGE.fullmatch(text))


def _timezone(value: Any) -> str:
    text = read_text(value)
    if text not in timezone_names():
        city = text.title()
        near = [name for name in timezone_names() if name.rpartition("/")[2] == city]
        example = "write its name, such as Europe/Istanbul or UTC"
        way_out = f"write {' or '.join(sorted(near))}" if near else example
        raise slip_error("E219", text, "no time zone", Slip("", way_out))
    return text


def _sha256(value: Any) -> str:
    text = read_text(value)
    if not _SHA256.fullmatch(text):
        instead = text.lower() if _SHA256.fullmatch(text.lower()) else None
        way_out = "write 64 digits 0-9 and a-f"
        raise slip_error("E213", text, "no SHA-256", Slip("", way_out, instead))
    return text


Url = Annotated[
    str, PlainValidator(_url), WithJsonSchema({"type": "string", "pattern": r"^https?://\S+$"})
]
"""An address with the scheme http or https."""
SameAs = Annotated[
    str, PlainValidator(_same_as), WithJsonSchema({"type": "string", "pattern": r"^https?://\S+$"})
]
"""An address that names the same thing elsewhere, such as an item of Wikidata."""
Language = Annotated[str, BeforeValidator(_language), pattern(_LANGUAGE)]
"""A language tag, BCP 47."""
Timezone = Annotated[
    str, PlainValidator(_timezone), WithJsonSchema({"type": "string", "pattern": "^[A-Z][A-Za-z]"})
]
"""A time zone by its name in the tz database."""
Sha256 = Annotated[str, PlainValidator(_sha256), pattern(_SHA256)]
