"""Which of the words that sources use for an actor hold a name of it, and which say something else.

A machine compares letters: what a name is, the registry says (`name`, `also`, `names`).
"""

import re
from collections.abc import Iterator

from generator.model.records import Actor
from generator.support.fold import folded_words

_BRACKETS = re.compile(r"[()\[\]]")


def names_actor(label: str, actor: Actor) -> bool:
    """Return whether a label holds one of the actor's names or spellings, word for word.

    Of a name with an abbreviation in brackets, either will do: `People's League (PL)`.
    """
    words = f" {_plain(label)} "
    return any(f" {name} " in words for name in _names(actor))


def _names(actor: Actor) -> Iterator[str]:
    for name in (actor.name, *actor.also, *actor.names.values()):
        for part in (name, *_BRACKETS.split(name)):
            if plain := _plain(part):
                yield plain


def _plain(text: str) -> str:
    return " ".join(folded_words(text)).replace("'", "").replace("-", " ")
