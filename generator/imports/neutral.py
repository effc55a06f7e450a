"""Words that take a side, and what a chronology writes instead."""

import re
from collections.abc import Mapping

from generator.checks import QUOTED


class Neutral:
    """Replaces the loaded words of a chronology outside of quotation marks."""

    def __init__(self, loaded: Mapping[str, str]) -> None:
        self._loaded = {word.casefold(): neutral for word, neutral in loaded.items()}
        words = "|".join(map(re.escape, sorted(self._loaded, key=len, reverse=True)))
        pattern = rf"{QUOTED.pattern}|(?<!\w)(?P<loaded>{words})(?!\w)"
        self._pattern = re.compile(pattern, re.IGNORECASE) if words else None

    def replaced(self, text: str) -> str:
        """The text with a neutral word for each loaded one; what is quoted stays."""
        if self._pattern is None:
            return text
        return self._pattern.sub(
            lambda found: self._loaded[found["loaded"].casefold()] if found["loaded"] else found[0],
            text,
        )
