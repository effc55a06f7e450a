"""Pages written by hand that every chronology has, unless it has its own of that name in docs/."""

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.model.output import Output
from generator.model.permalinks import page_url
from generator.model.records import Settings
from generator.rendering.language import Language
from generator.rendering.parts.contact import contact_line


def handwritten_pages(
    folder: str, own: Collection[str], language: Language, settings: Settings
) -> Iterator[Output]:
    """Yield the pages that come with the program, but those whose address an own file takes.

    `own` are the paths of the project's files below docs/; `folder` is that of the data. The page
    on the chronology ends with where the editors are reached.
    """
    contact = contact_line(language, settings)
    heading = language.gettext("Contact")
    taken = set(map(page_url, own))
    for path in sorted(Path(__file__).parent.glob("*.md")):
        if page_url(path.name) not in taken:
            text = path.read_text("utf-8")
            if path.name == "about.md" and contact:
                text += f"\n## {heading}\n\n{contact}\n"
            yield Output(path.name, text, folder)
