"""A page for each actor, who acts, suffers or speaks."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import actor_feed, actor_url, has_feeds
from generator.model.records import Actor, Event
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.language.elements import time_element
from generator.rendering.pages.actors import actors_pages
from generator.rendering.parts.embed_code import LIST_PX, embed_code
from generator.rendering.parts.labels_by_outlet import labels_by_outlet
from generator.rendering.parts.list_parts import parts_by_time, row_weight, year_and_month
from generator.rendering.parts.part_pages import event_part_pages, render_part
from generator.rendering.parts.registry_list import (
    by_name,
    count_events,
    described,
    foreign_names,
)
from generator.rendering.parts.role_events import by_role, roles_in
from generator.rendering.parts.schema_org import TO_ROOT
from generator.support.plain_text import paragraphs


def actor_pages(context: Context, drawings: ChronologyDrawings) -> Iterator[Output]:
    """Yield the list of actors, and one page for each."""
    actors = by_name(context, context.chronology.actors.values())
    yield from actors_pages(context, actors)
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


def _actor_pages(
    context: Context, actor: Actor, members: list[Actor], events: list[Event], strip: Markup
) -> tuple[Output, ...]:
    """Return the page of an actor, and pages for parts of its events if they need several."""
    language = context.language
    roles = {event.id: roles_in(context, actor, event) for event in events}
    whole = parts_by_time(
        language,
        events,
        year_and_month,
        lambda event: len(roles[event.id]) * row_weight(context.rows[event.id]),
    )
    about, count = _about(context, actor, members), count_events(context, len(events))
    count_since = context.marks.attr_count(event.id for event in events)
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
        render_part(
            context,
            page,
            actor.path,
            "actor.md",
            of_events=events if page.is_main else page.items,
            feed=context.feed(actor_feed(actor.id)) if page.is_main else None,
            actor=actor,
            parts=by_role(context, (role for event in page.items for role in roles[event.id])),
            count=count,
            count_since=count_since,
            embed=embed_code(context, actor_url(actor.id), actor.name, LIST_PX, TO_ROOT)
            if events
            else None,
            strip=strip,
            **about,
        )
        for page in pages
    )


def _about(context: Context, actor: Actor, members: list[Actor]) -> Mapping[str, Any]:
    """Return what the page of an actor says of it besides its events."""
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
        "names_by_outlet": labels_by_outlet(context, actor, are_names=True),
        "words_by_outlet": labels_by_outlet(context, actor, are_names=False),
    }
