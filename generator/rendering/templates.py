"""The templates, ready to be filled: compiled for a language, every text in them encoded.

Knows how values become HTML and Markdown, and not what any page shows.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from markupsafe import Markup

from generator.model.permalinks import actor_url, event_url, place_url, source_url
from generator.rendering.language import Language
from generator.support.compiled_templates import CompiledTemplates
from generator.support.directions import as_elements
from generator.support.escape import as_text, html

TEMPLATES = tuple(Path(__file__).parent / name for name in ("pages", "parts", "embeds"))
"""The folders that hold the templates: of whole pages, of parts that several show, of embeds."""
_CONSTANT_MESSAGE = re.compile(r'\{\{ _\("([^"\\]*)"\) \}\}')
_INDENT = re.compile(r"\n\s+")
# An indented line of a template goes on from the line above it, and an end tag goes on from it.
_INDENTED_LINE = re.compile(r"\n {2,}(.*)(?:\n(?=</))?")
# Between parts of tables and lists, and before the end of what holds them, a line break says
# nothing; but cells may stand in a line of text. None of these begins a block, whose elements
# Markdown wants on lines of their own.
_IDLE_BREAK = re.compile(
    r"\n\s*(?=</?(?:caption|dd|dt|li|tbody|th|thead|tr)\b|</(?:div|dl|ol|section|table|ul)>)"
)


@cache
def template(language: Language, name: str) -> Template:
    """Return the template of that name, for values in a language."""
    return _environment(language).get_template(name)


def render_macro(language: Language, template: str, name: str, value: Any) -> Markup:
    """Return what the macro `name` of a template gives for a value, as one block."""
    return html(_as_html_block(as_elements(_macro(language, template, name)(value))))


def read_templates() -> bytes:
    """Return the text of all templates, on which everything that is laid out depends.

    From here on, pages are laid out by templates of this text: a preview follows them.
    """
    files = (path for folder in TEMPLATES for path in sorted(folder.iterdir()))
    text = b"".join(path.read_bytes() for path in files if path.suffix in {".md", ".html"})
    _let_go_of_others(text)
    return text


@lru_cache(1)
def _let_go_of_others(text: bytes) -> None:
    _environment.cache_clear()
    template.cache_clear()
    _macro.cache_clear()


@cache
def _macro(language: Language, template: str, name: str) -> Callable[[Any], str]:
    macro: Callable[[Any], str] = getattr(
        _environment(language).get_template(template).module, name
    )
    return macro


class _Constants(Extension):
    """Does while a template is read what would else be done for each page.

    Translates `{{ _("…") }}`, and takes out line breaks that say nothing.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the template that is compiled instead of this one."""
        language: Language = self.environment.language  # type: ignore[attr-defined]
        translated = _CONSTANT_MESSAGE.sub(lambda call: language.markup(call[1]), source)
        return _IDLE_BREAK.sub("", _INDENTED_LINE.sub(r"\1", translated))


class _Code(CodeGenerator):
    """Jinja's, where attributes and calls are no more than that: what is not there is an error."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write `event.title` as it stands in the template."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write `event_url(event.id)` so: no function of ours wants more than its arguments."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Print markup as it is, most often, and what the environment makes of any other value."""
        self.write("(value if type(value := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f") is Markup else {finalize.src}value))")


class _Template(Template):
    """Jinja's, which holds nothing of a page when it has been laid out."""

    def render(self, *args: Any, **values: Any) -> str:
        """Return the page of these values."""
        context = self.new_context(dict(*args, **values))
        try:
            return "".join(self.root_render_func(context))
        except Exception:
            self.environment.handle_exception()  # which names the line of the template
        finally:
            context.vars.clear()  # macros of the template hold the context, which holds them


class _Environment(Environment):
    """Jinja without what no template of ours needs, for a page asks it a thousand things."""

    code_generator_class = _Code
    template_class = _Template

    def make_globals(self, d: Any) -> Any:
        """Every template has those of the environment, and none of its own."""
        return self.globals


@cache
def _environment(language: Language) -> Environment:
    environment = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        auto_reload=False,  # see `read_templates`
        bytecode_cache=CompiledTemplates(language.tag),  # no template prints a constant
        # Not Jinja's own escaping, which would go over every value once more.
        autoescape=False,
        undefined=StrictUndefined,
        optimized=False,  # there is nothing to fold
        finalize=_printer(language),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_Constants],
    )
    environment.extend(language=language)
    environment.filters["safe"] = html
    environment.filters["block"] = _as_html_block
    environment.filters["exact"] = as_text  # for what is copied into a program
    # Jinja's own are not needed, and each import of a part goes over all of them.
    environment.globals = {
        "language": language,
        "comma": html(language.comma),
        "semicolon": html(language.grammar.semicolon),
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
    """Return the same function for templates: ids need no quoting in an address."""
    return lambda id: html(url(id))


def _printer(language: Language) -> Callable[[Any], str]:
    """Return what prints a value that is no markup: a string is made safe.

    A macro gives a string as well, so a template marks what a macro gives as safe; where that is
    forgotten, readers see entities, and nothing worse.
    """
    text = language.text
    return lambda value: text(value) if type(value) is str else str(value)


def _as_html_block(text: str) -> str:
    """HTML as one Markdown block: no blank line in it, which would end the block."""
    block = text.strip()
    if "\n" in block:
        block = _IDLE_BREAK.sub("", _INDENT.sub("\n", block))
    return block
