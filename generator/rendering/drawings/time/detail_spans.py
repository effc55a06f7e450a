"""The spans of a window, in lanes: each a line with the signs of its events and words under it."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.svg import percent, tag
from generator.rendering.drawings.time.band_overview import Piece, span_line
from generator.rendering.drawings.time.detail_signs import (
    SIGNS_BEFORE_REST,
    rest_mark,
    sign,
    sign_width,
)
from generator.rendering.drawings.time.stacking import Span, assign_lanes
from generator.rendering.language import Language

MAX_LANES = 12
"""The lanes of spans in a window, at most."""
_LANE_PX = 28
_WIDE_PX, _PHONE_PX = 960, 290
"""The narrowest widths at which a caption has its words, and at which it has its signs."""
_LETTER_PX = 6.4


def draw_detail_spans(language: Language, spans: Sequence[Span], base: float) -> Piece:
    """Return the spans from `base` down; the last line says how many found no room."""
    captions = [_caption(language, span) for span in spans]
    lanes = assign_lanes([caption.extent for caption in captions], MAX_LANES)
    parts, bottom, left_out = [], base + 6, 0
    for caption, lane in zip(captions, lanes, strict=True):
        if lane is None:
            left_out += len(caption.span.marks)
            continue
        y = base + 10 + lane * _LANE_PX
        parts += [span_line(caption.span, y), _draw_caption(language, caption, y + 6)]
        bottom = max(bottom, y + _LANE_PX)
    if left_out:
        words = language.ngettext(
            "+ %(count)s longer or open date", "+ %(count)s longer or open dates", left_out
        )
        parts.append(tag("text", words, class_="band__rest", x=6, y=bottom + 6))
        bottom += 16
    return Piece(tag("g", *parts, class_="spans"), bottom + 4)


class _Caption(NamedTuple):
    """What stands under a span."""

    span: Span
    words: str
    signs_px: int
    """The room for the signs, and for the number of those that are not shown."""
    width: float
    """The room for signs and words in per cent, at the narrowest width that has them."""

    @property
    def is_from_start(self) -> bool:
        """Whether it begins where the span does; else it ends where the span does."""
        span = self.span
        return span.x1 + self.width <= 100 or 100 - span.x1 >= span.x2

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where the span and its caption reach."""
        span = self.span
        if self.is_from_start:
            return span.x1, max(span.x2, span.x1 + self.width)
        return min(span.x1, span.x2 - self.width), span.x2


def _caption(language: Language, span: Span) -> _Caption:
    words, rest = _words(language, span), len(span.marks) - SIGNS_BEFORE_REST
    signs_px = sum(sign_width(mark) for mark in span.marks[:SIGNS_BEFORE_REST]) + _rest_width(rest)
    width = (signs_px + 12 + len(words) * _LETTER_PX) / _WIDE_PX * 100
    return _Caption(span, words, signs_px, max(width, (signs_px * 0.85 + 8) / _PHONE_PX * 100))


def _words(language: Language, span: Span) -> str:
    """Return what the events of a span are, as far as they have it in common."""
    mark, is_single = span.marks[0], len(span.marks) == 1
    if span.has_account_dates and is_single:
        return language.gettext("dated differently by its accounts")
    if span.has_account_dates:
        return language.gettext("dated differently")
    if is_single:
        return language.gettext("%(kind)s, %(date)s", kind=mark.kind, date=mark.words)
    return mark.words


def _rest_width(rest: int) -> int:
    """Return the room for "+ 12", in px."""
    return 18 + 7 * len(str(rest)) if rest > 0 else 0


def _draw_caption(language: Language, caption: _Caption, y: float) -> Markup:
    """Return signs, then words; one that ends with its span has the words before the signs."""
    span, is_from_start = caption.span, caption.is_from_start
    parts, x = [], 2.0 if is_from_start else -caption.signs_px - 2.0
    for mark in span.marks[:SIGNS_BEFORE_REST]:
        parts.append(sign(language, mark, x, 0))
        x += sign_width(mark)
    rest = len(span.marks) - SIGNS_BEFORE_REST
    if rest > 0:
        parts.append(rest_mark(language, rest, x, 13))
        x += _rest_width(rest)
    look, word_x = ("word", x) if is_from_start else ("word word--end", -caption.signs_px - 6)
    parts.append(tag("text", caption.words, class_=look, x=word_x, y=12.5))
    start = percent(span.x1 if is_from_start else span.x2)
    return tag("svg", *parts, x=start, y=y, style="height:18px;overflow:visible")
