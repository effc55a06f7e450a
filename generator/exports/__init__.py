"""Chronology to data files. Adding a format is one module here and one line of this table."""

from collections.abc import Callable, Iterator

from generator.exports import chronology_json
from generator.model import Chronology
from generator.output import Output

FORMATS: dict[str, Callable[[Chronology], str]] = {
    "data/chronology.json": chronology_json.render,
}


def export(chronology: Chronology) -> Iterator[Output]:
    """Every data file of the site."""
    for path, render in FORMATS.items():
        yield Output(path, render(chronology), chronology.folder)
