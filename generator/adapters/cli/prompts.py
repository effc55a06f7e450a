"""Flags, or questions where there is somebody to ask: one way to get what a new record needs."""

from collections.abc import Mapping, Sequence
from datetime import date as Day

import click

from generator.authoring.duplicates import matching
from generator.authoring.typed_dates import read_date
from generator.model.dates import Date, DateError
from generator.rendering.language import ENGLISH

_ADD = "add it first"
_NEW = f"{_ADD}: python -m generator new"
_HOW_TO_ADD = {
    "--kind": "add it to chronology.yml first",
    "--source": f"{_NEW} source",
    "--place": f"{_NEW} place",
    "--actor": f"{_NEW} actor",
    "--according-to": f"{_NEW} actor",
    "--part-of": f"{_NEW} actor",
    "--within": f"{_NEW} place",
    "ROLE": "add it to chronology.yml first",
}


class Asker:
    """Gathers values; where nobody is asked, gathers also what is missing or wrong, to say all."""

    def __init__(self, ask: bool) -> None:
        self.ask = ask
        self._faults: list[str] = []

    def text(self, flag: str, given: str | None, question: str) -> str:
        """A text that must be there."""
        if given is not None and given.strip():
            return given
        if self.ask:
            return str(click.prompt(question, err=True))
        self._faults.append(f"{flag}: {question} is missing")
        return ""

    def maybe(self, given: str | None, question: str) -> str | None:
        """A text that may be left out."""
        if given is not None:
            return given.strip() or None
        if not self.ask:
            return None
        answer: str = click.prompt(
            f"{question} (Enter: later)", default="", show_default=False, err=True
        )
        return answer.strip() or None

    def id(self, flag: str, given: str | None, question: str, known: Mapping[str, object]) -> str:
        """The id of a record that there is; some of its words are enough to be shown it."""
        typed = self.text(flag, given, question)
        while typed and typed not in known:
            said = self._not_known(flag, typed, known)
            if not self.ask:
                self._faults.append(f"{flag}: {said}")
                break
            click.echo(said, err=True)
            typed = click.prompt(question, err=True).strip()
        return typed

    def ids(
        self, flag: str, given: Sequence[str], question: str, known: Mapping[str, object]
    ) -> list[str]:
        """Ids of records that there are; asked for one by one."""
        if given or not self.ask:
            return [self.id(flag, one, question, known) for one in given]
        found: list[str] = []
        while one := self.maybe_id(flag, f"{question} {len(found) + 1}", known):
            found.append(one)
        return found

    def maybe_id(self, flag: str, question: str, known: Mapping[str, object]) -> str | None:
        """The id of a record that there is, or none; never given, only asked for."""
        while typed := self.maybe(None, question):
            if typed in known:
                return typed
            click.echo(self._not_known(flag, typed, known), err=True)
        return None

    def date(self, flag: str, given: str | None, question: str, as_of: Day | None) -> Date | None:
        """A date as people type it, proposed in EDTF and in words."""
        while True:
            typed = self.text(flag, given, question)
            if not typed:
                return None
            try:
                proposal = read_date(typed, as_of)
            except DateError as error:
                said = f"{error.message} ({error.way_out})"
                if not self.ask:
                    self._faults.append(f"{flag}: {said}")
                    return None
                click.echo(said, err=True)
            else:
                note = f"; {proposal.note}" if proposal.note else ""
                read_as = ENGLISH.grammar.date_words(proposal.date)
                words = f"{flag.lstrip('-')}: {proposal.date.text} = {read_as}{note}"
                click.echo(words, err=True)
                if not self.ask or click.confirm("Is this right?", default=True, err=True):
                    return proposal.date
            given = None

    def wrong(self, flag: str, what: str) -> None:
        """Something else is wrong with a flag."""
        self._faults.append(f"{flag}: {what}")

    def end(self) -> None:
        """Wrong use where anything is missing or wrong: everything at once."""
        if self._faults:
            raise click.UsageError("\n  ".join(["nothing was written", *self._faults]))

    def agrees(self, question: str) -> bool:
        """What a person answers; yes where nobody is asked."""
        return not self.ask or click.confirm(question, default=False, err=True)

    @staticmethod
    def _not_known(flag: str, typed: str, known: Mapping[str, object]) -> str:
        found = matching(typed, known)
        if found:
            return f"there is no {typed!r}; matching: {', '.join(found)}"
        some = f"known are: {', '.join(sorted(known))}" if 0 < len(known) <= 20 else "look it up"
        return f"there is no {typed!r}; {some}, or {_HOW_TO_ADD.get(flag.rpartition(':')[2], _ADD)}"
