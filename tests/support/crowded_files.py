"""Files up to the limits, crowded in one field of one record; fields are found in the model.

A field holds a long text, many items, or a value that is wrong in as many records as a file may
hold. Files are written as JSON, which is YAML.
"""

import json
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from generator.loading.document import MAX_BYTES
from generator.loading.yaml_parser import MAX_NODES
from generator.model import scalars
from generator.model.dates import Date
from generator.model.layout import ACTORS_FILE, PLACES_FILE, SETTINGS_FILE, SOURCES_FILE
from generator.model.records import Account, Actor, Event, Figure, Place, Record, Settings, Source

Files = dict[str, str]
"""The text of each file by its path in the project."""
Make = Callable[[], Files]
Plain = Any
"""What JSON can say: text, lists, mappings, None."""

RUNS = (
    " ", "\n", "\n \n", "\t", "a ", " ‘a", "‘", " 'a", "“", "„", "«", '"', "a…", "… ", "... ",
    "1", "7 ", "1,000", "1 000 ", "1.", "a-", "-", "hundred ", "twenty-", "one ", "[", "(", "{",
    "<", "&", "&#", "https://", "/", ",", "..", "?", "May ", "ı", "e\u0301", "1-9999,", "thieves ",
    "thieves", "#", ":", "|", "*", "_", "`", "\\", "$", "!", "^", "~", "=", "@", ".", "\u200d",
)  # fmt: skip
"""Each is repeated to a long text: what a regular expression may start at again and again."""


class Crowd(NamedTuple):
    """A field that can be crowded."""

    name: str
    """`Event.title`, as all names of fields in tests; a record in a record has a way before it."""
    annotation: Any
    files: Callable[[Sequence[Plain]], Files]
    """Makes the files in which each of the values stands in the field of one record."""
    holds_many: bool
    """Whether one file holds several such records."""


def crowds() -> Iterator[Crowd]:
    """Yield every field of every record that people write, on each way to it."""
    yield from _below(Event, "", _event_files, holds_many=False)
    for record, file in ((Actor, ACTORS_FILE), (Place, PLACES_FILE), (Source, SOURCES_FILE)):
        yield from _below(record, "", _registry(file), holds_many=True)
    yield from _below(Settings, "", _settings_files, holds_many=False)


def _event_files(records: Sequence[Plain]) -> Files:
    return {
        f"events/2021/2021-05-04-crowd-{n}.yml": _written(record)
        for n, record in enumerate(records)
    }


def _registry(file: str) -> Callable[[Sequence[Plain]], Files]:
    return lambda records: {
        f"events/{file}": _written({f"zz-{n}": record for n, record in enumerate(records)})
    }


def _settings_files(records: Sequence[Plain]) -> Files:
    return {f"events/{SETTINGS_FILE}": _written(records[0])}


def _written(data: Plain) -> str:
    """Return the data as YAML with a line for each value: JSON with indentation of nothing."""
    return json.dumps(data, ensure_ascii=False, indent=0)


def _below(
    record: type[Record],
    way: str,
    files: Callable[[Sequence[Plain]], Files],
    *,
    holds_many: bool,
) -> Iterator[Crowd]:
    base = minimal(record)
    for name, annotation in get_type_hints(record, include_extras=True).items():
        if name not in record.model_fields or name in record.loader_fields:
            continue

        def with_field(values: Sequence[Plain], name: str = name) -> Files:
            return files([{**base, name: value} for value in values])

        yield Crowd(f"{way}{record.__name__}.{name}", annotation, with_field, holds_many)
        if (inner := record_in(annotation)) is not None:
            origin = plain_type(annotation)
            many = get_origin(origin) in (tuple, dict)

            def within(
                records: Sequence[Plain],
                name: str = name,
                origin: Any = origin,
                many: bool = many,
            ) -> Files:
                if not many:
                    return files([{**base, name: record} for record in records])
                is_list = get_origin(origin) is tuple
                keyed = {f"zz-{n}": record for n, record in enumerate(records)}
                return files([{**base, name: list(records) if is_list else keyed}])

            yield from _below(
                inner, f"{way}{record.__name__}.{name}.", within, holds_many=many or holds_many
            )


def record_in(annotation: Any) -> type[Record] | None:
    """Return the record that a field holds, or holds several of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((held for part in get_args(annotation) if (held := record_in(part))), None)


def plain_type(annotation: Any) -> Any:
    """Return the type of a field without what is said about it, and without None."""
    while get_origin(annotation) in (Annotated, Union, types.UnionType):
        annotation = get_args(annotation)[0]
    return annotation


def minimal(record: type[Record]) -> dict[str, Plain]:
    """Return the least that a record may say, as YAML gives it."""
    hints = get_type_hints(record, include_extras=True)
    data = {
        name: sound_value(hints[name])
        for name, field in record.model_fields.items()
        if field.is_required() and name not in record.loader_fields
    }
    if record is Account:
        data["locator"] = "page 3"
    if record is Figure:
        data["as_said"] = "a few"
    return data


def sound_value(annotation: Any) -> Plain:
    """Return a value of a type, as YAML gives it. A new type needs a line here."""
    known: Mapping[Any, Plain] = {
        scalars.ActorId: "tolland",
        scalars.PlaceId: "river-bend",
        scalars.SourceId: "gazette-2021-05-05",
        scalars.KindId: "works",
        scalars.RoleId: "opens",
        scalars.MeasureId: "injured",
        scalars.PopulationId: "residents",
        scalars.Labelled: "tolland",
        scalars.Day: "2021-05-06",
        scalars.Url: "https://made.example/",
        scalars.SameAs: "https://made.example/",
        scalars.Sha256: "0" * 64,
        scalars.Language: "en",
        scalars.Paragraph: "3",
        scalars.Paragraphs: ["1"],
    }
    if annotation in known:
        return known[annotation]
    if get_origin(annotation) in (Annotated, Union, types.UnionType):
        return sound_value(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    if get_origin(annotation) is tuple:
        return [sound_value(get_args(annotation)[0])]
    if get_origin(annotation) is dict:
        key, value = get_args(annotation)
        return {sound_value(key): sound_value(value)}
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return minimal(annotation)
    return {Date: "2021-05-04", bool: "true", int: "3", float: "3"}.get(annotation, "words")


def long_texts(characters: int) -> list[str]:
    """Return each run as one text of so many bytes at most, behind a letter and behind a space."""
    return [f"a{run * (max(1, characters // len(run.encode())))}b" for run in RUNS]


def small_values(annotation: Any) -> dict[str, Callable[[int], Plain]]:
    """Return, by a name, what makes the n-th value that a field may be crowded with."""
    sound = sound_value(annotation)
    return {
        "the same": lambda n: sound,
        "nothing": lambda n: None,
        "empty": lambda n: "",
        "a list": lambda n: [],
        "keys": lambda n: {},
        "an unknown key": lambda n: {f"unknown-{n}": "x"},
        "unknown words": lambda n: f"tollnd-{n * 7919 % 100_000}",
        "spaces": lambda n: f"{n} May  2021,{n}-{n}",
        "mistaken days": lambda n: f"early May {n:04}" if n % 2 else f"{n % 28}.5.{n:05}",
        "long dates": lambda n: f"circa {'2021-05-04,' * 8}{n}",
        "ranges": lambda n: "1-9999",
        "a range in a list": lambda n: ["1-9999"],
        "capitals": lambda n: f"A Word {n}",
        "a URL": lambda n: f"http://made.example/{n}",
        "digits": lambda n: f"{n}",
        "many digits": lambda n: "9" * 60,
    }


def crowded(crowd: Crowd, share: float = 1, *, is_mixed: bool) -> Iterator[tuple[str, Make]]:
    """Yield, each under a name, what makes the files in which a field is crowded, up to the limits.

    `share` is the part of the limits that the files reach. With `is_mixed`, one file holds values
    of all sorts; without, each sort has its own.
    """
    yield f"{crowd.name}: long texts", partial(_of_long_texts, crowd, share)
    sorts = small_values(crowd.annotation)
    if is_mixed:
        makers = tuple(sorts.values())
        sorts = {"of all sorts": lambda n: makers[n % len(makers)](n)}
    for name, make in sorts.items():
        if crowd.holds_many:
            count = _how_many(partial(_records, crowd, make), share)
            yield f"{crowd.name}: {count} records, {name}", partial(_records, crowd, make, count)
        if _items(crowd.annotation, make, 1) is not None:
            count = _how_many(partial(_one_record, crowd, make), share)
            yield f"{crowd.name}: {count} items, {name}", partial(_one_record, crowd, make, count)


def _of_long_texts(crowd: Crowd, share: float) -> Files:
    texts = long_texts(int(share * MAX_BYTES * 0.95 / len(RUNS)))
    of_one = not crowd.holds_many and not crowd.name.startswith("Event.")
    return crowd.files([" ".join(texts)] if of_one else texts)


def _records(crowd: Crowd, make: Callable[[int], Plain], count: int) -> Files:
    return crowd.files([make(n) for n in range(count)])


def _one_record(crowd: Crowd, make: Callable[[int], Plain], count: int) -> Files:
    return crowd.files([_items(crowd.annotation, make, count)])


def _items(annotation: Any, make: Callable[[int], Plain], count: int) -> Plain:
    """Return a list or a mapping of so many values, where the field takes one; None elsewhere."""
    if annotation == scalars.Reasons:
        return {f"{n + 1}-{n + 9}": make(n) for n in range(count)}
    if get_origin(plain_type(annotation)) is tuple:
        return [make(n) for n in range(count)]
    if get_origin(plain_type(annotation)) is dict:
        return {f"zz-{n}": make(n) for n in range(count)}
    return None


def _how_many(files_of: Callable[[int], Files], share: float) -> int:
    """Return how many records or items a file holds, reckoned from the size of two small ones."""
    few, more = (_size(files_of(count)) for count in (20, 120))
    by_bytes, by_nodes = (
        (share * limit * 0.95 - size) / max(1, (bigger - size) / 100) + 20
        for limit, size, bigger in zip((MAX_BYTES, MAX_NODES), few, more, strict=True)
    )
    return max(1, int(min(by_bytes, by_nodes)))


def _size(files: Files) -> tuple[int, int]:
    """Return the bytes and the values of the largest of some files."""
    text = max(files.values(), key=len)
    return len(text.encode()), _nodes(json.loads(text))


def _nodes(data: Plain) -> int:
    if isinstance(data, dict):
        return 1 + sum(1 + _nodes(value) for value in data.values())
    return 1 + sum(_nodes(value) for value in data) if isinstance(data, list) else 1
