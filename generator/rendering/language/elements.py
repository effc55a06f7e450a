"""Words as HTML: dates as `<time>`, labels as `<q>`, texts in other languages with `lang`."""

from datetime import date as Day
from functools import lru_cache

from markupsafe import Markup

from generator.model.dates import Date
from generator.model.records import Figure
from generator.rendering.language.messages import Language
from generator.support.directions import in_direction, in_language
from generator.support.escape import as_text, html


def time_element(language: Language, date: Date) -> Markup:
    """Return the date in words, as `<time>` where it is exactly one day, month or year."""
    words = as_text(language.grammar.date_words(date))
    return html(f'<time datetime="{date.text}">{words}</time>') if date.is_whole else words


def day_element(language: Language, day: Day) -> Markup:
    """Return a calendar day as `<time>`."""
    words = language.grammar.day_words(day)
    return html(f'<time datetime="{day.isoformat()}">{words}</time>')


@lru_cache(1 << 12)
def sign_element(language: Language, since: str = "") -> Markup:
    """Return the sign ≠ between two values, which those who listen hear in words.

    `since` is the attribute with the day from which it stands there.
    """
    words = language.markup("differs from")
    return html(f'<i role="img" aria-label="{words}"{since}>≠</i>')


@lru_cache(1 << 12)  # most stand in a table and in a list, and in many events
def label_element(language: Language, text: str, source_language: str | None) -> Markup:
    """Return what a source calls someone, quoted, in the language of the source."""
    attributes = in_language(source_language, language.tag) or in_direction(
        text, language.direction
    )
    return html(f"<q{attributes}>{as_text(text)}</q>")


def figure_element(
    language: Language, figure: Figure, unit: str | None, source_language: str | None
) -> str:
    """Return a figure in words; Markup where these are printed ones in another language."""
    words = language.grammar.figure_words(figure, unit)
    is_printed = figure.value is None and figure.min is None and figure.max is None
    attributes = in_language(source_language, language.tag) if is_printed else None
    return html(f"<span{attributes}>{as_text(words)}</span>") if attributes else words


def locator_words(language: Language, paragraphs: tuple[int, ...], locator: str | None) -> str:
    """Return where in its source an account stands: its paragraphs, its locator, or both."""
    if not paragraphs:
        return locator or ""
    words = language.ngettext(
        "paragraph %(numbers)s",
        "paragraphs %(numbers)s",
        len(paragraphs),
        numbers=language.grammar.number_ranges(paragraphs),
    )
    return language.listed([words, locator]) if locator else words
