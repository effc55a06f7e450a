"""Our own words take no side."""

from collections.abc import Collection, Iterator

from generator.model.our_texts import TO_BE_WRITTEN, our_texts
from generator.model.problems import Finding
from generator.model.records import Chronology
from generator.validation.loaded_words import LoadedWords
from generator.validation.registry import rule


@rule("E510")
def words_are_neutral(chronology: Chronology, incomplete: Collection[str]) -> Iterator[Finding]:
    """No loaded word stands in a text in our own words, outside of quotation marks.

    A draft may hold the words of others, as an import found them, until somebody has worded it.
    """
    if not chronology.settings.loaded:
        return
    loaded = LoadedWords(chronology.settings.loaded)
    for path, location, text in our_texts(chronology.published()):
        for word, neutral in loaded.found_in(text):
            message = f"{word!r} is a word that takes a side"
            way_out = f"write {neutral!r}, or quote it as a label"
            yield Finding(path, location, "E510", message, way_out)


@rule("E515")
def texts_are_written(chronology: Chronology, incomplete: Collection[str]) -> Iterator[Finding]:
    """No published text only says that it is still to be written."""
    for path, location, text in our_texts(chronology.published()):
        if text.strip() == TO_BE_WRITTEN:
            message, way_out = "the text is still missing", "write it, or make it a draft again"
            yield Finding(path, location, "E515", message, way_out)
