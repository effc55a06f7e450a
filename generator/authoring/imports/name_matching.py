"""Names from elsewhere to ids: matched to a registry or a vocabulary, or proposed for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.authoring.imports.base import SkippedRow
from generator.authoring.imports.kinds import Kinds
from generator.model.outlet_spellings import outlet_spellings, usual_spelling
from generator.model.records import Chronology
from generator.rendering.language import nearest_language
from generator.support.fold import fold
from generator.support.plain_text import slug

MAX_DEGREES_APART = 0.5
"""Places of one name are one place where they lie no more degrees apart."""
REGISTRIES = ("actors", "places", "sources")
VOCABULARIES = ("kinds", "roles", "measures", "populations")


class SeveralFit(SkippedRow):
    """Several records may be meant, and nobody has said which; the text names them.

    Who can do without the record leaves out that alone; else the row gives nothing.
    """

    def __init__(self, name: str, ids: Sequence[str]) -> None:
        """`name` is what the file says."""
        self.ids = ", ".join(ids)
        super().__init__(f"{name!r} may be any of {self.ids}")


class Registries:
    """The records that a chronology has, and those that an import proposes to add."""

    def __init__(self, chronology: Chronology, kinds: Mapping[str, str] | None = None) -> None:
        """`kinds` says which kind a word of the file is; see `Kinds`."""
        self.chronology = chronology
        self.language = nearest_language(chronology.settings.language)
        """That of the chronology: what an import writes itself stands in it."""
        self.kinds = Kinds(self, kinds or {})
        self.undated: set[str] = set()
        """The proposed sources of which nobody knows when they were published."""
        spellings = outlet_spellings(chronology.sources.values())
        self._outlets = {
            form: usual_spelling(by_spelling) for form, by_spelling in spellings.items()
        }
        self._source_ids: dict[tuple[str, ...], list[str]] = {}
        self.proposed: dict[str, dict[str, dict[str, Any]]] = {
            name: {} for name in (*REGISTRIES, *VOCABULARIES)
        }
        settings = chronology.settings
        self._known: dict[str, set[str]] = {
            "actors": set(chronology.actors), "places": set(chronology.places),
            "sources": set(chronology.sources), "kinds": set(settings.kinds),
            "roles": set(settings.roles), "measures": set(settings.measures),
            "populations": set(settings.populations),
        }  # fmt: skip
        self._ids: dict[tuple[str, str], dict[str, None]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        for actor in chronology.actors.values():
            self._name("actors", actor.id, (actor.name, *actor.also, *actor.names.values()))
        for place in chronology.places.values():
            self._name("places", place.id, (place.name, *place.also, *place.names.values()))
        vocabularies: Mapping[str, Mapping[str, Any]] = {
            "kinds": settings.kinds, "roles": settings.roles, "measures": settings.measures,
            "populations": settings.populations,
        }  # fmt: skip
        for vocabulary, terms in vocabularies.items():
            for id, term in terms.items():
                self._name(vocabulary, id, (term.name,))

    def is_known(self, registry: str, id: str) -> bool:
        """Return whether an id stands in a registry or vocabulary, or is proposed for it."""
        return id in self._known[registry]

    def actor(self, name: str, kind: str) -> str:
        """Return the id of an actor of that name, which is proposed where there is none.

        SeveralFit where there are several.
        """
        id = self._meant(name, self._ids_of("actors", name))
        return id or self.propose("actors", slug(name), {"name": name, "kind": kind})

    def place(self, name: str, **known: Any) -> str:
        """Return the id of a place of that name, near `lat` and `lon`, which are in `known`.

        `known` are keys of the record that is proposed where there is no such place. SeveralFit
        where there are several, and not one alone at these very degrees.
        """
        lat, lon = known.get("lat"), known.get("lon")
        ids = [id for id in self._ids_of("places", name) if self._is_near(id, lat, lon)]
        very = [id for id in ids if lat and lon and self._degrees(id) == (float(lat), float(lon))]
        if id := self._meant(name, very if len(very) == 1 else ids):
            return id
        record = {"name": name, **{key: value for key, value in known.items() if value}}
        return self.propose("places", slug(name), record)

    def source(self, outlet: str, title: str, url: str, **known: str) -> str:
        """Return the id of a source at an address, or else of that outlet and title.

        It is proposed where there is none, with what else is `known` of it. SeveralFit where there
        are several, also by the day that they were published.
        """
        if not self._source_ids:
            for source in self.chronology.sources.values():
                key = _source_key(source.outlet, source.title or "", source.url or "")
                self._source_ids.setdefault(key, []).append(source.id)
        key, when = _source_key(outlet, title, url), known.get("published", "")
        ids = [id for id in self._source_ids.get(key, ()) if self._may_be_of(id, when)]
        if len(ids) > 1:
            raise SeveralFit(url or outlet, ids)
        if ids:
            return ids[0]
        record = {"outlet": outlet, "title": title, "url": url, **known}
        id = slug(outlet) or "source"
        id = self.propose("sources", slug(f"{id}-{when[:10]}") if when else id, record)
        if not when:
            self.undated.add(id)
        self._source_ids.setdefault(key, []).append(id)
        return id

    def _may_be_of(self, id: str, when: str) -> bool:
        """Return whether a source may be of a date; true where either has none."""
        source = self.chronology.sources.get(id)
        own = source.published.text if source else self.proposed["sources"][id].get("published", "")
        return not when or not own or own.startswith("../") or own == when

    def known_term(self, vocabulary: str, name: str) -> str | None:
        """Return the id of a term of that name, or with that id; None where there is none.

        SeveralFit where there are several.
        """
        return self._meant(name, self._ids_of(vocabulary, name))

    def term(self, vocabulary: str, name: str, note: str | None = None) -> str:
        """Return the id of a term of a vocabulary, which is proposed where there is none.

        SeveralFit where there are several.
        """
        record = {"name": name, **({"note": note} if note else {})}
        return self.known_term(vocabulary, name) or self.propose(vocabulary, slug(name), record)

    def propose(self, registry: str, id: str, record: dict[str, Any]) -> str:
        """Propose a record under an id, or under the next one that is free; return the id.

        An outlet that there is already keeps its spelling.
        """
        stem = id if id and id != "index" else registry.removesuffix("s")
        id, number = stem, self._numbers.get((registry, stem), 1)
        while id in self._known[registry]:
            number += 1
            id = f"{stem}-{number}"
        self._numbers[registry, stem] = number
        self._known[registry].add(id)
        if registry in REGISTRIES:
            record["draft"] = "true"  # until somebody has checked it
        if outlet := record.get("outlet"):
            record["outlet"] = self._outlets.setdefault(fold(outlet) or outlet, outlet)
        self.proposed[registry][id] = record
        if "name" in record:
            self._name(registry, id, (record["name"],))
        return id

    def _name(self, registry: str, id: str, names: Iterable[str]) -> None:
        for name in names:
            self._ids.setdefault((registry, fold(name)), {})[id] = None

    def _ids_of(self, registry: str, name: str) -> list[str]:
        """Return the records with that name or that very id; else that with the id of the name."""
        known = self._known[registry]
        ids = [*self._ids.get((registry, fold(name)), ()), *((name,) if name in known else ())]
        nearly = slug(name)
        if not ids and nearly in known and registry != "places":
            ids = [nearly]
        return list(dict.fromkeys(ids))

    @staticmethod
    def _meant(name: str, ids: Sequence[str]) -> str | None:
        """Return the record that a name means, of those that it may; None where there is none.

        An id means its own record. SeveralFit where there are several.
        """
        if name in ids:
            return name
        if len(ids) > 1:
            raise SeveralFit(name, ids)
        return ids[0] if ids else None

    def _is_near(self, id: str, lat: str | None, lon: str | None) -> bool:
        """Return whether a place may be the one at these degrees; true where there are none."""
        here = self._degrees(id)
        if lat is None or lon is None or here[0] is None or here[1] is None:
            return True
        return (
            abs(here[0] - float(lat)) <= MAX_DEGREES_APART
            and abs(here[1] - float(lon)) <= MAX_DEGREES_APART
        )

    def _degrees(self, id: str) -> tuple[float | None, float | None]:
        """Return where a place lies, north and east; None twice where nobody knows."""
        if place := self.chronology.places.get(id):
            return place.lat, place.lon
        record = self.proposed["places"].get(id, {})
        try:
            return float(record["lat"]), float(record["lon"])
        except (KeyError, ValueError):  # of cells that give none
            return None, None


def _source_key(outlet: str, title: str, url: str) -> tuple[str, ...]:
    """Return what a source is known by: its address alone, or else its outlet and title."""
    return ("url", url.strip().rstrip("/")) if url else ("title", fold(outlet), fold(title))
