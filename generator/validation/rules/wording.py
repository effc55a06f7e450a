"""Our own words take no side."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.model.our_texts import TO_BE_WRITTEN, TextInRecord
from generator.model.problems import Finding
from generator.model.records import Settings
from generator.validation.loaded_words import LoadedWords
from generator.validation.registry import rule


@rule("E510", over="our texts")
def words_are_neutral(settings: Settings, texts: Iterable[TextInRecord]) -> Iterator[Finding]:
    """No loaded word stands in a text in our own words, outside of quotation marks.

    A draft may hold the words of others, as an import found them, until somebody has worded it.
    """
    if not settings.loaded:
        return
    loaded = _loaded_words(tuple(settings.loaded.items()))
    for path, location, text in texts:
        for word, neutral in loaded.found_in(text):
            message = f"{word!r} is a word that takes a side"
            way_out = f"write {neutral!r}, or quote it as a label"
            yield Finding(path, location, "E510", message, way_out)


@rule("E515", over="our texts")
def texts_are_written(settings: Settings, texts: Iterable[TextInRecord]) -> Iterator[Finding]:
    """No published text only says that it is still to be written."""
    for path, location, text in texts:
        if text.strip() == TO_BE_WRITTEN:
            message, way_out = "the text is still missing", "write it, or make it a draft again"
            yield Finding(path, location, "E515", message, way_out)


@lru_cache(maxsize=1)
def _loaded_words(words: tuple[tuple[str, str], ...]) -> LoadedWords:
    return LoadedWords(dict(words))
