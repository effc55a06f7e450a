"""What the accounts of an event differ on, as values side by side with those who give them.

Groups what `differences` found, for the digest of an event and the page of all differences; it
judges nothing itself.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from generator.differences import extent
from generator.model import Event, Figure
from generator.pages import words
from generator.pages.index import Index


class Side(NamedTuple):
    """One value, and who gives it."""

    words: str
    """As Markup where it is a label."""
    note: str
    by: tuple[str, ...]
    differs: bool
    """Whether it contradicts another one."""


class Dispute(NamedTuple):
    """One thing on which accounts do not say the same."""

    kind: str
    name: str
    anchor: str
    """Where on the event's page it is shown in full."""
    sides: tuple[Side, ...]
    verdict: str
    """Empty for a contradiction; else what it is: a later count, a count of others."""


Disputes = Mapping[str, list[Dispute]]
"""The disputes of each event."""


def disputes(index: Index) -> Disputes:
    """The differences of every event, one for each thing: dates, who did what, figures, labels."""
    return {event.id: _disputes(index, event) for event in index.events}


def _disputes(index: Index, event: Event) -> list[Dispute]:
    if not index.differences[event.id]:
        return []
    return [
        *_dates(index, event),
        *_actors(index, event),
        *_figures(index, event),
        *_labels(index, event),
    ]


def _on(index: Index, event: Event, kind: str) -> dict[str, set[str]]:
    """For each thing of a kind that is contradicted, the accounts that take part."""
    found: dict[str, set[str]] = {}
    for difference in index.differences[event.id]:
        if difference.kind == kind and difference.verdict == "differs":
            found.setdefault(difference.on, set()).update(difference.accounts)
    return found


def _dates(index: Index, event: Event) -> Iterator[Dispute]:
    on = _on(index, event, "dates")
    if not on:
        return
    dates = {account.id: account.date or event.date for account in event.accounts}
    by: dict[str, list[str]] = {}
    for account in event.accounts:
        if any(account.id in accounts for accounts in on.values()):
            by.setdefault(dates[account.id].text, []).append(index.speaker(account))
    distinct = sorted({date.text: date for date in dates.values()}.values(), key=lambda d: d.order)
    sides = [Side(d.words, "", _once(by[d.text]), True) for d in distinct if d.text in by]
    yield Dispute("dates", "the date", "accounts", tuple(sides), "")


def _actors(index: Index, event: Event) -> Iterator[Dispute]:
    for role, accounts in _on(index, event, "actors").items():
        by: dict[tuple[str, ...], list[str]] = {}
        for account in event.accounts:
            names = tuple(
                index.chronology.actors[a.id].name for a in account.actors if a.role == role
            )
            if account.id in accounts and names:
                by.setdefault(names, []).append(index.speaker(account))
        sides = [Side(words.listed(names), "", _once(who), True) for names, who in by.items()]
        yield Dispute("actors", index.role(role), "accounts", tuple(sides), "")


def _figures(index: Index, event: Event) -> Iterator[Dispute]:
    found = [d for d in index.differences[event.id] if d.kind == "figures"]
    for measure in dict.fromkeys(difference.on for difference in found):
        verdicts = {difference.verdict for difference in found if difference.on == measure}
        by: dict[tuple[bool, str, str], list[str]] = {}
        sizes: dict[tuple[bool, str, str], float] = {}
        for one in index.measured[event.id][measure]:
            against = one.differs
            amount = words.amount(one.figure, index.unit(measure))
            key = (not against, amount, counted(index, one.figure))
            by.setdefault(key, []).append(index.speaker(one.account))
            reach = extent(one.figure)
            sizes[key] = min(sizes.get(key, float("inf")), reach.low if reach else float("inf"))
        sides = [
            Side(amount, note, _once(by[apart, amount, note]), not apart)
            for apart, amount, note in sorted(by, key=lambda key: (key[0], sizes[key], key))
        ]
        verdict = "" if "differs" in verdicts else words.listed(sorted(verdicts))
        yield Dispute("figures", index.measure(measure), f"f-{measure}", tuple(sides), verdict)


def counted(index: Index, figure: Figure) -> str:
    """Of whom a figure is, in which scope, as of when."""
    parts = [index.population(figure.of)] if figure.of else []
    parts += [figure.scope] if figure.scope else []
    parts += [f"as of {figure.as_of.words}"] if figure.as_of else []
    return ", ".join(parts)


def _labels(index: Index, event: Event) -> Iterator[Dispute]:
    for actor, accounts in _on(index, event, "labels").items():
        by: dict[Markup, list[str]] = {}
        for account in event.accounts:
            if account.id in accounts:
                language = index.chronology.sources[account.source].language
                for text in account.labels.get(actor, ()):
                    by.setdefault(words.label(text, language), []).append(index.speaker(account))
        sides = [Side(label, "", _once(who), True) for label, who in by.items()]
        name = "this event" if actor == "this" else index.chronology.actors[actor].name
        yield Dispute("labels", f"the word for {name}", "accounts", tuple(sides), "")


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
