"""Events of a window as the signs of their kinds, in columns below each other."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.rendering.drawings.kind_signs import sign_path
from generator.rendering.drawings.svg import percent, svg_link, tag
from generator.rendering.drawings.time.stacking import BandMark
from generator.rendering.language import Language

ROW_PX = 19
"""The height of a sign with the room around it."""
REST = "band__more"
"""The class of the number of events that have no sign."""
SIGNS_BEFORE_REST = 6
"""How many signs stand below a span that has more events; the rest is a number."""


def column_signs(
    language: Language, marks: Sequence[BandMark], edges: tuple[float, float], top: float
) -> Markup:
    """Return the signs of one column with the names of their kinds, cut off at its edge."""
    rows = [sign(language, mark, 6, 2 + n * ROW_PX, mark.kind) for n, mark in enumerate(marks)]
    height = len(rows) * ROW_PX + 2
    return tag(
        "svg",
        *rows,
        x=percent(edges[0]),
        y=top,
        width=percent(edges[1] - edges[0]),
        height=height,
        style=f"height:{height}px",
    )


def sign(language: Language, mark: BandMark, x: float, y: float, word: str = "") -> Markup:
    """Return the sign of an event at a position in px, with a word beside it if there is one."""
    title = language.gettext("%(title)s (%(date)s)", title=mark.title, date=mark.words)
    look = "uncertain" if mark.is_doubtful else None
    parts = [tag("title", title), tag("path", class_=look, d=sign_path(mark.kind_number))]
    if mark.differs:
        parts.append(tag("text", "≠", class_="not-equal", x=20, y=13))
    if word:
        parts.append(tag("text", word, class_="word", x=36, y=12.5))
    moved = f"translate({x:g} {y:g})"
    if not mark.url:
        return tag("g", *parts, transform=moved)
    # A finger needs more than the lines of a sign.
    room = tag("rect", width=sign_width(mark) - 1, height=ROW_PX - 1)
    return svg_link(mark.url, *parts, room, transform=moved)


def sign_width(mark: BandMark) -> int:
    """Return the room that the sign of an event takes without a word, in px."""
    return 36 if mark.differs else 20


def rest_mark(language: Language, count: int, x: float, y: float) -> Markup:
    """Return how many events more there are: `+ 12`."""
    words = f"+ {language.grammar.number_words(count)}"
    return tag("text", words, class_=REST, x=x, y=y)
