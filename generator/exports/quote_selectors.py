"""The words that an account quotes, as selectors of the W3C's Web Annotation Data Model.

A program finds by them the words in the text of the source. A quotation that leaves words out (`…`)
gives one selector for each of its pieces. What stands before and behind a quotation is not in the
record, so no selector has a `prefix` or a `suffix`.
"""

from collections.abc import Iterator
from typing import Any

from generator.model.records import Account, Source
from generator.model.schema import TEXT, JsonSchema
from generator.support.plain_text import quoted_pieces

SCHEMA: JsonSchema = {
    "type": "array",
    "description": "The words that it quotes, as the W3C's Web Annotation Data Model finds them.",
    "items": {
        "type": "object",
        "required": ["field", "selector"],
        "additionalProperties": False,
        "properties": {
            "field": {"enum": ["hedge", "figures", "labels"]},
            "source": TEXT | {"description": "The address of the source."},
            "selector": {
                "type": "object",
                "required": ["type", "exact"],
                "additionalProperties": False,
                "properties": {"type": {"const": "TextQuoteSelector"}, "exact": TEXT},
            },
        },
    },
}


def quotes(account: Account, source: Source | None) -> list[dict[str, Any]]:
    """Return each quotation with the field that holds it and the address where it is found."""
    address = {"source": source.url} if source and source.url else {}
    return [
        {"field": field, **address, "selector": {"type": "TextQuoteSelector", "exact": piece}}
        for field, words in dict.fromkeys(_quoted(account))
        for piece in quoted_pieces(words)
    ]


def _quoted(account: Account) -> Iterator[tuple[str, str]]:
    if account.hedge:
        yield "hedge", account.hedge
    for figure in account.figures:
        if figure.as_said:
            yield "figures", figure.as_said
    for labels in account.labels.values():
        for label in labels:
            yield "labels", label
