"""Templates: a preview follows them, and what says nothing in them is taken out once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.rendering import templates
from generator.rendering.language import ENGLISH
from generator.rendering.templates import read_templates, template


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with monkeypatch.context() as patch:
        patch.setattr(templates, "TEMPLATES", (tmp_path,))
        yield tmp_path
    read_templates()


def _laid_out(folder: Path, text: str, **values: object) -> str:
    (folder / "page.md").write_text(text, "utf-8")
    read_templates()
    return template(ENGLISH, "page.md").render(**values)


def test_pages_are_laid_out_by_the_templates_that_were_read_last(folder: Path) -> None:
    assert _laid_out(folder, "before {{ value }}", value="<") == "before &#60;"
    assert _laid_out(folder, "after {{ value }}", value="<") == "after &#60;"


@pytest.mark.parametrize(
    ("written", "laid_out"),
    [
        (
            "<ul>\n{% for n in [1, 2] %}\n<li>{{ n }}</li>\n{% endfor %}\n</ul>",
            "<ul><li>1</li><li>2</li></ul>",
        ),
        ("<b>\n{% if x %}\n<li>\n{% else %}\n<b>\n{% endif %}\n<i>", "<b>\n<b>\n<i>"),
        ("<td>\n{% for n in [1, 2] %}\n<td>\n{% endfor %}\n</tr>", "<td>\n<td>\n<td></tr>"),
        ("<section>\n{% if x %}{% endif %}\n\n<section>\n</section>",
         "<section>\n<section></section>"),
        ("<nav>\n  <p>\n    {% if not x %}\n    a\n    b\n    {% endif %}\n  </p>\n</nav>\n<p>",
         "<nav><p>ab</p></nav>\n<p>"),
    ],
)  # fmt: skip
def test_only_line_breaks_that_say_nothing_are_taken_out(
    folder: Path, written: str, laid_out: str
) -> None:
    text = f"{{% filter block %}}\n{written}\n{{% endfilter %}}"
    assert _laid_out(folder, text, x=False) == laid_out


@pytest.mark.parametrize(
    ("value", "printed"),
    [("<b>", "&#60;b&#62;"), (Markup("<b>"), "<b>"), (3, "3"), (None, "None"), ("", "")],
)
def test_a_value_is_printed_as_text_unless_it_is_markup(
    folder: Path, value: object, printed: str
) -> None:
    written = "{{ value }} {{ same(value, other=1) }} {% macro m(x) %}{{ x }}{% endmacro %}"
    said = _laid_out(
        folder, f"{written}{{{{ m(value)|safe }}}}", value=value, same=lambda value, other: value
    )
    assert said.split(" ") == [printed] * 3


@pytest.mark.parametrize("written", ["{{ day.century }}", "{{ week }}", "{{ day.month.name }}"])
def test_what_is_not_there_is_an_error(folder: Path, written: str) -> None:
    with pytest.raises((AttributeError, UndefinedError)):
        _laid_out(folder, written, day=date(2021, 5, 6))


def test_no_template_prints_a_constant() -> None:
    """Jinja would print it while it compiles; then its code would follow from ours as well."""
    printed: list[object] = []
    environment = templates._environment(ENGLISH).overlay(
        finalize=printed.append, bytecode_cache=None
    )
    for name in environment.list_templates(["md", "html"]):
        environment.get_template(name)
    assert printed == []
