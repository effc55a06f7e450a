"""The files of the search, which scripts fetch when a reader types: `data/search/*.json`.

    index    {"groups": {"event": 59, "actor": ...}, "words": ["", "bridge", ...],
              "texts": 16, "months": {"january": 1, ...}}
    words-N  {"aleppo": [[3, 1, 4], [7]], ...}
    texts-N  [[url, title, date, kind, [name, ...], [text, ...]], ...]
    choices  {"kind": [["ceasefire", "Ceasefire", [0, 5]], ...], "actor": ..., ...}

A record has a number: events come first, the newest as 0, then actors, places, sources and other
pages, so many as `groups` tells. A word leads to the records that have it in title or names, and
to those that have it elsewhere. Lists of numbers ascend, and hold the step from one to the next.
`words-N` has the words from the Nth of `words` on, in the order of their code points;
`texts-N` has `texts` records, from number N times that. So a reader fetches two or three small
files, however long the chronology is.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import sub

from generator.model.output import Output
from generator.rendering.search.record import GROUPS, SearchRecord
from generator.support.fold import folded_words, word_forms

FOLDER = "data/search"
"""The folder of all files."""
_BYTES_OF_WORDS = 20_000
_TEXTS = 16
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
Postings = dict[str, list[int]]
"""The numbers of the records that a word, or a choice, leads to: ascending."""


def index_files(
    records: Sequence[SearchRecord],
    names: Mapping[str, Mapping[str, str]],
    months: Mapping[str, int],
    origin: str,
) -> Iterator[Output]:
    """Yield the files for these records, which stand in the order of `GROUPS`.

    `names` are those of each choice of each filter, `months` the numbers of months by name.
    """

    def file(name: str, content: str) -> Output:
        return Output(f"{FOLDER}/{name}.json", content, origin)

    firsts = []
    for n, (first, content) in enumerate(_word_files(records)):
        firsts.append(first)
        yield file(f"words-{n}", content)
    for n in range(0, len(records), _TEXTS):
        shown = [
            (record.url, record.title, record.date, record.kind, record.names, record.texts)
            for record in records[n : n + _TEXTS]
        ]
        yield file(f"texts-{n // _TEXTS}", _JSON.encode(shown))
    yield file("choices", _JSON.encode(_choices(records, names)))
    counts = Counter(record.group for record in records)
    groups = {group: counts[group] for group in GROUPS}
    index = {"groups": groups, "words": firsts, "texts": _TEXTS, "months": months}
    yield file("index", _JSON.encode(index))


def _word_files(records: Iterable[SearchRecord]) -> Iterator[tuple[str, str]]:
    """Yield the first word and the content of each file of words."""
    strong: Postings = defaultdict(list)
    weak: Postings = defaultdict(list)
    forms = _Forms()

    def found_by(texts: Iterable[str]) -> set[str]:
        words = {*chain.from_iterable(map(folded_words, texts))}
        return set(chain.from_iterable(map(forms.__getitem__, words)))

    for n, record in enumerate(records):
        exact = found_by((record.title, *record.names))
        exact.update(record.dates.exact)
        others = found_by((record.date, record.kind, *record.texts))
        others.update(record.dates.within)
        for word in exact:
            strong[word].append(n)
        for word in others - exact:
            weak[word].append(n)
    yield from _parted(sorted({*strong, *weak}), strong, weak)


class _Forms(dict[str, tuple[str, ...]]):
    """The forms of each folded word, worked out when it is first met."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        self[word] = word_forms(word)
        return self[word]


def _parted(words: Iterable[str], strong: Postings, weak: Postings) -> Iterator[tuple[str, str]]:
    entries: list[str] = []
    first, size = "", 0
    for word in words:
        steps = (",".join(map(str, _steps(part.get(word, ())))) for part in (strong, weak))
        entry = '"{}":[[{}],[{}]]'.format(word, *steps)
        if size > _BYTES_OF_WORDS:
            yield first, f"{{{','.join(entries)}}}"
            entries, first, size = [], word, 0
        entries.append(entry)
        size += len(entry)
    if entries:
        yield first, f"{{{','.join(entries)}}}"


def _steps(numbers: Sequence[int]) -> list[int]:
    """Return the first number, then the step to each from the one before."""
    return [*numbers[:1], *map(sub, numbers[1:], numbers)]


def _choices(
    records: Sequence[SearchRecord], names: Mapping[str, Mapping[str, str]]
) -> dict[str, list[tuple[str, str, list[int]]]]:
    """Return, for each filter, its choices in the order of `names`, and which records have them."""
    having: dict[str, Postings] = {key: defaultdict(list) for key in names}
    for n, record in enumerate(records):
        for key, ids in record.choices.items():
            for id in ids:
                having[key][id].append(n)
    return {
        key: [
            (id, name, _steps(having[key][id])) for id, name in by_id.items() if id in having[key]
        ]
        for key, by_id in names.items()
    }
