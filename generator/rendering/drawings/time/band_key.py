"""The key under the band: what its marks mean."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.rendering.drawings.svg import NOT_EQUAL, join_markup, tag
from generator.rendering.drawings.time.stacking import Span, Stack
from generator.rendering.language import Language
from generator.support.escape import html

_SIGN = join_markup([html(" "), NOT_EQUAL])
_NO_SIGN = Markup("")


def band_key(
    language: Language,
    stacks: Sequence[Stack],
    spans: Sequence[Span],
    has_account_dates: bool,
    has_hours: bool = False,
) -> Markup:
    """Return the list of the marks that these stacks and spans are drawn with.

    `has_account_dates`: whether dates of accounts are among them; `has_hours`: whether they lie on
    an axis of hours, where what is known to the day alone is a span.
    """
    total = sum(stack.total for stack in stacks)
    differing = sum(stack.differing for stack in stacks)
    doubtful = sum(stack.doubtful + stack.differing_doubtful for stack in stacks)
    is_open = any(span.is_open_start or span.is_open_end for span in spans)
    closed = [
        span
        for span in spans
        if not (span.has_account_dates or span.is_open_start or span.is_open_end)
    ]
    items = []
    if total > differing:
        items.append(_item("", language.gettext("an event")))
    if differing:
        items.append(_item("differ", language.gettext("an event whose accounts differ"), _SIGN))
    if doubtful:
        items.append(_item("uncertain", language.gettext("a date in doubt")))
    if any(span.lasts for span in closed):
        items.append(_item("stretch", language.gettext("an event that lasts")))
    if not all(span.lasts for span in closed):
        by_day = language.gettext("on one of these days")
        by_hour = language.gettext("at some time in these hours")
        items.append(_item("within", by_hour if has_hours else by_day))
    if is_open:
        items.append(_item("open", language.gettext("start or end not known")))
    if any(span.is_doubtful for span in spans):
        items.append(_item("ring", language.gettext("start or end in doubt")))
    if has_account_dates:
        words = language.gettext("dates that accounts give")
        items.append(_item("account-dates", words, _SIGN))
    if several := [len(span.marks) for span in spans if len(span.marks) > 1]:
        count = tag("b", language.grammar.number_words(min(several)))
        # Translators: behind a number that stands beside a line of the band.
        words = language.gettext("events on one line")
        items.append(tag("li", count, html(" "), words))
    return tag("ul", *items, class_="band-key")


def _item(look: str, words: str, sign: Markup = _NO_SIGN) -> Markup:
    """Return an entry: the mark, which the style sheet draws by its look, and what it means."""
    modifier = f" band-key__mark--{look}" if look else ""
    return tag("li", tag("i", Markup(""), class_=f"band-key__mark{modifier}"), words, sign)
