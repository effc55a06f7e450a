"""What nobody sees in a text, or takes for a text, is a problem in every field there is.

The fields are found in the model: a new one is tested without a line here.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from generator.loading.loader import load
from generator.model import scalars
from generator.model.problems import Problem
from tests.support.crowded_files import Crowd, Plain, crowds, plain_type, record_in, sound_value

HERE = "@@here@@"
"""Stands where the slip comes."""


def _places(annotation: Any) -> Iterator[tuple[str, Plain, str]]:
    """Yield each place of a field where a text stands, a value with it, and a sound text there."""
    if annotation == scalars.Reasons:
        yield "key", {HERE: "words"}, "1"
        yield "value", {"1": HERE}, "words"
    elif annotation == scalars.Paragraphs:
        yield "item", [HERE], "1"
    elif get_origin(plain := plain_type(annotation)) is tuple:
        for name, value, sound in _places(get_args(plain)[0]):
            yield f"item {name}".strip(), [value], sound
    elif get_origin(plain) is dict:
        key, held = get_args(plain)
        yield "key", {HERE: sound_value(held)}, sound_value(key)
        for name, value, sound in _places(held):
            yield f"value {name}".strip(), {sound_value(key): value}, sound
    elif isinstance(sound := sound_value(annotation), str):
        yield "", HERE, sound


PLACES = [
    (f"{crowd.name} {name}".strip(), crowd, value, sound)
    for crowd in crowds()
    if record_in(crowd.annotation) is None or get_origin(plain_type(crowd.annotation)) is dict
    for name, value, sound in _places(crowd.annotation)
]


def _found(crowd: Crowd, value: Plain, written: str, folder: Path) -> list[Problem]:
    """Return the problems on the line with what is written, in YAML, in a place of a field."""
    files = {"events/chronology.yml": "title: Rivers\n", **crowd.files([value])}
    lines = {}
    for path, text in files.items():
        before, here, after = text.partition(json.dumps(HERE))
        lines[path] = before.count("\n") + 1 if here else 0
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"{before}{written}{after}" if here else text, "utf-8")
    problems = load(folder, folder / "events").problems
    return [problem for problem in problems if problem.line == lines[problem.path]]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _look_alike(sound: str) -> str:
    """Return a text with a Cyrillic letter that looks like one of its own, or like one more."""
    at = next((n for n, letter in enumerate(sound) if letter in "aeo"), None)
    if at is None:
        return f"{sound}a\u043e"
    return sound[:at] + {"a": "\u0430", "e": "\u0435", "o": "\u043e"}[sound[at]] + sound[at + 1 :]


SLIPS: dict[str, tuple[Callable[[str], str], str]] = {
    "unseen": (lambda sound: _quoted(f"{sound[:1]}\u200b{sound[1:]}"), "U+200B (zero width space)"),
    "a tag": (lambda sound: _quoted(f"{sound}\U000e0041"), "U+E0041 (tag latin capital letter a)"),
    "another alphabet": (lambda sound: _quoted(_look_alike(sound)), "(cyrillic small letter "),
    "tilde": (lambda sound: "~", "found nothing"),
    "null": (lambda sound: "null", "found nothing"),
    "Null": (lambda sound: "Null", "found nothing"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_in_every_field(slip: str, tmp_path: Path) -> None:
    make, told = SLIPS[slip]
    silent = []
    for n, (name, crowd, value, sound) in enumerate(PLACES):
        found = _found(crowd, value, make(sound), tmp_path / str(n))
        is_key_of_nothing = told == "found nothing" and name.endswith(" key")
        expected = "a key must be text" if is_key_of_nothing else told
        if len(found) != 1 or expected not in found[0].message:
            silent.append((name, [str(problem) for problem in found]))
    assert silent == []
    assert len(PLACES) > 100


def test_every_text_is_in_nfc(tmp_path: Path) -> None:
    split = unicodedata.normalize("NFD", "Ağrı, Élodie")
    texts = 0
    for n, (name, crowd, value, _) in enumerate(PLACES):
        folder = tmp_path / str(n)
        if _found(crowd, value, _quoted(split), folder):
            continue  # no such text may stand there
        texts += 1
        loaded = repr(load(folder, folder / "events").chronology)
        assert unicodedata.is_normalized("NFC", loaded), name
    assert texts > 40
