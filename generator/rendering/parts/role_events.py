"""The events of an actor by the part that it plays in them."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.model.records import Account, Actor, Event
from generator.rendering.context import Context
from generator.rendering.parts.registry_list import ListedEvent
from generator.rendering.parts.sole_speakers import sole_speakers

_SPEAKS, _NAMED = "gives an account", "only mentioned"


class RoleEvents(NamedTuple):
    """The events in which an actor plays one part."""

    name: str
    events: tuple[ListedEvent, ...]


def events_by_role(context: Context, actor: Actor, events: Iterable[Event]) -> list[RoleEvents]:
    """Return an actor's events by its role in them, in the order of the roles' vocabulary.

    An event stands under every role that it or some account gives; where there is none, under what
    else leads from it to the actor.
    """
    order = [*context.settings.roles, None, _SPEAKS, _NAMED]
    events_by_role: dict[str | None, list[ListedEvent]] = {role: [] for role in order}
    for event in events:
        row = context.rows[event.id]
        shared = [role.role for role in event.actors if role.id == actor.id]
        accounts_by_role: dict[str | None, list[Account]] = {}
        for account in event.accounts:
            for role in account.actors:
                if role.id == actor.id and role.role not in shared:
                    accounts_by_role.setdefault(role.role, []).append(account)
        speaks = [account for account in event.accounts if actor.id in account.according_to]
        named = [account for account in event.accounts if actor.id in account.labels]
        for shared_role in dict.fromkeys(shared):
            events_by_role.setdefault(shared_role, []).append(ListedEvent(row))
        for sole_role, accounts in accounts_by_role.items():
            since = context.marks.attr_any(event, accounts)
            listed = ListedEvent(row, sole_speakers(context, event, accounts), since)
            events_by_role.setdefault(sole_role, []).append(listed)
        if speaks:
            since = context.marks.attr_any(event, speaks)
            events_by_role[_SPEAKS].append(ListedEvent(row, "", since))
        elif not shared and not accounts_by_role:
            since = context.marks.attr_any(event, named)
            events_by_role[_NAMED].append(ListedEvent(row, "", since))
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


def only_in(roles: Iterable[RoleEvents], events: Iterable[Event]) -> list[RoleEvents]:
    """Return the same parts played, in these events alone."""
    ids = {event.id for event in events}
    left = (
        RoleEvents(role.name, tuple(listed for listed in role.events if listed.row.id in ids))
        for role in roles
    )
    return [role for role in left if role.events]
