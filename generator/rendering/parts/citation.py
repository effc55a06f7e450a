"""How to cite an event's page, and how to report an error in it."""

from typing import NamedTuple

from generator.model.dates import parse_date
from generator.model.output import Output
from generator.model.permalinks import event_references_file, event_url
from generator.model.records import Chronology, Event, Settings
from generator.rendering.context import Context
from generator.rendering.language import Language
from generator.rendering.parts import repository_links
from generator.rendering.parts.reference_forms import Reference, reference_forms
from generator.support.directions import without_isolates

_MAX_OUTLETS = 4
"""So many outlets are named; a citation is one sentence."""


class Citation(NamedTuple):
    """An event's page, as others cite it."""

    sentence: str
    """One sentence, without the address."""
    url: str | None
    """Where the page stands, for ever; None where the chronology does not say where it lives."""


def permalink(settings: Settings, event: Event) -> str | None:
    """Return the address of an event's page."""
    return f"{settings.url.rstrip('/')}/{event_url(event.id)}" if settings.url else None


def citation(language: Language, chronology: Chronology, event: Event) -> Citation:
    """Return how to cite an event."""
    settings = chronology.settings
    # The day of the last change tells which wording was cited.
    sentence = language.gettext(
        "%(title)s, %(date)s, told by %(outlets)s, in: %(chronology)s, as of %(changed)s.",
        title=language.grammar.quoted(event.title),
        date=language.grammar.date_words(event.date),
        outlets=_outlets(language, chronology, event),
        chronology=settings.title,
        changed=language.grammar.day_words(event.changed),
    )
    return Citation(sentence, permalink(settings, event))


def _outlets(language: Language, chronology: Chronology, event: Event) -> str:
    """Return those who tell it, in words; the first of them where they are many."""
    sources = chronology.sources
    outlets = [*dict.fromkeys(sources[account.source].outlet for account in event.accounts)]
    if len(outlets) > _MAX_OUTLETS + 1:
        others = len(outlets) - _MAX_OUTLETS
        rest = language.ngettext("%(count)s other", "%(count)s others", others)
        outlets = [*outlets[:_MAX_OUTLETS], rest]
    return language.joined(outlets)


def event_reference(language: Language, chronology: Chronology, event: Event) -> Reference:
    """Return an event's page, for the forms that programs read."""
    date = language.grammar.date_words(event.date)
    outlets = _outlets(language, chronology, event)
    note = language.gettext("Event of %(date)s, told by %(outlets)s", date=date, outlets=outlets)
    return Reference(
        key=event.id,
        title=event.title,
        container=chronology.settings.title,
        date=parse_date(event.changed.isoformat()),
        url=permalink(chronology.settings, event) or "",
        note=without_isolates(note),
    )


def event_references(context: Context, event: Event) -> Output:
    """Return the file with the forms in which an event is cited.

    Each has its name in front and an empty line behind it.
    """
    language, chronology = context.language, context.chronology

    def write() -> Output:
        made = citation(language, chronology, event)
        plain = f"{made.sentence} {made.url}" if made.url else made.sentence
        forms = reference_forms(language, event_reference(language, chronology, event))
        parts = [plain, *(f"{name}\n{form}" for name, form in forms.items())]
        return Output(event_references_file(event.id), "\n\n".join(parts) + "\n", event.path)

    inputs = event, chronology.settings, chronology.sources, language
    return context.cache.get("references of an event", event.id, inputs, write)


def report_title(language: Language, event: Event) -> str:
    """Return what a report of an error in an event is called."""
    return language.gettext("Error in: %(title)s", title=event.title)


def report_link(language: Language, settings: Settings, event: Event) -> str | None:
    """Return the address of a prefilled issue about an event; None if the repository has none."""
    fields = {"event": event.id, "url": permalink(settings, event) or ""}
    return repository_links.report_link(
        settings.repository,
        report_title(language, event),
        {name: value for name, value in fields.items() if value},
    )
