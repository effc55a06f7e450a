"""The Markdown around our blocks, converted once for all pages in which it is alike.

With its blocks put aside, a page is its title, the headings that every page of its kind has, and
stand-ins. Pages that differ in the title alone have one skeleton: it is converted with a mark in
the title's place, which each page fills. The first page for a skeleton is converted in full; the
second is converted both ways, and where the two are not the same, the skeleton is not used. So an
extension that does more with a heading is slower, never wrong.
"""

import copy
import html
import re
from dataclasses import dataclass

from markdown.extensions.toc import slugify  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.adapters.project import PLUGIN
from generator.model.output import Output

# A word that no page has and that is its own slug; where it is an id, and where it is the title.
_MARK = "zqtitlezq"
_AS_ID = re.compile(rf'(?<=["#]){_MARK}(?=")')
_ID_HERE, _TITLE_HERE = "\ue000", "\ue001"
# A heading of encoded text, in which no character means anything.
_HEADING = re.compile(
    r"^# ((?:(?:[A-Za-z0-9,.-]|[^\x00-\x7f\s]|&#x[0-9a-f]+;)+(?: (?!$))?)+)$", re.M
)
_ID = re.compile(r' id="([^"]+)"')


class GeneratedFile(File):
    """A page of ours among the files of docs/; its content may still be in the making."""

    def __init__(self, output: Output, config: MkDocsConfig) -> None:
        """Stands at the output's path."""
        self._output = output
        self._content = None
        super().__init__(
            output.path,
            None,
            config.site_dir,
            config.use_directory_urls,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = PLUGIN

    @property
    def _content(self) -> str | bytes | None:  # all that MkDocs does with the content asks here
        return self._output.read() if self._instead is None else self._instead

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self._instead = value


class GeneratedPage(Page):
    """A page of ours among MkDocs's pages."""

    def __init__(self, file: File, config: MkDocsConfig, skeletons: "Skeletons") -> None:
        """Takes its place as the page of `file`."""
        super().__init__(None, file, config)
        self._skeletons = skeletons

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the page by its skeleton, or else in full."""
        if not self._skeletons.render(self, config, files):
            super().render(config, files)

    @property
    def present_anchor_ids(self) -> set[str]:
        """The anchors of the page; looked for only where a page links to one."""
        return set(_ID.findall(self.content or ""))

    @present_anchor_ids.setter
    def present_anchor_ids(self, ids: set[str] | None) -> None:
        """A conversion knows fewer: those outside of the blocks."""


@dataclass(frozen=True)
class _Skeleton:
    content: str
    ids: frozenset[str]
    level: int
    below: list[AnchorLink]

    def fill(self, page: Page, title: str, id: str) -> None:
        page.content = self.content.replace(_ID_HERE, id).replace(_TITLE_HERE, title)
        heading = AnchorLink(title, id, self.level)
        heading.children = self.below
        heading.active = True  # type: ignore[attr-defined]
        page.toc = TableOfContents([heading])
        page.links_to_anchors = {}


class Skeletons:
    """The skeletons of one build."""

    def __init__(self) -> None:
        self._known: dict[str, _Skeleton | None] = {}
        self._seen: set[str] = set()

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> bool:
        """Convert a page by its skeleton; whether that could be done."""
        markdown = page.markdown or ""
        found = _HEADING.search(markdown)
        if found is None or "title" not in page.meta:
            return False
        title = found[1]
        options = config.mdx_configs.get("toc", {})
        id = options.get("slugify", slugify)(html.unescape(title), options.get("separator", "-"))
        key = f"{markdown[: found.start(1)]}{_MARK}{markdown[found.end(1) :]}"
        if key not in self._known and key not in self._seen:
            self._seen.add(key)  # perhaps there is no other page like it
            return False
        if key not in self._known:
            skeleton = _skeleton(_converted(page, key, config, files))
            whole = _converted(page, markdown, config, files)
            self._known[key] = (
                skeleton if skeleton and _is_same(skeleton, whole, title, id) else None
            )
        skeleton = self._known[key]
        if skeleton is None or id in skeleton.ids:  # two headings of one name: one id is numbered
            return False
        skeleton.fill(page, title, id)
        return True


def _converted(page: Page, markdown: str, config: MkDocsConfig, files: Files) -> Page:
    probe = copy.copy(page)
    probe.markdown = markdown
    Page.render(probe, config, files)
    return probe


def _skeleton(probe: Page) -> _Skeleton | None:
    headings = list(probe.toc)
    if len(headings) != 1 or headings[0].title != _MARK or probe.links_to_anchors:
        return None
    content = _AS_ID.sub(_ID_HERE, probe.content or "").replace(_MARK, _TITLE_HERE)
    return _Skeleton(
        content, frozenset(_ID.findall(content)), headings[0].level, headings[0].children
    )


def _is_same(skeleton: _Skeleton, whole: Page, title: str, id: str) -> bool:
    filled = copy.copy(whole)
    skeleton.fill(filled, title, id)
    return (filled.content, _shape(filled.toc)) == (whole.content, _shape(whole.toc))


def _shape(toc: TableOfContents) -> list[tuple[object, ...]]:
    return [_item(item) for item in toc]


def _item(item: AnchorLink) -> tuple[object, ...]:
    return (item.title, item.id, item.level, [_item(child) for child in item.children])
