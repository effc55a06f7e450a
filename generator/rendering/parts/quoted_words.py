"""Words that a source prints, quoted, with the way to them in the original."""

from urllib.parse import quote

from markupsafe import Markup

from generator.model.records import Source
from generator.rendering.language import Language
from generator.rendering.language.elements import label_element
from generator.rendering.parts.robust_links import to_original
from generator.support.escape import as_text, html
from generator.support.plain_text import quoted_pieces


def quoted_words(language: Language, source: Source, words: str) -> Markup:
    """Return the words as a label; where the source has an address, as a link to these words.

    The link is a text fragment (`#:~:text=`), which a browser that knows none follows to the top.
    It names the archived copy, as Robust Links do.
    """
    label = label_element(language, words, source.language)
    if not source.url:
        return label
    href = as_text(f"{source.url.partition('#')[0]}{_fragment(words)}")
    return html(f'<a href="{href}"{to_original(source)} rel="noopener">{label}</a>')


def _fragment(words: str) -> str:
    """Return the fragment that finds words: from the first to the last, where some are left out."""
    parts = quoted_pieces(words)
    ends = parts if len(parts) < 2 else [parts[0], parts[-1]]
    return f"#:~:text={','.join(quote(end, safe='').replace('-', '%2D') for end in ends)}"
