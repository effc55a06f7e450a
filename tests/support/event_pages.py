"""The pages of a project's events alone, to weigh them and to take their time."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import mean

from generator.model.output import Output
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.pages.event import event_page_of
from generator.rendering.parts.grouped_differences import grouped_differences
from generator.rendering.parts.linked_data import events_jsonld
from generator.validation.check import check

MAX_BYTES = 12_000
"""So much weighs the page of a made event at most: three accounts of two figures each."""


def page_makers(project: Path) -> list[Callable[[], Output]]:
    """What makes the page of each event. What all pages share is worked out already."""
    chronology, problems = check(project, project / "events")
    assert not problems
    context = Context(chronology)
    differences = grouped_differences(context)
    _ = context.rows
    page = partial(
        event_page_of,
        context,
        ChronologyDrawings(context),
        differences,
        events_jsonld(chronology),
    )
    return [partial(page, event) for event in context.events]


def mean_bytes(project: Path) -> float:
    """What the page of an event weighs on average, with all that it says to machines."""
    return mean(len(str(make().content).encode()) for make in page_makers(project))


def mean_milliseconds(project: Path) -> float:
    """The processor time that the page of an event takes on average, behind the first one."""
    first, *others = page_makers(project)
    first()
    start = time.process_time()
    for make in others:
        make()
    return (time.process_time() - start) / len(others) * 1000
