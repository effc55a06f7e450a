"""Spellings are printed somewhere, and no sentence of ours was copied."""

import re
from collections.abc import Collection, Iterator

from generator.model.our_texts import our_texts
from generator.model.problems import Finding
from generator.model.records import Actor, Chronology, Place
from generator.validation.archived_texts import PrintedWords, normalized
from generator.validation.phrases import Phrases, replaced
from generator.validation.registry import Texts, rule

COPIED_WORDS_IN_A_ROW = 8
"""So many words in a row, shared with an article, are a copy."""
_NAME = "\N{WHITE SQUARE}"
_WORD = re.compile(rf"{_NAME}|[^\W_]+(?:['-][^\W_]+)*")


@rule("E606", over="texts")
def spellings_are_printed(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """Each spelling under `also` is printed in some text."""
    present = [text for text in texts.values() if text is not None]
    if not present:
        return
    printed = [paragraph for text in present for paragraph in text.paragraphs]
    for record in _named_records(chronology):
        for n, spelling in enumerate(record.also):
            words = PrintedWords(spelling)
            if not any(words.stand_in(paragraph) for paragraph in printed):
                message = f"{spelling!r} is printed in no text"
                way_out = "write it as it is printed, or take it out"
                location = (record.id, "also", n)
                yield Finding(record.path, location, "E606", message, way_out)


@rule("E607", over="texts")
def our_words_are_our_own(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """Our own words share no eight words in a row with an article; names count as one."""
    present = {source_id: text for source_id, text in texts.items() if text is not None}
    if not present:
        return
    names = _names(chronology)
    printed_runs: dict[tuple[str, ...], tuple[str, int]] = {}
    for source_id, text in present.items():
        for number, paragraph in enumerate(text.paragraphs, 1):
            for run in _runs(paragraph, names):
                printed_runs.setdefault(run, (source_id, number))
    for path, location, ours in our_texts(chronology):
        copied = next((run for run in _runs(normalized(ours), names) if run in printed_runs), None)
        if copied is not None:
            source_id, number = printed_runs[copied]
            words = " ".join(copied).replace(_NAME, "…")
            message = f"{words!r} stands in paragraph {number} of {source_id!r} word for word"
            yield Finding(path, location, "E607", message, "say it in your own words")


def _runs(text: str, names: Phrases) -> Iterator[tuple[str, ...]]:
    """Yield every run of words of the forbidden length, each name in it as one word."""
    without = replaced(text, ((begin, end, _NAME) for begin, end, _ in names.found_in(text)))
    words = _WORD.findall(without.casefold())
    count = len(words) - COPIED_WORDS_IN_A_ROW + 1
    return (tuple(words[n : n + COPIED_WORDS_IN_A_ROW]) for n in range(count))


def _names(chronology: Chronology) -> Phrases:
    """Return names, labels, quoted figures and titles: facts that may be repeated."""
    names = {name for record in _named_records(chronology) for name in (record.name, *record.also)}
    for source in chronology.sources.values():
        names |= {source.outlet, source.title or source.outlet}
    for event in chronology.events:
        for account in event.accounts:
            names |= {label for labels in account.labels.values() for label in labels}
            names |= {figure.as_said for figure in account.figures if figure.as_said}
    return Phrases(filter(None, map(normalized, names)))


def _named_records(chronology: Chronology) -> list[Actor | Place]:
    return [*chronology.actors.values(), *chronology.places.values()]
