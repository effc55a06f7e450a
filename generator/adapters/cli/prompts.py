"""Flags, or questions where there is somebody to ask: one way to get what a new record needs."""

from collections.abc import Mapping, Sequence
from datetime import date as Day

import click

from generator.adapters.cli.log import echo
from generator.authoring.typed_dates import read_date
from generator.model.dates import Date, DateError
from generator.model.known_as import suggest_ids
from generator.rendering.language import ENGLISH

_ADD = "add it first"
_NEW = f"{_ADD}: chronology new"
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


class Prompts:
    """Takes values from flags, and asks for the others where there is somebody to ask.

    Where nobody is asked, it gathers what is missing or wrong, so that all of it is said at once.
    """

    def __init__(self, ask: bool) -> None:
        """Where `ask` is false, no question is asked."""
        self.ask = ask
        self._errors: list[str] = []

    def text(self, flag: str, given: str | None, question: str) -> str:
        """Return a text that is required; empty where it is missing and nobody is asked."""
        if given is not None and given.strip():
            return given
        if self.ask:
            return str(click.prompt(question, err=True))
        self.error(flag, f"{question} is missing")
        return ""

    def optional(self, given: str | None, question: str) -> str | None:
        """Return a text that may be left out; None where it is."""
        if given is not None:
            return given.strip() or None
        if not self.ask:
            return None
        answer: str = click.prompt(
            f"{question} (Enter: later)", default="", show_default=False, err=True
        )
        return answer.strip() or None

    def id(self, flag: str, given: str | None, question: str, known: Mapping[str, object]) -> str:
        """Return the id of a known record; who types some of its words is shown the id."""
        typed = self.text(flag, given, question)
        while typed and typed not in known:
            message = self._not_known(flag, typed, known)
            if not self.ask:
                self.error(flag, message)
                break
            echo(message, err=True)
            typed = click.prompt(question, err=True).strip()
        return typed

    def ids(
        self, flag: str, given: Sequence[str], question: str, known: Mapping[str, object]
    ) -> list[str]:
        """Return ids of known records; they are asked for one by one, until there is no more."""
        if given or not self.ask:
            return [self.id(flag, id, question, known) for id in given]
        ids: list[str] = []
        while id := self.optional_id(flag, f"{question} {len(ids) + 1}", known):
            ids.append(id)
        return ids

    def optional_id(self, flag: str, question: str, known: Mapping[str, object]) -> str | None:
        """Ask for the id of a known record; return None where there is to be none."""
        while typed := self.optional(None, question):
            if typed in known:
                return typed
            echo(self._not_known(flag, typed, known), err=True)
        return None

    def date(self, flag: str, given: str | None, question: str, as_of: Day | None) -> Date | None:
        """Return a date as people type it, shown in EDTF and in words, and confirmed.

        Relative words are read from the day `as_of`. None where the date is missing or not read.
        """
        while True:
            typed = self.text(flag, given, question)
            if not typed:
                return None
            try:
                proposal = read_date(typed, as_of)
            except DateError as error:
                message = f"{error.message} ({error.way_out})"
                if not self.ask:
                    self.error(flag, message)
                    return None
                echo(message, err=True)
            else:
                note = f"; {proposal.note}" if proposal.note else ""
                read_as = ENGLISH.grammar.date_words(proposal.date)
                words = f"{flag.lstrip('-')}: {proposal.date.text} = {read_as}{note}"
                echo(words, err=True)
                if not self.ask or click.confirm("Is this right?", default=True, err=True):
                    return proposal.date
            given = None

    def error(self, flag: str, message: str) -> None:
        """Keep what is wrong with a flag, for `raise_if_errors`."""
        self._errors.append(f"{flag}: {message}")

    def raise_if_errors(self) -> None:
        """Raise a UsageError with everything that is missing or wrong, if anything is."""
        if self._errors:
            raise click.UsageError("\n  ".join(["nothing was written", *self._errors]))

    def confirm(self, question: str) -> bool:
        """Return what a person answers; true where nobody is asked."""
        return not self.ask or click.confirm(question, default=False, err=True)

    @staticmethod
    def _not_known(flag: str, typed: str, known: Mapping[str, object]) -> str:
        """Return what to say of an id that is not known: which it may be, or how to add it."""
        if suggested := suggest_ids(typed, known):
            return f"there is no {typed!r}; matching: {', '.join(suggested)}"
        some = f"known are: {', '.join(sorted(known))}" if 0 < len(known) <= 20 else "look it up"
        return f"there is no {typed!r}; {some}, or {_HOW_TO_ADD.get(flag.rpartition(':')[2], _ADD)}"
