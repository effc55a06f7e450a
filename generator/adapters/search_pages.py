"""The pages of a site that are none of ours, as its search knows them: Markdown to plain text."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

import yaml

from generator.model.output import Output
from generator.model.permalinks import page_url
from generator.pipeline import Site, search_index
from generator.rendering.search.record import SearchRecord
from generator.support.cache import Cache

# A page that a template has laid out begins with front matter in JSON.
_LAID_OUT = "---\n{"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^# +(.+?)(?: +#*)?$", re.MULTILINE)
_FENCE = re.compile(r"^ *(?:```|~~~).*$|^[ |:-]+$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\](?:\([^()\n]*\)|\[[^\]\n]*\])")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|(?<=\S)[ ]*\{[:#.][^{}\n]*\}", re.DOTALL)
_LINE_START = re.compile(r"^ *(?:#{1,6} +|> ?|[*+-] +|[0-9]+[.)] +)+", re.MULTILINE)
_EMPHASIS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")
_BETWEEN = re.compile(r"\n\s*\n|\n(?=\x00)")


def site_index(
    site: Site, pages: Iterable[tuple[str, str]], cache: Cache | None = None
) -> Iterator[Output]:
    """Yield the files of the search, for a site and the pages beside ours: paths and Markdown.

    Nothing is made before the first is asked for: a preview writes them behind the reload.
    """
    written = search_pages([*pages, *_written(site.outputs)])
    yield from search_index(site.chronology, written, cache)


def _written(outputs: Iterable[Output]) -> Iterator[tuple[str, str]]:
    """Yield the path and the Markdown of the pages among our outputs that people wrote."""
    for output in outputs:
        if output.is_page and not output.is_elsewhere:
            content = str(output.content)
            if not content.startswith(_LAID_OUT):
                yield output.path, content


def search_pages(pages: Iterable[tuple[str, str]]) -> Iterator[SearchRecord]:
    """Yield the record of each page, given as its path below docs/ and its Markdown, by address.

    A page whose front matter says `search: {exclude: true}` has none.
    """
    for path, text in sorted(pages):
        match = _FRONT_MATTER.match(text)
        meta = _mapping(match[1]) if match else {}
        search = meta.get("search")
        if isinstance(search, dict) and search.get("exclude"):
            continue
        body = text[match.end() :] if match else text
        heading = _TITLE.search(body)
        title = _plain(str(meta.get("title") or (heading[1] if heading else "")))
        url = page_url(path)
        if heading:
            body = body[: heading.start()] + body[heading.end() :]
        yield SearchRecord("page", url, title or url, texts=tuple(_texts(body)))


def _mapping(text: str) -> dict[str, object]:
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    return data if isinstance(data, dict) else {}


def _texts(body: str) -> Iterator[str]:
    """Yield the paragraphs, headings and items of a text, each on a line."""
    body = _TAG.sub("", _FENCE.sub("", body.replace("\r\n", "\n")))
    # A heading, an item and a row of a table are a text of their own.
    body = re.sub(r"^( *(?:#{1,6} |[*+-] |[0-9]+[.)] |\|))", "\x00\\1", body, flags=re.MULTILINE)
    for part in _BETWEEN.split(body):
        if text := _plain(part.replace("\x00", "")):
            yield text


def _plain(text: str) -> str:
    text = _EMPHASIS.sub("", _LINK.sub(r"\1", _LINE_START.sub("", text)))
    return " ".join(unescape(text.replace("|", " ")).split())
