"""Words that take a side, and what a chronology writes instead of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from generator.validation.phrases import Phrases

# What begins a quotation, and what ends it: the words of a source, not ours.
_OPENS = re.compile(r"[“„«\"]|(?<!\w)[‘']")
_CLOSES: Mapping[str, re.Pattern[str]] = {
    "“": re.compile("”"),
    "„": re.compile("[“”]"),
    "«": re.compile("»"),
    '"': re.compile('"'),
    "‘": re.compile(r"’(?!\w)|\n"),  # an apostrophe is no end, and a line is
    "'": re.compile(r"'(?!\w)|\n"),
}


class LoadedWords:
    """The loaded words of a chronology with the neutral ones; found outside of quotation marks.

    Case does not matter.
    """

    def __init__(self, loaded: Mapping[str, str]) -> None:
        self._neutral = loaded
        self._phrases = Phrases(loaded)

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield every loaded word as it stands in the text, with the neutral one."""
        for begin, end, neutral in self._places(text):
            yield text[begin:end], neutral

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield beginning and end of every loaded word in the text, with the neutral one."""
        phrases = list(self._phrases.found_in(text))
        quoted = list(quotations(text)) if phrases else []
        ends = [end for _, end in quoted]
        for begin, end, word in phrases:
            n = bisect_left(ends, begin + 1)
            if n == len(quoted) or begin < quoted[n][0]:
                yield begin, end, self._neutral[word]


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield beginning and end of each quotation, in any usual pair of marks."""
    closes: dict[str, list[int]] = {}
    done = 0
    for match in _OPENS.finditer(text):
        mark, begin = match[0], match.start()
        if begin < done:
            continue
        if mark not in closes:
            closes[mark] = [close.start() for close in _CLOSES[mark].finditer(text)]
        n = bisect_left(closes[mark], begin + 1)
        if n < len(closes[mark]) and text[closes[mark][n]] != "\n":
            done = closes[mark][n] + 1
            yield begin, done
