"""The accounts of an event side by side: a row each, a column for what some account says."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.verdicts import DIFFERS
from generator.model.anchors import measure_anchor, old_anchors
from generator.model.permalinks import source_url
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.language import Language
from generator.rendering.language.elements import day_element, locator_words
from generator.rendering.parts.account_cells import (
    MAX_MEASURE_COLUMNS,
    CellValue,
    account_cells,
    column_of,
)
from generator.rendering.parts.quoted_words import quoted_words
from generator.rendering.parts.schema_org import TO_ROOT
from generator.rendering.parts.shown_figures import ShownFigures
from generator.support.escape import as_text, html
from generator.support.plain_text import paragraphs

FIRST_COLUMN = 3
"""Before these columns stand two of every table: whose account it is, and what it says."""


class AccountColumn(NamedTuple):
    """A column of the table of accounts, and on how much it differs."""

    name: str
    note: str
    anchor: str
    """The end of the id of its cells, after the account's."""


class AccountsTable(NamedTuple):
    """The accounts of an event in order of publication, with columns for what some of them say."""

    columns: list[AccountColumn]
    rows: list[Markup]


def accounts_table(context: Context, event: Event, figures: ShownFigures) -> AccountsTable:
    """Return the table of the accounts of an event, of which these are the figures."""
    language, sources = context.language, context.chronology.sources
    columns, cells = _columns(context, event, figures), account_cells(context, event, figures)
    anchors = old_anchors(event)
    rows = []
    for account in sorted(event.accounts, key=lambda a: sources[a.source].published.order):
        id, old_anchor = account.id, anchors[account.id]
        shown = [
            _cell(language, column.anchor, id, old_anchor, cells.get((id, column.anchor), ()))
            for column in columns
        ]
        since = context.marks.attr_any(event, [account])
        rows.append(
            html(
                f'<tr id="{id}"{since}>{_heading(context, account, old_anchor)}'
                f"<td>{_says(context, account)}</td>{''.join(shown)}</tr>"
            )
        )
    return AccountsTable(columns, rows)


def _columns(context: Context, event: Event, figures: ShownFigures) -> list[AccountColumn]:
    contradictions = (d for d in context.differences[event.id] if d.verdict == DIFFERS)
    things = {(difference.kind, difference.on) for difference in contradictions}
    differ = {column_of(context, event, kind, on) for kind, on in things}

    def column(name: str, key: str) -> AccountColumn:
        note = language.pgettext("accounts differ", "differ") if key in differ else ""
        return AccountColumn(name, note, key)

    language, accounts = context.language, event.accounts
    columns = []
    if any(account.date for account in accounts):
        columns.append(column(language.gettext("Date"), "dates"))
    if len(figures) > MAX_MEASURE_COLUMNS:
        columns.append(column(language.gettext("Figures"), "figures"))
    else:
        measures = context.names.in_order_of_measures(figures)
        columns += [column(context.names.measure(m), measure_anchor(m)) for m in measures]
    if any(account.actors for account in accounts):
        columns.append(column(language.gettext("Who did what"), "actors"))
    if any(account.labels for account in accounts):
        columns.append(column(language.gettext("What it calls them"), "labels"))
    return columns


def column_names(columns: Iterable[AccountColumn]) -> Markup:
    """Return the names of columns as variables of CSS: `--3:'killed'`, of the third column.

    Where a row becomes a card, the style sheet shows a cell's name beside it.
    """
    names = [column.name.replace("\\", r"\\").replace("'", r"\'") for column in columns]
    variables = [f"--{n}:'{as_text(name)}'" for n, name in enumerate(names, FIRST_COLUMN)]
    return html(";".join(variables))


def _heading(context: Context, account: Account, old_anchor: str) -> str:
    """Return whose account it is, through whom, since when, and where it stands.

    `old_anchor` is what its anchor was while accounts were numbered, so that old links lead here.
    """
    source, language = context.chronology.sources[account.source], context.language
    text, comma = language.text, language.comma
    outlet = html(f'<a href="{TO_ROOT}{source_url(source.id)}">{text(source.outlet)}</a>')
    if account.according_to:
        speaker, *through = [context.chronology.actors[id].name for id in account.according_to]
        who: str = text(speaker)
        via = comma.join([language.markup("via %(name)s", name=n) for n in (*through, outlet)])
    else:
        who, via = outlet, language.markup("the outlet itself")
    published = text(language.grammar.date_words(source.published))
    where = text(locator_words(language, account.paragraphs, account.locator))
    added = ""
    if account.added:
        day = day_element(language, account.added)
        added = ". " + language.markup("Added %(day)s.", day=day)
    cite = language.markup("Cite")
    anchor = f' id="{old_anchor}"' if old_anchor else ""
    return (
        f"<th><b{anchor}>{who}</b> <span>{via}</span> <small>{published}{comma}{where}{added} "
        f'<a href="#{account.id}">{cite}</a></small></th>'
    )


def _says(context: Context, account: Account) -> str:
    """Return what an account says, and the caveat with which it does."""
    language = context.language
    says = "".join([f"<p>{language.text(paragraph)}</p>" for paragraph in paragraphs(account.says)])
    if not account.hedge:
        return says
    words = quoted_words(language, context.chronology.sources[account.source], account.hedge)
    caveat = language.markup("with the caveat %(words)s", words=words)
    return f'{says}<p class="hedge">{caveat}</p>'


def _cell(
    language: Language, column: str, id: str, old_anchor: str, values: Sequence[CellValue]
) -> str:
    """Return the cell of an account in a column; both give it its anchor."""
    if not values:
        silent = language.markup("not said")
        return f'<td class="account__silent">{silent}</td>'
    text, shown = language.text, []
    anchor = f' id="{old_anchor}-{column}"' if old_anchor else ""
    for words, note, sign, is_own in values:
        own = "" if is_own else ' data-own="false"'
        beside = f" <small>{text(note)}</small>" if note else ""
        shown.append(f"<div{anchor}{own}>{sign}<b>{text(words)}</b>{beside}</div>")
        anchor = ""
    return f'<td id="{id}-{column}">{"".join(shown)}</td>'
