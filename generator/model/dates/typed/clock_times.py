"""Times of day as people write them, behind or before a date: "at 2.30 pm", "14h30", "UTC+3"."""

import re

_FLAGS = re.IGNORECASE | re.ASCII
_TIME = (
    r"(?:at )?(?P<hour>\d{1,2})(?:(?:[:.h]|h )(?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d+)?)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?(?: ?(?:o'clock|hrs|hours|h|local time|uhr))*"
    r"(?: ?\(?(?P<zone>z|utc|gmt)?(?P<offset>[+-]\d{1,2}(?::?\d\d)?)?\)?)"
)
_DATE = r"(?:on )?(?P<date>.*[a-z\d?~%])"
_ALONE = re.compile(rf"{_TIME}|(?:at )?noon", _FLAGS)
_FORMS = (
    re.compile(rf"{_DATE},? (?:at )?noon", _FLAGS),
    re.compile(rf"{_DATE}(?:,? | ?T){_TIME}", _FLAGS),
    re.compile(rf"{_TIME},? {_DATE}", _FLAGS),
)


def split_time(text: str) -> tuple[str, str] | None:
    """Return the words for the date, and the time of day as EDTF has it; None where there is none.

    An hour alone counts only with "am", "pm" or "at".
    """
    for form in _FORMS:
        match = form.fullmatch(text)
        if match and (time := _time(match)):
            return re.sub(r",?(?: at)?$", "", match["date"]), time
    return None


def read_time(text: str) -> str | None:
    """Return a time of day that stands alone as EDTF has it, `T14:30`; None where it is none.

    An hour alone, without "am" or "pm", says no minute, and is none.
    """
    match = _ALONE.fullmatch(text)
    return _time(match) if match else None


def _time(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if not parts.get("hour"):
        return "T12:00"
    hour, half = int(parts["hour"]), (parts["half"] or "")[:1].lower()
    if parts["minute"] is None and not half:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or int(parts["minute"] or 0) > 59:
        return None
    second = f":{parts['second']}" if parts["second"] else ""
    return f"T{hour:02}:{parts['minute'] or '00'}{second}{_zone(parts)}"


def _zone(parts: dict[str, str]) -> str:
    offset = parts["offset"]
    if not offset:
        return "Z" if parts["zone"] else ""
    digits = offset[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{offset[0]}{int(hours):02}:{minutes}"
