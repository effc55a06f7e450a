"""An actor's strip of time: its events on the axis of the whole, and its offices under it.

The axis is the same for every actor, so that pages compare.
"""

from collections.abc import Sequence
from datetime import date as Day
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.svg import joined, number, percent, plural, tag
from generator.rendering.drawings.time.axis import Frame
from generator.rendering.drawings.time.band_overview import (
    axis,
    block_height,
    key,
    stretch_lanes,
    towers,
    towers_height,
)
from generator.rendering.drawings.time.stacking import Mark, stacks, stretches


class Held(NamedTuple):
    """An office, and when it was held."""

    title: str
    words: str
    """Its date in words; empty where none is known."""
    earliest: Day | None = None
    latest: Day | None = None
    is_moment: bool = False
    """Whether the date is only a day (or a month) on which the office was held, not a term."""


def strip(
    marks: Sequence[Mark], offices: Sequence[Held], frame: Frame, ident: str = "strip"
) -> Markup:
    """The figure for the events and the offices of an actor, on the frame of the chronology."""
    found = stacks(marks, frame)
    base = towers_height(found)
    line = axis(frame, base)
    spans = stretches(marks, frame)
    lower, left_out = stretch_lanes(spans, line.bottom)
    plot = tag(
        "svg",
        towers(found, frame, base, block_height(found)),
        line.content,
        lower.content,
        class_="actor-strip__plot",
        role="img",
        aria_labelledby=f"{ident}-text",
        width="100%",
        height=lower.bottom,
        style=f"height:{number(lower.bottom)}px",
    )
    held = _offices(offices, frame)
    text = _sentence(marks, offices, frame, left_out)
    marks_mean = key(found, spans, any(mark.told for mark in marks))
    caption = tag("figcaption", tag("p", text, id=f"{ident}-text"), marks_mean)
    return tag(
        "figure", plot, *held, caption, class_="actor-strip", id=ident, data_search_exclude=""
    )


def _offices(offices: Sequence[Held], frame: Frame) -> list[Markup]:
    """A row an office; one that is known for several dates stands once."""
    by_title: dict[str, list[Held]] = {}
    for office in offices:
        by_title.setdefault(office.title, []).append(office)
    rows = [_office(title, held, frame) for title, held in by_title.items()]
    return [tag("ul", *rows, class_="office-list")] if rows else []


def _office(title: str, held: list[Held], frame: Frame) -> Markup:
    parts, places = [], []
    for office in held:
        if office.earliest is None and office.latest is None:
            continue
        x1 = frame.x(office.earliest) if office.earliest else 0.0
        x2 = frame.end(office.latest) if office.latest else 100.0
        places += [x1, x2]
        parts.append(_bar(office, x1, x2))
    drawn = tag("svg", *parts, width="100%", height=9, style="height:9px", aria_hidden="true")
    words = "; ".join(dict.fromkeys(office.words for office in held if office.words))
    text = tag("span", tag("b", title), *([Markup(" "), tag("small", words)] if words else []))
    return tag("li", joined([drawn] if parts else []), _beside(text, places))


def _bar(office: Held, x1: float, x2: float) -> Markup:
    """A bar for a term, dashed towards an end that is not known; a tick for a mere day."""
    if office.is_moment:
        middle = percent((x1 + x2) / 2)
        return tag(
            "line",
            class_="actor-strip__office actor-strip__office--day",
            x1=middle,
            x2=middle,
            y1=0,
            y2=9,
        )
    is_open = "" if office.earliest and office.latest else " actor-strip__office--open"
    return tag(
        "line", class_=f"actor-strip__office{is_open}", x1=percent(x1), x2=percent(x2), y1=5, y2=5
    )


def _beside(text: Markup, places: list[float]) -> Markup:
    """The words under their bar: from its start, or in the right half up to its end."""
    if not places:
        return tag("p", text)
    if min(places) > 50:
        return tag("p", text, class_="office-list__end", style=f"--at:{number(100 - max(places))}%")
    return tag("p", text, style=f"--at:{number(min(places))}%")


def _sentence(marks: Sequence[Mark], offices: Sequence[Held], frame: Frame, left_out: int) -> str:
    count = len({office.title for office in offices})
    span = f"{frame.first.year} to {frame.last.year}" if frame.years > 1 else str(frame.first.year)
    also = f", and {plural(count, 'office')}" if count else ""
    rest = f" {plural(left_out, 'longer or open date')} found no room." if left_out else ""
    return f"{plural(len(marks), 'event')}{also} in the time of the chronology, {span}.{rest}"
