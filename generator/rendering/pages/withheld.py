"""The page of an event that was taken back: that it was, when and why, and nothing else."""

from collections.abc import Iterator

from generator.model.output import Output
from generator.model.permalinks import event_page
from generator.rendering.context import Context
from generator.rendering.language.change_words import withheld_words
from generator.rendering.language.elements import day_element
from generator.support.plain_text import paragraphs


def withheld_pages(context: Context) -> Iterator[Output]:
    """Yield a page for each, at the address that its event had."""
    title = context.language.gettext("Withheld")
    for event in context.chronology.withheld:
        called = context.language.gettext("%(title)s: %(part)s", title=title, part=event.id)
        yield context.page(
            event_page(event.id),
            event.path,
            "withheld.md",
            of_events=(event,),
            title=title,
            head_title=called,
            description=f"{called}. {withheld_words(context.language, event)}",
            on=day_element(context.language, event.withheld.on),
            why=paragraphs(event.withheld.why),
        )
