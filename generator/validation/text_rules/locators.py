"""The archived text is the one that was read, and quoted words stand where they are cited."""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from generator.model.problems import Finding, Location
from generator.model.records import Account, Chronology, Event
from generator.validation.archived_texts import PrintedWords, SourceText
from generator.validation.registry import Texts, rule

MAX_LISTED = 10
"""So many paragraphs are listed in a message."""


@rule("E601", over="texts")
def texts_are_those_archived(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """The text of each source is in the folder, and is the one that was archived."""
    for source in chronology.sources.values():
        if source.text is None:
            continue
        text = texts.get(source.id)
        if text is None:
            message = f"the text {source.text.file!r} is not in the folder"
            way_out = "put it there, or mend the name"
            yield Finding(source.path, (source.id, "text", "file"), "E601", message, way_out)
        elif text.sha256 != source.text.sha256:
            message = f"the text {source.text.file!r} is another one: its SHA-256 is {text.sha256}"
            way_out = "check every locator against the new text, then write its checksum"
            yield Finding(source.path, (source.id, "text", "sha256"), "E601", message, way_out)


@rule("E602", over="texts")
def texts_have_so_many_paragraphs(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """The text of each source has as many paragraphs as its record says."""
    for source in chronology.sources.values():
        text = texts.get(source.id)
        if source.text is None or text is None:
            continue
        if (count := len(text.paragraphs)) != source.text.paragraphs:
            message = f"the text has {count} paragraphs, not {source.text.paragraphs}"
            location = (source.id, "text", "paragraphs")
            yield Finding(source.path, location, "E602", message, f"write {count}")


@rule("E604", over="texts")
def quoted_words_stand_where_cited(
    chronology: Chronology, texts: Texts, incomplete: Collection[str]
) -> Iterator[Finding]:
    """Quoted words stand, letter for letter, in a paragraph that the account cites."""
    for event, n, account, text in accounts_with_text(chronology, texts):
        cited = paragraphs_cited(account, text)
        for key, words in _quoted(account):
            printed = PrintedWords(words)
            if not any(printed.stand_in(text.paragraph(number)) for number in cited):
                places = [
                    number
                    for number, paragraph in enumerate(text.paragraphs, 1)
                    if printed.stand_in(paragraph)
                ]
                location = ("accounts", n, *key)
                message, way_out = elsewhere(repr(words), places, account.paragraphs)
                yield Finding(event.path, location, "E604", message, way_out)


def _quoted(account: Account) -> Iterator[tuple[Location, str]]:
    """Yield the words of an account that are its source's, with their place in the account."""
    for m, figure in enumerate(account.figures):
        if figure.as_said is not None:
            yield ("figures", m, "as_said"), figure.as_said
    if account.hedge is not None:
        yield ("hedge",), account.hedge
    for key, labels in account.labels.items():
        for m, label in enumerate(labels):
            yield ("labels", key, m), label


def accounts_with_text(
    chronology: Chronology, texts: Texts
) -> Iterator[tuple[Event, int, Account, SourceText]]:
    """Yield each account whose source has its text in the folder.

    Gives its event, its place among the accounts of the event, itself, and the text.
    """
    for event in chronology.events:
        for n, account in enumerate(event.accounts):
            text = texts.get(account.source)
            if text is not None:
                yield event, n, account, text


def paragraphs_cited(account: Account, text: SourceText) -> tuple[int, ...]:
    """Return the paragraphs that an account cites, as far as the text has them."""
    return tuple(number for number in account.paragraphs if number <= len(text.paragraphs))


def elsewhere(what: str, places: list[int], cited: tuple[int, ...]) -> tuple[str, str]:
    """Return message and way out for what stands in none of the cited paragraphs, in order.

    `places` are the paragraphs in which it does stand.
    """
    listed = ", ".join(map(str, cited[:MAX_LISTED])) + (", …" if len(cited) > MAX_LISTED else "")
    message = f"{what} does not stand in paragraph {listed}"
    if not places:
        return message, "it stands nowhere in the text: mend it"
    nearest = min(places, key=lambda place: (_distance(place, cited), place))
    return message, f"it stands in paragraph {nearest}: cite that, or mend it"


def _distance(place: int, cited: tuple[int, ...]) -> int:
    """Return how far the nearest of the cited paragraphs is, which are in order."""
    n = bisect_left(cited, place)
    return min((abs(place - number) for number in cited[max(0, n - 1) : n + 1]), default=0)
