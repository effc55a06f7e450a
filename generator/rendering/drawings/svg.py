"""Elements of HTML and SVG as strings, with every text encoded, and the few words of captions."""

from collections.abc import Iterable
from datetime import date as Day
from functools import lru_cache

from markupsafe import Markup, escape

from generator.model.dates import MONTHS
from generator.support.escape import as_text

SIGN = Markup('<span class="sign" aria-hidden="true">≠</span>')
_WHOLE = {"p", "span", "td", "th", "b", "small", "text", "tspan", "svg", "g", "title", "a", "li"}


def tag(name: str, *content: Markup | str, **attributes: str | float | None) -> Markup:
    """An element; strings that are no markup become text, attributes of None are left out.

    Attributes are named as Python needs it: `class_`, `aria_label`, `data_from`.
    """
    written = "".join(
        [_attribute(key, value) for key, value in attributes.items() if value is not None]
    )
    if not content and name not in _WHOLE:
        return Markup(f"<{name}{written}/>")
    inner = "".join([as_text(part) if type(part) is str else part for part in content])
    return Markup(f"<{name}{written}>{inner}</{name}>")


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Markup one after the other."""
    return Markup(between.join(parts))


def percent(value: float) -> str:
    """A place across: `12.35%`."""
    return f"{number(value)}%"


def number(value: float) -> str:
    """A number with two digits at most behind its point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def hidden(words: str) -> Markup:
    """Words for those who listen."""
    return tag("span", words, class_="visually-hidden")


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 event`, `1,200 events`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def day_words(value: Day) -> str:
    """`6 May 2021`."""
    return f"{value.day} {month_words(value)}"


def month_words(value: Day) -> str:
    """`May 2021`."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def from_to(first: Day, last: Day) -> str:
    """`from 3 to 9 May 2021`, `on 3 May 2021`: nothing is said twice."""
    if first == last:
        return f"on {day_words(first)}"
    start = day_words(first)
    if first.year == last.year:
        month = f" {MONTHS[first.month - 1]}"
        start = f"{first.day}{month if first.month != last.month else ''}"
    return f"from {start} to {day_words(last)}"


@lru_cache(maxsize=1 << 14)
def _attribute(key: str, value: str | float) -> str:
    written = str(escape(value)) if isinstance(value, str) else number(value)
    return f' {key.rstrip("_").replace("_", "-")}="{written}"'
