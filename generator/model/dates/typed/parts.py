"""Parts of months and years in words, as sets: seasons, quarters, halves, "early", "mid", "late".

Early, mid and late are thirds: ten days of a month, four months of a year, three or four years of a
decade. Seasons are those of the northern half of the world.
"""

import re
from calendar import monthrange
from collections.abc import Callable

from generator.model.dates.mistake import DateError
from generator.model.dates.value import Date

_FLAGS = re.IGNORECASE | re.ASCII
_THIRDS = {"early": 0, "beginning of": 0, "start of": 0, "mid": 1, "middle of": 1, "late": 2,
           "end of": 2}  # fmt: skip
_THIRD = re.compile(
    rf"(?:(?:at|in|towards) )?(?:the )?(?P<part>{'|'.join(_THIRDS)})[- ]+(?:in )?(?P<whole>.+)",
    _FLAGS,
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
_SEASON = re.compile(
    rf"(?:in )?(?:the )?(?P<season>{'|'.join(_SEASONS)})(?: of)?,? (?P<year>\d{{4}})", _FLAGS
)
_WINTER = re.compile(
    r"(?:in )?(?:the )?winter(?: of)?,? (?P<year>\d{4})(?: ?[/-] ?(?P<next>\d\d|\d{4}))?", _FLAGS
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_QUARTER = re.compile(
    r"(?:in )?(?:the )?(?:q(?P<n>[1-4])|(?P<which>first|second|third|fourth|last) quarter)(?: of)?"
    r",? (?P<year>\d{4})|(?P<year2>\d{4}),? q(?P<n2>[1-4])",
    _FLAGS,
)
_HALF = re.compile(
    r"(?:in )?(?:the )?(?P<which>first|second) half(?: of)?,? (?P<year>\d{4})", _FLAGS
)
_DECADE = re.compile(r"(?:in )?(?:the )?(?P<ten>\d{3})0'?s", _FLAGS)
_CENTURY = re.compile(r"(?:in )?(?:the )?(?P<n>\d{1,2})(?:st|nd|rd|th)[- ]century", _FLAGS)


def part_of_time(text: str, read: Callable[[str], Date]) -> str | None:
    """Return a part of a month, year or decade in EDTF, or a decade or century; None for others.

    `read` reads the words for the whole that it is a part of.
    """
    if match := _SEASON.fullmatch(text):
        return _months(match["year"], _SEASONS[match["season"].lower()], 3)
    if match := _WINTER.fullmatch(text):
        return _winter(match, text)
    if match := _QUARTER.fullmatch(text):
        which = match["which"]
        quarter = _ORDINALS[which.lower()] if which else int(match["n"] or match["n2"])
        return _months(match["year"] or match["year2"], quarter * 3 - 2, 3)
    if match := _HALF.fullmatch(text):
        return _months(match["year"], 1 if match["which"].lower() == "first" else 7, 6)
    if match := _DECADE.fullmatch(text):
        return _decade(match["ten"], text)
    if match := _CENTURY.fullmatch(text):
        return f"{int(match['n']) - 1:02}XX"
    if match := _THIRD.fullmatch(text):
        return _third(_THIRDS[match["part"].lower()], read(match["whole"]))
    return None


def _decade(ten: str, text: str) -> str:
    if ten.endswith("0"):
        way_out = f"write {ten[:2]}XX for a hundred years or {ten}X for ten"
        raise DateError("a century ends in XX, a decade in X", text, way_out)
    return f"{ten}X"


def _winter(match: re.Match[str], text: str) -> str:
    year, after = int(match["year"]), match["next"]
    if after is None:
        earlier, later = (f"{first}/{(first + 1) % 100:02}" for first in (year - 1, year))
        raise DateError("a winter has two years", text, f"write winter {earlier} or winter {later}")
    if int(after) not in (year + 1, (year + 1) % 100):
        raise DateError(
            "a winter has two years", text, f"write winter {year}/{(year + 1) % 100:02}"
        )
    return f"[{year:04}-12..{year + 1:04}-02]"


def _third(part: int, whole: Date) -> str:
    """Return the first, second or last third of a month, a year or a decade."""
    first, last = whole.earliest, whole.latest
    is_plain = whole.kind == "moment" and whole.start.is_plain
    if not is_plain or first is None or last is None or whole.precision in ("day", "century"):
        rule = "only a month, a year or a decade has such parts"
        raise DateError(rule, whole.text, "type early May 2021 or early 2021")
    if whole.precision == "month":
        ends = (1, 10), (11, 20), (21, monthrange(first.year, first.month)[1])
        return "[{0}-{1:02}..{0}-{2:02}]".format(whole.text, *ends[part])
    if whole.precision == "year":
        return _months(whole.text, part * 4 + 1, 4)
    start, end = ((0, 3), (4, 6), (7, 9))[part]
    return f"[{first.year + start:04}..{first.year + end:04}]"


def _months(year: str, first: int, count: int) -> str:
    return f"[{year}-{first:02}..{year}-{first + count - 1:02}]"
