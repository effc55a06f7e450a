"""What an event is tied to by name: actors in their roles, and other events."""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from typing import NamedTuple

from markupsafe import Markup

from generator.model.permalinks import actor_url, event_url
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.parts.sole_speakers import sole_speakers
from generator.support.escape import html


class Tie(NamedTuple):
    """A link from an event to something else, and who alone says so."""

    word: str
    """The role of the actor, or how the other event is tied to this one."""
    address: Markup
    name: str
    note: str = ""
    since: Markup = NO_MARK
    """The mark of since when it is known."""


def by_word(ties: Iterable[Tie]) -> dict[str, list[Tie]]:
    """Return the ties under their words."""
    grouped: dict[str, list[Tie]] = {}
    for tie in ties:
        grouped.setdefault(tie.word, []).append(tie)
    return grouped


def roles(context: Context, event: Event) -> list[Tie]:
    """Return who did what: first what all accounts share, then what some alone say."""
    actors, role_name = context.chronology.actors, context.names.role
    accounts_by_role: dict[tuple[str | None, str], list[Account]] = {}
    for account in event.accounts:
        for role in account.actors:
            accounts_by_role.setdefault((role.role, role.id), []).append(account)
    shared = [
        Tie(role_name(role.role), html(actor_url(role.id)), actors[role.id].name)
        for role in event.actors
    ]
    return shared + [
        Tie(
            role_name(role),
            html(actor_url(id)),
            actors[id].name,
            sole_speakers(context, event, accounts),
            context.marks.attr_any(event, accounts),
        )
        for (role, id), accounts in accounts_by_role.items()
    ]


def tied_events(context: Context, event: Event) -> list[Tie]:
    """Return the events that it is tied to, each once under each word."""
    accounts_by_tie: dict[tuple[str, str], list[Account]] = {}
    for word, tied, account in _event_ties(context, event):
        accounts_by_tie.setdefault((word, tied.id), []).extend([account] if account else [])
    return [
        Tie(
            word,
            html(event_url(id)),
            context.chronology.by_id[id].title,
            _date_and_speakers(context, context.chronology.by_id[id], accounts),
            context.marks.attr(event, _known_since(context, id, accounts)),
        )
        for (word, id), accounts in accounts_by_tie.items()
    ]


def _event_ties(context: Context, event: Event) -> Iterator[tuple[str, Event, Account | None]]:
    """Yield the word, the other event, and the account that alone says so, if one does."""
    by_id, relations, language = context.chronology.by_id, context.relations, context.language
    if event.part_of:
        yield language.pgettext("tie", "part of"), by_id[event.part_of], None
    for part in relations.parts.get(event.id, ()):
        yield language.pgettext("tie", "its parts"), part, None
    for id in event.follows:
        yield language.pgettext("tie", "follows"), by_id[id], None
    for later in relations.followers.get(event.id, ()):
        yield language.pgettext("tie", "followed by"), later, None
    for account in event.accounts:
        for id in account.responds_to:
            yield language.pgettext("tie", "in answer to"), by_id[id], account
    for answer in relations.answers.get(event.id, ()):
        yield language.pgettext("tie", "answered by"), *answer


def _date_and_speakers(context: Context, tied: Event, accounts: list[Account]) -> str:
    language, speaker = context.language, context.names.speaker
    says = [language.gettext("according to %(speakers)s", speakers=speaker(a)) for a in accounts]
    return language.listed(dict.fromkeys([language.grammar.date_words(tied.date), *says]))


def _known_since(context: Context, tied_id: str, accounts: list[Account]) -> Day:
    """Return the day from which the other event is known, and one of the accounts that tie it."""
    days = [context.known.first[tied_id]]
    if accounts:
        days.append(min(map(context.known.account, accounts)))
    return max(days)
