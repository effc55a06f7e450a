"""Words that take a side, and what a chronology writes instead of them."""

import re
from collections.abc import Iterator, Mapping

# Quoted text, in any usual pair of marks: the words of a source, not ours.
_QUOTED = re.compile(
    r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|(?<!\w)‘.*?’(?!\w)|(?<!\w)'.*?'(?!\w)"
)


class LoadedWords:
    """The loaded words of a chronology with the neutral ones; found outside of quotation marks.

    Case does not matter. A word is known by its place in the pattern, not by its letters: `i`
    matches letters that no folding of case gives back.
    """

    def __init__(self, loaded: Mapping[str, str]) -> None:
        longest_first = sorted(loaded, key=len, reverse=True)
        self._neutral = [loaded[word] for word in longest_first]
        words = "|".join(f"({re.escape(word)})" for word in longest_first)
        pattern = rf"{_QUOTED.pattern}|(?<!\w)(?:{words})(?!\w)"
        self._pattern = re.compile(pattern, re.IGNORECASE) if words else None

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield every loaded word as it stands in the text, with the neutral one."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            if match.lastindex:
                yield match[0], self._neutral[match.lastindex - 1]

    def replaced(self, text: str) -> str:
        """Return the text with the neutral words."""
        if self._pattern is None:
            return text
        return self._pattern.sub(
            lambda match: self._neutral[match.lastindex - 1] if match.lastindex else match[0], text
        )
