"""The archived texts of the sources, which stay outside of the repository.

A paragraph is a line that is not blank, counted from 1 over the whole file.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from generator.model.records import Chronology
from generator.support.links import leads_out
from generator.validation.numerals import Numeral, numbers_in_passing, numerals

_PLAIN_QUOTES = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'") | {"‐": "-", "‑": "-"}
)


@dataclass(frozen=True)
class SourceText:
    """The archived text of one source."""

    sha256: str
    paragraphs: tuple[str, ...]

    def paragraph(self, number: int) -> str:
        """Return the n-th paragraph; empty where there is none."""
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else ""

    @cached_property
    def numerals(self) -> tuple[tuple[Numeral, ...], ...]:
        """The numbers in each paragraph."""
        return tuple(tuple(numerals(paragraph)) for paragraph in self.paragraphs)

    def values(self, number: int) -> frozenset[int | float]:
        """Return what the numbers in the n-th paragraph can mean, and words such as "both"."""
        return self._values[number - 1] if 0 < number <= len(self.paragraphs) else frozenset()

    def paragraphs_with(self, number: int | float) -> list[int]:
        """Return the paragraphs in which a number stands, in order."""
        return self._paragraphs_with.get(number, [])

    @cached_property
    def _paragraphs_with(self) -> dict[int | float, list[int]]:
        places: dict[int | float, list[int]] = {}
        for place, numbers in enumerate(self._values, 1):
            for number in numbers:
                places.setdefault(number, []).append(place)
        return places

    @cached_property
    def _values(self) -> tuple[frozenset[int | float], ...]:
        return tuple(
            numbers_in_passing(paragraph).union(
                reading for numeral in of_paragraph for reading in numeral.readings
            )
            for paragraph, of_paragraph in zip(self.paragraphs, self.numerals, strict=True)
        )


def read_texts(chronology: Chronology, folder: Path) -> dict[str, SourceText | None]:
    """Return the texts of all sources that have one; None where the file is not in the folder.

    A link that leads out of the folder is no file in it.
    """
    texts: dict[str, SourceText | None] = {}
    read = lru_cache(_read)  # sources may share a file
    for source in chronology.sources.values():
        if source.text is not None:
            # The name alone: a text is looked up in this folder and nowhere else.
            file = folder / Path(source.text.file).name
            texts[source.id] = read(file, folder)
    return texts


def _read(file: Path, folder: Path) -> SourceText | None:
    """Return the text in a file; None where there is none, or none that can be read."""
    try:
        if not file.is_file() or leads_out(file, folder):
            return None
        content = file.read_bytes()
    except OSError:  # a name that no file can have, or a file that we may not read
        return None
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    return SourceText(
        hashlib.sha256(content).hexdigest(),
        tuple(normalized(line) for line in lines if line.strip()),
    )


def normalized(text: str) -> str:
    """Return the text in one spelling of compatible letters (NFKC), white space and quotes."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_PLAIN_QUOTES).split())


class PrintedWords:
    """Words that a source prints, looked for in its paragraphs; "…" skips words."""

    def __init__(self, words: str) -> None:
        parts = (part.strip() for part in normalized(words).replace("...", "…").split("…"))
        self._parts = [part for part in parts if part]
        self._patterns = [re.compile(rf"(?<!\w){re.escape(part)}(?!\w)") for part in self._parts]

    def stand_in(self, paragraph: str) -> bool:
        """Return whether the normalized paragraph prints them, as whole words.

        Each part is looked for behind the one before, so that no text is gone through twice.
        """
        end = 0
        for part, pattern in zip(self._parts, self._patterns, strict=True):
            # Looked for as mere characters first: most paragraphs have not even these.
            match = pattern.search(paragraph, end) if paragraph.find(part, end) >= 0 else None
            if match is None:
                return False
            end = match.end()
        return True
