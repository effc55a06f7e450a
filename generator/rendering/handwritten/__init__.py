"""Pages written by hand that every chronology has, unless it has its own of that name in docs/."""

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.model.output import Output
from generator.model.permalinks import page_url


def handwritten_pages(folder: str, own: Collection[str]) -> Iterator[Output]:
    """Yield the pages that come with the program, but those whose address an own file takes.

    `own` are the paths of the project's files below docs/; `folder` is that of the data.
    """
    taken = set(map(page_url, own))
    for path in sorted(Path(__file__).parent.glob("*.md")):
        if page_url(path.name) not in taken:
            yield Output(path.name, path.read_text("utf-8"), folder)
