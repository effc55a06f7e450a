"""The made-up chronology of Meresh with thousands of actors and sources, whose names are varied."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice, product

from generator.model.records import Actor, Chronology, Source

_FIRST = (
    "Ana Bekir Çetin Dara Élodie Fatma Goran Hana Idris Jana Karim Łukasz Mira Nadir Öcal Petra "
    "Qasim Rosa Şahin Tara Umar Vera Walid Xenia Yusuf Zana"
)
_LAST = [a + b + c for a, b, c in product("BDKLMRSTVZ", "aeiou", ("ren", "lik", "van"))]


def names_of_people(count: int) -> list[str]:
    """Return so many names, no two alike."""
    return [f"{first} {last}" for last, first in islice(product(_LAST, _FIRST.split()), count)]


def with_many(
    chronology: Chronology, actors: int, sources: int, outlets: int, language: str = "en"
) -> Chronology:
    """Return the chronology with so many more actors and sources, which no event names."""
    kinds = ("person",) * 8 + ("organisation", "state")
    more_actors = {
        f"more-{n}": Actor.model_validate(
            {"id": f"more-{n}", "path": "made.yml", "name": name, "kind": kinds[n % 10]}
        )
        for n, name in enumerate(names_of_people(actors))
    }
    by = names_of_people(outlets)
    settings = chronology.settings.model_copy(update={"language": language})
    return replace(
        chronology,
        settings=settings,
        actors={**chronology.actors, **more_actors},
        sources={**chronology.sources, **_sources(sources, by)},
    )


def _sources(count: int, outlets: list[str]) -> Mapping[str, Source]:
    return {
        f"more-{n}": Source.model_validate({
            "language": "en",
            "path": "made.yml",
            "id": f"more-{n}",
            "outlet": f"{outlets[n % len(outlets)]} Gazette",
            "title": f"What was printed in number {n}",
            "published": f"{2012 + n % 9}-{1 + n % 12:02}-{1 + n % 28:02}",
        })
        for n in range(count)
    }  # fmt: skip
