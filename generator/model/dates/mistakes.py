"""The table of what people write instead of EDTF, and what to tell them to write."""

import re
from collections.abc import Callable

from generator.model.dates.mistake import DateError, Mistake
from generator.model.dates.value import Date

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
        r"\d{5}-\d\d(?:-\d\d)?",
        "a year has four digits",
        example="20211-05-04",
        advice="write the year with four digits, as in 2026-01-09",
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
        r"\d{4}-\d\d-\d\d(?:T|,? )24[:.]00(?::00)?.*",
        "midnight is 00:00 of the day that begins with it",
        example="2021-05-04T24:00",
        advice="write the next day and T00:00, or the day alone",
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
        r"(\d\d?) ?(?:-|\u2013|to) ?(\d\d?) ([a-z]{3,9}) (\d{4})",
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
        r"(\d{4}-\d\d)-(\d\d)/(\d\d)",
        "both ends are written whole",
        example="2021-05-04/06",
        candidates=(r"\1-\2/\1-\3",),
    ),
    Mistake(
        r"(\d\d)(\d\d)/(\d\d)",
        "both ends are written whole",
        example="2025/26",
        candidates=(r"\1\2/\1\3", r"[\1\2..\1\3]"),
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
