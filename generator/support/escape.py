"""Plain text made safe: the one way for a text from YAML into a page.

Knows the characters that mean something in Markdown, HTML or front matter, and nothing of where on
a page the text will stand: what it gives is right in all of them, and still reads as Markdown.
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial

from markupsafe import Markup

_ALPHANUMERIC = r"[^\W_]"
# All ASCII punctuation but a comma, a hyphen inside a word or a number, and the full stop of a
# sentence. Apostrophes and quotes too, for an extension may curl them.
# The characters stand in front, so that the search passes over all others at once.
_MEANING = re.compile(
    r"[!-+\--/:-@\[-`{-~]"
    rf"(?:(?<![-.])|(?<!{_ALPHANUMERIC}[-.])|(?<=-)(?!{_ALPHANUMERIC})|(?<=\.)(?! |\Z))"
)
# A no-break space is part of a text: in front of a colon in French, inside of a number.
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_ENTITIES = {chr(code): f"&#{code};" for code in range(0x21, 0x7F)}
# What neither YAML nor XML may hold; Markdown keeps its own placeholders between two of them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TEX_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_TEX_MEANING = re.compile(r"[\\{}%&$#_~^]")

html: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Marks a string as HTML, as `Markup` does, which asks each first whether it is more than one."""


@lru_cache(maxsize=1 << 14)
def as_text(value: str) -> Markup:
    """Return the value on one line, as text and nothing else, in Markdown, HTML and attributes."""
    line = value.strip(" ")
    if "  " in line or not line.isprintable():  # which no blank is but that between two words
        line = _BLANKS.sub(" ", _UNPRINTABLE.sub("", value).strip())
    first, space, rest = line.partition(" ")
    encoded = _MEANING.sub(_entity, line)
    if first.endswith("."):  # "a. One" would begin a list
        cut = len(_MEANING.sub(_entity, first))
        if encoded[cut - 1] == ".":
            encoded = f"{encoded[: cut - 1]}{_ENTITIES['.']}{space}{_MEANING.sub(_entity, rest)}"
    return html(encoded)


def as_tex(value: str) -> str:
    """Return the value on one line, as text in a field of BibTeX or LaTeX."""
    line = " ".join(value.split())
    return _TEX_MEANING.sub(lambda match: _TEX_ESCAPES[match[0]], line)


def as_tex_url(url: str) -> str:
    r"""Return the address as `\url` of LaTeX takes it, whose argument ends at a brace."""
    return url.replace("{", "%7B").replace("}", "%7D")


def _entity(match: re.Match[str]) -> str:
    return _ENTITIES[match[0]]
