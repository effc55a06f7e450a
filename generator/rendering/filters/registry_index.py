"""What the filter over a long list of actors, places or sources looks into, as data.

The file, `actors-list` and its like, has the pages of the list, one behind the other, and
for each item, in their order, the folded words that it is found by:

    {"parts": [[address from the list, number of items], ...], "items": [[words, known], ...]}

`known` is the day from which the item is there, as a number; 0 for always.
"""

from collections.abc import Iterable

from generator.model.output import Output
from generator.rendering.context import Context
from generator.rendering.filters.index_values import day_number, index_file
from generator.rendering.parts.registry_list import FoundBy
from generator.support.fold import fold


def registry_index(
    context: Context, name: str, parts: Iterable[tuple[str, int]], items: Iterable[FoundBy]
) -> Output:
    """Return the file of the list of this name: `actors`."""
    rows = [
        (fold(" ".join(filter(None, words))), day_number(known) if known else 0)
        for words, known in items
    ]
    return index_file(context, f"{name}-list", {"parts": [*parts], "items": rows})
