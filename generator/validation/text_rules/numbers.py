"""Every number of a figure stands in its text, and every number of a text is in a figure."""

from collections.abc import Collection, Iterator

from generator.model.layout import SOURCES_FILE
from generator.model.problems import Finding
from generator.model.records import Chronology, Figure, Source
from generator.validation.archived_texts import normalized
from generator.validation.numerals import Numeral, numerals
from generator.validation.registry import Texts, rule
from generator.validation.text_rules.locators import accounts_with_text, elsewhere


@rule("E603", over="texts")
def numbers_stand_where_cited(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """Each number of a figure stands in a paragraph that the account cites."""
    for event, n, account, text in accounts_with_text(chronology, texts):
        cited = account.paragraphs
        for m, figure in enumerate(account.figures):
            for key in ("value", "min", "max"):
                number = getattr(figure, key)
                if number is None or any(number in text.values(place) for place in cited):
                    continue
                all_places = range(1, len(text.paragraphs) + 1)
                places = [place for place in all_places if number in text.values(place)]
                location = ("accounts", n, "figures", m, key)
                message, way_out = elsewhere(f"the number {number}", places, cited)
                yield Finding(event.path, location, "E603", message, way_out)


@rule("E605", over="texts")
def numbers_of_texts_are_held(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """Each number in the article is in a figure of an account of it, or is left out."""
    if incomplete:  # a file that cannot be read may be the one that holds a number
        return
    figures: dict[tuple[str, int], list[Figure]] = {}
    for event in chronology.events:
        for account in event.accounts:
            for paragraph in account.paragraphs:
                figures.setdefault((account.source, paragraph), []).extend(account.figures)
    path = chronology.file(SOURCES_FILE)
    for source in chronology.sources.values():
        text = texts.get(source.id)
        if source.text is None or text is None:
            continue
        for paragraph in source.text.body:
            if paragraph > len(text.paragraphs) or paragraph in source.unused:
                continue
            left_out = _left_out(source, paragraph)
            for numeral in text.numerals[paragraph - 1]:
                held = any(
                    _holds(figure, numeral) for figure in figures.get((source.id, paragraph), ())
                )
                if numeral.is_date or held or numeral.value in left_out:
                    continue
                message = f"no figure holds {numeral.text!r} of paragraph {paragraph}"
                way_out = "give it to an account, or list it under left_out and say why"
                yield Finding(path, (source.id, "text", "body"), "E605", message, way_out)


def _left_out(source: Source, paragraph: int) -> set[int | float]:
    """Return the numbers of a paragraph that the source lists as in no figure."""
    return {
        numeral.value
        for item in source.left_out
        if item.paragraph == paragraph
        for numeral in numerals(normalized(item.what))
    }


def _holds(figure: Figure, numeral: Numeral) -> bool:
    if numeral.value in (figure.value, figure.min, figure.max):
        return True
    said = normalized(figure.as_said or "")
    return numeral.value in {said_numeral.value for said_numeral in numerals(said)}
