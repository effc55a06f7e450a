"""Pages written by hand that every chronology has, unless it has its own of that name in docs/."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.model.output import Output
from generator.model.permalinks import page_url
from generator.model.records import Settings
from generator.rendering.language import Language
from generator.rendering.parts.contact import contact_line

_HERE = Path(__file__).parent


def handwritten_pages(
    folder: str, own: Collection[str], language: Language, settings: Settings
) -> Iterator[Output]:
    """Yield the pages that come with the program, but those whose address an own file takes.

    `own` are the paths of the project's files below docs/; `folder` is that of the data. A page in
    another language stands in a folder of its tag; one that is not translated begins with a line
    that says so. The page on the chronology ends with where the editors are reached.
    """
    contact = contact_line(language, settings)
    heading = language.gettext("Contact")
    taken = set(map(page_url, own))
    for path in sorted(_HERE.glob("*.md")):
        if page_url(path.name) not in taken:
            text = _text(path, language)
            if path.name == "about.md" and contact:
                text += f"\n## {heading}\n\n{contact}\n"
            yield Output(path.name, text, folder)


def _text(path: Path, language: Language) -> str:
    """Return the Markdown of a page in the language; else in English, marked as such."""
    if language.tag == "en":
        return path.read_text("utf-8")
    translated = path.parent / language.tag / path.name
    if translated.is_file():
        return translated.read_text("utf-8")
    notice = language.gettext("This page is in English.")
    return f"---\nlang: en\nnotice: {json.dumps(notice)}\n---\n\n{path.read_text('utf-8')}"
