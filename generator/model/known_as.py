"""By which words records are known: their ids, names, spellings, outlets, titles and addresses."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.problems import Nearest, nearest
from generator.support.fold import fold

_MOST_SUGGESTED = 8


class KnownAs:
    """Records, and by which words they are known; what that is, is worked out when it is asked."""

    def __init__(self, records: Mapping[str, object]) -> None:
        """`records` are those of one sort, by their ids."""
        self.records = records

    def with_name(self, words: str) -> list[str]:
        """Return the ids of the records that have these words for a name, a spelling, a title."""
        return self._by_name.get(fold(words), [])

    def holding(self, words: str) -> list[str]:
        """Return the ids of records that hold all the words in what they are known by, in order."""
        wanted = fold(words).split()
        return [
            id for id, known in self._words.items() if wanted and all(w in known for w in wanted)
        ]

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        named: defaultdict[str, list[str]] = defaultdict(list)
        for id, known in self._words.items():
            for name in dict.fromkeys(known.split("\n")):
                named[name].append(id)
        return named

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {id: "\n".join(_names(id, self.records[id])) for id in sorted(self.records)}


@dataclass(frozen=True, slots=True)
class Meant(Nearest):
    """A way out that names the records which somebody may have meant who wrote no known id."""

    records: KnownAs | None = None

    def __str__(self) -> str:
        """Return the way out; slow where many records are known."""
        if self.records is None or len(self.word) > 200:
            return self.otherwise
        called = [id for id in self.records.with_name(self.word) if id != self.but]
        if called:
            return f"write {called[0]}" if len(called) == 1 else _one_of(called)
        close = [id for id in self.records.holding(self.word) if id != self.but]
        if len(close) > 1:
            return _one_of(close)
        return f"did you mean {close[0]!r}?" if close else Nearest.__str__(self)


def suggest_ids(words: str, records: Mapping[str, object]) -> list[str]:
    """Return ids of records that hold all the words in their id, name or spellings, in order.

    Where none does, the id nearest in spelling, if there is one.
    """
    if holding := KnownAs(records).holding(words):
        return holding[:_MOST_SUGGESTED]
    near = nearest("-".join(fold(words).split()), records)
    return [id for id in sorted(records) if f"{id!r}" in near]


def _one_of(ids: list[str]) -> str:
    more = ", …" if len(ids) > _MOST_SUGGESTED else ""
    return f"write the one that is meant: {', '.join(ids[:_MOST_SUGGESTED])}{more}"


def _names(id: str, record: object) -> Iterator[str]:
    """Yield everything by which a record may be searched for, in one form for all spellings."""
    yield fold(id)
    for key in ("name", "outlet", "title", "url"):
        if name := getattr(record, key, None):
            yield fold(str(name))
    for spelling in getattr(record, "also", ()):
        yield fold(spelling)
    for name in getattr(record, "names", {}).values():
        yield fold(name)
