"""The figures of one measure, drawn to one scale: a table whose last column is a picture.

There is a row for each account, sorted by size. The words are the content; the marks repeat them
for the eye and are hidden from those who listen. Nothing is added up, averaged or left out.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.figures.figure_marks import (
    MarkKind,
    draw_figure,
    draw_key_mark,
    mark_kind,
)
from generator.rendering.drawings.figures.number_scale import Scale, scale_for
from generator.rendering.drawings.svg import (
    NOT_EQUAL,
    join_markup,
    percent,
    screen_reader_text,
    tag,
)
from generator.rendering.language import Language

_LONG_LABEL = 6
"""With labels of so many characters a scale names only its ends and its middle."""


class FigureRow(NamedTuple):
    """A figure as the plot needs it."""

    href: str
    """Where the account stands, from the page that shows the plot: `#gazette-2021-05-05`."""
    speaker: str
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
    quotation: Markup | None = None
    """The printed words, quoted."""
    differs: bool = False
    """Whether another account contradicts it."""

    @property
    def values(self) -> list[float]:
        """The numbers that it gives: none, one, or the ends of a range."""
        return [value for value in (self.low, self.high) if value is not None]

    @property
    def mark(self) -> MarkKind:
        """What it is drawn as; empty if it gives no number."""
        return mark_kind(self.low, self.high, self.qualifier)


def figure_plot(
    language: Language, name: str, rows: Sequence[FigureRow], *, ident: str, note: str = ""
) -> Markup:
    """Return the table of one measure. `note` is its unit or meaning, `ident` its element's id."""
    ordered = sorted(rows, key=_order)
    values = [value for row in rows for value in row.values]
    lower_bounds = [row.values[-1] for row in rows if row.mark == "more"]
    scale = scale_for(values, lower_bounds) if values else None
    title = tag("span", name, class_="plot__title")
    head = [title, Markup(" "), tag("small", note)] if note else [title]
    if any(row.differs for row in rows):
        words = language.gettext("accounts differ")
        head.append(tag("span", NOT_EQUAL, Markup(" "), words, class_="plot__lead differs"))
    table = tag(
        "table",
        tag("caption", *head),
        tag("thead", tag("tr", *_column_heads(language, scale))),
        tag("tbody", *(_row(language, row, scale) for row in ordered)),
        class_="plot__table",
    )
    return tag("figure", table, class_="plot", id=ident)


def figure_plot_key(language: Language, rows: Iterable[FigureRow]) -> Markup:
    """Return what the marks of these rows mean; one key stands for all plots of a page."""
    marks: dict[MarkKind, str] = {
        "dot": language.gettext("as given"),
        "about": language.gettext("about"),
        "more": language.gettext("at least, more than"),
        "less": language.gettext("nearly, fewer than"),
        "range": language.gettext("a range"),
    }
    used = {row.mark for row in rows}
    items = [tag("li", draw_key_mark(m), words) for m, words in marks.items() if m in used]
    return tag("ul", *items, class_="plot-key")


def _order(row: FigureRow) -> tuple[bool, float, float, str]:
    """Sort key: by size, then by speaker; rows without a number come last."""
    values = row.values or [0.0]
    return not row.values, values[0], values[-1], row.speaker


@lru_cache(maxsize=1024)
def _column_heads(language: Language, scale: Scale | None) -> tuple[Markup, ...]:
    """Return the heads of the columns, the last of which is the scale."""
    heads = [
        tag("th", screen_reader_text(words), scope="col")
        for words in (language.gettext("Account"), language.gettext("Figure"))
    ]
    if scale:
        labels = _scale_labels(language, scale)
        plot = tag("svg", *labels, width="100%", height=16, style="height:16px")
        heads.append(tag("td", plot, class_="plot__scale", aria_hidden="true"))
    return tuple(heads)


def _scale_labels(language: Language, scale: Scale) -> list[Markup]:
    """Return the numbers of a scale, each at its tick."""
    words = [language.grammar.number_words(tick) for tick in scale.ticks]
    last, is_sparse = len(words) - 1, max(map(len, words)) >= _LONG_LABEL
    edges = {0: "start", last: "end"}
    labels = []
    for n, (tick, word) in enumerate(zip(scale.ticks, words, strict=True)):
        if is_sparse and n not in (0, len(words) // 2, last):
            continue
        look = "plot__tick-label"
        if n in edges:
            look += f" plot__tick-label--{edges[n]}"
        labels.append(tag("text", word, class_=look, x=percent(scale.x(tick)), y=11))
    return labels


def _row(language: Language, row: FigureRow, scale: Scale | None) -> Markup:
    """Return the row of a figure: who says so, the figure in words, and its picture."""
    note = tag("small", row.note) if row.note else ""
    quotation = tag("small", row.quotation) if row.quotation else ""
    picture = ""
    if scale:
        picture = f'<td class="plot__cell" aria-hidden="true">{_picture(row, scale)}</td>'
    return Markup(
        f'<tr><th scope="row">{tag("a", row.speaker, href=row.href)}{note}</th>'
        f'<td class="plot__value">{_difference_sign(language) if row.differs else ""}'
        f"{tag('b', row.words)}{quotation}</td>"
        f"{picture}</tr>"
    )


def _picture(row: FigureRow, scale: Scale) -> Markup:
    if not row.values:
        return Markup("")
    return draw_figure(row.mark, row.values[0], row.values[-1], row.qualifier, scale)


@lru_cache(maxsize=16)
def _difference_sign(language: Language) -> Markup:
    words = screen_reader_text(language.gettext("differs from other accounts:"))
    return join_markup([NOT_EQUAL, words, Markup(" ")])
