"""The list of all actors: who acts, suffers or speaks."""

from collections.abc import Iterator, Mapping

from generator.model.output import Output
from generator.model.permalinks import actor_url
from generator.model.records import Actor
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language import Language
from generator.rendering.pages.registry_pages import registry_pages
from generator.rendering.parts.registry_list import (
    FoundBy,
    RegistryItem,
    count_events,
    foreign_names,
    item_name,
)
from generator.support.escape import html


def actors_pages(context: Context, actors: list[Actor]) -> Iterator[Output]:
    """Return the list of these actors by their kind."""
    language, title = context.language, context.language.gettext("Actors")
    initial = language.grammar.initial
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
    return registry_pages(
        context, groups, "actors", title, item_name, lambda item: initial(item.name), counted,
        description=description,
    )  # fmt: skip


def _item(context: Context, actor: Actor) -> RegistryItem:
    events = context.relations.named_in.get(actor.id, ())
    days = [context.actor_days[id][actor.id] for id in events]
    offices = dict.fromkeys(office.title for office in actor.offices)
    return RegistryItem(
        html(actor_url(actor.id)),
        actor.name,
        foreign_names(context, actor),
        context.language.listed(offices),
        count_events(context, len(events)),
        FoundBy(
            (actor.name, *actor.also, *actor.names.values(), *offices), min(days, default=None)
        ),
        context.marks.attr_day(min(days)) if days else NO_MARK,
        context.marks.attr_day(max(days)) if days else NO_MARK,
        is_draft=actor.draft,
    )


def _group_names(language: Language) -> Mapping[str, str]:
    """Return what several actors of a kind are called, in the order of the list."""
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
