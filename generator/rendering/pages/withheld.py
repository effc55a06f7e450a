"""The page of an event that was taken back: that it was, when and why, and nothing else."""

from collections.abc import Iterator

from generator.model.output import Output
from generator.model.permalinks import event_page
from generator.rendering.context import Context
from generator.rendering.language.elements import day_element
from generator.support.plain_text import paragraphs


def withheld_pages(context: Context) -> Iterator[Output]:
    """A page for each, at the address that its event had."""
    for event in context.chronology.withheld:
        yield context.page(
            event_page(event.id),
            event.path,
            "withheld.md",
            told=(event,),
            title=context.language.gettext("Withheld"),
            on=day_element(context.language, event.withheld.on),
            why=paragraphs(event.withheld.why),
        )
