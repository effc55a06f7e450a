"""A Python-Markdown extension: finished HTML passes Markdown without being read tag by tag.

A block of our pages is HTML already. Python-Markdown would parse each of its tags, only to find
where the block ends. This extension puts such a block aside, as Python-Markdown does with it later,
so the result is the same, byte for byte. It is registered as `finished_html`, and any builder that
runs Python-Markdown can use it.

It takes a block only where nothing can be meant but that block: elements between blank lines, each
on lines of its own and well formed, up to the end of the last. The first block that is otherwise
ends its work on the page, for what follows may belong to that block.
"""

import re
from collections.abc import Iterator

import markdown  # type: ignore[import-untyped]
from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]

# In a finished block each `<` begins a tag in lower case, values are in double quotes, and numeric
# entities end: so nothing can be read in two ways.
_TAG = r"""/?[a-z][a-z0-9-]*(?:\s[^<>"'`]*(?:"[^<>"]*"[^<>"'`]*)*)?>"""
_UNUSUAL = re.compile(rf"<(?!{_TAG})|</[a-z0-9-]+[^a-z0-9>-]|&#(?!(?:\d+|x[0-9a-f]+);)")
_OPENING = re.compile(r"<([a-z][a-z0-9-]*)[\s>]")
_TAGS = re.compile(r"<(/?)([a-z][a-z0-9-]*)[^>]*?(/?)>")
# Elements whose content is text to a parser, whatever it looks like.
_TEXT_ONLY = re.compile(
    r"<(script|style|textarea|title)\b(?![^<>]*>[^<]*</\1>)"
    r"|<(?:iframe|noembed|noframes|plaintext|xmp)\b"
)
_BLANK_LINES = re.compile(r"(\n\n+)")
# Extensions may give an element with this attribute back to Markdown.
_MARKDOWN_INSIDE = re.compile(r"\smarkdown\b")


class FinishedHtml(markdown.Extension):  # type: ignore[misc]
    """Puts blocks of finished HTML aside before Markdown's own parser of HTML sees them."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Run just before MkDocs looks for anchors (21), and that parser (20)."""
        md.preprocessors.register(_PutAside(md), "finished_html", 22)


def makeExtension(**options: object) -> FinishedHtml:
    """Return the extension, as Python-Markdown asks a module for it."""
    return FinishedHtml(**options)


class _PutAside(Preprocessor):  # type: ignore[misc]
    def run(self, lines: list[str]) -> list[str]:
        """Return the page with a placeholder for each finished block."""
        if "html_block" not in self.md.preprocessors:  # somebody wants no raw HTML
            return lines
        return "".join(self._parts("\n".join(lines))).split("\n")

    def _parts(self, text: str) -> Iterator[str]:
        start = len(text) - len(text.lstrip("\n"))
        yield text[:start]
        parts = _BLANK_LINES.split(text[start:])  # blocks and blank lines in turn
        for n in range(0, len(parts), 2):
            block = parts[n]
            if "<" in block and not self._is_heading(block):
                is_last = n + 1 == len(parts)
                if is_last:
                    block = block.removesuffix("\n")
                if not self._is_finished(block):
                    yield "".join(parts[n:])
                    return
                # As Python-Markdown does, with the line break that it adds before a blank line.
                placeholder = self.md.htmlStash.store(block if is_last else f"{block}\n")
                yield f"\n{placeholder}\n\n"
            else:
                yield block
            yield "".join(parts[n + 1 : n + 2])

    def _is_heading(self, block: str) -> bool:
        """Return whether it is a line with words marked as of another language or direction."""
        tags = _TAGS.findall(block)
        return (
            block.startswith("#")
            and "\n" not in block
            and not self._is_unusual(block)
            and all(name in ("bdi", "span") for _, name, _ in tags)
        )

    def _is_unusual(self, block: str) -> bool:
        return bool(
            _UNUSUAL.search(block)
            or _TEXT_ONLY.search(block)
            or ("markdown" in block and _MARKDOWN_INSIDE.search(block))
        )

    def _is_finished(self, block: str) -> bool:
        if self._is_unusual(block):
            return False
        start = 0
        while (opening := _OPENING.match(block, start)) and self.md.is_block_level(opening[1]):
            end = _end_of_element(block, start, opening[1])
            if end == len(block):
                return True
            if not block.startswith("\n", end):
                return False
            start = end + 1
        return False


def _end_of_element(block: str, start: int, name: str) -> int:
    """Return where the element that begins there ends, for a parser; -1 where it does not."""
    closing = f"</{name}>"
    end = block.find(closing, start) + len(closing)
    if end > len(closing) and block.find(f"<{name}", start + 1, end) < 0:
        return end  # there is none of its name inside
    open_tags: list[str] = []
    for tag in _TAGS.finditer(block, start):
        is_closing, name, is_empty = tag.groups()
        if is_closing:
            if name in open_tags:
                while open_tags.pop() != name:
                    pass
            if not open_tags:
                return tag.end()
        elif not is_empty:
            open_tags.append(name)
    return -1
