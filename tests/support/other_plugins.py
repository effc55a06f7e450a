"""Small plugins that do what plugins of others do to pages, each in a few lines."""

from typing import Any, ClassVar

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

SENTENCE = "guards opened the gate"
"""Words in an account of the rivers."""


class EveryHookToo(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Looks for the sentence in each hook that is given a page, and changes the page there."""

    name = " too"

    def on_page_markdown(self, markdown: str, **_: Any) -> str:
        """Change the Markdown."""
        return self._marked("markdown", markdown)

    def on_page_content(self, html: str, **_: Any) -> str:
        """Change what Markdown made of it."""
        return self._marked("content", html)

    def on_page_context(self, context: Any, page: Any, **_: Any) -> Any:
        """Change it just before the theme is laid around it."""
        page.content = self._marked("context", page.content)
        return context

    def on_post_page(self, output: str, **_: Any) -> str:
        """Change the whole page."""
        return self._marked("post_page", output)

    def _marked(self, hook: str, text: str) -> str:
        return text.replace(SENTENCE, f"{SENTENCE} ({hook}{self.name})")


class EveryHook(EveryHookToo):  # type: ignore[no-untyped-call]
    """The same, and the hook that MkDocs gives to one plugin only."""

    name = ""

    def on_page_read_source(self, page: Any, **_: Any) -> str | None:
        """Change what stands in the file."""
        source = page.file.content_string
        return self._marked("read_source", source) if SENTENCE in source else None


class OnePage(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Collects the content of all pages, as a plugin that prints a site does."""

    seen: ClassVar[dict[str, tuple[str, str, str]]] = {}

    def on_env(self, env: Environment, files: Files, **_: Any) -> None:
        """Read every page before any is written."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        OnePage.seen = {p.url: (str(p.title), p.markdown or "", p.content or "") for p in pages}


class NavOnFiles(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Gives the navigation once the files are known, as literate-nav does."""

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Name pages."""
        config.nav = [
            {"Front": "index.md"},
            {"Zeitleiste": "timeline/index.md"},
            {"Key event": "events/2021-05-06-gate-opens/index.md"},
        ]


class NavOnNav(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Renames what stands in the navigation, as awesome-nav does."""

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Name pages."""
        for item in nav.pages:
            item.title = f"Our {item.file.src_uri.partition('/')[0]}"


class PageWithoutFile(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Makes a page that no file on disk holds, as gen-files does."""

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add it."""
        files.append(File.generated(config, "made/index.md", content="# Made\n\nBy another.\n"))


class TakesTheTimeline(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Makes a page at an address of ours."""

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add it."""
        files.append(File.generated(config, "timeline/index.md", content="# Mine\n"))


class TemplateWithoutFile(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Brings a main.html that no file on disk holds."""

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Put it above all others."""
        main = '{% extends "base.html" %}{% block announce %}News{% endblock %}'
        env.loader = ChoiceLoader([DictLoader({"main.html": main}), env.loader or DictLoader({})])
        return env
