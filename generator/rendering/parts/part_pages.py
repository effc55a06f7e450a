"""The pages of a list that is cut into parts, and the steps from each to the others."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import page_file
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.parts.list_parts import (
    ListPart,
    entry_weight,
    parts_by_time,
    year_and_month,
)
from generator.rendering.parts.registry_list import count_events
from generator.support.escape import html

T = TypeVar("T")


class Step(NamedTuple):
    """A link to another page of the same list."""

    name: str
    address: Markup
    event_count: str = ""
    """How many events are there, or what else the list holds, in words."""
    count_since: Markup = NO_MARK
    """The mark of since when that many are known."""
    since: Markup = NO_MARK
    """The mark of since when any is."""


class PartPage(NamedTuple, Generic[T]):
    """A page of a list: of the whole, which shows the last part where there are several, or of one.

    `before` and `after` are the neighbours of what it shows.
    """

    title: str
    head_title: str
    """What it is called where its heading is not seen."""
    description: str
    path: str
    items: tuple[T, ...]
    """What stands on the page."""
    is_whole: bool
    """Whether it holds all items of the list: no steps lead anywhere."""
    is_main: bool
    """Whether it is the page at the list's own address."""
    shown: Step
    """The part that it shows."""
    up: Step | None
    steps: tuple[Step, ...]
    """To its parts."""
    before: Step | None
    after: Step | None


def part_pages(
    context: Context,
    whole: ListPart[T],
    url: str,
    title: str,
    counted: Callable[[int], str],
    event_id: Callable[[T], str] | None = None,
    *,
    head_title: str = "",
    description: str,
) -> Iterator[PartPage[T]]:
    """Yield the page of the whole list at `url`, first, and one for each part below.

    `counted` says how many items there are; `event_id` tells whose known day a count depends on.
    `head_title`, where the `title` would not do, and `description` are those of the whole list.
    """
    steps = {
        part.address: _step(context, part, url, title, counted, event_id)
        for part, _ in _with_what_holds_it(whole)
    }
    leaves = [steps[leaf.address] for leaf in whole.leaves]
    neighbours = dict(
        zip(
            (leaf.address for leaf in leaves),
            zip([None, *leaves[:-1]], [*leaves[1:], None], strict=True),
            strict=True,
        )
    )

    head_title = head_title or title

    def of(title: str, part: str) -> str:
        if not part:
            return title
        return context.language.gettext("%(title)s: %(part)s", title=title, part=part)

    for part, holder in _with_what_holds_it(whole):
        shown = steps[part.shown.address]
        before, after = neighbours[shown.address]
        yield PartPage(
            title=of(title, part.name),
            head_title=of(head_title, part.name),
            description=of(of(head_title, part.name), counted(len(part.items)))
            if part.name
            else description,
            path=page_file(f"{url}{part.address}"),
            items=part.shown.items,
            is_whole=part is whole and not part.parts,
            is_main=part is whole,
            shown=shown,
            up=steps[holder.address] if holder else None,
            steps=tuple(steps[below.address] for below in part.parts),
            before=before,
            after=after,
        )


def event_part_pages(
    context: Context,
    whole: ListPart[Event],
    url: str,
    title: str,
    *,
    head_title: str,
    description: str,
) -> Iterator[PartPage[Event]]:
    """Return the pages of a list of events; see `part_pages`."""
    counted = partial(count_events, context)
    return part_pages(
        context,
        whole,
        url,
        title,
        counted,
        lambda event: event.id,
        head_title=head_title,
        description=description,
    )


def render_part(
    context: Context, page: PartPage[Any], origin: str, template: str, **values: Any
) -> Output:
    """Return a page of a list as its template lays it out; see `Context.page` for the `values`."""
    return context.page(
        page.path,
        origin,
        template,
        title=page.title,
        head_title=page.head_title,
        description=page.description,
        page=page,
        **values,
    )


def part_of_year(context: Context, events: Sequence[Event]) -> ListPart[Event]:
    """Return the events of one year, with a part for each month if one page is too small."""
    rows = context.rows
    whole = parts_by_time(
        context.language, events, year_and_month, lambda event: entry_weight(rows[event.id])
    )
    return whole.parts[0] if whole.parts else whole


def _step(
    context: Context,
    part: ListPart[T],
    url: str,
    title: str,
    counted: Callable[[int], str],
    event_id: Callable[[T], str] | None,
) -> Step:
    step = Step(part.name or title, html(f"{url}{part.address}"), counted(len(part.items)))
    if event_id is None:
        return step
    ids = [event_id(item) for item in part.items]
    return step._replace(
        count_since=context.marks.attr_count(ids), since=context.marks.attr_first(ids)
    )


def _with_what_holds_it(
    part: ListPart[T], holder: ListPart[T] | None = None
) -> Iterator[tuple[ListPart[T], ListPart[T] | None]]:
    yield part, holder
    for below in part.parts:
        yield from _with_what_holds_it(below, part)
