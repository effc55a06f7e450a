"""Figures that contradict themselves."""

import re
from collections.abc import Collection, Iterator

from generator.model.problems import Finding
from generator.model.records import Chronology
from generator.model.scalars import WrittenFloat
from generator.validation.registry import rule


@rule("E506", over="event")
def ranges_are_the_right_way_round(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """A figure's min is not above its max."""
    for event in chronology.events:
        for n, account in enumerate(event.accounts):
            for m, figure in enumerate(account.figures):
                if figure.min is not None and figure.max is not None and figure.min > figure.max:
                    location = ("accounts", n, "figures", m, "min")
                    message = f"min {figure.min} is above max {figure.max}"
                    yield Finding(event.path, location, "E506", message, "swap the two")


@rule("E516", over="event")
def heads_are_counted_in_whole_numbers(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """A figure of a measure without a unit counts heads: it is a whole number, without a dot."""
    measures = chronology.settings.measures
    heads = {id for id, measure in measures.items() if measure.unit is None}
    for event in chronology.events:
        for n, account in enumerate(event.accounts):
            for m, figure in enumerate(account.figures):
                if figure.measure not in heads:
                    continue
                numbers = (("value", figure.value), ("min", figure.min), ("max", figure.max))
                for key, number in numbers:
                    if isinstance(number, WrittenFloat):
                        location = ("accounts", n, "figures", m, key)
                        written = number.written
                        message = (
                            f"{written} is no whole number, and {figure.measure!r} counts heads"
                        )
                        yield Finding(event.path, location, "E516", message, _whole(written))


def _whole(written: str) -> str:
    """Return what to write for a number with a dot."""
    if not re.fullmatch(r"\d{1,3}\.\d{3}", written):
        return "write the whole number, or give the measure a unit"
    whole = int(written.replace(".", ""))
    otherwise = "else the whole number; or give the measure a unit"
    return f"write {whole} if the dot parts thousands, {otherwise}"
