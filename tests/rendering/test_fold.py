"""One fold, in Python and in the scripts."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.rendering.assets import SCRIPTS
from generator.support.fold import fold, fold_letters, folded_words, word_forms
from tests.support.projects import ROOT

NODE = Path(sys.executable).parent / "node"
CASES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "tests/data/fold.yml").read_text("utf-8"))


def _in_a_script(expression: str, inputs: object) -> Any:
    """What an expression of the script gives for `inputs`."""
    source = f"""
      import {{ fold, foldLetters, foldedWords, queryForms, wordForms }} from
        {json.dumps((SCRIPTS / "lib/fold.js").as_uri())};
      const inputs = {json.dumps(inputs)};
      console.log(JSON.stringify({expression}));
    """
    command = [str(NODE), "--input-type=module", "--no-warnings"]
    done = subprocess.run(
        command, input=source, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(("text", "expected"), CASES["folds"].items())
def test_a_text_has_one_form(text: str, expected: object) -> None:
    assert fold(text) == str(expected)
    assert fold(fold(text)) == fold(text)


def test_nothing_is_as_an_empty_text() -> None:
    assert fold(None) == ""


@pytest.mark.parametrize(("word", "forms"), CASES["found_by"].items())
def test_a_word_is_found_by_its_forms(word: str, forms: list[str]) -> None:
    (folded,) = folded_words(word)
    assert sorted(word_forms(folded)) == sorted(forms)


def test_scripts_fold_as_python_does() -> None:
    texts = [*CASES["folds"], *map(chr, range(0x20, 0x3000)), *map(chr, range(0xFB00, 0xFFFE))]
    expected = [[fold(text), fold_letters(text), folded_words(text)] for text in texts]
    found = _in_a_script("inputs.map(t => [fold(t), foldLetters(t), foldedWords(t)])", texts)
    differing = [pair for pair in zip(texts, expected, found, strict=True) if pair[1] != pair[2]]
    assert [pair for pair in differing if _is_text_of_both(pair[0])] == []


def _is_text_of_both(text: str) -> bool:
    """Whether it has no control characters, and only what an old Unicode has.

    Python and the scripts have each their own version of it.
    """
    return not {"Cn", "Cc"}.intersection(map(unicodedata.ucd_3_2_0.category, text))


def test_scripts_find_words_by_the_same_forms() -> None:
    words = [*CASES["found_by"], *CASES["looked_for"], *CASES["folds"]]
    expected = [[list(word_forms(word)) for word in folded_words(text)] for text in words]
    assert _in_a_script("inputs.map(t => foldedWords(t).map(wordForms))", words) == expected


def test_what_is_typed_is_looked_for_in_every_way() -> None:
    words = list(CASES["looked_for"])
    found = _in_a_script("inputs.map(word => queryForms(foldedWords(word)[0]))", words)
    assert dict(zip(words, found, strict=True)) == CASES["looked_for"]
