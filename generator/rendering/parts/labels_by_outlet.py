"""What each outlet calls an actor: how often, when, where, and for whom else."""

from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.naming_words import names_actor
from generator.analysis.relations import EventAccount
from generator.model.records import Actor
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language.elements import label_element, locator_words
from generator.rendering.parts.registry_list import count_accounts
from generator.support.fold import fold

_USES_SHOWN = 12


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


def labels_by_outlet(
    context: Context, actor: Actor, *, are_names: bool
) -> list[tuple[str, list[OutletLabel]]]:
    """Return what each outlet calls an actor, by outlet: names of it, or other words."""
    sources, sort_key = context.chronology.sources, context.language.grammar.sort_key
    uses: dict[str, dict[tuple[str, Markup], list[EventAccount]]] = {}
    said = context.relations.labels.get(actor.id, ())
    texts = {text for text, _ in said}
    shown = {text for text in texts if names_actor(text, actor) == are_names}
    for text, labelling in said:
        if text not in shown:
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
    span = language.grammar.year_range_words(min(years), max(years))
    uses = language.gettext(
        "%(accounts)s, %(years)s", accounts=count_accounts(context, len(years)), years=span
    )
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
