"""When accounts say that it happened: a cell a day, and above it a dot for each account's date."""

from collections.abc import Iterator, Sequence
from datetime import date as Day
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.svg import (
    coordinate,
    join_markup,
    percent,
    tag,
)
from generator.rendering.drawings.time.axis import DAY, MONTH, YEAR, BinSize
from generator.rendering.drawings.time.stacking import assign_lanes
from generator.rendering.language import Language
from generator.rendering.language.elements import sign_element

MAX_CELLS = 14
"""The cells of the figure, at most."""
_FEW_CELLS = 6
"""Up to so many days have two empty cells on either side."""
_ROW_PX, _CELL_PX = 10, 18


class AccountDate(NamedTuple):
    """The date that one account gives. `earliest` or `latest` may be None, not both."""

    speaker: str
    words: str
    earliest: Day | None
    """None: by `latest`."""
    latest: Day | None
    """None: since `earliest`."""
    differs: bool = False
    """Whether another account contradicts it."""


def date_plot(
    language: Language,
    account_dates: Sequence[AccountDate],
    event_date: tuple[Day | None, Day | None],
) -> Markup:
    """Return the figure; empty where the dates lie too far apart, or none of them differs.

    `event_date` is the first and last day of the event's own date, whose cells are dark.
    """
    days = [day for date in account_dates for day in (date.earliest, date.latest) if day]
    if not days or not any(date.differs for date in account_dates):
        return Markup("")
    cells = _cells(min(days), max(days))
    if cells is None:
        return Markup("")
    bin_size, bins = cells
    ends = [_cell_range(date, bin_size, bins) for date in account_dates]
    order = sorted(range(len(ends)), key=lambda n: (ends[n], account_dates[n].words))
    # A cell is 10 wide to the lanes, a dot 8, and there is always another lane.
    lanes = assign_lanes([(ends[n][0] * 10, ends[n][1] * 10 + 8) for n in order], len(ends))
    top = (max(lane or 0 for lane in lanes) + 1) * _ROW_PX + 4
    parts = [*_draw_cells(language, bin_size, bins, event_date, top)]
    for n, lane in zip(order, lanes, strict=True):
        y = top - 7 - (lane or 0) * _ROW_PX
        parts.append(_mark(account_dates[n], ends[n], len(bins), y))
    height = top + _CELL_PX
    plot = tag(
        "svg",
        *parts,
        role="img",
        aria_label=_label(language, account_dates, bin_size, bins),
        width="100%",
        height=height,
        style=f"height:{coordinate(height)}px",
    )
    caption = tag("figcaption", *_caption(language, account_dates))
    return tag("figure", plot, caption, class_="date-plot")


def _cells(first: Day, last: Day) -> tuple[BinSize, range] | None:
    """Return the finest cells in which the days fit, by their size and numbers; None where none do.

    There is an empty cell on both sides where there is room for it.
    """
    for bin_size in (DAY, MONTH, YEAR):
        start, end = bin_size.bin_of(first), bin_size.bin_of(last)
        if end - start < MAX_CELLS:
            empty = 1 if end - start + 3 <= MAX_CELLS else 0
            if bin_size is DAY and end - start < _FEW_CELLS:
                empty = 2
            start = max(start - empty, bin_size.bin_of(Day.min))
            return bin_size, range(start, min(end + empty, bin_size.bin_of(Day.max)) + 1)
    return None


def _cell_range(date: AccountDate, bin_size: BinSize, bins: range) -> tuple[int, int]:
    """Return the first and the last cell of a date, from 0 on; an open end reaches the edge."""
    first = bin_size.bin_of(date.earliest) if date.earliest else bins.start
    last = bin_size.bin_of(date.latest) if date.latest else bins.stop - 1
    return first - bins.start, last - bins.start


def _draw_cells(
    language: Language,
    bin_size: BinSize,
    bins: range,
    event_date: tuple[Day | None, Day | None],
    top: float,
) -> Iterator[Markup]:
    """Yield each cell and the day, month or year in it; those of the event's own date are dark."""
    earliest, latest = event_date
    width = 100 / len(bins)
    own_start = bin_size.bin_of(earliest or latest or Day.max)
    own_end = bin_size.bin_of(latest) if latest else own_start
    for n, number in enumerate(bins):
        is_own = own_start <= number <= own_end
        x, cell_width = percent(n * width + width * 0.06), percent(width * 0.88)
        look = "date-plot__cell date-plot__cell--own" if is_own else "date-plot__cell"
        yield tag("rect", class_=look, x=x, y=top, width=cell_width, height=_CELL_PX)
        look = "date-plot__number date-plot__number--own" if is_own else "date-plot__number"
        word = _cell_word(language, bin_size, bin_size.first_day(number))
        yield tag("text", word, class_=look, x=percent((n + 0.5) * width), y=top + 13)


def _cell_word(language: Language, bin_size: BinSize, day: Day) -> str:
    if bin_size is DAY:
        return str(day.day)
    return language.grammar.short_month_name(day.month) if bin_size is MONTH else str(day.year)


def _mark(date: AccountDate, cells: tuple[int, int], cell_count: int, y: float) -> Markup:
    """Return a dot above one cell; over several a line, with a tick at each end that is known.

    A date with an open end is a dashed line with a dot at the other end.
    """
    differs = " differs" if date.differs else ""
    start, end = ((cell + 0.5) * 100 / cell_count for cell in cells)
    if cells[0] == cells[1]:
        return tag("circle", class_=f"dot{differs}", cx=percent(start), cy=y, r=3.5)
    x1 = percent(start if date.earliest else 0.0)
    x2 = percent(end if date.latest else 100.0)
    if date.earliest and date.latest:
        look = f"stretch{differs}"
        ticks = [tag("line", class_=look, x1=x, x2=x, y1=y - 3, y2=y + 3) for x in (x1, x2)]
        return join_markup([tag("line", class_=look, y1=y, y2=y, x1=x1, x2=x2), *ticks])
    dot = tag("circle", class_=f"dot{differs}", cx=x1 if date.earliest else x2, cy=y, r=3.5)
    look = f"stretch{differs} stretch--open"
    return join_markup([tag("line", class_=look, y1=y, y2=y, x1=x1, x2=x2), dot])


def _label(
    language: Language, account_dates: Sequence[AccountDate], bin_size: BinSize, bins: range
) -> str:
    """Return what the figure shows: its cells, and who gives which date."""
    grammar = language.grammar
    first, last = bin_size.first_day(bins.start), bin_size.first_day(bins.stop - 1)
    speakers_by_date: dict[str, dict[str, None]] = {}
    for date in account_dates:
        speakers_by_date.setdefault(date.words, {})[date.speaker] = None
    dates = "; ".join(f"{date}: {', '.join(names)}" for date, names in speakers_by_date.items())
    if bin_size is DAY:
        days = {"first": grammar.day_words(first), "last": grammar.day_words(last)}
        return language.gettext("Days from %(first)s to %(last)s. %(dates)s.", dates=dates, **days)
    if bin_size is MONTH:
        months = {"first": grammar.month_words(first), "last": grammar.month_words(last)}
        return language.gettext(
            "Months from %(first)s to %(last)s. %(dates)s.", dates=dates, **months
        )
    years = {"first": first.year, "last": last.year}
    return language.gettext("Years from %(first)s to %(last)s. %(dates)s.", dates=dates, **years)


def _caption(language: Language, account_dates: Sequence[AccountDate]) -> Iterator[Markup | str]:
    """Yield what a dot is, and the dates that contradict each other."""
    yield tag("span", language.gettext("One dot for each account:"))
    yield Markup(" ")
    dates = dict.fromkeys(date.words for date in account_dates if date.differs)
    separator = f" {sign_element(language)} "
    yield tag("span", join_markup((tag("span", date) for date in dates), separator),
              class_="value-line")  # fmt: skip
