"""The twelve signs for kinds of events. A sign always stands beside the name of its kind.

They are drawn as lines on a grid of 16 and mean nothing of their own: the first kind of a
chronology's vocabulary gets the first sign, and so on.
"""

from markupsafe import Markup

from generator.rendering.drawings.svg import tag

SIGN_PATHS = (
    "M3.5 3.5l9 9M12.5 3.5l-9 9",  # cross
    "M2 8h11M9 4l4 4-4 4",  # an arrow
    "M8 2.5L14 13.5H2z",  # a triangle
    "M4 14.5V2.5h9.5L10.5 6l3 3.5H4",  # a pennant
    "M4 2.5h2.5v11H4zM9.5 2.5H12v11H9.5z",  # two bars
    "M6 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7M10 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7",
    "M1.5 6.5h11M9.5 3l3.5 3.5M14.5 10.5h-11M6.5 14L3 10.5",  # two half arrows
    "M1.5 8c2-6 4.5-6 6.5 0s4.5 6 6.5 0",  # a wave
    "M2.5 3h11v8H8l-3 3v-3H2.5z",  # a bubble
    "M3 3h10v10H3zM5.5 8h5",  # a box with a dash
    "M4 2a2 2 0 1 0 0 4a2 2 0 0 0 0-4M12 10a2 2 0 1 0 0 4a2 2 0 0 0 0-4M5.5 5.5l5 5",  # a link
    "M5 2v12M5 3h6M5 6.7h3.5M5 10.3h6M5 14h3.5",  # a comb
)
"""The path of each sign."""


def sign_path(kind_number: int) -> str:
    """Return the path of a kind's sign; behind the last sign the first comes again."""
    return SIGN_PATHS[kind_number % len(SIGN_PATHS)]


def kind_sign(kind_number: int) -> Markup:
    """Return the sign of a kind for a line of text, to be followed by the kind's name."""
    path = tag("path", d=sign_path(kind_number))
    return tag("svg", path, class_="kind-sign", viewBox="0 0 16 16", aria_hidden="true")
