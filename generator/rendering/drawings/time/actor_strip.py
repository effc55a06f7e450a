"""An actor's strip of time: its events on the axis of the whole chronology, its offices under it.

The axis is the same for every actor, so that pages can be compared.
"""

from collections.abc import Sequence
from datetime import date as Day
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.svg import coordinate, percent, tag
from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.band_key import band_key
from generator.rendering.drawings.time.band_overview import (
    block_height,
    draw_axis,
    draw_spans,
    draw_stacks,
    stacks_height,
)
from generator.rendering.drawings.time.stacking import BandMark, span_marks, stack_marks
from generator.rendering.language import Language
from generator.support.escape import html

_BAR_PX = 9


class OfficeTerm(NamedTuple):
    """An office and when it was held; with no day where that is not known."""

    title: str
    words: str
    """Its date in words; empty where none is known."""
    earliest: Day | None = None
    latest: Day | None = None
    is_moment: bool = False
    """Whether the date is only a day (or a month) on which the office was held, not a term."""


def actor_strip(
    language: Language,
    marks: Sequence[BandMark],
    terms: Sequence[OfficeTerm],
    axis: TimeAxis,
    ident: str = "strip",
    *,
    is_small: bool = False,
) -> Markup:
    """Return the figure for the events and offices of an actor; `ident` is its element's id.

    A small one takes few bytes.
    """
    stacks, spans = stack_marks(marks, axis), span_marks(marks, axis)
    base = stacks_height(stacks)
    line = draw_axis(language, axis, base, is_small=is_small)
    lanes, left_out = draw_spans(language, spans, line.bottom)
    plot = tag(
        "svg",
        draw_stacks(stacks, axis, base, block_height(stacks)),
        line.content,
        lanes.content,
        class_="actor-strip__plot",
        role="img",
        aria_labelledby=f"{ident}-text",
        width="100%",
        height=lanes.bottom,
        style=f"height:{coordinate(lanes.bottom)}px",
    )
    offices = _terms_by_title(terms)
    rows = [_office(language, title, terms, axis) for title, terms in offices.items()]
    office_list = [tag("ul", *rows, class_="office-list")] if rows else []
    text = tag(
        "p", _sentences(language, len(marks), len(offices), axis, left_out), id=f"{ident}-text"
    )
    key = band_key(
        language, stacks, spans, any(mark.account_dates for mark in marks), axis.has_hours
    )
    return tag(
        "figure",
        plot,
        *office_list,
        tag("figcaption", text, key),
        class_="actor-strip",
        id=ident,
    )


def _terms_by_title(terms: Sequence[OfficeTerm]) -> dict[str, list[OfficeTerm]]:
    by_title: dict[str, list[OfficeTerm]] = {}
    for term in terms:
        by_title.setdefault(term.title, []).append(term)
    return by_title


def _office(language: Language, title: str, terms: list[OfficeTerm], axis: TimeAxis) -> Markup:
    """Return the row of an office: all its terms as bars, its title and dates below them."""
    bars, ends = [], []
    for term in terms:
        if term.earliest is None and term.latest is None:
            continue
        x1 = axis.x_start(term.earliest) if term.earliest else 0.0
        x2 = axis.x_end(term.latest) if term.latest else 100.0
        ends += [x1, x2]
        bars.append(_bar(term, x1, x2))
    plot = tag(
        "svg",
        *bars,
        width="100%",
        height=_BAR_PX,
        style=f"height:{_BAR_PX}px",
        aria_hidden="true",
    )
    words = dict.fromkeys(term.words for term in terms if term.words)
    dates = language.grammar.semicolon.join(words)
    text = tag("span", tag("b", title), *([html(" "), tag("small", dates)] if dates else []))
    return tag("li", plot if bars else Markup(""), _below_bars(text, ends))


def _bar(term: OfficeTerm, x1: float, x2: float) -> Markup:
    """Return a bar for a term, dashed if an end is not known; a tick for a mere day."""
    if term.is_moment:
        look, middle = "actor-strip__office actor-strip__office--day", percent((x1 + x2) / 2)
        return tag("line", class_=look, x1=middle, x2=middle, y1=0, y2=_BAR_PX)
    look = "actor-strip__office"
    if not (term.earliest and term.latest):
        look += " actor-strip__office--open"
    return tag("line", class_=look, x1=percent(x1), x2=percent(x2), y1=5, y2=5)


def _below_bars(text: Markup, ends: list[float]) -> Markup:
    """Return the words below their bars: from the start of the first, or to the end of the last.

    `ends` are the positions at which bars begin and end; the words end there if all of these lie
    in the right half.
    """
    if not ends:
        return tag("p", text)
    if min(ends) > 50:
        at = coordinate(100 - max(ends))
        return tag("p", text, class_="office-list__end", style=f"--at:{at}%")
    return tag("p", text, style=f"--at:{coordinate(min(ends))}%")


def _sentences(
    language: Language, event_count: int, office_count: int, axis: TimeAxis, left_out: int
) -> str:
    """Return how many events and offices are drawn, in which years, and how many events are not."""
    events = language.ngettext("%(count)s event", "%(count)s events", event_count)
    offices = language.ngettext("%(count)s office", "%(count)s offices", office_count)
    first, last = str(axis.first.year), str(axis.last.year)
    if axis.has_hours:
        first, last = map(language.grammar.day_words, (axis.first, axis.last))
    years = first
    if first != last:
        years = language.gettext("%(first)s to %(last)s", first=first, last=last)
    text = language.gettext(
        "%(events)s in the time of the chronology, %(years)s.", events=events, years=years
    )
    if office_count:
        text = language.gettext(
            "%(events)s, and %(offices)s in the time of the chronology, %(years)s.",
            events=events,
            offices=offices,
            years=years,
        )
    if not left_out:
        return text
    rest = language.ngettext(
        "%(count)s longer or open date found no room.",
        "%(count)s longer or open dates found no room.",
        left_out,
    )
    return f"{text} {rest}"
