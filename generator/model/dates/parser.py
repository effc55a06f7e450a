"""A text to a Date, and never a guess: any other text than EDTF is told what to write instead."""

from datetime import date
from functools import lru_cache

from generator.model.dates.edtf import MAX_CHARACTERS, read_edtf
from generator.model.dates.mistake import DateError
from generator.model.dates.mistakes import advised
from generator.model.dates.proposal import Proposal
from generator.model.dates.typed.errors import UnknownWordsError
from generator.model.dates.value import Date


@lru_cache(maxsize=1000)  # an event, its accounts and their counts often have one date
def parse_date(text: str) -> Date:
    """Return the date that `text` writes. Any other text raises a DateError, and nothing else."""
    try:
        return read_edtf(text)
    except DateError as error:
        refused = error
    if len(text) > MAX_CHARACTERS:
        raise refused
    better = advised(refused, read_edtf)
    if better is not refused:
        raise better
    try:
        meant = _read_words(text)
    except UnknownWordsError:
        raise refused from None
    except DateError as error:
        raise error from None
    raise DateError(refused.rule, text, f"write {meant.date.text} instead")


def read_date(typed: str, as_of: date | None = None) -> Proposal:
    """Return the date that a person most likely means, to be shown to them before it is taken.

    EDTF stands for itself; words are read as said on the day `as_of`. DateError, which says what
    to type, where they mean no date, more than one, or need a day that is not given.
    """
    text = " ".join(typed.split())
    try:
        return Proposal(read_edtf(text))
    except DateError as error:
        refused = error
    if len(text) > MAX_CHARACTERS:
        raise refused
    try:
        return _read_words(text, as_of)
    except UnknownWordsError as error:
        better = advised(refused, read_edtf)
        # Of numbers alone, and of what can be two dates, it says more.
        if better is not refused or not any(map(str.isalpha, text)):
            raise better from None
        raise error from None


def _read_words(text: str, as_of: date | None = None) -> Proposal:
    # Most runs need none of its expressions, which take as long to compile as a check to begin.
    from generator.model.dates.typed.reader import read_words

    return read_words(text, as_of)
