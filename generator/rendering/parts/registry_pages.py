"""The pages of a list of actors, places or sources, in groups; in pieces where one does not do."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeVar

from generator.model.output import Output
from generator.rendering.context import Context
from generator.rendering.parts.list_parts import MAX_LIST_WEIGHT, parts_in_order
from generator.rendering.parts.part_pages import part_pages, render_part

PIECES = "list/"
"""Where, below the list, its numbered pieces stand; a record with that id may stand beside."""

_ITEM_WEIGHT = 10
"""With the heading above it, if it is alone in its group."""

T = TypeVar("T")


class RegistryGroup(NamedTuple, Generic[T]):
    """A part of a list, under its name."""

    name: str
    items: tuple[T, ...]


def registry_pages(
    context: Context,
    groups: Iterable[tuple[str, Iterable[T]]],
    template: str,
    url: str,
    title: str,
    name: Callable[[T], str],
    counted: Callable[[int], str],
    *,
    description: str,
    room: int = MAX_LIST_WEIGHT,
    **values: Any,
) -> Iterator[Output]:
    """The pages of the list at `url`, each with the groups, and of these the items, that it shows.

    A piece is called by the `name` of its first item and of its last; `counted` says how many items
    there are. `values` go to the template as they are.
    """
    flat = [(group, item) for group, items in groups for item in items]
    whole = parts_in_order(
        context.language, flat, lambda _: _ITEM_WEIGHT, lambda pair: name(pair[1]), PIECES, room
    )
    for page in part_pages(context, whole, url, title, counted, description=description):
        on_page = groupby(page.items, key=lambda pair: pair[0])
        yield render_part(
            context,
            page,
            context.chronology.folder,
            template,
            kind="registry",
            count=counted(len(flat)),
            groups=[
                RegistryGroup(group, tuple(item for _, item in pairs)) for group, pairs in on_page
            ],
            **values,
        )
