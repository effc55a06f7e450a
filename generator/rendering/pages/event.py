"""The page of one event: when and how we know, what differs, the accounts side by side."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import event_page, event_url
from generator.model.records import Event, Place
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language.elements import day_element
from generator.rendering.markdown_page import render_page
from generator.rendering.parts.accounts_table import accounts_table, column_names
from generator.rendering.parts.citation import citation, report_link, report_title
from generator.rendering.parts.cited_sources import cited_sources
from generator.rendering.parts.contact import contact_line
from generator.rendering.parts.date_block import date_block
from generator.rendering.parts.embed_code import CARD_PX, embed_code
from generator.rendering.parts.figure_plots import figure_plots
from generator.rendering.parts.grouped_differences import GroupedDifference, GroupedDifferences
from generator.rendering.parts.neighbours import event_after, event_before, thread
from generator.rendering.parts.repository_links import file_link, history_link
from generator.rendering.parts.schema_org import TO_ROOT
from generator.rendering.parts.shown_figures import shown_figures
from generator.rendering.parts.sources_in_brief import sources_in_brief
from generator.rendering.parts.speaker_chains import speaker_chains
from generator.rendering.parts.ties import by_word, roles, tied_events
from generator.rendering.parts.value_list import value_list
from generator.support.escape import html
from generator.support.plain_text import paragraphs

_MAX_TIES_BESIDE = 6
"""So many stand beside what no account says; more must not part a reader from the accounts."""


def event_page_of(
    context: Context,
    drawings: ChronologyDrawings,
    differences: GroupedDifferences,
    linked: Callable[[Event], Markup] | None,
    event: Event,
) -> Output:
    """Return the page of an event; `linked` makes what it says to machines.

    Of the event itself it takes what no other page says; all else, of the event in the context.
    """
    known = context.chronology.by_id[event.id]
    make = partial(_page, context, drawings, known, event, differences[event.id], linked)
    if not context.cache.is_lasting:
        return make()
    inputs = (event, known, linked is None, *context.registries, *_others(context, known))
    return context.cache.get("page of an event", event.id, inputs, make)


def _others(context: Context, event: Event) -> Iterator[Event | None]:
    """Yield every other event of which the page says something, each kind at its place."""
    by_id, relations = context.chronology.by_id, context.relations
    yield relations.before.get(event.id)
    yield relations.after.get(event.id)
    yield by_id[event.part_of] if event.part_of else None
    yield from relations.neighbouring_parts.get(event.id, (None, None))
    groups: list[Iterable[Event]] = [
        relations.parts.get(event.id, ()),
        (by_id[id] for id in event.follows),
        relations.followers.get(event.id, ()),
        (by_id[id] for account in event.accounts for id in account.responds_to),
        (answer.event for answer in relations.answers.get(event.id, ())),
    ]
    for group in groups:
        yield from group
        yield None


def _page(
    context: Context,
    drawings: ChronologyDrawings,
    event: Event,
    own: Event,
    differences: list[GroupedDifference],
    linked: Callable[[Event], Markup] | None,
) -> Output:
    settings, language, marks = context.settings, context.language, context.marks
    places = [context.chronology.places[id] for id in event.places]
    figures = shown_figures(context, event)
    key, plots, counted = figure_plots(context, event, figures)
    columns, accounts = accounts_table(context, event, figures)
    ties = tied_events(context, event)
    row, has_grown = context.rows[event.id], event.id in context.known.grown
    count = language.text(row.accounts)
    return render_page(
        language,
        event_page(event.id),
        event.path,
        "event.md",
        changed=context.changed[event.id],
        title=event.title,
        head_title=language.gettext(
            "%(event)s (%(date)s)", event=event.title, date=language.grammar.date_words(event.date)
        ),
        description=f"{language.grammar.date_words(event.date)}. {event.summary}",
        event=event,
        row=row,
        count=html(f"<span data-n>{count}</span>") if has_grown else count,
        when=date_block(language, event.date),
        basis=paragraphs(own.date_basis),
        unknowns=own.unknowns,
        same_as=own.same_as,
        summary=paragraphs(event.summary),
        differences=_shown(context, event, differences),
        places=places,
        country=_country(places),
        brief=sources_in_brief(context, event),
        roles=by_word(roles(context, event)),
        chains=speaker_chains(context, event),
        ties=by_word(ties),
        has_many_ties=len(ties) > _MAX_TIES_BESIDE,
        columns=columns,
        column_names=column_names(columns),
        accounts=accounts,
        key=key,
        plots=plots,
        counted=counted,
        date_plot=drawings.date_plot(event),
        date_plot_since=_date_plot_since(context, event),
        first_known=context.known.first[event.id].isoformat(),
        has_grown=has_grown,
        known_whole=marks.attr_all(event),
        map=drawings.locator(event.places),
        sources=cited_sources(context, event),
        before=event_before(context, event),
        after=event_after(context, event),
        thread=thread(context, event),
        corrections=sorted(event.corrections, key=lambda c: c.on, reverse=True),
        on_day=partial(day_element, language),
        added=language.grammar.day_words(event.added),
        last_changed=language.grammar.day_words(context.changed[event.id]),
        cited_as=citation(language, context.chronology, event),
        embed=embed_code(context, event_url(event.id), event.title, CARD_PX, TO_ROOT),
        report=report_link(language, settings, event),
        contact=contact_line(language, settings, subject=report_title(language, event)),
        yaml=file_link(settings.repository, event.path),
        history=history_link(settings.repository, event.path),
        linked=linked(own) if linked else None,
    )


def _shown(
    context: Context, event: Event, differences: Iterable[GroupedDifference]
) -> list[tuple[GroupedDifference, Markup]]:
    """Return the differences of the digest; figures stand above it, each with who gives it."""
    return [
        (d, Markup() if d.kind == "figures" else value_list(context, event, d)) for d in differences
    ]


def _country(places: Iterable[Place]) -> str:
    """Return the country of all places; empty where they lie in several, or one of them is it."""
    countries = {place.country or "" for place in places}
    [country, *others] = [*countries, ""][: max(1, len(countries))]
    return "" if others or country in {place.name for place in places} else country


def _date_plot_since(context: Context, event: Event) -> Markup:
    """Return the mark of since when all dates of the plot are known: a part of it would mislead."""
    contradicted = {
        account_id for kind, _, account_id in context.difference_marks[event.id] if kind == "dates"
    }
    days = [
        context.known.account(account)
        for account in event.accounts
        if account.date or account.id in contradicted
    ]
    return context.marks.attr(event, max(days)) if days else NO_MARK
