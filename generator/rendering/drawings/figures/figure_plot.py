"""The figures of one measure, drawn to one scale: a table whose last column is a picture.

A row an account, sorted by size. The words are the content; the marks repeat them for the eye and
are hidden from those who listen. Nothing is added up, averaged or left out.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.figures.number_scale import Scale, scale_of, written
from generator.rendering.drawings.svg import SIGN, hidden, joined, percent, tag

_LONG = 6
_DIFFERS = joined([SIGN, hidden("differs from other accounts:"), Markup(" ")])
_MARKS = (
    ("dot", "as given"),
    ("about", "about"),
    ("more", "at least, more than"),
    ("less", "nearly, fewer than"),
    ("range", "a range"),
)


class Counted(NamedTuple):
    """A figure as the plot needs it."""

    href: str
    """Where the account stands, from the page that shows the plot: `#a1`."""
    who: str
    """Who says so, and through whom."""
    words: str
    """The figure in words, with its qualifier: `about 1,200`."""
    low: float | None = None
    """The number, or the lower end of the range; None where the source gives none."""
    high: float | None = None
    """The number again, or the upper end of the range."""
    qualifier: str | None = None
    """`about`, `at least`, `more than`, `nearly`, `fewer than`."""
    note: str = ""
    """Who was counted, in which part, as of when: what sets it apart from the other rows."""
    said: Markup | None = None
    """The printed words, quoted."""
    differs: bool = False
    """Whether another account contradicts it."""

    @property
    def values(self) -> list[float]:
        """The numbers that it gives."""
        return [value for value in (self.low, self.high) if value is not None]

    @property
    def mark(self) -> str:
        """Which mark stands for it: `dot`, `about`, `more`, `less`, `range`; none for words."""
        if self.low is None or self.high is None:
            return "more" if self.low is not None else "less" if self.high is not None else ""
        if self.low != self.high:
            return "range"
        marks = {"about": "about", "at least": "more", "more than": "more"}
        marks |= {"nearly": "less", "fewer than": "less"}
        return marks.get(self.qualifier or "", "dot")


def plot(
    name: str,
    rows: Sequence[Counted],
    *,
    ident: str,
    note: str = "",
    silent: Sequence[str] = (),
) -> Markup:
    """The table of one measure. `note`: its unit or meaning; `silent`: who gives no figure."""
    ordered = sorted(rows, key=_order)
    values = [value for row in rows for value in row.values]
    reaching = [row.values[-1] for row in rows if row.mark == "more"]
    scale = scale_of(values, reaching) if values else None
    title = tag("span", name, class_="plot__title")
    head = [title, Markup(" "), tag("small", note)] if note else [title]
    if any(row.differs for row in rows):
        head.append(tag("span", SIGN, Markup(" "), "accounts differ", class_="plot__lead differs"))
    table = tag(
        "table",
        tag("caption", *head),
        tag("thead", tag("tr", *_heads(scale))),
        tag("tbody", *(_row(row, scale) for row in ordered)),
        class_="plot__table",
    )
    quiet = [tag("p", f"No figure: {'; '.join(silent)}", class_="plot__silent")] if silent else []
    return tag("figure", table, *quiet, class_="plot", id=ident)


def plot_key(rows: Iterable[Counted]) -> Markup:
    """What the marks mean, for those that occur among the rows; once for all plots of a page."""
    used = {row.mark for row in rows}
    items = []
    for mark, words in _MARKS:
        if mark in used:
            drawn = joined(_marks(mark, *((12, 88) if mark == "range" else (30, 30))))
            items.append(tag("li", tag("svg", drawn, aria_hidden="true"), words))
    return tag("ul", *items, class_="plot-key")


def _order(row: Counted) -> tuple[bool, float, float, str]:
    values = row.values or [0.0]
    return not row.values, values[0], values[-1], row.who


@lru_cache(maxsize=1024)
def _heads(scale: Scale | None) -> tuple[Markup, ...]:
    heads = [tag("th", hidden(word), scope="col") for word in ("Account", "Figure")]
    if scale:
        ticks = scale.ticks
        words = [written(tick) for tick in ticks]
        sparse = max(map(len, words)) >= _LONG
        texts = []
        for n, (tick, word) in enumerate(zip(ticks, words, strict=True)):
            edge = "start" if n == 0 else "end" if n == len(ticks) - 1 else ""
            if sparse and not edge and n != len(ticks) // 2:
                continue
            look = f"plot__tick-label{f' plot__tick-label--{edge}' if edge else ''}"
            texts.append(tag("text", word, class_=look, x=percent(scale.x(tick)), y=11))
        drawn = tag("svg", *texts, width="100%", height=16, style="height:16px")
        heads.append(tag("td", drawn, class_="plot__scale", aria_hidden="true"))
    return tuple(heads)


def _row(row: Counted, scale: Scale | None) -> Markup:
    note = tag("small", row.note) if row.note else ""
    said = tag("small", row.said) if row.said else ""
    drawn = f'<td class="plot__cell" aria-hidden="true">{_drawn(row, scale)}</td>' if scale else ""
    return Markup(
        f'<tr><th scope="row">{tag("a", row.who, href=row.href)}{note}</th>'
        f'<td class="plot__value">{_DIFFERS if row.differs else ""}{tag("b", row.words)}{said}</td>'
        f"{drawn}</tr>"
    )


def _drawn(row: Counted, scale: Scale) -> Markup:
    if row.low is None and row.high is None:
        return Markup("")
    values = row.values
    return _picture(row.mark, values[0], values[-1], row.qualifier, scale)


@lru_cache(maxsize=1 << 12)
def _picture(mark: str, first: float, last: float, qualifier: str | None, scale: Scale) -> Markup:
    """The mark on its scale, and the stem that leads to it from 0."""
    x1, x2 = scale.x(first), scale.x(last)
    ends = {"x1": percent(scale.x(0)), "x2": percent(x1)}
    stem = tag("line", class_="stem", **ends, y1="50%", y2="50%")
    marks = _marks(mark, x1, x2, qualifier)
    return tag("svg", _guides(scale), stem, *marks, width="100%", height="100%")


@lru_cache(maxsize=1024)
def _guides(scale: Scale) -> Markup:
    """A line at each tick, through all rows of a plot."""
    places = [percent(scale.x(tick)) for tick in scale.ticks]
    return joined(tag("line", class_="guide", x1=x, x2=x, y1=0, y2="100%") for x in places)


def _marks(kind: str, x1: float, x2: float, qualifier: str | None = None) -> list[Markup]:
    """The mark itself, in the middle of its height."""
    a, b = percent(x1), percent(x2)
    if kind == "range":
        hollow = " range--about" if qualifier == "about" else ""
        bar = tag("line", class_=f"range{hollow}", x1=a, x2=b, y1="50%", y2="50%")
        marks = [bar, _end(a), _end(b)]
        if qualifier in ("at least", "more than"):
            marks.append(_arrow(b, "M2 0h17M14 -4l5 4l-5 4"))
        elif qualifier in ("nearly", "fewer than"):
            marks.append(_arrow(a, "M-2 0h-17M-14 -4l-5 4l5 4"))
        return marks
    marks = []
    if kind == "more":
        marks.append(_arrow(a, "M5 0h17M17 -4l5 4l-5 4"))
    elif kind == "less":
        marks.append(_arrow(a, "M-5 0h-17M-17 -4l-5 4l5 4"))
    hollow = "" if kind == "dot" else " dot--open"
    return [*marks, tag("circle", class_=f"dot{hollow}", cx=a, cy="50%", r=5)]


def _arrow(x: str, path: str) -> Markup:
    drawn = tag("path", class_="arrow", d=path)
    return tag("svg", drawn, x=x, y="50%", style="overflow:visible")


def _end(x: str) -> Markup:
    """The end of a range."""
    line = tag("path", class_="range-end", d="M0 -6v12")
    return tag("svg", line, x=x, y="50%", style="overflow:visible")
