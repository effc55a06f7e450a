"""The pipeline: load, validate, render, export. Read this file first.

    events/*.yml --loading--> Chronology + problems --validation--> more problems
                 --rendering, exports--> outputs, which an adapter hands to MkDocs or writes to disk

Nothing here knows MkDocs, the command line, the clock or the network: the same files give the same
outputs, byte for byte.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.exports import FORMATS, export
from generator.model.output import Output
from generator.model.permalinks import page_url
from generator.model.problems import Problem
from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.handwritten import handwritten_pages
from generator.rendering.language import Language, nearest_language
from generator.rendering.pages.data import PATH as DATA
from generator.rendering.pages.data import data_page
from generator.rendering.parts.linked_data import events_jsonld
from generator.rendering.search.files import search_files
from generator.rendering.search.record import SearchRecord
from generator.rendering.site_pages import render
from generator.support.cache import Cache
from generator.validation.check import check
from generator.validation.pruning import without_dangling_references
from generator.validation.rules.files import address_clashes
from generator.validation.rules.site_facts import SiteFact, contradictions

THEME = Path(__file__).parent / "rendering" / "theme"
"""The folder with what is laid over MkDocs's theme; its files land in the site."""


@dataclass(frozen=True)
class Site:
    """What a folder of YAML makes, and all that is wrong with it."""

    chronology: Chronology
    """What can be shown: where there are problems, without what they touch."""
    problems: tuple[Problem, ...]
    outputs: tuple[Output, ...]


def build(
    project: Path,
    events: Path,
    handwritten: Mapping[str, str],
    drafts: bool = False,
    last_good: Chronology | None = None,
    cache: Cache | None = None,
    language: Language | None = None,
    workers: int = 0,
    configured: Iterable[SiteFact] = (),
    are_exports_late: bool = False,
    are_pages_late: bool = False,
) -> Site:
    """Return the whole site, its sentences in the language: by itself that of the chronology.

    `handwritten` are the files that people wrote, by their path below docs/, each with the path
    that problems show; they keep their place, also that of a page that comes with the program.
    Drafts are left out unless `drafts`. Where a registry has a problem, that of `last_good` is
    shown. With the `cache` of earlier calls, only what has changed is made again, and with
    `workers`, other processes share in the work; the site is the same. `configured` are the
    facts of the site that a site builder is told elsewhere, which must not be others. Where
    `are_exports_late`, most data files are made when their content is first read, and where
    `are_pages_late`, the pages of events.
    """
    cache = cache or Cache(lasting=False)
    chronology, problems = check(project, events, last_good, cache=cache)
    shown = chronology if drafts else chronology.published()
    if problems or shown.withheld:  # else every reference leads to what is shown
        shown = without_dangling_references(shown)
    language = language or nearest_language(shown.settings.language)
    outputs = _outputs(
        shown, handwritten, cache, language, workers, are_exports_late, are_pages_late
    )
    clashes = address_clashes(outputs, handwritten)
    contradicting = contradictions(chronology.settings, configured)
    return Site(
        shown,
        tuple(sorted([*problems, *clashes.values(), *contradicting])),
        tuple(output for output in outputs if output.path not in clashes),
    )


def taken_addresses(chronology: Chronology, handwritten: Mapping[str, str]) -> Collection[Problem]:
    """Return what `build` says of the addresses of hand-written files, and nothing else.

    No page is made. Where `may_clash` is true of no file there are none, and nobody need ask.
    """
    shown = without_dangling_references(chronology.published())
    language = nearest_language(shown.settings.language)
    cache = Cache(lasting=False)
    outputs = _outputs(
        shown, handwritten, cache, language, are_exports_late=True, are_pages_late=True
    )
    return address_clashes(outputs, handwritten).values()


def _outputs(
    shown: Chronology,
    handwritten: Mapping[str, str],
    cache: Cache,
    language: Language,
    workers: int = 0,
    are_exports_late: bool = False,
    are_pages_late: bool = False,
) -> tuple[Output, ...]:
    # A lasting cache has put aside what it keeps; the rest is compared with the next build's.
    is_held = cache.is_lasting
    # One of several workers shares in the exports, which are made while the others make pages.
    of_exports = 1 if workers > 1 else 0
    linked, of_pages = events_jsonld(shown, language), workers - of_exports
    pages = render(shown, linked, cache, language, of_pages, are_pages_late)
    exports = export(shown, cache, language, are_exports_late, of_exports)
    return (
        *exports.outputs,
        data_page(shown, exports.formats, language),
        *handwritten_pages(shown.folder, handwritten, language, shown.settings),
        *(output if is_held or output.is_late else output.put_aside(cache) for output in pages),
    )


def search_index(
    chronology: Chronology,
    pages: Iterable[SearchRecord],
    cache: Cache | None = None,
    language: Language | None = None,
) -> Iterator[Output]:
    """Return the files in which the search looks words up, for what `build` returned.

    `pages` are those that are none of ours. These files are made apart from the others: no page
    waits for them.
    """
    language = language or nearest_language(chronology.settings.language)
    about = (f"{language.gettext(f.name)}: {language.gettext(f.about)}" for f in FORMATS)
    data = SearchRecord("page", page_url(DATA), language.gettext("Data"), texts=tuple(about))
    return search_files(Context(chronology, cache, language), (*pages, data))
