"""The pages of a list of actors, places or sources, in groups; in pieces where one does not do."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from generator.model.output import Output
from generator.rendering.context import Context
from generator.rendering.filters.registry_index import registry_index
from generator.rendering.parts.list_parts import MAX_LIST_WEIGHT, parts_in_order
from generator.rendering.parts.part_pages import part_pages, render_part
from generator.rendering.parts.registry_jumps import anchors_of, jump_rows
from generator.rendering.parts.registry_list import FoundBy
from generator.support.escape import html

PIECES = "list/"
"""Where, below the list, its numbered pieces stand; a record with that id may stand beside."""

_ITEM_WEIGHT = 10
"""With the heading above it, if it is alone in its group."""
_JUMP_WEIGHT = 2


class Listed(Protocol):
    """What stands in such a list."""

    @property
    def found_by(self) -> FoundBy:
        """What the filter finds it by."""


T = TypeVar("T", bound=Listed)


class PlacedItem(NamedTuple, Generic[T]):
    """An item of the list in its place."""

    group: str
    item: T
    number: int
    """Among all items."""
    anchor: str
    """What jumps lead to; mostly empty."""


class RegistryGroup(NamedTuple, Generic[T]):
    """A part of a list, under its name."""

    name: str
    items: tuple[PlacedItem[T], ...]


def registry_pages(
    context: Context,
    groups: Iterable[tuple[str, Iterable[T]]],
    kind: str,
    title: str,
    name: Callable[[T], str],
    mark: Callable[[T], str],
    counted: Callable[[int], str],
    *,
    description: str,
    room: int = MAX_LIST_WEIGHT,
    **values: Any,
) -> Iterator[Output]:
    """Yield the pages of a list, and where it is long, what its filter looks into.

    The `kind`, as `actors`, is the list's address and template. Each page has the groups, and of
    these the items, that it shows. A piece is called by the `name` of its first item and of its
    last; `mark` is the letter or year under which one looks for an item in its group; `counted`
    says how many items there are. `values` go to the template as they are.
    """
    url, language = f"{kind}/", context.language
    full = [(group, list(items)) for group, items in groups]
    full = [(group, items) for group, items in full if items]
    rows = jump_rows(full, mark, language.grammar.initial)
    anchors = anchors_of(rows)
    placed: list[PlacedItem[T]] = []
    for group, items in full:
        for item in items:
            n = len(placed)
            placed.append(PlacedItem(group, item, n, anchors.get(n, "")))
    room -= sum(_JUMP_WEIGHT * (1 + len(row.jumps)) for row in rows)
    whole = parts_in_order(
        language, placed, lambda _: _ITEM_WEIGHT, lambda entry: name(entry.item), PIECES, room
    )
    leaves = [*whole.leaves]
    if rows:
        sizes = ((leaf.address, len(leaf.items)) for leaf in leaves)
        yield registry_index(context, kind, sizes, (entry.item.found_by for entry in placed))
    pages = {entry.number: html(f"{url}{leaf.address}") for leaf in leaves for entry in leaf.items}
    for page in part_pages(context, whole, url, title, counted, description=description):
        on_page = groupby(page.items, key=lambda entry: entry.group)
        yield render_part(
            context,
            page,
            context.chronology.folder,
            f"{kind}.md",
            kind="registry",
            registry=kind,
            count=counted(len(placed)),
            groups=[RegistryGroup(group, tuple(items)) for group, items in on_page],
            jump_rows=rows,
            jump_pages=pages,
            **values,
        )
