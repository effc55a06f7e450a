"""Who alone says a thing that not all accounts of an event share."""

from collections.abc import Iterable
from datetime import date as Day

from markupsafe import Markup

from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.support.escape import as_text, html


def sole_speakers(context: Context, event: Event, accounts: Iterable[Account]) -> Markup:
    """`says A; B`: those who said it later than the first carry their mark."""
    days: dict[str, Day] = {}
    for account in sorted(accounts, key=context.known.account):
        days.setdefault(context.names.speaker(account), context.known.account(account))
    first = min(days.values())
    speakers: list[Markup] = []
    for speaker, day in days.items():
        name = as_text(speaker)
        words = html(f"; {name}" if speakers else name)
        mark = context.marks.attr(event, day) if day > first else ""
        speakers.append(html(f"<span{mark}>{words}</span>") if mark else words)
    return context.language.markup("according to %(speakers)s", speakers=Markup("").join(speakers))
