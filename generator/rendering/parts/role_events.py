"""The events of an actor by the part that it plays in them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.records import Account, Actor, Event
from generator.rendering.context import Context
from generator.rendering.parts.registry_list import ListedEvent
from generator.rendering.parts.sole_speakers import sole_speakers

_SPEAKS, _NAMED = "gives an account", "only mentioned"
InRole = tuple[str | None, ListedEvent]
"""A role, and an event in which an actor has it."""


class RoleEvents(NamedTuple):
    """The events in which an actor plays one part."""

    name: str
    events: tuple[ListedEvent, ...]


def roles_in(context: Context, actor: Actor, event: Event) -> list[InRole]:
    """Return the event as it stands in the list of an actor: once under each of its roles.

    These are the roles that the event or some account gives it; where there is none, what else
    leads from the event to the actor.
    """
    return list(_roles_in(context, actor, event))


def _roles_in(context: Context, actor: Actor, event: Event) -> Iterator[InRole]:
    row = context.rows[event.id]
    shared = dict.fromkeys(role.role for role in event.actors if role.id == actor.id)
    accounts_by_role: dict[str | None, list[Account]] = {}
    for account in event.accounts:
        for role in account.actors:
            if role.id == actor.id and role.role not in shared:
                accounts_by_role.setdefault(role.role, []).append(account)
    for shared_role in shared:
        yield shared_role, ListedEvent(row)
    for sole_role, accounts in accounts_by_role.items():
        since = context.marks.attr_any(event, accounts)
        yield sole_role, ListedEvent(row, sole_speakers(context, event, accounts), since)
    speaks = [account for account in event.accounts if actor.id in account.according_to]
    if speaks:
        yield _SPEAKS, ListedEvent(row, "", context.marks.attr_any(event, speaks))
    elif not shared and not accounts_by_role:
        named = [account for account in event.accounts if actor.id in account.labels]
        yield _NAMED, ListedEvent(row, "", context.marks.attr_any(event, named))


def by_role(context: Context, events: Iterable[InRole]) -> list[RoleEvents]:
    """Return these events by the actor's role in them, in the order of the roles' vocabulary."""
    order = [*context.settings.roles, None, _SPEAKS, _NAMED]
    events_by_role: dict[str | None, list[ListedEvent]] = {role: [] for role in order}
    for role, listed in events:
        events_by_role.setdefault(role, []).append(listed)
    return [
        RoleEvents(_role_name(context, role), tuple(listed))
        for role, listed in events_by_role.items()
        if listed
    ]


def _role_name(context: Context, role: str | None) -> str:
    if role == _SPEAKS:
        return context.language.gettext("gives an account")
    if role == _NAMED:
        return context.language.gettext("only mentioned")
    return context.names.role(role)
