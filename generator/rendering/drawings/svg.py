"""Elements of HTML and SVG as strings, with every text in them encoded."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from generator.support.escape import as_text, html

NOT_EQUAL = html('<i aria-hidden="true">≠</i>')
"""The sign of a difference. Words for those who cannot see it must stand beside it."""
_CLOSED_BY_A_TAG = {
    *("a", "b", "g", "li", "p", "small", "span", "svg", "td", "text", "th", "title", "tspan")
}
"""Elements that need an end tag even where they are empty."""


def tag(name: str, *content: Markup | str, **attributes: str | float | None) -> Markup:
    """Return an element; strings that are no markup become text, attributes of None are left out.

    Attributes are named as Python needs it: `class_`, `aria_label`, `data_from`.
    """
    written = "".join(
        [_attribute(key, value) for key, value in attributes.items() if value is not None]
    )
    if not content and name not in _CLOSED_BY_A_TAG:
        return html(f"<{name}{written}/>")
    inner = "".join(map(as_markup, content))
    return html(f"<{name}{written}>{inner}</{name}>")


def as_markup(part: Markup | str) -> Markup:
    """Return a part of an element: a string that is no markup becomes text."""
    return part if isinstance(part, Markup) else as_text(part)


def svg_link(href: str, *content: Markup | str, **attributes: str | float | None) -> Markup:
    """Return a link inside of a drawing, whose outermost element has `LINKS` as an attribute.

    Its address stands where the theme's instant loading does not look for one: it would set the
    `href` of each link in the way of HTML, which fails in SVG.
    """
    return tag("a", *content, **attributes, **{"xlink:href": href})


LINKS: dict[str, str] = {"xmlns:xlink": "http://www.w3.org/1999/xlink"}
"""The attribute that names what links in it are written with."""


def join_markup(parts: Iterable[Markup], separator: str = "") -> Markup:
    """Return the parts as one piece of markup; the separator is markup too."""
    return html(separator.join(parts))


def percent(value: float) -> str:
    """Return a position across as an attribute holds it: `12.35%`."""
    return f"{coordinate(value)}%"


def coordinate(value: float) -> str:
    """Return a number as an attribute holds it, with two decimals at most: `12.35`, `12`."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=1 << 14)
def _attribute(key: str, value: str | float) -> str:
    written = str(escape(value)) if isinstance(value, str) else coordinate(value)
    return f' {key.rstrip("_").replace("_", "-")}="{written}"'
