"""What is said of words that are no date, or none yet."""

from generator.model.dates.mistake import DateError


class UnknownWordsError(DateError):
    """Nothing is known of what the words mean."""


class NeedsDayError(UnknownWordsError):
    """They mean a date only together with the day on which they were said."""


def unknown(text: str) -> DateError:
    """Return the error for words that mean no date."""
    way_out = "type 6 January 2026, January 2026, about 2012, last Tuesday, or EDTF: 2026-01-06"
    return UnknownWordsError("this is no date that can be read", text, way_out)


def needs_day(text: str) -> DateError:
    """Return the error for words that mean a date only together with the day they were said on."""
    way_out = "type the date itself, or name the day of the article with --as-of"
    return NeedsDayError("this needs the day on which it was said", text, way_out)
