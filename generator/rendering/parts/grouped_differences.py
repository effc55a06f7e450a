"""What the accounts of an event differ on, as values side by side with those who give them.

Groups what `differences` found, for the digest of an event and the page of all differences; it
judges nothing itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Day
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.figure_groups import ComparedFigure
from generator.analysis.figure_ranges import figure_range
from generator.model.records import Account, Event, Figure
from generator.rendering.context import Context
from generator.rendering.language.elements import figure_element, label_element
from generator.rendering.parts.known_marks import NO_MARK


class Side(NamedTuple):
    """One value, and who gives it."""

    words: str
    """As Markup where it is a label."""
    note: str
    accounts: tuple[Account, ...]
    """Those who give it."""
    differs: bool
    """Whether it contradicts another one."""
    since: Markup
    """The mark of since when it is known."""
    differs_since: Markup
    """The mark of since when it is contradicted, where that is later."""


class Dispute(NamedTuple):
    """One thing on which accounts do not say the same."""

    kind: str
    on: str
    """The measure, the actor or `this`, the role; empty for dates."""
    name: str
    anchor: str
    """Where on the event's page it is shown in full."""
    sides: tuple[Side, ...]
    verdict: str
    """Empty for a contradiction; else what it is: a later count, a count of others."""
    since: Markup
    """The mark of since when it is known."""

    @property
    def has_grown(self) -> bool:
        """Whether some side of it is known, or contradicted, later than the event."""
        return any(side.differs_since for side in self.sides)


Disputes = Mapping[str, list[Dispute]]
"""The disputes of each event."""


def disputes(context: Context) -> Disputes:
    """The differences of every event, one for each thing: dates, who did what, figures, labels."""
    return context.per_event(partial(_disputes, context), *context.registries, name="disputes")


def _disputes(context: Context, event: Event) -> list[Dispute]:
    if not context.differences[event.id]:
        return []
    return [
        *_dates(context, event),
        *_actors(context, event),
        *_figures(context, event),
        *_labels(context, event),
    ]


def _on(context: Context, event: Event, kind: str) -> dict[str, set[str]]:
    """For each thing of a kind that is contradicted, the accounts that take part."""
    found: dict[str, set[str]] = {}
    for difference in context.differences[event.id]:
        if difference.kind == kind and difference.verdict == "differs":
            found.setdefault(difference.on, set()).update(difference.accounts)
    return found


def _side(
    context: Context,
    event: Event,
    value: str,
    accounts: list[Account],
    on: tuple[str, Sequence[str]],
    note: str = "",
    differs: bool = True,
) -> Side:
    """A value that these accounts give. `on`: the kind of the dispute, and what it is about."""
    kind, things = on
    since = context.marks.attr_any(event, accounts)
    found = context.contradicted[event.id]
    marks = [found.get((kind, thing, a.id)) for thing in things for a in accounts]
    differs_since = min((mark for mark in marks if mark is not None), default=NO_MARK)
    return Side(value, note, tuple(accounts), differs, since, max(since, differs_since))


def since(context: Context, event: Event, kind: str, on: str = "") -> Day:
    """The day from which there is a contradiction of a kind, or of one thing of it."""
    all_ = [d for d in context.differences[event.id] if d.kind == kind and on in ("", d.on)]
    found = [d for d in all_ if d.verdict == "differs"] or all_
    return min(context.known.difference(event, d) for d in found)


def _since(context: Context, event: Event, kind: str, on: str = "") -> Markup:
    """The mark of that day."""
    if event.id not in context.known.grown:
        return NO_MARK
    return context.marks.attr(event, since(context, event, kind, on))


def figure_since(context: Context, event: Event, one: ComparedFigure) -> Markup:
    """The mark of since when a figure is contradicted."""
    known = context.known
    if event.id not in known.grown or not one.differs:
        return NO_MARK
    others = [known.account(account) for account, _, verdict in one.others if verdict == "differs"]
    return context.marks.attr(event, max(known.account(one.account), min(others)))


def _dates(context: Context, event: Event) -> Iterator[Dispute]:
    on = _on(context, event, "dates")
    if not on:
        return
    dates = {account.id: account.date or event.date for account in event.accounts}
    by: dict[str, list[Account]] = {}
    for account in event.accounts:
        if any(account.id in accounts for accounts in on.values()):
            by.setdefault(dates[account.id].text, []).append(account)
    distinct = sorted({date.text: date for date in dates.values()}.values(), key=lambda d: d.order)
    about = "dates", list(on)
    sides = [
        _side(context, event, context.language.grammar.date_words(d), by[d.text], about)
        for d in distinct
        if d.text in by
    ]
    since = _since(context, event, "dates")
    yield Dispute("dates", "", "the date", "accounts", tuple(sides), "", since)


def _actors(context: Context, event: Event) -> Iterator[Dispute]:
    for role, accounts in _on(context, event, "actors").items():
        by: dict[tuple[str, ...], list[Account]] = {}
        for account in event.accounts:
            names = tuple(
                context.chronology.actors[a.id].name for a in account.actors if a.role == role
            )
            if account.id in accounts and names:
                by.setdefault(names, []).append(account)
        about = "actors", [role]
        sides = [
            _side(context, event, context.language.grammar.join_words(n), who, about)
            for n, who in by.items()
        ]
        since = _since(context, event, "actors", role)
        yield Dispute("actors", role, context.role(role), "accounts", tuple(sides), "", since)


def _figures(context: Context, event: Event) -> Iterator[Dispute]:
    found = [d for d in context.differences[event.id] if d.kind == "figures"]
    for measure in dict.fromkeys(difference.on for difference in found):
        verdicts = {difference.verdict for difference in found if difference.on == measure}
        by: dict[tuple[bool, str, str], list[Account]] = {}
        later: dict[tuple[bool, str, str], Markup] = {}
        sizes: dict[tuple[bool, str, str], float] = {}
        for one in context.measured[event.id][measure]:
            against = one.differs
            language = context.chronology.sources[one.account.source].language
            amount = figure_element(context.language, one.figure, context.unit(measure), language)
            key = (not against, amount, counted(context, one.figure))
            by.setdefault(key, []).append(one.account)
            since = figure_since(context, event, one)
            later[key] = min(since, later.get(key, since))
            reach = figure_range(one.figure)
            sizes[key] = min(sizes.get(key, float("inf")), reach.low if reach else float("inf"))
        sides = []
        for key in sorted(by, key=lambda key: (key[0], sizes[key], key)):
            apart, amount, note = key
            side = _side(context, event, amount, by[key], ("figures", ()), note, not apart)
            sides.append(side._replace(differs_since=max(side.since, later[key])))
        verdict = (
            "" if "differs" in verdicts else context.language.grammar.join_words(sorted(verdicts))
        )
        since = _since(context, event, "figures", measure)
        anchor, name = f"f-{measure}", context.measure(measure)
        yield Dispute("figures", measure, name, anchor, tuple(sides), verdict, since)


def counted(context: Context, figure: Figure) -> str:
    """Of whom a figure is, in which scope, as of when."""
    parts = [context.population(figure.of)] if figure.of else []
    parts += [figure.scope] if figure.scope else []
    parts += [f"as of {context.language.grammar.date_words(figure.as_of)}"] if figure.as_of else []
    return ", ".join(parts)


def _labels(context: Context, event: Event) -> Iterator[Dispute]:
    for actor, accounts in _on(context, event, "labels").items():
        # Words of one source do not contradict each other: they are one side.
        of_source: dict[str, tuple[dict[Markup, None], list[Account]]] = {}
        for account in event.accounts:
            if account.id in accounts:
                language = context.chronology.sources[account.source].language
                labels, told = of_source.setdefault(account.source, ({}, []))
                labels |= {label_element(text, language): None for text in account.labels[actor]}
                told.append(account)
        by: dict[Markup, list[Account]] = {}
        for labels, told in of_source.values():
            by.setdefault(Markup(", ").join(labels), []).extend(told)
        about = "labels", [actor]
        sides = [_side(context, event, label, who, about) for label, who in by.items()]
        since = _since(context, event, "labels", actor)
        name = "this event" if actor == "this" else context.chronology.actors[actor].name
        yield Dispute("labels", actor, f"the word for {name}", "accounts", tuple(sides), "", since)
