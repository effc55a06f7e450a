"""The embed of one event: what, when and where, who tells it, and what its accounts differ on."""

from collections.abc import Iterator
from datetime import date as Day
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.verdicts import DIFFERS
from generator.model.output import Output
from generator.model.permalinks import embed_file, event_url
from generator.model.records import Event, Source, WithheldEvent
from generator.rendering.context import Context
from generator.rendering.embeds.frame import days_in_order, frame, known_class
from generator.rendering.event_row import EventRow
from generator.rendering.language import Language
from generator.rendering.language.elements import day_element
from generator.rendering.templates import render_macro
from generator.support.plain_text import paragraphs, shortened

_MAX_SUMMARY, _MAX_OUTLETS = 320, 40


class KnownWords(NamedTuple):
    """A source that tells it, or a thing on which accounts differ."""

    words: str
    known: str
    """The class of the day since when."""


class Card(NamedTuple):
    """An event for the template."""

    row: EventRow
    summary: str
    root: str
    tellers: tuple[KnownWords, ...]
    more_tellers: int
    differences: tuple[KnownWords, ...]
    """What was known first stands first, so that what a day hides stands at the end."""
    whole: str
    """The class of what follows from all accounts."""


class WithheldCard(NamedTuple):
    """What is left of an event that was taken back, for the template."""

    day: Markup
    why: tuple[str, ...]


def event_cards(context: Context, are_late: bool = False) -> Iterator[Output]:
    """Yield the card of each event, and of each that was taken back.

    Where they `are_late`, the content of a card is made when it is read.
    """
    inputs = context.registries
    for event in context.events:
        make = partial(_card, context, event)
        if are_late:
            yield Output.made_late(embed_file(event_url(event.id)), make, event.path)
            continue
        yield context.cache.get("card of an event", event.id, (event, *inputs), make)
    yield from (_withheld(context, event) for event in context.chronology.withheld)


def _card(context: Context, event: Event) -> Output:
    known, language, sources = context.known, context.language, context.chronology.sources
    days = days_in_order(known.account(account) for account in event.accounts)
    tellers = {
        account.source: KnownWords(
            _teller(language, sources[account.source]), known_class(days, known.account(account))
        )
        for account in sorted(event.accounts, key=known.account)
    }
    since: dict[str, Day] = {}
    for difference in context.differences[event.id]:
        if difference.verdict == DIFFERS:
            day = known.difference(event, difference)
            since[difference.kind] = min(day, since.get(difference.kind, day))
    card = Card(
        context.rows[event.id],
        shortened(event.summary, _MAX_SUMMARY),
        "../../../",
        tuple(tellers.values())[:_MAX_OUTLETS],
        max(0, len(tellers) - _MAX_OUTLETS),
        tuple(
            KnownWords(context.names.difference(kind), known_class(days, day))
            for kind, day in sorted(since.items(), key=itemgetter(1))
        ),
        known_class(days, days[-1]),
    )
    return frame(
        context,
        event_url(event.id),
        event.path,
        title=event.title,
        changed=context.changed[event.id],
        days=days,
        content=render_macro(language, "event_card.html", "event_card", card),
    )


def _teller(language: Language, source: Source) -> str:
    date = language.grammar.date_words(source.published)
    return language.gettext("%(outlet)s, %(date)s", outlet=source.outlet, date=date)


def _withheld(context: Context, event: WithheldEvent) -> Output:
    """Return what is left of an event that was taken back, where others have framed it."""
    card = WithheldCard(
        day_element(context.language, event.withheld.on), tuple(paragraphs(event.withheld.why))
    )
    return frame(
        context,
        event_url(event.id),
        event.path,
        title=context.language.gettext("Withheld"),
        changed=event.withheld.on,
        days=(),
        content=render_macro(context.language, "event_card.html", "withheld_card", card),
    )
