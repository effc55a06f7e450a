"""How outlets are spelled: what is one outlet to a reader should be one everywhere."""

from collections.abc import Iterable, Mapping

from generator.model.records import Source
from generator.support.fold import fold

Spellings = Mapping[str, list[str]]
"""Each spelling of one outlet, with the ids of the sources that have it, in their order."""


def outlet_spellings(sources: Iterable[Source]) -> dict[str, dict[str, list[str]]]:
    """Return the spellings of each outlet of these sources, by what folds to one form."""
    by_form: dict[str, dict[str, list[str]]] = {}
    for source in sources:
        spellings = by_form.setdefault(fold(source.outlet) or source.outlet, {})
        spellings.setdefault(source.outlet, []).append(source.id)
    return by_form


def usual_spelling(spellings: Spellings) -> str:
    """Return the spelling that most sources have; the first of equals."""
    return max(spellings, key=lambda spelling: len(spellings[spelling]))


def outlet_as_recorded(outlet: str, sources: Iterable[Source]) -> str:
    """Return an outlet as these sources spell it; as given where none of them is of it."""
    known = outlet_spellings(sources).get(fold(outlet))
    return usual_spelling(known) if known else outlet
