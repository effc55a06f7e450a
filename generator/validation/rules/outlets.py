"""An outlet has one name, so that it counts as one: in what it tells, and in its silence."""

from collections.abc import Collection, Iterator

from generator.model.outlet_spellings import outlet_spellings, usual_spelling
from generator.model.problems import Finding
from generator.model.records import Chronology
from generator.validation.registry import rule


@rule("E518")
def outlets_have_one_spelling(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """What is one outlet to a reader is spelled in one way in all its sources.

    Otherwise pages would say of one outlet that another is silent. It is no mere note: whatever
    adds a source takes the spelling that is there, so no import is held up by it.
    """
    for spellings in outlet_spellings(chronology.sources.values()).values():
        if len(spellings) == 1:
            continue
        usual = usual_spelling(spellings)
        listed = ", ".join(f"{spelling!r} (in {ids[0]})" for spelling, ids in spellings.items())
        message = f"this outlet is spelled in several ways: {listed}"
        way_out = f"write {usual!r}; another outlet needs more of its name, such as its city"
        for spelling, ids in spellings.items():
            for id in ids if spelling != usual else ():
                path = chronology.sources[id].path
                yield Finding(path, (id, "outlet"), "E518", message, way_out)
