"""The pages of a list of actors, places or sources, in groups; in pieces where one does not do."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from generator.rendering.context import Context
from generator.rendering.parts.list_parts import MAX_LIST_WEIGHT, parts_in_order
from generator.rendering.parts.part_pages import PartPage, part_pages

PIECES = "list/"
"""Where, below the list, its numbered pieces stand; a record with that id may stand beside."""

_ITEM_WEIGHT = 10
"""With the heading above it, if it is alone in its group."""

T = TypeVar("T")
Groups = list[tuple[str, list[T]]]


def registry_pages(
    context: Context,
    groups: Iterable[tuple[str, Iterable[T]]],
    url: str,
    title: str,
    name: Callable[[T], str],
    counted: Callable[[int], str],
    *,
    description: str,
    room: int = MAX_LIST_WEIGHT,
) -> Iterator[tuple[PartPage[tuple[str, T]], Groups[T]]]:
    """Each page of the list at `url`, and the groups and their items that stand on it."""
    flat = [(group, item) for group, items in groups for item in items]
    whole = parts_in_order(
        context.language, flat, lambda _: _ITEM_WEIGHT, lambda pair: name(pair[1]), PIECES, room
    )
    for page in part_pages(context, whole, url, title, counted, description=description):
        on_page = groupby(page.items, key=lambda pair: pair[0])
        yield page, [(group, [item for _, item in pairs]) for group, pairs in on_page]
