"""The date that heads a page: the strongest mark on it."""

from markupsafe import Markup

from generator.model.dates import Date
from generator.rendering.language import Language
from generator.support.escape import html

_SHORT, _MIDDLE = 6, 10
"""The main line stands in the largest size up to so many letters, in the next up to so many."""


def date_block(language: Language, date: Date, note: str = "") -> Markup:
    """Return the block of a date, in words, and for machines where it is one day, month or year."""
    text, (lead, main, year, doubt) = language.text, language.grammar.date_parts(date)
    size = "" if len(main) <= _SHORT else " when--mid" if len(main) <= _MIDDLE else " when--long"
    before = f'<span class="when__pre">{text(lead)}</span> ' if lead else ""
    words = f'<span class="when__main">{text(main)}</span>'
    if year:
        words += f' <span class="when__year">{text(year)}</span>'
    if date.is_whole:
        words = f'<time datetime="{date.text}">{words}</time>'
    else:
        words = f'<span class="when__all">{words}</span>'
    notes = [f' <span class="when__post">{text(part)}</span>' for part in (doubt, note) if part]
    return html(f'<p class="when{size}">{before}{words}{"".join(notes)}</p>')
