"""A chronology in which every text is another one that some format could garble."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.model.records import Chronology, Record
from generator.model.scalars import Voice
from tests.support.chronologies import HOSTILE

_CELLS = (
    "outlawed; armed group", "a:b=c", '["a","b"]', "[1;2]", "=1+1", "+1", "-1", "@x", "'=1",
    '"quoted", and a comma', "1e5", "0012", "2021-05", "TRUE", "null", "_x0041_", "a\\nb", "\\;",
    "50% of $5 #1 {x}", "ends with a backslash \\",
)  # fmt: skip
TEXTS = tuple(" ".join(text.split()) for text in (*HOSTILE, *_CELLS))


class Hostile:
    """Puts another text into every text field; remembers which."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def chronology(self, chronology: Chronology) -> Chronology:
        """Return the chronology with hostile texts, and everything else as it is."""
        registries: Any = {
            name: {id: self.record(record) for id, record in getattr(chronology, name).items()}
            for name in ("actors", "places", "sources")
        }
        return replace(
            chronology,
            settings=self.record(chronology.settings),
            events=tuple(self.record(event) for event in chronology.events),
            **registries,
        )

    def record(self, record: Any) -> Any:
        """Return a record with another text in each of its text fields that has one."""
        hints = get_type_hints(type(record), include_extras=True)
        return record.model_copy(
            update={
                name: self._value(hints[name], value)
                for name in type(record).model_fields
                if (value := getattr(record, name)) and name not in ("tag", "url")
            }
        )

    def _value(self, annotation: Any, value: Any) -> Any:
        while get_origin(annotation) in (Union, type(int | str)):
            annotation = get_args(annotation)[0]
        if get_origin(annotation) is Annotated and isinstance(value, str):
            return self._text() if _is_text(annotation) else value
        if isinstance(value, Record):
            return self.record(value)
        if get_origin(annotation) is tuple:
            return tuple(self._value(get_args(annotation)[0], item) for item in value)
        if isinstance(value, Mapping):
            inner = get_args(annotation) or (str, _OURS)
            return {
                self._value(inner[0], key): self._value(inner[1], item)
                for key, item in value.items()
            }
        return value

    def _text(self) -> str:
        text = f"{TEXTS[len(self.texts) % len(TEXTS)]} {len(self.texts)}"
        self.texts.append(text)
        return text


_OURS = Annotated[str, Voice.OURS]


def _is_text(annotation: Any) -> bool:
    return any(isinstance(note, Voice) for note in annotation.__metadata__)
