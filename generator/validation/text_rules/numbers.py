"""Every number of a figure stands in its text, and every number of a text is in a figure."""

from collections.abc import Collection, Iterator

from generator.model.problems import Finding
from generator.model.records import Chronology, Figure, Source
from generator.validation.archived_texts import SourceText, normalized
from generator.validation.numerals import inexact_words, numerals
from generator.validation.registry import Texts, rule
from generator.validation.text_rules.locators import (
    accounts_with_text,
    elsewhere,
    paragraphs_cited,
)

_DIGITS_ONLY = 4
"""A number of so many digits, zeros at its ends apart, is written in no words."""


@rule("E603", over="texts")
def numbers_stand_where_cited(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """Each number of a figure stands in a paragraph that the account cites.

    Numbers in words are read in English. In another language, what may be said in words is not
    judged; a number in digits that no figure holds is told all the same.
    """
    for event, n, account, text in accounts_with_text(chronology, texts):
        cited = paragraphs_cited(account, text)
        inexact: str | None = None
        source = chronology.sources[account.source]
        language = source.language or chronology.settings.language or "en"
        is_english = language.partition("-")[0] == "en"
        printed = {number for place in cited for number in text.values(place)}
        for m, figure in enumerate(account.figures):
            for key in ("value", "min", "max"):
                number = getattr(figure, key)
                if number is None or number in printed:
                    continue
                if not is_english and _may_be_words(number):
                    continue
                places = text.paragraphs_with(number)
                location = ("accounts", n, "figures", m, key)
                message, way_out = elsewhere(f"the number {number}", places, account.paragraphs)
                if inexact is None:  # looked for once for all figures of the account
                    inexact = _first_inexact(text, cited)
                if inexact:
                    way_out = f"{inexact!r} tells no number: give such words as as_said alone"
                yield Finding(event.path, location, "E603", message, way_out)


def _may_be_words(number: int | float) -> bool:
    """Return whether a text may say a number in words: a long one stands there in digits."""
    return len(str(number).replace(".", "").strip("0")) < _DIGITS_ONLY


def _first_inexact(text: SourceText, cited: tuple[int, ...]) -> str:
    """Return the first words of the paragraphs that tell no number; empty where there are none."""
    return next((words for n in cited for words in inexact_words(text.paragraph(n))), "")


@rule("E605", over="texts")
def numbers_of_texts_are_held(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """Each number in the article is in a figure of an account of it, or is left out."""
    if incomplete:  # a file that cannot be read may be the one that holds a number
        return
    held: dict[tuple[str, int], list[frozenset[int | float]]] = {}
    for _, _, account, text in accounts_with_text(chronology, texts):
        numbers = frozenset(number for figure in account.figures for number in _held_by(figure))
        for paragraph in paragraphs_cited(account, text):
            held.setdefault((account.source, paragraph), []).append(numbers)
    for source in chronology.sources.values():
        of_source = texts.get(source.id)
        if source.text is None or of_source is None:
            continue
        text, left_out = of_source, _left_out(source)
        for paragraph in source.text.body:
            if paragraph > len(text.paragraphs) or paragraph in source.unused:
                continue
            accounted = [left_out.get(paragraph, set()), *held.get((source.id, paragraph), ())]
            for numeral in text.numerals[paragraph - 1]:
                is_held = any(not n.isdisjoint(numeral.readings) for n in accounted)
                if numeral.is_date or is_held:
                    continue
                message = f"no figure holds {numeral.text!r} of paragraph {paragraph}"
                way_out = "give it to an account, or list it under left_out and say why"
                yield Finding(source.path, (source.id, "text", "body"), "E605", message, way_out)


def _left_out(source: Source) -> dict[int, set[int | float]]:
    """Return the numbers that the source lists as in no figure, by paragraph."""
    numbers: dict[int, set[int | float]] = {}
    for item in source.left_out:
        numbers.setdefault(item.paragraph, set()).update(_numbers_in(item.what))
    return numbers


def _held_by(figure: Figure) -> Iterator[int | float]:
    """Yield the numbers of a figure, also those in its words."""
    yield from (n for n in (figure.value, figure.min, figure.max) if n is not None)
    yield from _numbers_in(figure.as_said or "")


def _numbers_in(text: str) -> Iterator[int | float]:
    return (n for numeral in numerals(normalized(text)) for n in numeral.readings)
