"""What people write instead of EDTF, and what to tell them to write."""

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


_D, _DAY = r"(\d{4}(?:-\d\d){0,2})", r"(?:(\d\d?)[a-z]*,? )?"
_TIMED = r"(\d{4}-\d\d-\d\d)(?:T|,? )(\d\d?)[:.](\d\d)((?::\d\d)?)"
_WEEKDAY = r"(?:[a-z]{3,6}day,? )?"
_ABOUT = r"(?:~|ca?\.?|circa|about|around|approximately) ?"

_PARTS_OF_YEARS = {
    "21|25|31": ("03", "05"), "22|26|32": ("06", "08"), "23|27|29": ("09", "11"),
    "33": ("01", "03"), "34": ("04", "06"), "35": ("07", "09"), "36": ("10", "12"),
    "37": ("01", "04"), "38": ("05", "08"), "39": ("09", "12"),
    "40": ("01", "06"), "41": ("07", "12"),
}  # fmt: skip
"""The numbers that EDTF has for seasons, quarters and the like, here and in the south."""

MISTAKES = (
    Mistake(
        r"\s+(.*\S)\s*|(.*\S)\s+",
        "a date has no white space around it",
        example=" 2021-05-04",
        candidates=(r"\1\2",),
    ),
    Mistake(
        r".*[^ -~].*",
        "a date is written in ASCII",
        example="2021-05-0\N{ARABIC-INDIC DIGIT FOUR}",
        candidates=(r"\g<0>",),
    ),
    Mistake(
        _TIMED + r" ?(?:UTC|GMT)? ?([+-])(\d\d?):?(\d\d)",
        "a time of day stands behind a T, its zone behind it",
        example="2021-05-04 10:00 +0300",
        candidates=(r"\1T\2:\3\4\5\6:\7",),
    ),
    Mistake(
        _TIMED + r" ?(?:UTC|GMT)? ?([+-])(\d\d?)",
        "a time of day stands behind a T, its zone behind it",
        example="2021-05-04 10:00 UTC+3",
        candidates=(r"\1T\2:\3\4\5\6:00",),
    ),
    Mistake(
        _TIMED + r" ?(?:Z|UTC|GMT)",
        "a time of day stands behind a T, its zone behind it",
        example="2021-05-04 10:00 UTC",
        candidates=(r"\1T\2:\3\4Z",),
    ),
    Mistake(
        _TIMED,
        "a time of day stands behind a T",
        example="2021-05-04 9:30",
        candidates=(r"\1T\2:\3\4",),
    ),
    Mistake(
        _D + r"([?~%]?)(?:T| \d\d?[:.])[^/,\]]*?([?~%]?)",
        "a time of day stands on a whole day that is certain",
        example="2021-05-04T10:00?",
        candidates=(r"\1\2\3",),
        keeps_all=False,
    ),
    Mistake(
        r"(?:the )?(\d\d)00'?s",
        "a century ends in XX, a decade in X",
        example="the 1900s",
        candidates=(r"\1XX", r"\g<1>0X"),
    ),
    Mistake(
        r"(?:the )?(\d\d)(\d)0'?s",
        "a decade ends in X",
        example="the 1970s",
        candidates=(r"\1\2X",),
    ),
    Mistake(
        r"(\d{4})[./-](\d\d?)(?:[./-](\d\d?))?",
        "a date is year-month-day",
        example="2021-5-4",
        candidates=(r"\1-\2-\3",),
    ),
    Mistake(
        r"(\d{4})(\d\d)(\d\d)",
        "a date is year-month-day",
        example="20210504",
        candidates=(r"\1-\2-\3",),
    ),
    Mistake(
        r"(\d\d?)([./-])(\d\d?)\2(\d{4})",
        "a date is year-month-day",
        example="04/05/2021",
        candidates=(r"\4-\3-\1", r"\4-\1-\3"),
    ),
    Mistake(
        r"(\d\d?)([./])(\d\d?)\2(\d\d)",
        "a year has four digits",
        example="13.1.26",
        candidates=(r"20\4-\3-\1", r"20\4-\1-\3"),
        keeps_all=False,  # of another century, perhaps
    ),
    Mistake(
        _WEEKDAY + _DAY + r"([a-z]{3,9})\.?,? " + _DAY + r"(\d{4})",
        "a month is a number",
        example="Tuesday, May 4th, 2021",
        candidates=(r"\4-\2-\1\3",),
    ),
    Mistake(
        r"[\"'“”„]+([^\"'“”„]+)[\"'“”„]+",
        "a date has only straight quotes, YAML's own",
        example='"2021-05-04"',
        candidates=(r"\1",),
    ),
    Mistake(
        r"early (?:in )?([a-z]{3,9}) (\d{4})",
        "early is the first ten days",
        example="early May 2021",
        candidates=(r"[\2-\1-1..\2-\1-10]",),
    ),
    Mistake(
        r"(\d\d?) ?(?:-|\u2013|to|or) ?(\d\d?) ([a-z]{3,9}) (\d{4})",
        "a range has a slash or brackets",
        example="4-6 May 2021",
        candidates=(r"\4-\3-\1/\4-\3-\2", r"[\4-\3-\1..\4-\3-\2]"),
    ),
    Mistake(
        _ABOUT + _D,
        "a qualifier stands at the end",
        example="~2012",
        candidates=(r"\1~",),
    ),
    Mistake(
        _ABOUT + r"([a-z]{3,9}) (\d{4})",
        "a qualifier stands at the end",
        example="around May 2012",
        candidates=(r"\2-\1~",),
    ),
    Mistake(
        _D + r"(?:\?~|~\?)",
        "both qualifiers together are %",
        example="2012?~",
        candidates=(r"\1%",),
    ),
    Mistake(
        r"(\d{4})(?:-XX)+",
        "only a day can be unknown",
        example="2021-XX-XX",
        candidates=(r"\1",),
    ),
    Mistake(
        r"(\d{4}-\d\d)-(?:XX|UU|\?\?)",
        "an unknown day is XX",
        example="2021-05-??",
        candidates=(r"\1-XX",),
    ),
    Mistake(
        r"0000.*",
        "there is no year 0000",
        example="0000",
        advice="write a year from 0001 to 9999",
    ),
    *(
        Mistake(
            rf"(\d{{4}})-(?:{codes}).?",
            "a season is vague",
            example=f"2021-{codes[:2]}",
            advice=rf"write months, as in [\1-{first}..\1-{last}]",
        )
        for codes, (first, last) in _PARTS_OF_YEARS.items()
    ),
    Mistake(
        r"(\d{4})-(?:24|28|30).?",
        "a season is vague",
        example="2021-24",
        advice="write its months, from a December to the next February",
    ),
    Mistake(
        r"\d{4}-(1[3-9]|00|[2-9]\d)\b.*",
        "a month is 01 to 12",
        example="2021-13",
        advice="write year-month-day",
    ),
    Mistake(
        r"(\d{4}-\d\d)-\d\d[?~%]?",
        "the month has no such day",
        example="2021-02-29",
        advice=r"write a day of \1, or \1-XX",
    ),
    Mistake(
        _D + r" ?(?:[-\u2013]|to|\.\.) ?" + _D,
        "a range has a slash or brackets",
        example="2016-2019",
        candidates=(r"\1/\2", r"[\1..\2]"),
    ),
    Mistake(
        r".*/.*/.*",
        "an interval has two ends",
        example="2016/2017/2018",
        advice="write both with one slash between",
    ),
    Mistake(
        r"(\.\.)?/(\.\.)?",
        "an interval is open at one end only",
        example="../..",
        advice="write the end that is known",
    ),
    Mistake(
        r"(.+)/",
        "an end that is open or not known is '..'",
        example="2022/",
        candidates=(r"\1/..", r"\1"),
    ),
    Mistake(
        r"/(.+)",
        "an end that is open or not known is '..'",
        example="/2022",
        candidates=(r"../\1", r"\1"),
    ),
    Mistake(
        r"(\[.+\])[?~%]",
        "a set has no qualifier and no XX",
        example="[2022,2023]~",
        candidates=(r"\1",),
        keeps_all=False,
    ),
    Mistake(
        r"\[([^,]+)\]",
        "a set has two members or more",
        example="[2022]",
        candidates=(r"\1",),
    ),
    Mistake(
        r"\[\.\.(.+)\]",
        "an open range is an interval",
        example="[..2022]",
        candidates=(r"../\1",),
    ),
    Mistake(
        r"\[(.+)\.\.\]",
        "an open range is an interval",
        example="[2022..]",
        candidates=(r"\1/..",),
    ),
    Mistake(
        r"\{.*\}",
        "'all of' is no date",
        example="{2022,2023}",
        advice="write one event for each date, or an interval",
    ),
)


def advised(error: DateError, read: Callable[[str], Date]) -> DateError:
    """Return the error with what to write instead, where the text is a known mistake.

    `read` reads strict EDTF, and raises a DateError for any other text.
    """
    text = re.sub(r"[^\S ]", " ", error.text)  # as a word processor writes spaces
    for mistake in MISTAKES:
        if way_out := mistake.way_out(text, read):
            only = re.fullmatch(r"write (\S+) instead", way_out) if mistake.keeps_all else None
            return DateError(mistake.rule, error.text, way_out, only[1] if only else None)
    return error


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
