"""A long list cut into parts, each with a page of its own, so that no page grows without a bound.

A list in order of time is cut by year, a year that is still too large by month, and a month into
numbered pieces; a list in another order into numbered pieces at once. A list that fits on one page
is one part.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from itertools import pairwise
from typing import Generic, TypeVar

from generator.model.permalinks import month_url, year_url
from generator.model.records import Event
from generator.rendering.event_row import EventRow
from generator.rendering.language import Language
from generator.rendering.page_weight import BYTES_AN_ELEMENT
from generator.rendering.parts.event_list import month_of

MAX_LIST_WEIGHT = 2400
"""So much a list on a page weighs at most: the theme, headings and links to parts take the rest."""
UNDATED = "xx/"
"""Where, below its year, the part stands whose month is not given; EDTF writes `2016-XX`."""

_ROW_WEIGHT = 7
_ENTRY_WEIGHT = 8

T = TypeVar("T")
Month = tuple[int, int | None]
"""A year, and a month from 1 to 12; None where only the year is known."""


@dataclass(frozen=True)
class ListPart(Generic[T]):
    """A part of a list: a page."""

    name: str
    """In words; empty for the whole list."""
    address: str
    """From the page of the whole list; empty for that."""
    items: tuple[T, ...]
    """All of them, also where they stand on the pages of its parts."""
    parts: tuple["ListPart[T]", ...] = ()
    """Its own parts, in order; none where its page holds all its items."""
    shows: int = -1
    """Which of its parts its page shows: of years and months the last, which is newest; of numbered
    pieces the first, where one begins to read."""

    @property
    def shown(self) -> "ListPart[T]":
        """The part whose items its page shows; the part itself where it has no parts."""
        return self.parts[self.shows].shown if self.parts else self

    @property
    def leaves(self) -> Iterator["ListPart[T]"]:
        """The parts that have no parts, in order: together they have each item once."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves


def row_weight(row: EventRow) -> int:
    """Return what an event weighs in a list of rows."""
    return _ROW_WEIGHT + row.meta_weight + len(row.title.encode()) // BYTES_AN_ELEMENT


def entry_weight(row: EventRow) -> int:
    """Return what an event weighs in a list of days."""
    words = row.title + (row.summary if row.is_major else "")
    return _ENTRY_WEIGHT + row.meta_weight + len(words.encode()) // BYTES_AN_ELEMENT


def year_and_month(event: Event) -> Month:
    """When an event happened, for `parts_by_time`."""
    return event.date.anchor.year, month_of(event)


def parts_by_time(
    language: Language,
    items: Sequence[T],
    when: Callable[[T], Month],
    weigh: Callable[[T], int],
    room: int = MAX_LIST_WEIGHT,
) -> ListPart[T]:
    """Return the list as parts of at most `room`, or of one item; the items are in order of time.

    What is known by its year alone stands before the months of that year.
    """

    def part_of_month(year: int, month: int | None, items: Sequence[T]) -> ListPart[T]:
        if month is None:
            name = language.gettext("%(year)s, month not given", year=str(year))
            return _with_pieces(language, name, year_url(year) + UNDATED, items, weigh, room)
        name = language.grammar.month_words(Day(year, month, 1))
        return _with_pieces(language, name, month_url(year, month), items, weigh, room)

    def part_of_year(year: int, items: Sequence[T]) -> ListPart[T]:
        part = ListPart(str(year), year_url(year), tuple(items))
        if _fits(items, weigh, room):
            return part
        months = _grouped(items, lambda item: when(item)[1] or 0)
        parts = tuple(part_of_month(year, month or None, of) for month, of in months)
        return ListPart(part.name, part.address, part.items, parts)

    if _fits(items, weigh, room):
        return ListPart("", "", tuple(items))
    years = _grouped(items, lambda item: when(item)[0])
    return ListPart("", "", tuple(items), tuple(part_of_year(year, of) for year, of in years))


def parts_in_order(
    language: Language,
    items: Sequence[T],
    weigh: Callable[[T], int],
    name: Callable[[T], str],
    below: str,
    room: int = MAX_LIST_WEIGHT,
) -> ListPart[T]:
    """Return the list in numbered pieces of at most `room`, or of one item, `below` its address.

    Each is called by the `name` of its first item and of its last. The list's page shows the first.
    """
    whole = _with_pieces(language, "", below, items, weigh, room)
    pieces = (
        replace(
            piece,
            name=language.gettext(
                "%(first)s to %(last)s", first=name(piece.items[0]), last=name(piece.items[-1])
            ),
        )
        for piece in whole.parts
    )
    return ListPart("", "", whole.items, tuple(pieces), shows=0)


def _with_pieces(
    language: Language,
    name: str,
    address: str,
    items: Sequence[T],
    weigh: Callable[[T], int],
    room: int,
) -> ListPart[T]:
    """Return a part with numbered pieces; a new last item leaves the earlier pieces alone."""
    starts, weight = [0], 0
    for n, item in enumerate(items):
        weight += weigh(item)
        if weight > room and n > starts[-1]:
            starts.append(n)
            weight = weigh(item)
    slices = [tuple(items[a:b]) for a, b in pairwise([*starts, len(items)])]
    if len(slices) <= 1:
        return ListPart(name, address, tuple(items))
    numbers = language.grammar.number_words
    pieces = []
    for n, piece in enumerate(slices, 1):
        words = language.gettext(
            "%(part)s, %(number)s of %(count)s",
            part=name,
            number=numbers(n),
            count=numbers(len(slices)),
        )
        pieces.append(ListPart(words, f"{address}{n}/", piece))
    return ListPart(name, address, tuple(items), tuple(pieces), shows=0)


def _fits(items: Iterable[T], weigh: Callable[[T], int], room: int) -> bool:
    return sum(map(weigh, items)) <= room


def _grouped(items: Iterable[T], key: Callable[[T], int]) -> list[tuple[int, list[T]]]:
    groups: dict[int, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return sorted(groups.items(), key=lambda group: group[0])
