"""A form that people write instead of EDTF, and how what to write instead is worked out."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from generator.model.dates.value import MONTHS, Date


class DateError(ValueError):
    """The text is no date that we read.

    `message` says the rule and quotes the text, `way_out` says what to write instead; `instead`
    is a date, where the text can mean no other one.
    """

    def __init__(self, rule: str, text: str, way_out: str, instead: str | None = None) -> None:
        super().__init__(rule, text, way_out)
        self.message = f"{rule}: {text if len(text) < 80 else text[:79] + '…'!r}"
        self.rule, self.text, self.way_out, self.instead = rule, text, way_out, instead


@dataclass(frozen=True, slots=True)
class Mistake:
    """A form that people write, the rule that it breaks, and what to write instead.

    It has candidates, of which those that are dates are proposed, or else a piece of advice; both
    may name groups of the pattern. A pattern may be generous, since only dates are proposed; but no
    candidate may say more than was written.
    """

    pattern: str
    """A regular expression for the whole text; case does not matter."""
    rule: str
    example: str
    """A text for which this is the first mistake with a way out: a test reads it."""
    candidates: tuple[str, ...] = ()
    advice: str = ""
    keeps_all: bool = True
    """Whether a candidate says all that was written."""

    def way_out(self, text: str, read: Callable[[str], Date]) -> str | None:
        """Return what to write instead of `text`; None where it is not this mistake."""
        match = re.fullmatch(self.pattern, text, re.IGNORECASE | re.DOTALL)
        if match is None:
            return None
        if self.advice:
            return match.expand(self.advice)
        dates = {}  # as an ordered set: 5/5/2026 reads the same both ways
        for candidate in self.candidates:
            with suppress(DateError):
                dates[read(_tidy(match.expand(candidate))).text] = True
        return f"write {' or '.join(dates)} instead" if dates else None


_MONTH_NUMBERS = {
    part.lower(): number
    for number, name in enumerate(MONTHS, 1)
    for part in (name, name[:3], name[:4])
}
_MONTH = re.compile(rf"(?a)\b(?:{'|'.join(_MONTH_NUMBERS)})\b", re.IGNORECASE)
_DASH = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


def _tidy(text: str) -> str:
    """Return the text with hyphens, numbers for the names of months, and two digits a number."""
    text = _DASH.sub("-", text)
    text = _MONTH.sub(lambda name: str(_MONTH_NUMBERS[name[0].lower()]), text)
    padded = re.sub(r"\d+", lambda digits: str(int(digits[0])).zfill(max(2, len(digits[0]))), text)
    return padded.rstrip("-")
