"""Paragraphs that a draft cites: those of an archived text; all others become words."""

from typing import Any

from generator.authoring.imports.name_matching import Registries


class CitableParagraphs:
    """The paragraphs of each source that an account may cite, as they are written."""

    def __init__(self, registries: Registries) -> None:
        """`registries` hold the sources that are there, and those that are proposed."""
        self._registries = registries
        self._of: dict[str, frozenset[str]] = {}

    def mend(self, account: dict[str, Any]) -> str | None:
        """Make words of paragraphs that cannot be cited; return what is to be reported of that."""
        numbers, source = account.get("paragraphs"), account["source"]
        if not numbers or set(numbers) <= self._of_source(source):
            return None
        word = "paragraph" if len(numbers) == 1 else "paragraphs"
        place = [f"{word} {', '.join(numbers)}", account.get("locator")]
        account["paragraphs"] = []
        account["locator"] = ", ".join(part for part in place if part)
        return (
            f"of {source!r} there is no text to cite paragraphs of: "
            f"its place became the words {account['locator']!r}"
        )

    def forget(self) -> None:
        """Look at the sources again: what is proposed has changed."""
        self._of.clear()

    def _of_source(self, id: str) -> frozenset[str]:
        if id not in self._of:
            source = self._registries.chronology.sources.get(id)
            proposed = self._registries.proposed["sources"].get(id, {})
            body = {*proposed.get("text", {}).get("body", ())} - {*proposed.get("unused", ())}
            if source is not None:
                numbers = source.text.body if source.text else ()
                body = {str(n) for n in numbers if n not in source.unused}
            self._of[id] = frozenset(body)
        return self._of[id]
