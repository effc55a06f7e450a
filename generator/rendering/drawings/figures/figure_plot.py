"""The figures of one measure, drawn to one scale: a table whose last column is a picture.

There is a row for each figure, sorted by size within what counts the same: only these can be held
against each other. The words are the content; the marks repeat them for the eye, and a script hides
them from those who listen. Nothing is added up, averaged or left out.
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
from generator.rendering.drawings.svg import as_markup, percent, tag
from generator.rendering.language import Language
from generator.support.escape import html

_NOT_EQUAL = ' class="ne"'
"""The style sheet draws the sign before such a figure; the words beside it say what it is."""
_LONG_LABEL = 6
"""With labels of so many characters a scale names only its ends and its middle."""


class FigureRow(NamedTuple):
    """A figure as the plot needs it."""

    href: str
    """Where the account stands, from the page that shows the plot: `#gazette-2021-05-05`.

    It is made of ids, which need no quoting in an address.
    """
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
    verdicts: tuple[Markup, ...] = ()
    """How it stands to the others of its group, an element each: `differs from 12`."""
    quotation: Markup | None = None
    """The printed words, quoted."""
    differs: bool = False
    """Whether another account contradicts it; a verdict then says so in words."""
    since: Markup = Markup()
    """The attribute with the day since when it is known, if that is later than its event."""

    @property
    def values(self) -> list[float]:
        """The numbers that it gives: none, one, or the ends of a range."""
        if self.low is None:
            return [] if self.high is None else [self.high]
        return [self.low] if self.high is None else [self.low, self.high]

    @property
    def mark(self) -> MarkKind:
        """What it is drawn as; empty if it gives no number."""
        return mark_kind(self.low, self.high, self.qualifier)


class FigureGroup(NamedTuple):
    """Figures of one measure that count the same, so that they can be held against each other."""

    name: Markup
    """Who was counted, in which part, as of when; empty where nobody says."""
    rows: Sequence[FigureRow]


def figure_plot(
    language: Language, name: str, groups: Sequence[FigureGroup], *, ident: str, note: str = ""
) -> Markup:
    """Return the table of one measure. `note` is its unit or meaning, `ident` its element's id."""
    rows = [row for group in groups for row in group.rows]
    values = [value for row in rows for value in row.values]
    lower_bounds = [row.values[-1] for row in rows if row.mark == "more"]
    scale = scale_for(values, lower_bounds) if values else None
    caption = _caption(language, name, note, any(row.differs for row in rows))
    head = _head(language, scale) if scale else ""
    bodies = "".join([_group(group, scale) for group in groups])
    # The theme wraps a table that has no class.
    return html(
        f'<figure class="plot" id="{ident}"><table class="drawn"{_step(scale)}>'
        f"{caption}{head}{bodies}</table></figure>"
    )


def figure_plot_key(language: Language, rows: Iterable[FigureRow]) -> Markup:
    """Return what the marks of these rows mean; one key stands for all plots of a page.

    It is empty where no row has a mark.
    """
    used = frozenset([row.mark for row in rows]) - {""}
    return _key(language, used) if used else Markup()


@lru_cache(maxsize=64)
def _key(language: Language, used: frozenset[MarkKind]) -> Markup:
    marks: dict[MarkKind, str] = {
        "dot": language.gettext("as given"),
        "about": language.gettext("about"),
        "more": language.gettext("at least, more than"),
        "less": language.gettext("nearly, fewer than"),
        "range": language.gettext("a range"),
    }
    items = [tag("li", draw_key_mark(m), words) for m, words in marks.items() if m in used]
    return tag("ul", *items, class_="plot-key")


@lru_cache(maxsize=1024)
def _caption(language: Language, name: str, note: str, do_differ: bool) -> Markup:
    """Return what is counted, and whether accounts differ."""
    parts = [tag("b", name)]
    if note:
        parts += [html(" "), tag("small", note)]
    if do_differ:
        words = language.gettext("accounts differ")
        parts.append(tag("span", f"≠ {words}"))
    return tag("caption", *parts)


@lru_cache(maxsize=1024)
def _step(scale: Scale | None) -> str:
    """Return the attribute with how far the ticks of a scale are from each other."""
    return f' style="--step:{percent(100 / (len(scale.ticks) - 1))}"' if scale else ""


def _order(row: FigureRow) -> tuple[bool, float, float, str]:
    """Sort key: by size, then by speaker; rows without a number come last."""
    values = row.values
    return (False, values[0], values[-1], row.speaker) if values else (True, 0, 0, row.speaker)


@lru_cache(maxsize=1024)
def _head(language: Language, scale: Scale) -> Markup:
    """Return the scale above the pictures, for the eye alone.

    The first column holds headers alone: to HTML, each of them is then the header of its row.
    """
    labels = tag("svg", *_scale_labels(language, scale))
    return html(f'<thead aria-hidden="true"><tr><th></th><td></td><td>{labels}</td></tr></thead>')


def _scale_labels(language: Language, scale: Scale) -> list[Markup]:
    """Return the numbers of a scale, each at its tick."""
    words = [language.grammar.number_words(tick) for tick in scale.ticks]
    last, is_sparse = len(words) - 1, max(map(len, words)) >= _LONG_LABEL
    return [
        tag("text", word, x=percent(scale.x(tick)) if n else None)
        for n, (tick, word) in enumerate(zip(scale.ticks, words, strict=True))
        if not is_sparse or n in (0, len(words) // 2, last)
    ]


def _group(group: FigureGroup, scale: Scale | None) -> str:
    """Return what the figures of a group count, and a row for each of them."""
    name = ""
    if group.name:
        columns = 3 if scale else 2
        name = f'<tr><th scope="rowgroup" colspan="{columns}">{group.name}</th></tr>'
    rows, before = "", None
    for row in sorted(group.rows, key=_order):
        # Of equal rows below each other, the first alone says how it stands: twenty accounts of one
        # number would say twenty times from which numbers it differs.
        statement = row.words, row.verdicts, row.since
        rows += _row(row, () if statement == before else row.verdicts, scale)
        before = statement
    return f"<tbody>{name}{rows}</tbody>"


def _row(row: FigureRow, verdicts: Iterable[Markup], scale: Scale | None) -> str:
    """Return the row of a figure: who says so, the figure in words, and its picture."""
    quotation = f"<small>{row.quotation}</small>" if row.quotation else ""
    return (
        f'<tr{row.since}><th><a href="{row.href}">{as_markup(row.speaker)}</a>'
        f"{''.join(verdicts)}</th>"
        f"<td{_NOT_EQUAL if row.differs else ''}><b>{as_markup(row.words)}</b>{quotation}</td>"
        f"{_picture(row, scale) if scale else ''}</tr>"
    )


def _picture(row: FigureRow, scale: Scale) -> str:
    values = row.values
    if not values:
        return "<td></td>"
    picture = draw_figure(row.mark, values[0], values[-1], row.qualifier, scale)
    return f"<td>{picture}</td>"
