"""Everything that the search fetches, for a chronology and the other pages of its site."""

from collections.abc import Iterable, Iterator

from generator.model.output import Output
from generator.rendering.context import Context
from generator.rendering.search.index import index_files
from generator.rendering.search.indexed_dates import month_numbers
from generator.rendering.search.record import SearchRecord
from generator.rendering.search.records import search_records

# People who read English look for dates in its words, whatever the language of the site.
_ALWAYS = "en"


def search_files(context: Context, pages: Iterable[SearchRecord]) -> Iterator[Output]:
    """Yield the files in which scripts look words up; `pages` are those besides our records'."""
    records = [*search_records(context), *pages]
    chronology, names = context.chronology, context.names
    years = sorted({year for record in records for year in record.choices.get("year", ())})
    choices = {
        "kind": {event.kind: names.kind(event.kind) for event in context.events},
        "actor": {id: actor.name for id, actor in chronology.actors.items()},
        "place": {id: place.name for id, place in chronology.places.items()},
        "source": {id: names.source(source) for id, source in chronology.sources.items()},
        "year": {year: year for year in reversed(years)},
    }
    months = month_numbers(_languages(context))
    return index_files(records, choices, months, chronology.folder)


def _languages(context: Context) -> Iterator[str]:
    """Yield the tags of every language that the chronology knows; its own comes first."""
    chronology = context.chronology
    yield context.language.tag
    yield _ALWAYS
    for source in chronology.sources.values():
        yield from filter(None, [source.language])
    for actor in chronology.actors.values():
        yield from actor.names
    for place in chronology.places.values():
        yield from place.names
