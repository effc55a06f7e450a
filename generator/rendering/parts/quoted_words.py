"""Words that a source prints, quoted, with the way to them in the original."""

from urllib.parse import quote

from markupsafe import Markup

from generator.model.records import Source
from generator.rendering.language import Language
from generator.rendering.language.elements import label_element
from generator.support.escape import as_text

_SKIPPED = "…"
"""Stands in a quotation for words that were left out of it."""


def quoted_words(language: Language, source: Source, words: str) -> Markup:
    """Return the words as a label; where the source has an address, as a link to these words.

    The link is a text fragment (`#:~:text=`), which a browser that knows none follows to the top.
    An archived copy stands beside it, as Robust Links say (`data-versionurl`).
    """
    label = label_element(language, words, source.language)
    if not source.url:
        return label
    copy = f' data-versionurl="{as_text(source.archive_url)}"' if source.archive_url else ""
    href = as_text(f"{source.url.partition('#')[0]}{_fragment(words)}")
    return Markup(f'<a href="{href}"{copy} rel="noopener">{label}</a>')


def _fragment(words: str) -> str:
    """Return the fragment that finds words: from the first to the last, where some are left out."""
    parts = [part.strip() for part in words.split(_SKIPPED) if part.strip()]
    ends = parts if len(parts) < 2 else [parts[0], parts[-1]]
    return f"#:~:text={','.join(quote(end, safe='').replace('-', '%2D') for end in ends)}"
