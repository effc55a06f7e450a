"""Flags, or questions where there is somebody to ask: one way to get what a new record needs."""

from collections.abc import Mapping, Sequence
from datetime import date as Day

import click

from generator.adapters.cli.kept_answers import Answers
from generator.adapters.cli.log import echo
from generator.model.dates import Date, DateError, read_date
from generator.model.known_as import suggest_ids
from generator.rendering.language import ENGLISH
from generator.support.plain_text import shortened

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


MOST_LISTED = 20
"""So many records are listed before one of them is asked for."""


def _shown(id: str, known: Mapping[str, object]) -> str:
    """Return an id with the name of its record, or its title."""
    names = (getattr(known[id], key, None) for key in ("name", "title", "outlet"))
    name = next((name for name in names if name), None)
    return f"{id}: {shortened(name, 60)}" if name else id


def _some(known: Mapping[str, object]) -> str:
    return f"known are: {', '.join(sorted(known))}"


class Prompts:
    """Takes values from flags, and asks for the others where there is somebody to ask.

    Where nobody is asked, it gathers what is missing or wrong, so that all of it is said at once.
    """

    def __init__(self, ask: bool, answers: Answers | None = None) -> None:
        """Where `ask` is false, no question is asked; earlier `answers` are offered."""
        self.ask = ask
        self._answers = answers or Answers()
        self._errors: list[str] = []

    def text(self, flag: str, given: str | None, question: str) -> str:
        """Return a text that is required; empty where it is missing and nobody is asked."""
        if given is not None and given.strip():
            return given
        if self.ask:
            return self._asked(question)
        self.error(flag, f"{question} is missing")
        return ""

    def optional(self, given: str | None, question: str) -> str | None:
        """Return a text that may be left out; None where it is."""
        if given is not None:
            return given.strip() or None
        if not self.ask:
            return None
        return self._asked(question, may_skip=True) or None

    def _asked(self, question: str, may_skip: bool = False, default: str | None = None) -> str:
        """Return the answer to a question, stripped; empty where it is skipped.

        What an earlier run was answered is offered; a hyphen skips it.
        """
        offered = self._answers.earlier.get(question, "") or default
        skips = "Enter takes it, - leaves it out" if offered else "Enter: later"
        how = f"{question} ({skips})" if may_skip else question
        answer: str = click.prompt(
            how, default=offered or ("" if may_skip else None), show_default=bool(offered), err=True
        )
        answer = answer.strip()
        if may_skip and offered and answer == "-":
            answer = ""
        self._answers.given[question] = answer
        return answer

    def choice(self, flag: str, given: str | None, question: str, words: Sequence[str]) -> str:
        """Return one of some words; empty where it is missing and nobody is asked."""
        some = f"{question} ({', '.join(words)})"
        typed = self.text(flag, given, some)
        while self.ask and typed not in words:
            typed = self._asked(some)
        return typed

    def id(self, flag: str, given: str | None, question: str, known: Mapping[str, object]) -> str:
        """Return the id of a known record; who types some of its words is shown the id."""
        if not self.ask:
            typed = (given or "").strip()
            if not typed:
                some = f"; {_some(known)}" if 0 < len(known) <= MOST_LISTED else ""
                self.error(flag, f"{question} is missing{some}")
            elif typed not in known:
                self.error(flag, self._not_known(flag, typed, known))
            return typed
        if not given:
            self._list(question, known)
        only = next(iter(known)) if len(known) == 1 else None
        typed = given or self._asked(question, default=only)
        while (known_id := self._found(flag, typed, known)) is None:
            typed = self._asked(question)
        return known_id

    def _found(self, flag: str, typed: str, known: Mapping[str, object]) -> str | None:
        """Return the id that somebody typed, or the only one that its words fit, if that is it."""
        if typed in known:
            return typed
        suggested = suggest_ids(typed, known)
        if len(suggested) == 1:
            question = f"there is no {typed!r}; is it {_shown(suggested[0], known)}?"
            return suggested[0] if click.confirm(question, default=True, err=True) else None
        echo(self._not_known(flag, typed, known), err=True)
        return None

    @staticmethod
    def _list(question: str, known: Mapping[str, object]) -> None:
        """Show what there is to choose from; of much, what stands last in its file."""
        if known:
            is_long = len(known) > MOST_LISTED
            more = f" (the last {MOST_LISTED} of {len(known):,})" if is_long else ""
            echo(f"{question}{more}:", err=True)
            for id in list(known)[-MOST_LISTED:]:
                echo(f"  {_shown(id, known)}", err=True)

    def ids(
        self, flag: str, given: Sequence[str], question: str, known: Mapping[str, object]
    ) -> list[str]:
        """Return ids of known records; they are asked for one by one, until there is no more."""
        if given or not self.ask:
            return [self.id(flag, id, question, known) for id in given]
        ids: list[str] = []
        self._list(question, known)
        while id := self.optional_id(flag, f"{question} {len(ids) + 1}", known):
            ids.append(id)
        return ids

    def optional_id(self, flag: str, question: str, known: Mapping[str, object]) -> str | None:
        """Ask for the id of a known record; return None where there is to be none.

        A word behind a colon, as the role of an actor has, stays.
        """
        while typed := self.optional(None, question):
            typed, colon, behind = (part.strip() for part in typed.partition(":"))
            if known_id := self._found(flag, typed, known):
                return f"{known_id}{colon}{behind}"
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
        some = _some(known) if 0 < len(known) <= MOST_LISTED else "look it up"
        return f"there is no {typed!r}; {some}, or {_HOW_TO_ADD.get(flag.rpartition(':')[2], _ADD)}"
