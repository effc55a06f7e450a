"""The archived texts of the sources, which stay outside of the repository.

A paragraph is a line that is not blank, counted from 1 over the whole file.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.model.records import Chronology
from generator.validation.numerals import Numeral, numerals

_MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'") | {"‐": "-", "‑": "-"}
)


@dataclass(frozen=True)
class ArticleText:
    """The archived text of one source."""

    sha256: str
    paragraphs: tuple[str, ...]

    def paragraph(self, number: int) -> str:
        """The n-th paragraph; empty where there is none."""
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else ""

    @cached_property
    def numerals(self) -> tuple[tuple[Numeral, ...], ...]:
        """The numbers in each paragraph."""
        return tuple(tuple(numerals(paragraph)) for paragraph in self.paragraphs)


def read_texts(chronology: Chronology, folder: Path) -> dict[str, ArticleText | None]:
    """The texts of all sources that have one; None where the file is not in the folder."""
    texts: dict[str, ArticleText | None] = {}
    for source in chronology.sources.values():
        if source.text is not None:
            # The name alone: a text is looked up in this folder and nowhere else.
            file = folder / Path(source.text.file).name
            texts[source.id] = _read(file) if file.is_file() else None
    return texts


def _read(file: Path) -> ArticleText:
    content = file.read_bytes()
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    return ArticleText(
        hashlib.sha256(content).hexdigest(), tuple(normal(line) for line in lines if line.strip())
    )


def normal(text: str) -> str:
    """The text with its compatibility forms, white space and quotation marks made one (NFKC)."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_MARKS).split())


def verbatim(words: str) -> re.Pattern[str]:
    """Finds the words as they are printed, whole, in a normal text; "…" skips words."""
    parts = [re.escape(part.strip()) for part in normal(words).replace("...", "…").split("…")]
    inner = r"(?!\w).*?(?<!\w)".join(part for part in parts if part)
    return re.compile(rf"(?<!\w){inner}(?!\w)")
