"""The entries of Atom feeds (RFC 4287): an event, one that is withheld, a correction.

Ids are tag URIs (RFC 4151) that outlive a move of the site.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from generator.model.permalinks import event_url, site_url
from generator.model.records import Chronology, Event, WithheldEvent
from generator.rendering.language import Language
from generator.rendering.language.change_words import correction_words, withheld_words
from generator.support.plain_text import paragraphs

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
TO_ROOT = "\0"
"""Stands in an entry for the way to the root of the site, which is another for each feed."""


class Entry(NamedTuple):
    """An entry as XML, and the day on which it was last changed."""

    updated: date
    xml: str


def event_entry(chronology: Chronology, language: Language, event: Event) -> Entry:
    """Return the entry of an event: its date and summary, its kind and date as categories."""
    kind = chronology.settings.kinds[event.kind]
    when = language.grammar.date_words(event.date)
    xml = _entry_xml(
        id=tag_uri(chronology, f"events/{event.id}"),
        title=event.title,
        published=event.added,
        updated=event.changed,
        link=site_url(chronology, event_url(event.id), TO_ROOT),
        summary="\n\n".join([f"{when}.", *paragraphs(event.summary)]),
        categories=[
            element("category", term=event.kind, label=kind.name),
            element("category", scheme=EDTF, term=event.date.text, label=when),
        ],
    )
    return Entry(event.changed, xml)


def withheld_entry(chronology: Chronology, language: Language, event: WithheldEvent) -> Entry:
    """Return the entry that takes the place of an event's, under the same id."""
    day = event.withheld.on
    xml = _entry_xml(
        id=tag_uri(chronology, f"events/{event.id}"),
        title=language.gettext("Withheld"),
        published=day,
        updated=day,
        link=site_url(chronology, event_url(event.id), TO_ROOT),
        summary=withheld_words(language, event),
        categories=[],
    )
    return Entry(day, xml)


def correction_entries(chronology: Chronology, language: Language) -> list[Entry]:
    """Return the entry of every correction, the newest first.

    Of those of one day and event, the last in its file is first.
    """
    entries = []
    corrected = (event for event in chronology.events if event.corrections)
    for n, event in enumerate(corrected):
        when = language.grammar.date_words(event.date)
        numbers: dict[date, int] = {}
        for correction in event.corrections:
            day = correction.on
            numbers[day] = number = numbers.get(day, 0) + 1
            xml = _entry_xml(
                id=tag_uri(chronology, f"events/{event.id}#{day}-{number}"),
                title=f"{event.title}: {correction.what}",
                published=day,
                updated=day,
                link=site_url(chronology, event_url(event.id), TO_ROOT),
                summary=correction_words(language, correction),
                categories=[element("category", scheme=EDTF, term=event.date.text, label=when)],
            )
            entries.append(((day, n, number), Entry(day, xml)))
    entries.sort(key=lambda item: item[0], reverse=True)
    return [entry for _, entry in entries]


def _entry_xml(
    *,
    id: str,
    title: str,
    published: date,
    updated: date,
    link: str,
    summary: str,
    categories: Iterable[str],
) -> str:
    """Return an entry as XML; `categories` are elements, `link` may begin with `TO_ROOT`."""
    lines = [
        "<entry>",
        element("id", id),
        element("title", title),
        element("published", instant(published)),
        element("updated", instant(updated)),
        element("link", rel="alternate", type="text/html", href=link),
        *categories,
        element("summary", summary),
        "</entry>",
    ]
    return "\n".join(lines)


def element(name: str, text: str = "", /, **attributes: str) -> str:
    """Return an XML element with its attributes and text, both escaped."""
    written = "".join([f" {key}={quoteattr(value)}" for key, value in attributes.items()])
    return f"<{name}{written}>{escape(text)}</{name}>" if text else f"<{name}{written}/>"


def tag_uri(chronology: Chronology, specific: str) -> str:
    """Return a tag URI: the chronology's authority, and what names one thing below it."""
    return f"tag:{chronology.settings.tag or ''}:{specific}"


def instant(day: date) -> str:
    """Return a day in RFC 3339, which demands a time: the day's first second in UTC."""
    return f"{day}T00:00:00Z"
