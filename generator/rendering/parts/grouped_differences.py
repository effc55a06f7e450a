"""What the accounts of an event differ on: the values side by side, and who gives each.

Groups what `analysis.differences` computed, for an event's page, the home page and the page of all
differences; it judges nothing itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Day
from functools import lru_cache, partial
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.verdicts import DIFFERS, Verdict
from generator.model.anchors import measure_anchor
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language.elements import label_element, sign_element
from generator.rendering.parts.alike_figures import alike_figures
from generator.support.escape import html


class Value(NamedTuple):
    """One value, and the accounts that give it."""

    words: str
    """Markup where it is a label."""
    note: str
    accounts: tuple[Account, ...]
    differs: bool
    """Whether it contradicts another value."""
    since: Markup
    """The mark of since when it is known."""
    differs_since: Markup
    """The mark of since when it is contradicted, where that is later."""
    joint: Markup = Markup("")
    """What stands between it and the value before: the sign ≠ or a dot, and nothing at first."""


class GroupedDifference(NamedTuple):
    """One thing on which accounts do not say the same."""

    kind: str
    subject: str
    """The measure, the actor or `this`, the role; empty for dates."""
    name: str
    anchor: str
    """Where on the event's page it is shown in full."""
    values: tuple[Value, ...]
    verdict: str
    """Empty for a contradiction; else, in words, what it is: a later count, a count of others."""
    since: Markup
    """The mark of since when it is known."""

    @property
    def has_grown(self) -> bool:
        """Whether some value of it is known, or contradicted, later than the event."""
        return any(value.differs_since for value in self.values)


_BESIDE = html(' <span class="beside">·</span> ')
GroupedDifferences = Mapping[str, list[GroupedDifference]]
"""The differences of each event, by its id."""


def grouped_differences(context: Context) -> GroupedDifferences:
    """Return the differences of every event, one a thing: dates, roles, figures, labels."""
    return context.per_event(partial(_of_event, context), *context.registries, name="differences")


def difference_since(context: Context, event: Event, kind: str, subject: str = "") -> Day:
    """Return the day from which there is a contradiction of a kind, or of one thing of it."""
    of_subject = [
        difference
        for difference in context.differences[event.id]
        if difference.kind == kind and subject in ("", difference.on)
    ]
    contradictions = [difference for difference in of_subject if difference.verdict == DIFFERS]
    return min(context.known.difference(event, d) for d in contradictions or of_subject)


def _of_event(context: Context, event: Event) -> list[GroupedDifference]:
    if not context.differences[event.id]:
        return []
    return [
        *_dates(context, event),
        *_actors(context, event),
        *_figures(context, event),
        *_labels(context, event),
    ]


def _dates(context: Context, event: Event) -> Iterator[GroupedDifference]:
    accounts_by_end = _contradicted(context, event, "dates")
    if not accounts_by_end:
        return
    dates = {account.id: account.date or event.date for account in event.accounts}
    accounts_by_date: dict[str, list[Account]] = {}
    for account in event.accounts:
        if any(account.id in accounts for accounts in accounts_by_end.values()):
            accounts_by_date.setdefault(dates[account.id].text, []).append(account)
    distinct = {date.text: date for date in dates.values()}
    values = [
        _value(
            context,
            event,
            context.language.grammar.date_words(date),
            accounts_by_date[date.text],
            ("dates", list(accounts_by_end)),
        )
        for date in sorted(distinct.values(), key=lambda date: date.order)
        if date.text in accounts_by_date
    ]
    yield _difference(context, event, "dates", "", context.language.gettext("the date"), values)


def _actors(context: Context, event: Event) -> Iterator[GroupedDifference]:
    actors = context.chronology.actors
    for role, accounts in _contradicted(context, event, "actors").items():
        accounts_by_names: dict[tuple[str, ...], list[Account]] = {}
        for account in event.accounts:
            names = tuple(actors[actor.id].name for actor in account.actors if actor.role == role)
            if account.id in accounts and names:
                accounts_by_names.setdefault(names, []).append(account)
        values = [
            _value(
                context,
                event,
                context.language.joined(names),
                who,
                ("actors", [role]),
            )
            for names, who in accounts_by_names.items()
        ]
        yield _difference(context, event, "actors", role, context.names.role(role), values)


def _figures(context: Context, event: Event) -> Iterator[GroupedDifference]:
    verdicts_by_measure: dict[str, set[Verdict]] = {}
    for difference in context.differences[event.id]:
        if difference.kind == "figures":
            verdicts_by_measure.setdefault(difference.on, set()).add(difference.verdict)
    for measure, verdicts in verdicts_by_measure.items():
        values = []
        for group in alike_figures(context, event, measure):
            value = _value(
                context,
                event,
                group.words,
                group.accounts,
                ("figures", ()),
                group.note,
                group.differs,
            )
            since = max(value.since, min(group.since))
            values.append(value._replace(differs_since=since))
        name = context.names.measure(measure)
        words = map(context.names.verdict, sorted(verdicts))
        yield _difference(context, event, "figures", measure, name, values)._replace(
            anchor=measure_anchor(measure),
            verdict="" if DIFFERS in verdicts else context.language.grammar.join_words(words),
        )


def _labels(context: Context, event: Event) -> Iterator[GroupedDifference]:
    language = context.language
    for actor, accounts in _contradicted(context, event, "labels").items():
        # Words of one source do not contradict each other: they are one value.
        by_source: dict[str, tuple[dict[Markup, None], list[Account]]] = {}
        for account in event.accounts:
            if account.id in accounts:
                tag = context.chronology.sources[account.source].language
                labels, labelling = by_source.setdefault(account.source, ({}, []))
                labels |= {label_element(language, w, tag): None for w in account.labels[actor]}
                labelling.append(account)
        accounts_by_labels: dict[Markup, list[Account]] = {}
        for labels, labelling in by_source.values():
            accounts_by_labels.setdefault(html(language.comma).join(labels), []).extend(labelling)
        values = [
            _value(context, event, words, who, ("labels", [actor]))
            for words, who in accounts_by_labels.items()
        ]
        name = language.gettext("the word for %(actor)s", actor=context.names.actor(actor))
        yield _difference(context, event, "labels", actor, name, values)


def _contradicted(context: Context, event: Event, kind: str) -> dict[str, set[str]]:
    """Return the ids of the accounts of each contradiction, by the thing it is about."""
    accounts_by_subject: dict[str, set[str]] = {}
    for difference in context.differences[event.id]:
        if difference.kind == kind and difference.verdict == DIFFERS:
            accounts_by_subject.setdefault(difference.on, set()).update(difference.accounts)
    return accounts_by_subject


def _value(
    context: Context,
    event: Event,
    words: str,
    accounts: list[Account],
    about: tuple[str, Sequence[str]],
    note: str = "",
    differs: bool = True,
) -> Value:
    """Return a value that these accounts give; `about`: the difference's kind and subjects."""
    if event.id not in context.known.grown:  # all was known at once: nothing bears a mark
        return Value(words, note, tuple(accounts), differs, NO_MARK, NO_MARK)
    kind, subjects = about
    since = context.marks.attr_any(event, accounts)
    marks_by_statement = context.difference_marks[event.id]
    marks = [
        marks_by_statement.get((kind, subject, account.id))
        for subject in subjects
        for account in accounts
    ]
    differs_since = min((mark for mark in marks if mark is not None), default=NO_MARK)
    return Value(words, note, tuple(accounts), differs, since, max(since, differs_since))


def _difference(
    context: Context, event: Event, kind: str, subject: str, name: str, values: Iterable[Value]
) -> GroupedDifference:
    since = NO_MARK
    if event.id in context.known.grown:
        since = context.marks.attr(event, difference_since(context, event, kind, subject))
    first, *others = values
    joined = (first, *(value._replace(joint=_joint(context, value)) for value in others))
    return GroupedDifference(kind, subject, name, "accounts", joined, "", since)


def _joint(context: Context, value: Value) -> Markup:
    """Return the sign, which may come later than the value."""
    if not value.differs:
        return _BESIDE
    since = value.differs_since if value.differs_since != value.since else NO_MARK
    return _between(sign_element(context.language, since))


@lru_cache(1 << 12)  # most are the same: one object for all of them
def _between(sign: Markup) -> Markup:
    return html(f" {sign} ")
