"""One fold for all comparing: what `tests/data/fold.yml` says are one word is one everywhere.

The places are the modules that fold: a new one fails here until it stands in one of the tables.
"""

import json
import re
from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
import yaml

from generator.analysis.differences import differences
from generator.analysis.figure_ranges import compare
from generator.analysis.naming_words import names_actor
from generator.analysis.relations import Relations
from generator.analysis.verdicts import COUNTS_OTHERS
from generator.authoring.imports.name_matching import Registries
from generator.model.known_as import KnownAs
from generator.model.records import Actor, Event, Figure
from generator.model.slips import word_slip
from generator.rendering.search.index import index_files
from generator.rendering.search.record import SearchRecord
from generator.support.fold import folded_words, word_forms
from generator.validation.loaded_words import LoadedWords
from tests.support.changed_records import EVENT, base_chronology
from tests.support.projects import ROOT

_FOLDS = yaml.safe_load((ROOT / "tests/data/fold.yml").read_text("utf-8"))["folds"]
PAIRS = [
    pair
    for written, folded in _FOLDS.items()
    if len({*str(folded).split(" ")}) == 1 < len(words := written.split(" "))
    for pair in pairwise(words)
]
"""Two spellings of one word each, of those cases that hold several spellings of one."""


def _labelled(*labels: Mapping[str, list[str]]) -> Event:
    """Return an event whose accounts, of two sources, have these labels."""
    event = base_chronology().by_id[EVENT]
    accounts = tuple(
        account.model_copy(update={"labels": given})
        for account, given in zip(event.accounts, labels, strict=True)
    )
    return event.model_copy(update={"accounts": accounts})


def _label(one: str, other: str) -> bool:
    event = _labelled({"this": [one]}, {"this": [other]})
    return not any(difference.kind == "labels" for difference in differences(event))


def _bearer(one: str, other: str) -> bool:
    event = _labelled({"downstream-league": [one]}, {"upstream-council": [other]})
    return [len(ids) for ids in Relations((event,)).bearers.values()] == [2]


def _scope(one: str, other: str) -> bool:
    figures = [
        Figure.model_validate({"measure": "injured", "value": "4", "scope": scope})
        for scope in (one, other)
    ]
    return compare(*figures) != COUNTS_OTHERS


def _actor(name: str) -> Actor:
    return Actor.model_construct(id="a", path="events/actors.yml", name=name, kind="person")


def _imported(one: str, other: str) -> bool:
    registries = Registries(base_chronology())
    sources = [registries.source(name, name, "") for name in (one, other)]
    actors = [registries.actor(name, "person") for name in (one, other)]
    return sources[0] == sources[1] and actors[0] == actors[1]


def _searched(one: str, other: str) -> bool:
    record = SearchRecord(group="event", url="x", title=one)
    files = index_files([record], {}, {}, "events")
    words = {word for file in files if "/words-" in file.path for word in json.loads(file.content)}
    return all(words.issuperset(word_forms(word)) for word in folded_words(other))


PLACES: Mapping[str, Callable[[str, str], bool]] = {
    "analysis/differences.py": _label,
    "analysis/figure_ranges.py": _scope,
    "analysis/naming_words.py": lambda one, other: names_actor(other, _actor(one)),
    "analysis/relations.py": _bearer,
    "authoring/imports/name_matching.py": _imported,
    "model/known_as.py": lambda one, other: KnownAs({"a": _actor(one)}).with_name(other) == ["a"],
    "model/slips.py": lambda one, other: bool(word_slip(other, [one])),
    "rendering/search/index.py": _searched,
    "validation/phrases.py": lambda one, other: (
        [*LoadedWords({one: "x"}).found_in(other)] == [(other, "x")]
    ),
}
"""Whether two spellings are one to a module that folds."""
OTHERS = {
    "authoring/imports/file_source.py": "finds the source that an import wrote before",
    "loading/named_records.py": "tells whether a record is named by its own title",
    "model/outlet_spellings.py": "finds the spellings of one outlet, by which it is held to one",
    "authoring/imports/column_map.py": "knows the names of columns from a closed list",
    "model/number_words.py": "knows the words around numbers from a closed list",
    "model/dates/typed/other_languages.py": "knows the words of dates from a closed list",
    "rendering/filters/registry_index.py": "writes what a script compares, in a browser test",
    "rendering/language/collation.py": "orders names, and tells spellings apart at last",
    "rendering/parts/figure_plots.py": "draws together what figure_ranges compares",
    "rendering/parts/labels_by_outlet.py": "looks up what relations has folded",
    "rendering/search/indexed_dates.py": "knows the names of months from a closed list",
    "support/plain_text.py": "makes ids",
}
"""Where the fold serves another end than to compare what people wrote."""


def test_every_module_that_folds_says_what_for() -> None:
    root = ROOT / "generator"
    folding = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search(r"^from generator\.support\.fold import", path.read_text("utf-8"), re.M)
    }
    assert folding == {*PLACES, *OTHERS}


@pytest.mark.parametrize(
    ("place", "pair"),
    [
        pytest.param(place, pair, id=f"{place} {' '.join(pair)}")
        for place in PLACES
        for pair in PAIRS
        if not (place == "validation/phrases.py" and pair[0][0].isdigit())  # numbers take no side
    ],
)
def test_two_spellings_of_a_word_are_one(place: str, pair: tuple[str, str]) -> None:
    assert PLACES[place](*pair)


@pytest.mark.parametrize("place", PLACES)
def test_two_words_are_two(place: str) -> None:
    assert not PLACES[place]("council", "league")
