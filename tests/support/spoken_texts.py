"""What a page says, and a chronology whose texts no program of ours can have written."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from pydantic import BaseModel

from generator.model.records import Chronology, Place
from tests.support.pseudo_language import outside_brackets

_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абцдефгхийклмнопярстуввхызАБЦДЕФГХИЙКЛМНОПЯРСТУВВХЫЗ",
)
# What a program reads as well: ids, dates, addresses, words of a fixed vocabulary.
_KEPT = {
    "id", "path", "added", "date", "kind", "status", "source", "according_to", "responds_to",
    "part_of", "follows", "places", "measure", "of", "qualifier", "as_of", "actors", "role", "on",
    "published", "language", "url", "archive_url", "repository", "forge", "tag", "sha256", "within",
    "precision", "contact",
}  # fmt: skip
_ADDRESS = re.compile(r"\b(?:data|https?:/)/\S+")  # shown as it is, in every language
_SPOKEN = {"title", "aria-label", "alt", "placeholder", "data-name", "aria-valuetext"}
NAMES = {
    "BibTeX",
    "RIS",
    "Wikipedia",
    "CSV",
    "GeoJSON",
    "JSON",
    "YAML",
    "EDTF",
    "Atom",
    "https",
    "http",
}
"""What is called so in every language; and addresses, which are shown as they are."""


def in_other_letters(chronology: Chronology) -> Chronology:
    """The same chronology, its texts in letters that no program of ours writes."""
    return replace(
        chronology,
        settings=_rewritten(chronology.settings),
        actors={id: _rewritten(record) for id, record in chronology.actors.items()},
        places={id: _rewritten(record) for id, record in chronology.places.items()},
        sources={id: _rewritten(record) for id, record in chronology.sources.items()},
        events=tuple(_rewritten(event) for event in chronology.events),
    )


def latin_words(text: str) -> list[str]:
    """The words of a text that stand outside of the made language's brackets, in Latin letters."""
    return re.findall(r"[A-Za-z]{2,}", _ADDRESS.sub("", outside_brackets(text)))


class SpokenTexts(HTMLParser):
    """The text of a page, and the attributes that readers see or hear.

    The text is one: a sentence goes on where a link or a date stands in it.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.attributes: list[str] = []
        self._silent = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"script", "style", "pre", "code"}
        self.attributes += [value or "" for name, value in attrs if name in _SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style", "pre", "code"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += data


def _rewritten(record: Any) -> Any:
    """A record or a value of one, with the texts in other letters."""
    if isinstance(record, BaseModel):
        changes = {
            name: _rewritten(value)
            for name, value in _values(record)
            if name not in _kept(record) or not isinstance(value, str | tuple)
        }
        return record.model_copy(update=changes)
    if isinstance(record, dict):
        return {key: _rewritten(value) for key, value in record.items()}
    if isinstance(record, tuple):
        return tuple(_rewritten(value) for value in record)
    return record.translate(_LETTERS) if isinstance(record, str) else record


def _kept(record: BaseModel) -> set[str]:
    return _KEPT - {"kind"} if isinstance(record, Place) else _KEPT  # of a place, it is free text


def _values(record: BaseModel) -> Iterator[tuple[str, Any]]:
    for name in type(record).model_fields:
        yield name, getattr(record, name)
