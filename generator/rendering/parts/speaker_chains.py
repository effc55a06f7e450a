"""Who says it, and through whom it came: five reprints of one speaker are one speaker."""

from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.outlets import chains
from generator.model.permalinks import actor_url
from generator.model.records import Event
from generator.rendering.context import Context
from generator.support.escape import html


class ShownChain(NamedTuple):
    """The way of one account."""

    through: tuple[str, ...]
    """The names of those who passed it on."""
    source: str
    """The outlet and the date of its article: of one outlet there may be several."""
    account: str
    since: Markup


class SpeakerChains(NamedTuple):
    """A speaker, with every way from it to a reader."""

    name: str
    """Empty for what outlets say in their own voice."""
    address: Markup | None
    chains: tuple[ShownChain, ...]


def speaker_chains(context: Context, event: Event) -> list[SpeakerChains]:
    """Return every speaker of an event; none where one outlet alone tells it in its own voice."""
    actors, sources = context.chronology.actors, context.chronology.sources
    by_speaker = chains(event)
    if len(event.accounts) == 1 and None in by_speaker:
        return []
    accounts = {account.id: account for account in event.accounts}
    return [
        SpeakerChains(
            actors[speaker].name if speaker else "",
            html(actor_url(speaker)) if speaker else None,
            tuple(
                ShownChain(
                    tuple(actors[id].name for id in way.through),
                    context.names.source(sources[way.source]),
                    way.account,
                    context.marks.attr_any(event, [accounts[way.account]]),
                )
                for way in ways
            ),
        )
        for speaker, ways in by_speaker.items()
    ]
