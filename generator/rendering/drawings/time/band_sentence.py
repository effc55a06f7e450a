"""What the band shows, in sentences, for those who see it and for those who do not."""

from collections.abc import Iterator, Sequence

from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.band_detail import window_axis
from generator.rendering.drawings.time.bin_sizes import BinSize
from generator.rendering.drawings.time.densest_window import Window
from generator.rendering.drawings.time.stacking import BandMark
from generator.rendering.language import Language


def band_sentences(
    language: Language,
    marks: Sequence[BandMark],
    axis: TimeAxis,
    windows: Sequence[Window],
    left_out: int,
) -> str:
    """Return the facts of the drawing. `left_out`: how many events found no room in it."""
    return " ".join(
        [
            _extent(language, len(marks), axis),
            *_windows(language, marks, windows),
            *_doubts(language, marks, left_out),
        ]
    )


def _extent(language: Language, count: int, axis: TimeAxis) -> str:
    """Return how many events there are, and in which years."""
    if axis.has_hours:
        return language.ngettext(
            "%(count)s event %(range)s, %(bins)s.", "%(count)s events %(range)s, %(bins)s.", count,
            range=language.grammar.day_range_words(axis.first, axis.last),
            bins=_bin_words(language, axis.bin_size),
        )  # fmt: skip
    if axis.years == 1:
        return language.ngettext(
            "%(count)s event in %(year)s.", "%(count)s events in %(year)s.", count,
            year=axis.first.year,
        )  # fmt: skip
    return language.ngettext(
        "%(count)s event from %(first)s to %(last)s.",
        "%(count)s events from %(first)s to %(last)s.",
        count,
        first=axis.first.year,
        last=axis.last.year,
    )


def _windows(
    language: Language, marks: Sequence[BandMark], windows: Sequence[Window]
) -> Iterator[str]:
    """Yield a sentence for each window: how many events it holds, and how it is drawn."""
    for n, window in enumerate(windows):
        inside = sum(window.holds(mark) for mark in marks)
        values = {
            "days": language.ngettext("%(count)s day", "%(count)s days", window.days),
            "range": language.grammar.day_range_words(window.first, window.last),
            "bins": _bin_words(language, window_axis(window).bin_size),
        }
        if n == 0:
            yield language.ngettext(
                "%(count)s of them falls into the %(days)s %(range)s, larger below, %(bins)s.",
                "%(count)s of them fall into the %(days)s %(range)s, larger below, %(bins)s.",
                inside,
                **values,
            )
        else:
            yield language.ngettext(
                "%(count)s of these falls into the %(days)s %(range)s, larger again, %(bins)s.",
                "%(count)s of these fall into the %(days)s %(range)s, larger again, %(bins)s.",
                inside,
                **values,
            )


def _bin_words(language: Language, bin_size: BinSize) -> str:
    """Return what a column of a window stands for; a window has no longer ones than months."""
    if hours := bin_size.minutes // 60:
        return language.ngettext("one column an hour", "one column every %(count)s hours", hours)
    words = {
        "day": language.gettext("one column a day"),
        "week": language.gettext("one column a week"),
        "month": language.gettext("one column a month"),
    }
    return words[bin_size.name]


def _doubts(language: Language, marks: Sequence[BandMark], left_out: int) -> Iterator[str]:
    """Yield what is contradicted, what is in doubt, and what is not drawn."""
    differing = sum(mark.differs for mark in marks)
    differently_dated = sum(bool(mark.account_dates) for mark in marks)
    if differing and differently_dated:
        yield language.ngettext(
            "In %(count)s event accounts differ, in %(dated)s on the date.",
            "In %(count)s events accounts differ, in %(dated)s on the date.",
            differing,
            dated=language.grammar.number_words(differently_dated),
        )
    elif differing:
        yield language.ngettext(
            "In %(count)s event accounts differ.", "In %(count)s events accounts differ.", differing
        )
    if doubtful := sum(mark.is_doubtful for mark in marks):
        yield language.ngettext(
            "%(count)s date is marked as approximate or uncertain.",
            "%(count)s dates are marked as approximate or uncertain.",
            doubtful,
        )
    if left_out:
        yield language.ngettext(
            "%(count)s longer or open date found no room and is not drawn.",
            "%(count)s longer or open dates found no room and are not drawn.",
            left_out,
        )
