"""Values that accounts contradict each other on, side by side, each with those who give it."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.parts.account_cells import column_of
from generator.rendering.parts.grouped_differences import GroupedDifference, Value
from generator.support.escape import html


def value_list(
    context: Context, event: Event, difference: GroupedDifference, page: str = ""
) -> Markup:
    """Return the values of a difference of an event; `page` is the address of the event's page."""
    column = column_of(context, event, difference.kind, difference.subject)
    items = [_item(context, event, value, page, column) for value in difference.values]
    return html(f'<ul class="value-list">{"".join(items)}</ul>')


def _item(context: Context, event: Event, value: Value, page: str, column: str) -> str:
    text = context.language.text
    note = f"<span>{text(value.note)}</span> " if value.note else ""
    speakers = "".join(_speakers(context, event, value, page, column))
    return (
        f"<li{value.since}>{value.joint}<b>{text(value.words)}</b> {note}"
        f"<small>{speakers}</small></li>"
    )


def _speakers(
    context: Context, event: Event, value: Value, page: str, column: str
) -> Iterator[str]:
    """Yield those who give a value, each with a link to every cell in which they do."""
    language, between = context.language, ""
    accounts_by_name: dict[str, list[Account]] = {}
    for account in sorted(value.accounts, key=context.known.account):
        accounts_by_name.setdefault(context.names.speaker(account), []).append(account)
    for name, accounts in accounts_by_name.items():
        for n, account in enumerate(accounts):
            shown = language.markup("again") if n else language.text(name)
            link = f'{between}<a href="{page}#{account.id}-{column}">{shown}</a>'
            mark = context.marks.attr_any(event, [account])
            yield link if mark in ("", value.since) else f"<span{mark}>{link}</span>"
            between = language.comma
        between = " · "
