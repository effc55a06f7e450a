"""When accounts say that it happened: cells of time, and above them a dot for each account's date.

A cell is a day, or more where the dates lie far apart; where times of day differ, it is less.
"""

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
from generator.rendering.drawings.time.bin_sizes import (
    CENTURY,
    DAY,
    DECADE,
    HOURS,
    MINUTES,
    MONTH,
    YEAR,
    BinSize,
    day_of,
)
from generator.rendering.drawings.time.stacking import Extent, Seconds, assign_lanes
from generator.rendering.language import Language
from generator.rendering.language.elements import sign_element
from generator.support.escape import html

MAX_CELLS = 14
"""The cells of the figure, at most."""
MAX_CLOCK_CELLS = 8
"""The same where a time of day stands in each."""
_FEW_CELLS = 6
"""Up to so many days have two empty cells on either side."""
_ROW_PX, _CELL_PX = 10, 18


class AccountDate(NamedTuple):
    """The date that one account gives."""

    speaker: str
    words: str
    extent: Extent
    differs: bool = False
    """Whether another account contradicts it."""


def date_plot(
    language: Language, account_dates: Sequence[AccountDate], event_date: Extent
) -> Markup:
    """Return the figure; empty where the dates lie too far apart, or none of them differs.

    The cells of the event's own date are dark.
    """
    cells = _cells(account_dates)
    if cells is None:
        return Markup("")
    bin_size, bins = cells
    by_clock = bin_size.minutes > 0
    own = _cell_range(event_date.on(by_clock), bin_size, bins)
    ends = [_cell_range(date.extent.on(by_clock), bin_size, bins) for date in account_dates]
    order = sorted(range(len(ends)), key=lambda n: (ends[n], account_dates[n].words))
    # A cell is 10 wide to the lanes, a dot 8, and there is always another lane.
    lanes = assign_lanes([(ends[n][0] * 10, ends[n][1] * 10 + 8) for n in order], len(ends))
    top = (max(lane or 0 for lane in lanes) + 1) * _ROW_PX + 4
    parts = [*_draw_cells(language, bin_size, bins, own, top)]
    for n, lane in zip(order, lanes, strict=True):
        y = top - 7 - (lane or 0) * _ROW_PX
        parts.append(_mark(account_dates[n], by_clock, ends[n], len(bins), y))
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


def _cells(account_dates: Sequence[AccountDate]) -> tuple[BinSize, range] | None:
    """Return the finest cells in which the dates fit, by their size and numbers; None if none do.

    There is an empty cell on both sides where there is room for it.
    """
    differing = [date.extent for date in account_dates if date.differs]
    if not differing:
        return None
    if all(date.seconds for date in differing):
        # A date that tells the day alone reaches from edge to edge.
        first, last = _ends([date.on(True) for date in differing])
        for bin_size in (*MINUTES, *HOURS):
            start, end = bin_size.bin_at(first), bin_size.bin_at(last)
            if end - start + 3 <= MAX_CLOCK_CELLS:
                return bin_size, range(start - 1, end + 2)
    first, last = _ends([date.extent.on(False) for date in account_dates])
    for bin_size in (DAY, MONTH, YEAR, DECADE, CENTURY):
        start, end = bin_size.bin_at(first), bin_size.bin_at(last)
        if end - start < MAX_CELLS:
            empty = 1 if end - start + 3 <= MAX_CELLS else 0
            if bin_size is DAY and end - start < _FEW_CELLS:
                empty = 2
            start = max(start - empty, bin_size.bin_of(Day.min))
            return bin_size, range(start, min(end + empty, bin_size.bin_of(Day.max)) + 1)
    return None


def _ends(dates: Sequence[Seconds]) -> tuple[int, int]:
    """Return the first and the last second that dates give; each gives one at least."""
    seconds = [second for date in dates for second in date if second is not None]
    return min(seconds), max(seconds)


def _cell_range(date: Seconds, bin_size: BinSize, bins: range) -> tuple[int, int]:
    """Return the first and the last cell of a date, from 0 on; an open end reaches the edge."""
    first, last = date
    start = bins.start if first is None else max(bin_size.bin_at(first), bins.start)
    end = bins.stop - 1 if last is None else min(bin_size.bin_at(last), bins.stop - 1)
    return start - bins.start, end - bins.start


def _draw_cells(
    language: Language, bin_size: BinSize, bins: range, own: tuple[int, int], top: float
) -> Iterator[Markup]:
    """Yield each cell and the time in it, from the first to the last of the event's own dark."""
    width = 100 / len(bins)
    for n, number in enumerate(bins):
        is_own = own[0] <= n <= own[1]
        x, cell_width = percent(n * width + width * 0.06), percent(width * 0.88)
        look = "date-plot__cell date-plot__cell--own" if is_own else "date-plot__cell"
        yield tag("rect", class_=look, x=x, y=top, width=cell_width, height=_CELL_PX)
        look = "date-plot__number date-plot__number--own" if is_own else "date-plot__number"
        word = _cell_word(language, bin_size, number)
        yield tag("text", word, class_=look, x=percent((n + 0.5) * width), y=top + 13)


def _cell_word(language: Language, bin_size: BinSize, number: int) -> str:
    """Return what stands in a cell; in one of several years, the first of them."""
    if bin_size.minutes:
        return bin_size.clock(number)
    day = bin_size.first_day(number)
    if bin_size is DAY:
        return str(day.day)
    return language.grammar.short_month_name(day.month) if bin_size is MONTH else str(day.year)


def _mark(
    date: AccountDate, by_clock: bool, cells: tuple[int, int], cell_count: int, y: float
) -> Markup:
    """Return a dot above one cell; over several a line, with a tick at each end that is known.

    A date with an open end is a dashed line with a dot at the other end.
    """
    differs = " differs" if date.differs else ""
    start, end = ((cell + 0.5) * 100 / cell_count for cell in cells)
    if cells[0] == cells[1]:
        return tag("circle", class_=f"dot{differs}", cx=percent(start), cy=y, r=3.5)
    has_start, has_end = (second is not None for second in date.extent.on(by_clock))
    x1 = percent(start if has_start else 0.0)
    x2 = percent(end if has_end else 100.0)
    if has_start and has_end:
        look = f"stretch{differs}"
        ticks = [tag("line", class_=look, x1=x, x2=x, y1=y - 3, y2=y + 3) for x in (x1, x2)]
        return join_markup([tag("line", class_=look, y1=y, y2=y, x1=x1, x2=x2), *ticks])
    dot = tag("circle", class_=f"dot{differs}", cx=x1 if has_start else x2, cy=y, r=3.5)
    look = f"stretch{differs} stretch--open"
    return join_markup([tag("line", class_=look, y1=y, y2=y, x1=x1, x2=x2), dot])


def _label(
    language: Language, account_dates: Sequence[AccountDate], bin_size: BinSize, bins: range
) -> str:
    """Return what the figure shows: its cells, and who gives which date."""
    grammar = language.grammar
    first, last = bin_size.first_day(bins.start), bin_size.last_day(bins.stop - 1)
    speakers_by_date: dict[str, dict[str, None]] = {}
    for date in account_dates:
        speakers_by_date.setdefault(date.words, {})[date.speaker] = None
    dates = grammar.semicolon.join(
        f"{date}: {grammar.comma.join(names)}" for date, names in speakers_by_date.items()
    )
    if bin_size.minutes:
        ends = bins.start, bins.stop - 1
        days = [day_of(bin_size.start_second(number)) for number in ends]
        times = [
            # Translators: when on a day, as in "9 January 2026, 14:30".
            language.gettext(
                "%(day)s, %(time)s", day=grammar.day_words(day), time=bin_size.clock(n)
            )
            for day, n in zip(days, ends, strict=True)
        ]
        return language.gettext(
            "Times from %(first)s to %(last)s. %(dates)s.",
            first=times[0],
            last=times[1],
            dates=dates,
        )
    if bin_size is DAY:
        words = {"first": grammar.day_words(first), "last": grammar.day_words(last)}
        return language.gettext("Days from %(first)s to %(last)s. %(dates)s.", dates=dates, **words)
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
    yield html(" ")
    dates = dict.fromkeys(date.words for date in account_dates if date.differs)
    separator = f" {sign_element(language)} "
    yield tag("span", join_markup((tag("span", date) for date in dates), separator),
              class_="value-line")  # fmt: skip
