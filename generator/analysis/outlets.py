"""Who tells an event, and who does not: outlet by outlet, without a side or a score.

An outlet tells an event in its own voice, passes on what others say, or both; or it published
something after the event was first told, and does not tell it. An outlet that published only
before then could not, and says nothing by its silence.
"""

from collections.abc import Iterable, Mapping
from datetime import date as Day
from typing import NamedTuple

from generator.analysis.known_since import KnownSince
from generator.model.records import Chronology, Event, Source


class OutletVoice(NamedTuple):
    """An outlet that tells an event."""

    outlet: str
    own_voice: bool
    """Whether an account of it names nobody but the outlet."""
    passes_on: tuple[str, ...]
    """The ids of the actors who said it first, in the order of the accounts."""


class EventOutlets(NamedTuple):
    """Who tells one event, and who does not."""

    event: Event
    voices: tuple[OutletVoice, ...]
    """In the order of the accounts."""
    silent: tuple[str, ...]
    """The outlets that published later and do not tell it, by name."""


class Chain(NamedTuple):
    """The way of one account to its reader: who passed it on, and the outlet that printed it."""

    through: tuple[str, ...]
    """The ids of the actors between the speaker and the outlet."""
    account: str
    """The id of the account."""
    source: str


def last_published(sources: Iterable[Source], known: KnownSince) -> Mapping[str, Day]:
    """Return the last day on which each outlet published one of these sources."""
    days: dict[str, Day] = {}
    for source in sources:
        day = known.days[source.id]
        days[source.outlet] = max(day, days.get(source.outlet, day))
    return days


def outlets_of(
    chronology: Chronology, known: KnownSince, last: Mapping[str, Day], event: Event
) -> EventOutlets:
    """Return who tells an event; `last` is the last day on which each outlet published."""
    own: dict[str, bool] = {}
    speakers: dict[str, list[str]] = {}
    for account in event.accounts:
        outlet = chronology.sources[account.source].outlet
        own[outlet] = own.get(outlet, False) or not account.according_to
        speakers.setdefault(outlet, []).extend(account.according_to[:1])
    first = known.first[event.id]
    silent = (outlet for outlet, day in last.items() if day > first and outlet not in own)
    return EventOutlets(
        event,
        tuple(
            OutletVoice(outlet, own[outlet], tuple(dict.fromkeys(speakers[outlet])))
            for outlet in own
        ),
        tuple(sorted(silent)),
    )


def chains(event: Event) -> Mapping[str | None, list[Chain]]:
    """Return the ways of what is told, by who said it first; by None in an outlet's own voice."""
    by_speaker: dict[str | None, list[Chain]] = {}
    for account in event.accounts:
        speaker = account.according_to[0] if account.according_to else None
        way = Chain(account.according_to[1:], account.id, account.source)
        by_speaker.setdefault(speaker, []).append(way)
    return by_speaker
