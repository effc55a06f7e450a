"""What things are called on pages: the names of the vocabularies, and who says something."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.analysis.verdicts import COUNTS_OTHERS, DIFFERS, KINDS, LATER_COUNT, SAME
from generator.model.records import Account, Chronology, Source, Term
from generator.rendering.language import Language


class Names:
    """The names that a chronology gives, in the words of one language.

    What a vocabulary does not hold is called by its id, with spaces.
    """

    def __init__(self, chronology: Chronology, language: Language) -> None:
        self._chronology = chronology
        self._language = language
        settings = chronology.settings
        self._kinds, self._roles = _Terms(settings.kinds), _Terms(settings.roles)
        self._measures, self._populations = _Terms(settings.measures), _Terms(settings.populations)
        self._articles = Counter(source.outlet for source in chronology.sources.values())
        self._speakers: dict[tuple[str, tuple[str, ...]], str] = {}
        self._sources: dict[str, str] = {}
        self._own_speakers: dict[tuple[str, ...], str] = {}

    def kind(self, id: str) -> str:
        """Return the name of a kind of event."""
        return self._kinds[id]

    def role(self, id: str | None) -> str:
        """Return the name of a role; None where an account gives none."""
        if id is None:
            return self._language.gettext("named without a role")
        return self._roles[id]

    def measure(self, id: str) -> str:
        """Return the name of what a figure counts."""
        return self._measures[id]

    def in_order_of_measures(self, measures: Iterable[str]) -> list[str]:
        """Return these measures in the order of the vocabulary; last those that it lacks."""
        places = self._places_of_measures
        return sorted(measures, key=lambda id: places.get(id, len(places)))

    @cached_property
    def _places_of_measures(self) -> Mapping[str, int]:
        return {id: place for place, id in enumerate(self._chronology.settings.measures)}

    def unit(self, measure: str) -> str | None:
        """Return what a measure is counted in; None for a count of heads."""
        return self._units.get(measure)

    @cached_property
    def _units(self) -> Mapping[str, str | None]:
        return {id: term.unit for id, term in self._chronology.settings.measures.items()}

    def measure_note(self, measure: str) -> str:
        """Return what a measure is counted in, and what it means; empty where neither is said."""
        return self._measure_notes.get(measure, "")

    @cached_property
    def _measure_notes(self) -> Mapping[str, str]:
        return {
            id: self._language.listed(filter(None, [term.unit, term.note]))
            for id, term in self._chronology.settings.measures.items()
        }

    def population(self, id: str) -> str:
        """Return the name of who is counted."""
        return self._populations[id]

    def actor(self, id: str) -> str:
        """Return the name of an actor; for `this`, under which labels stand, that of the event."""
        if id == "this":
            return self._language.gettext("this event")
        return self._chronology.actors[id].name

    def speaker(self, account: Account) -> str:
        """Return who says so and through whom: `the Council, via the Gazette`."""
        key = account.source, account.according_to
        if key not in self._speakers:
            names = [self._chronology.actors[id].name for id in account.according_to]
            outlet = self._outlet(self._chronology.sources[account.source])
            through = self._language.joined([*names[1:], outlet])
            self._speakers[key] = (
                self._language.gettext("%(speaker)s, via %(others)s",
                                       speaker=names[0], others=through)
                if names
                else self._language.isolated(outlet)
            )  # fmt: skip
        return self._speakers[key]

    def own_speaker(self, account: Account) -> str:
        """Return who says so, where the source itself is known from the page."""
        ids = account.according_to
        if ids not in self._own_speakers:
            self._own_speakers[ids] = self._according_to(ids)
        return self._own_speakers[ids]

    def _according_to(self, ids: tuple[str, ...]) -> str:
        if not ids:
            return self._language.gettext("in its own voice")
        first, *others = (self._chronology.actors[id].name for id in ids)
        said = self._language.gettext("according to %(speaker)s", speaker=first)
        through = (self._language.gettext("via %(name)s", name=name) for name in others)
        return self._language.listed([said, *through])

    def source(self, source: Source) -> str:
        """Return what an article without a title is called: its outlet and its date."""
        if source.id not in self._sources:
            published = self._language.grammar.date_words(source.published)
            self._sources[source.id] = self._language.listed([source.outlet, published])
        return self._sources[source.id]

    def source_title(self, source: Source) -> str:
        """Return the title of an article in quotation marks; without one, what it is called."""
        return self._language.grammar.quoted(source.title) if source.title else self.source(source)

    def differ_on(self, kinds: Iterable[str]) -> str:
        """Return these kinds of differences, in the order in which they are always named."""
        given = {*kinds}
        return self._language.listed(self.difference(kind) for kind in KINDS if kind in given)

    def difference(self, kind: str) -> str:
        """Return what accounts differ on, by the kind of the difference."""
        return self._differences[kind]

    @cached_property
    def _differences(self) -> Mapping[str, str]:
        return {
            "dates": self._language.gettext("dates"),
            "figures": self._language.gettext("figures"),
            "actors": self._language.gettext("who did what"),
            "labels": self._language.gettext("words used"),
        }

    def verdict(self, verdict: str) -> str:
        """Return how figures stand to each other, or that they contradict each other."""
        return {
            SAME: self._language.gettext("same"),
            DIFFERS: self._language.gettext("contradiction"),
            LATER_COUNT: self._language.gettext("counted on a later day"),
            COUNTS_OTHERS: self._language.gettext("counts something else"),
        }[verdict]

    def actor_kind(self, kind: str) -> str:
        """Return what an actor of a kind is."""
        return {
            "person": self._language.gettext("person"),
            "state": self._language.gettext("state"),
            "government": self._language.gettext("government"),
            "armed group": self._language.gettext("armed group"),
            "organisation": self._language.gettext("organisation"),
            "media": self._language.gettext("media"),
            "population": self._language.gettext("population"),
            "unnamed source": self._language.gettext("unnamed source"),
        }[kind]

    def source_kind(self, kind: str) -> str:
        """Return what a source of a kind is."""
        return {
            "article": self._language.gettext("article"),
            "report": self._language.gettext("report"),
            "statement": self._language.gettext("statement"),
            "post": self._language.gettext("post"),
            "video": self._language.gettext("video"),
            "image": self._language.gettext("image"),
            "document": self._language.gettext("document"),
            "dataset": self._language.gettext("data set"),
            "book": self._language.gettext("book"),
            "interview": self._language.gettext("interview"),
        }[kind]

    def precision(self, precision: str | None) -> str:
        """Return how closely a place is known; empty where it is not said."""
        return self._precisions[precision]

    @cached_property
    def _precisions(self) -> Mapping[str | None, str]:
        return {
            None: "",
            "exact": self._language.gettext("exact"),
            "neighbourhood": self._language.gettext("to the neighbourhood"),
            "town": self._language.gettext("to the town"),
            "region": self._language.gettext("to the region"),
            "country": self._language.gettext("to the country"),
        }

    def _outlet(self, source: Source) -> str:
        """Return the outlet; with the day, where it has other articles among the sources."""
        if self._articles[source.outlet] == 1:
            return source.outlet
        published = self._language.grammar.date_words(source.published)
        return self._language.gettext(
            "%(outlet)s of %(date)s", outlet=source.outlet, date=published
        )


class _Terms(dict[str, str]):
    """The names of a vocabulary by their ids."""

    def __init__(self, vocabulary: Mapping[str, Term]) -> None:
        super().__init__((id, term.name) for id, term in vocabulary.items())

    def __missing__(self, id: str) -> str:
        return id.replace("-", " ")
