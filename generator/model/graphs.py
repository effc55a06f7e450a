"""Relations between records as a graph: from each id to those that it points to."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter


def ancestors(record_id: str, parents: Mapping[str, str | None]) -> list[str]:
    """Return a record and all that hold it, the nearest first, each once."""
    chain: dict[str, None] = {}
    current: str | None = record_id
    while current is not None and current not in chain:
        chain[current] = None
        current = parents.get(current)
    return list(chain)


def all_ancestors(record_ids: Iterable[str], parents: Mapping[str, str | None]) -> set[str]:
    """Return records and all that hold any of them."""
    held: set[str] = set()
    for record_id in record_ids:
        current: str | None = record_id
        while current is not None and current not in held:
            held.add(current)
            current = parents.get(current)
    return held


def cycles(graph: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return the ids that lead back to themselves, each with the next ids on such a way.

    What lies on a way between two cycles counts as well.
    """
    ways = {source: set(targets) for source, targets in graph.items() if targets}
    back: dict[str, list[str]] = {source: [] for source in ways}
    for source, targets in ways.items():
        for target in targets:
            if target in back:
                back[target].append(source)
    stuck = _never_sorted(ways) & _never_sorted(back)
    return {source: targets & stuck for source, targets in ways.items() if source in stuck}


def _never_sorted(graph: Mapping[str, Collection[str]]) -> set[str]:
    """Return the ids that a topological order never reaches: a cycle stands before them."""
    sorter = TopologicalSorter(graph)
    with suppress(CycleError):  # after it the sorter still gives all that comes before a cycle
        sorter.prepare()
    unsorted = set(graph)
    while ready := sorter.get_ready():
        unsorted.difference_update(ready)
        sorter.done(*ready)
    return unsorted
