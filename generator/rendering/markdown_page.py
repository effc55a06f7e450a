"""One page: values laid out by a template, as Markdown behind front matter.

Knows the templates, and that every text in them is encoded; not what any page shows.
"""

import json
import posixpath
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.output import Output
from generator.rendering.language import Language
from generator.support.escape import as_text
from generator.support.plain_text import shortened

TEMPLATES = (Path(__file__).parent / "pages", Path(__file__).parent / "parts")
"""The folders that hold the templates: of whole pages, and of parts that several pages show."""
_ASCII = bytes(range(128))
# A word with a letter beyond a to z; possessive, for nearly no word of a page has one.
_MARKED = re.compile(r"\b[a-zA-Z]*+[^\W\d_a-zA-Z][^\W\d_]*")
_INDENT = re.compile(r"\n\s+")


def page(
    language: Language,
    path: str,
    origin: str,
    template: str,
    *,
    title: str | None = None,
    description: str | None = None,
    is_found: bool = False,
    feed: str | None = None,
    **values: Any,
) -> Output:
    """The page at `path`, the index of a folder: so its file and its address have the same one.

    A relative address in HTML then means the same to builders that take it from the file as to
    those that take it from the address.

    `is_found`: whether search finds it; lists only lead to what it finds. `feed`: the Atom feed
    that the page is followed by, if there is one.
    """
    kind = template.removesuffix(".md")
    meta: dict[str, Any] = {"kind": kind, "hide": ["navigation", "toc"]}
    if title is not None:
        meta["title"] = as_text(title)
    if description is not None:
        meta["description"] = as_text(shortened(description, 200))
    if not is_found:
        meta["search"] = {"exclude": True}
    elif kind == "event":
        meta["search"] = {"boost": 2}
    if feed is not None:  # relative to the page: so the theme is alike around those of one kind
        meta["feed"] = posixpath.relpath(feed, posixpath.dirname(path))
    body = (
        _environment(language)
        .get_template(template)
        .render(root=root(path), title=title, feed=feed, **values)
    )
    if is_found and (plain := plain_spellings(f"{title} {body}")):
        body = f"{body.rstrip()}\n\n<p hidden>{plain}</p>\n"
    # JSON is YAML; the title in it is printed as it stands by the theme.
    content = f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n\n{body.strip()}\n"
    return Output(path, content, origin)


def plain_spellings(text: str) -> str:
    """The words of a text that are written with other than plain Latin letters, in those alone.

    So that a search for "Zurich" finds "Zürich". Nobody sees them; a word that has no such
    spelling, such as an Arabic one, is left out.
    """
    others = text.encode().translate(None, _ASCII).decode()  # a page has thousands of letters
    if not any(map(str.isalpha, others)):
        return ""
    plain = {_plain(word) for word in _MARKED.findall(text)}
    return " ".join(sorted(word for word in plain if word.isascii() and word.isalpha()))


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.replace("ı", "i"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def address(*parts: str) -> Markup:
    """The address of a page, from the root of the site; ids need no quoting."""
    return Markup(f"{'/'.join(parts)}/")


def root(path: str) -> Markup:
    """The relative address of the site's root, as seen from the page at `path`."""
    return Markup("../") * path.count("/")


def piece(language: Language, name: str, value: Any) -> Markup:
    """A piece that many pages show alike: the macro `name`, with the value."""
    return _block(getattr(_environment(language).get_template("macros.html").module, name)(value))


def templates() -> bytes:
    """The text of all templates, on which everything that is laid out depends."""
    files = (path for folder in TEMPLATES for path in sorted(folder.iterdir()))
    return b"".join(path.read_bytes() for path in files if path.suffix in {".md", ".html"})


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        # Not Jinja's own escaping, which would go over every value once more: see _finalize.
        autoescape=False,
        undefined=StrictUndefined,
        optimized=False,  # there is nothing to fold
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["block"] = _block
    environment.globals |= {
        "language": language,
        "_": language.markup,
        "pgettext": language.pmarkup,
        "ngettext": language.nmarkup,
    }
    return environment


def _finalize(value: Any) -> Any:
    """What a template prints: every string that is not markup goes through the one function.

    A macro gives a string as well, so a template marks what a macro gives as safe; where that is
    forgotten, readers see entities, and nothing worse.
    """
    return as_text(value) if type(value) is str else value


def _block(html: str) -> Markup:
    """HTML as one Markdown block: no blank line in it, which would end the block."""
    return Markup(_INDENT.sub("\n", html.strip()))
