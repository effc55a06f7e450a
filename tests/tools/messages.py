"""`make messages`: every message of Python and templates, as the catalogue that translators fill.

Writes `generator/rendering/language/messages.pot`. Line numbers are left out, or each change of a
module would change the catalogue; so is the time, or no two runs would give the same bytes.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from generator.authoring.start import vocabulary_texts
from generator.exports import FORMATS
from tests.support.projects import ROOT

GENERATOR = ROOT / "generator"
CATALOGUE = GENERATOR / "rendering" / "language" / "messages.pot"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "markup": None,
    "ngettext": (1, 2),
    "nmarkup": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pmarkup": ((1, "c"), 2),
    "forms": (3, 4),
    "t": None,
}
"""The functions whose first arguments are messages, and which of them are plurals or contexts."""
_HEADER = """\
# What readers see, for translators: `make messages` writes this file.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

"""
_EXTRACTORS = {".py": "python", ".md": "jinja2", ".html": "jinja2", ".j2": "jinja2"}


@cache  # for the catalogues of all languages
def catalogue() -> Catalog:
    """Every message, with the files that it stands in."""
    messages = Catalog(charset="utf-8", fuzzy=False)
    for path in sources():
        with path.open("rb") as file:
            method = _EXTRACTORS[path.suffix]
            for _, text, comments, context in extract(method, file, KEYWORDS, ["Translators:"]):
                place = (str(path.relative_to(ROOT)), 0)
                messages.add(text, None, [place], auto_comments=comments, context=context)
    for form in FORMATS:  # shown on the page of the data
        for text in (form.name, form.about):
            messages.add(text, None, [("generator/exports/__init__.py", 0)])
    for text in vocabulary_texts():
        messages.add(text, None, [("generator/authoring/start/vocabularies.yml", 0)])
    return messages


def text() -> str:
    """The catalogue as a PO template."""
    written = BytesIO()
    write_po(written, catalogue(), 100, omit_header=True, include_lineno=False, sort_by_file=True)
    return _HEADER + written.getvalue().decode()


def sources() -> Iterator[Path]:
    """Everything that readers see is written here; what contributors see is English."""
    names = "rendering", "exports", "authoring/start", "authoring/imports"
    for path in sorted(path for name in names for path in (GENERATOR / name).rglob("*")):
        if path.suffix in _EXTRACTORS and path.is_file():
            yield path


if __name__ == "__main__":
    CATALOGUE.write_text(text(), "utf-8")
