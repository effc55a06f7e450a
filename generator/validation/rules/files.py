"""Files lie where their date says, ids begin with one, and no two pages have one address."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.model.layout import event_file, year_folder, year_of_id
from generator.model.output import Output
from generator.model.permalinks import page_url
from generator.model.problems import Finding, Problem
from generator.model.records import Chronology
from generator.validation.registry import rule


@rule("E504", over="event")
def files_lie_in_their_year(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """An event's file lies in the folder of its anchor's year."""
    for event in chronology.events:
        year = event.date.anchor.year
        if event.path != chronology.file(event_file(event.id, year)):
            folder = chronology.file(year_folder(year))
            message = f"the file lies outside {folder}/, where its date belongs"
            way_out = f"move it to {folder}/"
            named = year_of_id(event.id)
            if named and event.path == chronology.file(event_file(event.id, named)):
                way_out = f"mend the year of the date; or if it is right, {way_out}"
            yield Finding(event.path, ("date",), "E504", message, way_out)


@rule("E505", over="event")
def ids_begin_with_a_date(chronology: Chronology, incomplete: Collection[str]) -> Iterator[Finding]:
    """An event's id begins with the date first known, at least its year."""
    for event in chronology.events:
        if year_of_id(event.id) is None:
            message = f"the id {event.id!r} does not begin with a date"
            way_out = f"call the file {event.date.anchor.year:04}-….yml"
            yield Finding(event.path, (), "E505", message, way_out)


_MADE = frozenset(
    ("", "actors", "assets", "changes", "corrections", "data", "differences", "embed", "events",
     "outlets", "places", "sources", "timeline")
)  # fmt: skip
_YEAR = re.compile(r"\d{4}")


def may_clash(path: str) -> bool:
    """Return whether a file below docs/ lies where outputs of some chronology do.

    Where none does, nobody need make the outputs of one to know that no address is taken.
    """
    first = page_url(path).partition("/")[0]
    return first in _MADE or bool(_YEAR.fullmatch(first))


@rule("E508", over="outputs")
def address_clashes(
    outputs: Iterable[Output], handwritten: Mapping[str, str]
) -> dict[str, Problem]:
    """No hand-written file has the address of an output, or of its folder: it would be lost.

    `handwritten` are the files that people wrote, by their path below docs/, each with the path
    that problems show. Returns a problem for each output that would be lost, by its path.
    """
    taken = {page_url(path): shown for path, shown in sorted(handwritten.items())}
    as_folders = tuple(f"{path}/" for path in handwritten)
    clashes: dict[str, Problem] = {}
    for output in outputs:
        shown = taken.get(page_url(output.path))
        if shown is None and output.path.startswith(as_folders):
            folders = map(str, PurePosixPath(output.path).parents)
            shown = next(handwritten[folder] for folder in folders if folder in handwritten)
        if shown is not None:
            made_from = f"{output.path!r}, which is made from {output.origin}"
            message = f"the file takes the address of {made_from}"
            clashes[output.path] = Problem(shown, 1, 1, "E508", message, "give it another name")
    return clashes
