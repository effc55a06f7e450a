"""When accounts say that it happened: a cell a day, a dot an account above the day it gives."""

from collections.abc import Iterator, Sequence
from datetime import date as Day
from typing import NamedTuple

from markupsafe import Markup

from generator.model.dates import MONTHS
from generator.rendering.drawings.svg import SIGN, hidden, joined, number, percent, tag
from generator.rendering.drawings.time.axis import DAY, MONTH, YEAR, Unit, days_after
from generator.rendering.drawings.time.stacking import lanes

CELLS = 14
"""So many cells there is room for."""
_ROW, _CELL = 10, 18
_NAMES = {"day": "Days", "month": "Months", "year": "Years"}


class Told(NamedTuple):
    """The date that one account gives. One of `earliest` and `latest` is given."""

    who: str
    words: str
    earliest: Day | None
    latest: Day | None
    """None: since `earliest`. An `earliest` of None: by this day."""
    differs: bool = False


def date_plot(told: Sequence[Told], own: tuple[Day | None, Day | None]) -> Markup:
    """The figure; nothing where the dates lie too far apart, or nothing differs.

    `own` is the date of the event itself, whose cells are dark.
    """
    days = [day for one in told for day in (one.earliest, one.latest) if day]
    if not days or not any(one.differs for one in told):
        return Markup("")
    cells = _cells(min(days), max(days))
    if cells is None:
        return Markup("")
    unit, columns = cells
    marks = [_place(one, unit, columns) for one in told]
    order = sorted(range(len(told)), key=lambda n: (marks[n], told[n].words))
    found = lanes([(marks[n][0] * 10, marks[n][1] * 10 + 8) for n in order], len(told))
    top = (max(lane or 0 for lane in found) + 1) * _ROW + 4
    parts = [*_drawn_cells(unit, columns, own, top)]
    for n, lane in zip(order, found, strict=True):
        parts.append(_mark(told[n], marks[n], len(columns), top - 7 - (lane or 0) * _ROW))
    height = top + _CELL
    plot = tag(
        "svg",
        *parts,
        role="img",
        aria_label=_label(told, unit, columns),
        width="100%",
        height=height,
        style=f"height:{number(height)}px",
    )
    caption = tag("figcaption", *_caption(told))
    return tag("figure", plot, caption, class_="date-plot", data_search_exclude="")


def _cells(first: Day, last: Day) -> tuple[Unit, range] | None:
    """The finest unit in which the days fit, with a cell of air on both sides where it does."""
    for unit in (DAY, MONTH, YEAR):
        a, b = unit.of(first), unit.of(last)
        if b - a < CELLS:
            air = 1 if b - a + 3 <= CELLS else 0
            if unit is DAY and b - a < 6:
                air = 2
            a = max(a - air, unit.of(Day.min))
            return unit, range(a, min(b + air, unit.of(Day.max)) + 1)
    return None


def _place(one: Told, unit: Unit, columns: range) -> tuple[int, int]:
    """The first and the last cell of a date; an open end reaches the edge."""
    first = unit.of(one.earliest) if one.earliest else columns.start
    last = unit.of(one.latest) if one.latest else columns.stop - 1
    return first - columns.start, last - columns.start


def _drawn_cells(
    unit: Unit, columns: range, own: tuple[Day | None, Day | None], top: float
) -> Iterator[Markup]:
    width = 100 / len(columns)
    start = unit.of(own[0] or own[1] or Day.max)
    end = unit.of(own[1]) if own[1] else start
    for n, column in enumerate(columns):
        is_own = start <= column <= end
        x, wide = percent(n * width + width * 0.06), percent(width * 0.88)
        look = "date-plot__cell date-plot__cell--own" if is_own else "date-plot__cell"
        yield tag("rect", class_=look, x=x, y=top, width=wide, height=_CELL)
        middle = percent((n + 0.5) * width)
        look = "date-plot__number date-plot__number--own" if is_own else "date-plot__number"
        yield tag("text", _word(unit, column), class_=look, x=middle, y=top + 13)


def _word(unit: Unit, column: int) -> str:
    day = Day.fromordinal(unit.start(column))
    if unit is DAY:
        return str(day.day)
    return MONTHS[day.month - 1][:3] if unit is MONTH else str(day.year)


def _mark(one: Told, cells: tuple[int, int], count: int, y: float) -> Markup:
    """A dot above one cell; over several a line, with a tick at each end that is known."""
    kind = " differs" if one.differs else ""
    a, b = ((cell + 0.5) * 100 / count for cell in cells)
    if cells[0] == cells[1]:
        return tag("circle", class_=f"dot{kind}", cx=percent(a), cy=y, r=3.5)
    a, b = (a if one.earliest else 0.0), (b if one.latest else 100.0)
    is_open = "" if one.earliest and one.latest else " stretch--open"
    ends = {"x1": percent(a), "x2": percent(b)}
    parts = [tag("line", class_=f"stretch{kind}{is_open}", y1=y, y2=y, **ends)]
    if not is_open:
        parts += [
            tag("line", class_=f"stretch{kind}", x1=percent(x), x2=percent(x), y1=y - 3, y2=y + 3)
            for x in (a, b)
        ]
    else:
        known = percent(a if one.earliest else b)
        parts.append(tag("circle", class_=f"dot{kind}", cx=known, cy=y, r=3.5))
    return joined(parts)


def _label(told: Sequence[Told], unit: Unit, columns: range) -> str:
    first = Day.fromordinal(unit.start(columns.start))
    last = days_after(Day.fromordinal(unit.start(columns.stop - 1)), 0)
    by: dict[str, list[str]] = {}
    for one in told:
        by.setdefault(one.words, []).append(one.who)
    said = "; ".join(f"{words}: {', '.join(dict.fromkeys(who))}" for words, who in by.items())
    cells = f"{_NAMES[unit.name]} from {_name(unit, first)} to {_name(unit, last)}"
    return f"{cells}. {said}."


def _name(unit: Unit, day: Day) -> str:
    words = [str(day.day), MONTHS[day.month - 1], str(day.year)]
    return " ".join(words[{"day": 0, "month": 1, "year": 2}[unit.name] :])


def _caption(told: Sequence[Told]) -> Iterator[Markup | str]:
    yield tag("span", "One dot an account:")
    yield Markup(" ")
    words = dict.fromkeys(one.words for one in told if one.differs)
    between = Markup(" {}{} ").format(SIGN, hidden("or, in another account,"))
    yield tag("span", joined((tag("span", word) for word in words), between), class_="value-line")
