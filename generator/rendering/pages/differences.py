"""Every difference, side by side, in order of time: each value with those who give it."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from generator.model.output import Output
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.filters.differences_index import differences_files
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language import Language
from generator.rendering.markdown_page import render_macro
from generator.rendering.parts.filters import Facet
from generator.rendering.parts.grouped_differences import GroupedDifferences
from generator.rendering.parts.value_speakers import with_speakers

_NO_CONTRADICTION = ""


def differences_page(context: Context, grouped: GroupedDifferences) -> Iterator[Output]:
    """The page, and the data of its filters."""
    language = context.language
    yield from differences_files(context, grouped)
    yield context.page(
        "differences/index.md",
        context.chronology.folder,
        "differences.md",
        title=language.gettext("Differences"),
        tally=_tally(language, grouped),
        blocks=difference_blocks(context, grouped),
        facets=_facets(language),
    )


def difference_blocks(context: Context, grouped: GroupedDifferences) -> list[Markup]:
    """Each event that has differences, with all of them, in order of time."""

    def block(event: Event) -> Markup:
        shown = [with_speakers(context, event, difference) for difference in grouped[event.id]]
        if not shown:
            return NO_MARK
        values = (context.rows[event.id], shown)
        return render_macro(context.language, "event_differences.html", "event_differences", values)

    blocks = context.per_event(block, *context.registries)
    return [block for block in blocks.values() if block]


def _tally(language: Language, grouped: GroupedDifferences) -> list[tuple[int, str]]:
    """How many differences there are of each kind, and what that kind is called."""
    names = {
        "dates": language.gettext("on dates"),
        "figures": language.gettext("on figures"),
        "actors": language.gettext("on who did what"),
        "labels": language.gettext("on the words used"),
        _NO_CONTRADICTION: language.gettext("without a contradiction"),
    }
    differences = (difference for of_event in grouped.values() for difference in of_event)
    counts = Counter(_NO_CONTRADICTION if d.verdict else d.kind for d in differences)
    return [(counts[kind], name) for kind, name in names.items() if counts[kind]]


def _facets(language: Language) -> list[Facet]:
    return [
        Facet("on", language.gettext("They differ on")),
        Facet("measure", language.gettext("What is counted")),
        Facet("verdict", language.gettext("How")),
        Facet("source", language.gettext("Sources"), needs_all=True),
        Facet("actor", language.gettext("Actors who are told of or speak"), needs_all=True),
    ]
