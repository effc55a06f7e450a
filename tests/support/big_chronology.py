"""Projects of any size, for benchmarks and tests of size. Same count, same bytes."""

from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

import yaml

_CHRONOLOGY_CONFIG = """\
site_name: Made
site_url: https://made.example/
edit_uri: ""
theme: {name: material, font: false}
nav:
  - Home: index.md
  - Timeline: timeline/index.md
  - About: about.md
plugins:
  - search
  - chronology
"""
_PLAIN_CONFIG = """\
site_name: Plain
site_url: https://made.example/
edit_uri: ""
theme: {name: material, font: false}
nav:
  - Home: index.md
plugins:
  - search
not_in_nav: /pages/
"""
_SYLLABLES = [f"{c}{v}" for c in "bcdfghjklmnprstvz" for v in ("a", "e", "i", "o", "u", "ar", "en")]
_VOCABULARY = 30_000


@cache
def vocabulary() -> tuple[str, ...]:
    """Return made words, the most frequent first: by Zipf's law, as in texts.

    With a thousand words as often as each other, an index of words is no measure.
    """
    chance = Random(1)
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        words["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
    return tuple(words)


@cache
def _weights() -> list[float]:
    """Return how often each word comes at most, summed up."""
    return list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))


def _sentence(seed: int, count: int) -> str:
    """Return `count` words as a sentence; another seed gives others."""
    words = Random(seed).choices(vocabulary(), cum_weights=_weights(), k=count)
    return " ".join(words).capitalize() + "."


def write_big_chronology(folder: Path, events: int, accounts: int = 3, records: int = 0) -> Path:
    """Write a chronology's project: an event every two days until 2020 at most, over 20 actors.

    There are so many `records` more of actors, places and sources, which no event names.
    """
    _write(folder / "mkdocs.yml", _CHRONOLOGY_CONFIG)
    _write(folder / "docs/about.md", "# About\n\nMade.\n")
    _write_yaml(folder / "events/chronology.yml", {
        "title": "A made chronology",
        "url": "https://made.example/",
        "tag": "made.example,2020",
        "kinds": {kind: {"name": kind} for kind in ("incident", "statement", "agreement")},
        "roles": {"acts": {"name": "acts"}, "speaks": {"name": "speaks"}},
        "measures": {"killed": {"name": "killed"}, "displaced": {"name": "displaced"}},
        "populations": {"residents": {"name": "residents"}},
    })  # fmt: skip
    actors = {
        f"actor-{n}": {"name": f"Actor {n}", "kind": "organisation"} for n in range(20 + records)
    }
    _write_yaml(folder / "events/actors.yml", actors)
    _write_yaml(
        folder / "events/places.yml",
        {f"place-{n}": {"name": f"Place {n}", **_coordinates(n)} for n in range(10 + records)},
    )
    _write_yaml(folder / "events/sources.yml", {
        f"source-{n}": {"outlet": f"Outlet {n}", "published": "2020-01-01", "language": "en"}
        for n in range(max(accounts, 3) + records)
    })  # fmt: skip
    # From 2001 on, or earlier: no source tells of what is later than itself.
    first = min(date(2001, 1, 1), date(2020, 1, 1) - timedelta(days=2 * events))
    for n in range(events):
        day = first + timedelta(days=2 * n)
        _write(folder / f"events/{day:%Y}/{day}-event-{n}.yml", _event_text(n, day, accounts))
    return folder


def _coordinates(n: int) -> dict[str, float]:
    """Return where a place lies; the first ten have no coordinates."""
    return {} if n < 10 else {"lat": n % 83 - 41.5, "lon": n % 179 - 89.25}


def _event_text(n: int, day: date, accounts: int) -> str:
    lines = [
        f"title: {_sentence(n, 7)[:-1]}",
        "added: 2020-02-02",
        f"date: {day}",
        f"date_basis: {_sentence(n + 1, 9)}",
        f"kind: {('incident', 'statement', 'agreement')[n % 3]}",
        f"summary: {_sentence(n + 2, 24)}",
        f"actors: [{{id: actor-{n % 20}, role: acts}}, {{id: actor-{n * 3 % 20}, role: speaks}}]",
        f"places: [place-{n % 10}]",
        "accounts:",
    ]
    for a in range(accounts):
        lines += [
            f"  - source: source-{a}",
            f"    locator: page {a + 1}",
            f"    according_to: [actor-{(n + a) % 20}]",
            f"    says: {_sentence(n + a, 20)}",
            "    figures:",
            f"      - {{measure: killed, of: residents, value: {n % 40 + a}, as_of: {day}}}",
            f"      - {{measure: displaced, of: residents, value: {a + 1}00, qualifier: about}}",
            f"    labels: {{actor-{n % 20}: [label {a}]}}",
        ]
    return "\n".join(lines) + "\n"


def write_plain_pages(folder: Path, pages: int) -> Path:
    """Write a project of ordinary Markdown pages of 1.7 KB each, out of the navigation."""
    _write(folder / "mkdocs.yml", _PLAIN_CONFIG)
    _write(folder / "docs/index.md", "# Home\n")
    for n in range(pages):
        body = "\n\n".join(_sentence(n + k, 22) for k in range(9))
        text = f"# {_sentence(n, 7)[:-1]}\n\n{body}\n\n## Accounts\n\n- {_sentence(n, 12)}\n"
        _write(folder / f"docs/pages/page-{n}.md", (text + f"- {_sentence(n + 1, 40)}\n")[:1700])
    return folder


def _write_yaml(path: Path, data: object) -> None:
    _write(path, yaml.safe_dump(data, sort_keys=False))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
