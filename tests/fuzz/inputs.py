"""Random inputs that look like data: records of the model, with odd values, now and then broken."""

import json
from random import Random
from typing import Any

from generator.model.records import Actor, Event, Place, Record, Settings, Source
from tests.support.crowded_files import RUNS, Plain
from tests.support.one_word import full_record

WORDS = (
    "", " ", "x", "tolland", "river-bend", "gazette-2021-05-05", "works", "2021-05-04", "2021",
    "999", "0999-01", "[2021,2022]", "2021/..", "../2021", "2021-02-30", "early May 2021",
    "3 May", "197X", "1-9999", "3-1", "0", "-1", "1e999", "NaN", "true", "null", "~", "<![if x",
    "<a ", "<!--", "]]>", "https://made.example/", "javascript:x", "{{ x }}", "::error::x",
    "##[error]", "‘a", "“a", "a…b", "\u202e", "\u200d", "\ue000", "مجلس", "İı", "e\u0301", "😀",
    "\x1b[2J", "\x85", "a\nb", "a\n\nb", ":role", "=", "a:", ";", "index", "..", "/", "\\", "'",
    '"', "#", "&a", "*a", "!t", "<<", "9" * 400,
)  # fmt: skip
FILES: dict[str, type[Record] | None] = {
    "events/chronology.yml": Settings,
    "events/actors.yml": Actor,
    "events/places.yml": Place,
    "events/sources.yml": Source,
    "events/2021/2021-05-04-one.yml": Event,
    "events/2021/2021-05-05-two.yml": Event,
}
_KEYS = {Actor: "tolland", Place: "river-bend", Source: "gazette-2021-05-05"}


def text(random: Random) -> str:
    """Return a text: odd words, or one of the runs that keep readers busy."""
    if random.random() < 0.1:
        return random.choice(RUNS) * random.randrange(1, 300)
    return "".join(random.choice(WORDS) for _ in range(random.choice((1, 1, 1, 2, 3))))


def value(random: Random, depth: int = 2) -> Plain:
    """Return any plain value."""
    kind = random.randrange(6) if depth else 0
    if kind == 4:
        return [value(random, depth - 1) for _ in range(random.randrange(4))]
    if kind == 5:
        return {text(random): value(random, depth - 1) for _ in range(random.randrange(4))}
    return None if kind == 3 else text(random)


def mutated(random: Random, data: Plain) -> Plain:
    """Return the data with one value or key changed, left out, doubled or put elsewhere."""
    if isinstance(data, dict) and data and random.random() < 0.9:
        key = random.choice(list(data))
        match random.randrange(8):
            case 0:
                return {k: v for k, v in data.items() if k != key}
            case 1:
                return {**data, text(random): data[key]}
            case 2:
                return {**data, key: value(random)}
        return {**data, key: mutated(random, data[key])}
    if isinstance(data, list) and data and random.random() < 0.9:
        n = random.randrange(len(data))
        if random.random() < 0.2:
            return [*data, *data]
        return [*data[:n], mutated(random, data[n]), *data[n + 1 :]]
    return value(random)


def record_text(random: Random, record: type[Record] | None) -> str:
    """Return the text of a file of records, sound or nearly."""
    data: Any = full_record(record, "words") if record else value(random)
    if record in _KEYS:
        data = {_KEYS[record]: data}
    for _ in range(random.choice((0, 0, 0, 1, 2, 4))):
        data = mutated(random, data)
    return broken(random, json.dumps(data, ensure_ascii=False, indent=random.choice((None, 0, 1))))


def broken(random: Random, written: str) -> str:
    """Return a text, now and then with a piece cut out, doubled or put in."""
    while random.random() < 0.08:
        at, end = sorted(random.randrange(len(written) + 1) for _ in range(2))
        piece = random.choice(("", written[at:end] * 2, text(random)))
        written = written[:at] + piece + written[end:]
    return written


def project(random: Random) -> dict[str, str]:
    """Return the files of a chronology, by path."""
    return {path: record_text(random, record) for path, record in FILES.items()}


def table(random: Random, columns: tuple[str, ...]) -> str:
    """Return a CSV file with some of the columns."""
    chosen = [column for column in columns if random.random() < 0.9]
    rows = [chosen, *([text(random) for _ in chosen] for _ in range(random.randrange(5)))]
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return broken(random, "\n".join(lines) + "\n")
