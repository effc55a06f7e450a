"""Who acts, suffers or speaks: the list of actors, and a page for each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.analysis.naming_words import names_actor
from generator.analysis.relations import EventAccount
from generator.model.output import Output
from generator.model.permalinks import actor_feed, actor_url, has_feeds
from generator.model.records import Account, Actor, Event
from generator.rendering.context import Context
from generator.rendering.drawing_inputs import ChronologyDrawings
from generator.rendering.event_row import EventRow
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language import Language
from generator.rendering.language.elements import label_element, locator_words, time_element
from generator.rendering.parts.embed_code import LIST_PX, embed_code
from generator.rendering.parts.list_parts import parts_by_time, row_weight, year_and_month
from generator.rendering.parts.part_pages import event_part_pages
from generator.rendering.parts.registry_list import (
    ListedEvent,
    RegistryGroup,
    RegistryItem,
    by_name,
    count_events,
    described,
    foreign_names,
    item_name,
)
from generator.rendering.parts.registry_pages import registry_pages
from generator.rendering.parts.sole_speakers import sole_speakers
from generator.support.fold import fold
from generator.support.plain_text import paragraphs


class RoleEvents(NamedTuple):
    """The events in which an actor plays one part."""

    name: str
    events: tuple[ListedEvent, ...]


class LabelUse(NamedTuple):
    """An account that uses a label, and where in its source."""

    row: EventRow
    account: str
    where: str
    since: Markup
    """The mark of since when the source is published."""


class OutletLabel(NamedTuple):
    """A label for an actor: how often one outlet uses it, when, where, and for whom else."""

    label: Markup
    uses: str
    shown: tuple[LabelUse, ...]
    more: str
    """How many more uses there are than are shown, in digits; empty where these are all."""
    more_since: Markup
    """The mark of since when all uses are known."""
    used_on: str
    """The days from which its accounts are known, in order."""
    others: tuple[Actor, ...]


def actor_pages(context: Context, drawings: ChronologyDrawings) -> Iterator[Output]:
    """The list of actors, and one page for each."""
    actors = by_name(context, context.chronology.actors.values())
    yield from _actors_pages(context, actors)
    bearers = context.relations.bearers
    bearers = context.cache.get_if_equal("bearers of labels", "", bearers, lambda: bearers)
    for actor in actors:
        event_ids = context.relations.named_in.get(actor.id, [])
        events = [context.chronology.by_id[id] for id in event_ids]
        strip = drawings.actor_strip(actor, event_ids)
        members = [a for a in actors if a.part_of == actor.id]
        make = partial(_actor_pages, context, actor, members, events, strip)
        feed = has_feeds(context.chronology)
        inputs = actor, strip, bearers, feed, *events, *context.registries
        yield from context.cache.get("pages of an actor", actor.id, inputs, make)


def _actors_pages(context: Context, actors: list[Actor]) -> Iterator[Output]:
    language, title = context.language, context.language.gettext("Actors")
    groups = [
        (name, [_item(context, actor) for actor in actors if actor.kind == kind])
        for kind, name in _group_names(language).items()
    ]

    def counted(count: int) -> str:
        return language.ngettext("%(count)s actor", "%(count)s actors", count)

    description = language.gettext(
        "Who acts, suffers or speaks: %(actors)s, each with names, offices, what each source calls "
        "them, and their events.",
        actors=counted(len(actors)),
    )
    pages = registry_pages(
        context, groups, "actors/", title, item_name, counted, description=description
    )
    for page, shown in pages:
        yield context.page(
            page.path,
            context.chronology.folder,
            "actors.md",
            kind="registry",
            title=page.title,
            description=page.description,
            count=counted(len(actors)),
            groups=[RegistryGroup(name, tuple(items)) for name, items in shown],
            page=page,
        )


def _actor_pages(
    context: Context, actor: Actor, members: list[Actor], events: list[Event], strip: Markup
) -> tuple[Output, ...]:
    """The page of an actor, and those of the parts of its events where one page does not do."""
    language = context.language
    roles = _events_by_role(context, actor, events)
    mentions = Counter(listed.row.id for role in roles for listed in role.events)
    whole = parts_by_time(
        language,
        events,
        year_and_month,
        lambda event: mentions[event.id] * row_weight(context.rows[event.id]),
    )
    about, count = _about(context, actor, members), count_events(context, len(events))
    # Not the name alone: a place, or another actor, may be called the same.
    called = language.gettext(
        "%(name)s (%(kind)s)", name=actor.name, kind=context.names.actor_kind(actor.kind)
    )
    pages = event_part_pages(
        context,
        whole,
        actor_url(actor.id),
        actor.name,
        head_title=called,
        description=described(context, called, count, actor.note),
    )
    return tuple(
        context.page(
            page.path,
            actor.path,
            "actor.md",
            of_events=events if page.is_main else page.items,
            title=page.title,
            head_title=page.head_title,
            description=page.description,
            feed=context.feed(actor_feed(actor.id)) if page.is_main else None,
            actor=actor,
            parts=roles if page.is_whole else _restricted(roles, page.items),
            count=count,
            count_since=context.marks.attr_count(event.id for event in events),
            embed=embed_code(context.chronology, actor_url(actor.id), actor.name, LIST_PX)
            if events
            else None,
            page=page,
            strip=strip,
            **about,
        )
        for page in pages
    )


def _about(context: Context, actor: Actor, members: list[Actor]) -> Mapping[str, Any]:
    """What the page of an actor says of it besides its events."""
    language = context.language
    return {
        "kind_name": context.names.actor_kind(actor.kind),
        "names": foreign_names(context, actor),
        "note": paragraphs(actor.note or ""),
        "part_of": context.chronology.actors[actor.part_of] if actor.part_of else None,
        "members": members,
        "offices": [
            (
                time_element(language, office.date)
                if office.date
                else language.pgettext("the dates of an office", "not given"),
                office,
            )
            for office in actor.offices
        ],
        "names_by_outlet": _labels_by_outlet(context, actor, are_names=True),
        "words_by_outlet": _labels_by_outlet(context, actor, are_names=False),
    }


def _restricted(roles: Iterable[RoleEvents], events: Iterable[Event]) -> list[RoleEvents]:
    """The same parts played, in these events alone."""
    ids = {event.id for event in events}
    left = (
        RoleEvents(role.name, tuple(listed for listed in role.events if listed.row.id in ids))
        for role in roles
    )
    return [role for role in left if role.events]


_USES_SHOWN = 12
_SPEAKS, _NAMED = "gives an account", "only mentioned"


def _events_by_role(context: Context, actor: Actor, events: Iterable[Event]) -> list[RoleEvents]:
    """An actor's events by its role in them, in the order of the roles' vocabulary.

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


def _item(context: Context, actor: Actor) -> RegistryItem:
    events = context.relations.named_in.get(actor.id, ())
    days = [context.actor_days[id][actor.id] for id in events]
    return RegistryItem(
        Markup(actor_url(actor.id)),
        actor.name,
        foreign_names(context, actor),
        context.language.listed(dict.fromkeys(office.title for office in actor.offices)),
        count_events(context, len(events)),
        context.marks.attr_day(min(days)) if days else NO_MARK,
        context.marks.attr_day(max(days)) if days else NO_MARK,
        is_draft=actor.draft,
    )


def _labels_by_outlet(
    context: Context, actor: Actor, *, are_names: bool
) -> list[tuple[str, list[OutletLabel]]]:
    """What each outlet calls an actor, by outlet: names of it, or other words."""
    sources, sort_key = context.chronology.sources, context.language.grammar.sort_key
    uses: dict[str, dict[tuple[str, Markup], list[EventAccount]]] = {}
    for text, labelling in context.relations.labels.get(actor.id, ()):
        if names_actor(text, actor) != are_names:
            continue
        source = sources[labelling.account.source]
        key = text, label_element(context.language, text, source.language)
        uses.setdefault(source.outlet, {}).setdefault(key, []).append(labelling)
    return [
        (
            outlet,
            [
                _outlet_label(context, actor, text, label, used_by)
                for (text, label), used_by in labels.items()
            ],
        )
        for outlet, labels in sorted(uses.items(), key=lambda item: sort_key(item[0]))
    ]


def _outlet_label(
    context: Context, actor: Actor, text: str, label: Markup, used_by: list[EventAccount]
) -> OutletLabel:
    others = [id for id in context.relations.bearers[fold(text)] if id != actor.id]
    sources = [context.chronology.sources[used.account.source] for used in used_by]
    years = [source.published.anchor.year for source in sources]
    language = context.language
    count = language.ngettext("%(count)s account", "%(count)s accounts", len(years))
    span = language.grammar.year_range_words(min(years), max(years))
    uses = language.gettext("%(accounts)s, %(years)s", accounts=count, years=span)
    days = sorted(context.known.days[source.id] for source in sources)
    used_on = " ".join(day.isoformat() for day in days)
    return OutletLabel(
        label,
        uses,
        tuple(_label_use(context, used) for used in used_by[:_USES_SHOWN]),
        language.grammar.number_words(len(used_by) - _USES_SHOWN)
        if len(used_by) > _USES_SHOWN
        else "",
        context.marks.attr_day(days[-1]),
        used_on,
        tuple(context.chronology.actors[id] for id in others),
    )


def _label_use(context: Context, used: EventAccount) -> LabelUse:
    account = used.account
    return LabelUse(
        context.rows[used.event.id],
        account.id,
        locator_words(context.language, account.paragraphs, account.locator),
        context.marks.attr_day(context.known.days[account.source]),
    )


def _group_names(language: Language) -> Mapping[str, str]:
    """What several actors of a kind are called, in the order of the list."""
    return {
        "person": language.gettext("People"),
        "state": language.gettext("States"),
        "government": language.gettext("Governments"),
        "armed group": language.gettext("Armed groups"),
        "organisation": language.gettext("Organisations"),
        "media": language.gettext("Media"),
        "population": language.gettext("Populations"),
        "unnamed source": language.gettext("Unnamed sources"),
    }
