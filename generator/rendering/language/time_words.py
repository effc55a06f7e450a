"""Times of day, in digits, which all languages share."""

from generator.model.dates import TimeOfDay


def clock(time: TimeOfDay) -> str:
    """`14:30`, `14:30:05`."""
    second = "" if time.second is None else f":{time.second:02}"
    return f"{time.hour:02}:{time.minute:02}{second}"


def zone(time: TimeOfDay) -> str:
    """`(UTC+3)`, `(UTC−3:30)`; empty where none is given."""
    if time.offset is None:
        return ""
    hours, minutes = divmod(abs(time.offset), 60)
    sign = "−" if time.offset < 0 else "+"
    ahead = f"{sign}{hours}" + (f":{minutes:02}" if minutes else "") if time.offset else ""
    return f"(UTC{ahead})"


def clock_and_zone(time: TimeOfDay) -> str:
    """`14:30 (UTC+3)`."""
    return f"{clock(time)} {zone(time)}".rstrip()
