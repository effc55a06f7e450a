"""One page: values laid out by a template, as Markdown behind front matter.

Knows the templates, and that every text in them is encoded; not what any page shows.
"""

import json
import posixpath
import re
from collections.abc import Callable, Sequence
from datetime import date as Day
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import actor_url, event_url, place_url, source_url
from generator.rendering.heading_anchors import with_anchors_apart
from generator.rendering.language import Language
from generator.support.directions import as_elements
from generator.support.escape import as_text
from generator.support.plain_text import shortened

TEMPLATES = tuple(Path(__file__).parent / name for name in ("pages", "parts", "embeds"))
"""The folders that hold the templates: of whole pages, of parts that several show, of embeds."""
KNOWN_MODES = {
    **dict.fromkeys(("actor", "place", "source", "archive"), "events"),
    **dict.fromkeys(("event", "timeline", "differences", "data"), "none"),
}
"""What a kind of page does with a day in "as known on".

`events`: its list of events holds to the day; `none`: it has its own script for that, or nothing
that a day would change. Every other kind is `whole`: it says that it does not hold to the day.
"""
_CONSTANT_MESSAGE = re.compile(r'\{\{ _\("([^"\\]*)"\) \}\}')
_INDENT = re.compile(r"\n\s+")
# Between parts of tables and lists, and before the end of what holds them, a line break says
# nothing; but cells may stand in a line of text. None of these begins a block, whose elements
# Markdown wants on lines of their own.
_IDLE_BREAK = re.compile(
    r"\n(?=</?(?:caption|dd|dt|li|tbody|th|thead|tr)\b|</(?:div|dl|ol|section|table|ul)>)"
)


def render_page(
    language: Language,
    path: str,
    origin: str,
    template: str,
    *,
    kind: str = "",
    title: str | None = None,
    head_title: str | None = None,
    description: str | None = None,
    feed: str | None = None,
    more_feeds: Sequence[tuple[str, str]] = (),
    changed: Day | None = None,
    **values: Any,
) -> Output:
    """The page at `path`, the index of a folder: so its file and its address have the same one.

    A relative address in HTML then means the same to builders that take it from the file as to
    those that take it from the address.

    `head_title` is what it is called where its heading is not seen: in a tab, among what a search
    engine found. `feed`: the Atom feed that the page is followed by, if there is one; `more_feeds`
    are the titles and paths of others. `changed`: the last day on which anything that it tells was
    published or changed, for the site's map.
    """
    kind = kind or template.removesuffix(".md")
    meta: dict[str, Any] = {"kind": kind, "hide": ["navigation", "toc"]}
    if (mode := KNOWN_MODES.get(kind, "whole")) != "none":
        meta["known_mode"] = mode
    if called := head_title or title:
        meta["title"] = as_text(called)
    if description is not None:
        meta["description"] = as_text(shortened(description, 200))
    if feed is not None:  # relative to the page: so the theme is alike around those of one kind
        meta["feed"] = posixpath.relpath(feed, posixpath.dirname(path))
    if more_feeds:
        meta["more_feeds"] = [
            {"title": as_text(name), "href": posixpath.relpath(other, posixpath.dirname(path))}
            for name, other in more_feeds
        ]
    if changed is not None:
        meta["changed"] = changed.isoformat()
    body = (
        _environment(language)
        .get_template(template)
        .render(root=root(path), title=title, feed=meta.get("feed"), **values)
    )
    # JSON is YAML; the title in it is printed as it stands by the theme.
    front = json.dumps(meta, ensure_ascii=False)
    content = f"---\n{front}\n---\n\n{with_anchors_apart(as_elements(body.strip()))}\n"
    return Output(path, content, origin, changed)


def root(path: str) -> Markup:
    """The relative address of the site's root, as seen from the page at `path`."""
    return Markup("../") * path.count("/")


def render_macro(language: Language, template: str, name: str, value: Any) -> Markup:
    """What the macro `name` of a template gives for a value, as one block."""
    macro = getattr(_environment(language).get_template(template).module, name)
    return _as_html_block(as_elements(macro(value)))


def templates_fingerprint() -> bytes:
    """The text of all templates, on which everything that is laid out depends."""
    files = (path for folder in TEMPLATES for path in sorted(folder.iterdir()))
    return b"".join(path.read_bytes() for path in files if path.suffix in {".md", ".html"})


class _ConstantMessages(Extension):
    """Translates `{{ _("…") }}` while a template is read: a call for each page would be slow."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        language: Language = self.environment.language  # type: ignore[attr-defined]
        return _CONSTANT_MESSAGE.sub(lambda call: language.markup(call[1]), source)


class _Environment(Environment):
    """Jinja without what no template of ours needs, for a page asks it a thousand things."""

    # What is not there is an error.
    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def make_globals(self, d: Any) -> Any:
        """Every template has those of the environment, and none of its own."""
        return self.globals


@cache
def _environment(language: Language) -> Environment:
    environment = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        # Not Jinja's own escaping, which would go over every value once more.
        autoescape=False,
        undefined=StrictUndefined,
        optimized=False,  # there is nothing to fold
        finalize=_printer(language),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_ConstantMessages],
    )
    environment.extend(language=language)
    environment.filters["block"] = _as_html_block
    environment.filters["exact"] = as_text  # for what is copied into a program
    # Jinja's own are not needed, and each import of a part goes over all of them.
    environment.globals = {
        "language": language,
        "comma": Markup(language.comma),
        "semicolon": Markup(language.grammar.semicolon),
        "_": language.markup,
        "pgettext": language.pmarkup,
        "ngettext": language.nmarkup,
        "event_url": _trusted(event_url),
        "actor_url": _trusted(actor_url),
        "place_url": _trusted(place_url),
        "source_url": _trusted(source_url),
    }
    return environment


def _trusted(url: Callable[[str], str]) -> Callable[[str], Markup]:
    """The same function for templates: ids need no quoting in an address."""
    return lambda id: Markup(url(id))


def _printer(language: Language) -> Callable[[Any], Any]:
    """What makes of a value what a template prints: every string that is no markup is made safe.

    A macro gives a string as well, so a template marks what a macro gives as safe; where that is
    forgotten, readers see entities, and nothing worse.
    """
    text = lru_cache(1 << 12)(lambda value: as_text(language.isolated(value)))
    return lambda value: text(value) if type(value) is str else value


def _as_html_block(html: str) -> Markup:
    """HTML as one Markdown block: no blank line in it, which would end the block."""
    return Markup(_IDLE_BREAK.sub("", _INDENT.sub("\n", html.strip())))
