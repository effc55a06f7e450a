"""What stands around the content of an embed: a whole page of HTML, with its style and no script.

"As known on" a day holds in it by the fragment of its address: a page names the days on which
something more was told (`id="known-2021-05-08"`), in order, and its style sheet hides what is told
on a later day than the one that the address names. `#known-0` is before the first.
"""

from collections.abc import Iterable, Sequence
from datetime import date as Day
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import embed_file, site_url
from generator.rendering.context import Context
from generator.rendering.language import Language
from generator.rendering.markdown_page import root
from generator.rendering.templates import render_macro
from generator.support.escape import html

MAX_EMBED_BYTES = 20 * 1024
"""So many bytes an embed has at most, all in all: it asks for nothing else."""
_STYLE = Path(__file__).with_name("frame.css")


class KnownDay(NamedTuple):
    """A day on which something more was told."""

    id: str
    words: str


class Frame(NamedTuple):
    """A page for a frame."""

    language: Language
    title: str
    address: Markup
    """Of the page that it shows a part of, from the root of the site."""
    canonical: str
    known: Sequence[KnownDay]
    style: Markup
    content: Markup
    chronology: str
    licence: str
    changed: str
    """The day of the last change, in words."""
    root: Markup


def frame(
    context: Context,
    address: str,
    origin: str,
    *,
    title: str,
    changed: Day | None,
    days: Sequence[Day],
    content: Markup,
) -> Output:
    """Return the embed of the page at an address; `days` are those on which it gained something."""
    language, settings = context.language, context.settings
    path = embed_file(address)
    made = Frame(
        language,
        title,
        html(address),
        site_url(context.chronology, address, root(path)),
        _known_days(language, days),
        html(_style() + _hiding(days)),
        content,
        settings.title,
        settings.licence or "",
        language.grammar.day_words(changed) if changed else "",
        root(path),
    )
    page = render_macro(language, "frame.html", "frame", made)
    return Output(path, f"<!doctype html>\n{page}\n", origin)


def days_in_order(days: Iterable[Day]) -> list[Day]:
    """Return the days, each once."""
    return sorted(set(days))


def known_class(days: Sequence[Day], day: Day) -> str:
    """Return the class of what is told since a day, which is one of the `days`."""
    return f"k{days.index(day)}"


def _known_days(language: Language, days: Sequence[Day]) -> list[KnownDay]:
    words = language.grammar.day_words
    known = [KnownDay("known-0", language.gettext("Nothing of this had been told by then."))]
    for first, following in pairwise([*days, None]):
        assert first
        last = following and following - timedelta(1)
        if last is None:
            said = language.gettext("As known since %(day)s", day=words(first))
        elif last == first:
            said = language.gettext("As known on %(day)s", day=words(first))
        else:
            said = language.gettext(
                "As known from %(first)s to %(last)s", first=words(first), last=words(last)
            )
        known.append(KnownDay(f"known-{first.isoformat()}", said))
    return known


def _hiding(days: Sequence[Day]) -> str:
    """Return the rules that hide what is told later than the day of the address."""
    return "".join(
        f":target~#known-{day.isoformat()}~main .k{n}{{display:none}}" for n, day in enumerate(days)
    )


@cache
def _style() -> str:
    return "".join(line.strip() for line in _STYLE.read_text("utf-8").splitlines())
