"""One page: values laid out by a template, as Markdown behind front matter.

Knows not what any page shows.
"""

import json
import posixpath
from collections.abc import Sequence
from datetime import date as Day
from typing import Any

from markupsafe import Markup

from generator.model.output import Output
from generator.rendering.heading_anchors import with_anchors_apart
from generator.rendering.language import Language
from generator.rendering.templates import template as template_of
from generator.support.directions import as_elements
from generator.support.escape import as_text, html
from generator.support.plain_text import shortened

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)
KNOWN_MODES = {
    **dict.fromkeys(("actor", "place", "source", "archive"), "events"),
    **dict.fromkeys(("event", "timeline", "differences", "data"), "none"),
}
"""What a kind of page does with a day in "as known on".

`events`: its list of events holds to the day; `none`: it has its own script for that, or nothing
that a day would change. Every other kind is `whole`: it says that it does not hold to the day.
"""


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
    """Return the page at `path`, the index of a folder: so file and address have the same one.

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
            {"title": as_text(name), "href": posixpath.relpath(feed_path, posixpath.dirname(path))}
            for name, feed_path in more_feeds
        ]
    if changed is not None:
        meta["changed"] = changed.isoformat()
    body = template_of(language, template).render(
        root=root(path), title=title, feed=meta.get("feed"), **values
    )
    # JSON is YAML; the title in it is printed as it stands by the theme.
    front = _JSON.encode(meta)
    content = f"---\n{front}\n---\n\n{with_anchors_apart(as_elements(body.strip()))}\n"
    return Output(path, content, origin, changed)


def root(path: str) -> Markup:
    """Return the relative address of the site's root, as seen from the page at `path`."""
    return html("../") * path.count("/")
