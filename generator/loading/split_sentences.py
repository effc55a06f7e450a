"""Sentences that a comma between brackets made into several items of a list."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from generator.loading.document import Document
from generator.model.problems import Finding
from generator.model.slips import unquoted

_OPENING, _CLOSING = "“„«‘", "”»"


def split_sentences(document: Document) -> Iterator[Finding]:
    """Yield a finding for each list of sentences between brackets of which an item is half a one.

    Half a sentence is what begins with a small letter behind one that began with a capital and has
    no end, or what closes quotation marks that another item opened.
    """
    data = document.data
    items = data.get("unknowns") if isinstance(data, Mapping) else None
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        return
    cut = next((n for n, pair in enumerate(pairwise(items)) if _is_one(*pair)), None)
    if cut is None or not _is_between_brackets(document):
        return
    last = cut + 1
    while last + 1 < len(items) and _is_one(items[last], items[last + 1], goes_on=True):
        last += 1
    sentence = unquoted(", ".join(items[cut : last + 1]))
    message = f"{items[cut + 1][:60]!r} is read as an item: a comma between brackets ends one"
    way_out = f'put the sentence between quotation marks: "{sentence[:120]}"'
    yield Finding(document.path, ("unknowns", cut + 1), "E222", message, way_out)


def _is_one(first: Any, second: Any, goes_on: bool = False) -> bool:
    """Return whether two items are one sentence."""
    first, second = first.strip(), second.strip()
    if any(mark in first for mark in _OPENING) and not any(mark in first for mark in _CLOSING):
        return any(mark in second for mark in _CLOSING)
    is_open = (goes_on or first[:1].isupper()) and not first.endswith((".", "?", "!", "…"))
    return is_open and second[:1].islower()


def _is_between_brackets(document: Document) -> bool:
    line, column = document.place(("unknowns",))
    return document.text.removeprefix("\ufeff").splitlines()[line - 1][column - 1 :].startswith("[")
