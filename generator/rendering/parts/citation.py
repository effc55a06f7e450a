"""How to cite an event's page, and how to report an error in it."""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from generator.model.permalinks import event_url
from generator.model.records import Event, Settings
from generator.rendering.language import Language
from generator.support.escape import as_tex, as_tex_url

REPORT_FORM = "report-an-error.yml"
"""The form for issues, in `.github/ISSUE_TEMPLATE/` of the repository."""


class Citation(NamedTuple):
    """An event's page, as others cite it."""

    sentence: str
    """One sentence, without the address."""
    url: str | None
    """Where the page stands, for ever; None where the chronology does not say where it lives."""
    bibtex: tuple[str, ...]
    """An entry for BibTeX and BibLaTeX, line by line."""


def permalink(settings: Settings, event: Event) -> str | None:
    """The address of an event's page."""
    return f"{settings.url.rstrip('/')}/{event_url(event.id)}" if settings.url else None


def citation(language: Language, settings: Settings, event: Event) -> Citation:
    """How to cite an event."""
    url = permalink(settings, event)
    date = language.grammar.date_words(event.date)
    changed = language.grammar.day_words(event.changed)
    # The day of the last change tells which wording was cited.
    sentence = language.gettext(
        "%(title)s, %(date)s, in: %(chronology)s, as of %(changed)s.",
        title=language.grammar.quoted(event.title),
        date=date,
        chronology=settings.title,
        changed=changed,
    )
    fields = {
        "title": as_tex(event.title),
        "organization": as_tex(settings.title),
        "year": f"{event.changed.year:04}",
        "note": as_tex(
            language.gettext(
                "Event of %(date)s; record as of %(changed)s", date=date, changed=changed
            )
        ),
        "url": as_tex_url(url) if url else "",
    }
    lines = [f"{key} = {{{value}}}," for key, value in fields.items() if value]
    return Citation(sentence, url, (f"@misc{{{event.id},", *lines, "}"))


def report_link(language: Language, settings: Settings, event: Event) -> str | None:
    """The address of a prefilled issue about an event; None where there is no repository."""
    if not settings.repository:
        return None
    asked = {
        "template": REPORT_FORM,
        "title": language.gettext("Error in: %(title)s", title=event.title),
        "event": event.id,
        "url": permalink(settings, event) or "",
    }
    query = urlencode({key: value for key, value in asked.items() if value}, quote_via=quote)
    return f"{settings.repository.rstrip('/')}/issues/new?{query}"
