"""The data against the texts of its sources: what a machine can check of a locator.

What is cited stands where it is cited, every number is held by a figure, and no sentence was
copied. It knows nothing of what a sentence means.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.model.problems import Finding, Location
from generator.model.records import Account, Actor, Chronology, Event, Figure, Place, Source
from generator.validation.archived_texts import ArticleText, normal, verbatim
from generator.validation.numerals import Numeral, numerals

RUN = 8
"""So many words in a row, shared with an article, are a copy."""

_NAME = "\N{WHITE SQUARE}"
_WORD = re.compile(rf"{_NAME}|[^\W_]+(?:['-][^\W_]+)*")

Texts = Mapping[str, ArticleText | None]


def check_texts(
    chronology: Chronology, texts: Texts, broken: Collection[str] = ()
) -> list[Finding]:
    """Everything in the data that does not stand in the texts as it says.

    `broken` names the files of which something is missing in the chronology.
    """
    present = {id: text for id, text in texts.items() if text is not None}
    path = f"{chronology.folder}/sources.yml"
    found: list[Finding] = []
    for source in chronology.sources.values():
        found += _source(path, source, texts)
    for event in chronology.events:
        for n, account in enumerate(event.accounts):
            if account.source in present:
                found += _account(event, n, account, present[account.source])
    if not broken:  # a file that cannot be read may be the one that holds a number
        found += _numbers_are_held(chronology, present)
    if present:
        found += _spellings(chronology, present.values())
        found += _copies(chronology, present)
    return found


def _source(path: str, source: Source, texts: Texts) -> Iterator[Finding]:
    """E601, E602: the text is there, is the one that was archived, and has so many paragraphs."""
    if source.text is None:
        return
    text, at = texts.get(source.id), (source.id, "text")
    if text is None:
        message = f"the text {source.text.file!r} is not in the folder"
        yield Finding(path, (*at, "file"), "E601", message, "put it there, or mend the name")
        return
    if text.sha256 != source.text.sha256:
        message = f"the text {source.text.file!r} is another one: its SHA-256 is {text.sha256}"
        way_out = "check every locator against the new text, then write its checksum"
        yield Finding(path, (*at, "sha256"), "E601", message, way_out)
    if (count := len(text.paragraphs)) != source.text.paragraphs:
        message = f"the text has {count} paragraphs, not {source.text.paragraphs}"
        yield Finding(path, (*at, "paragraphs"), "E602", message, f"write {count}")


def _account(event: Event, n: int, account: Account, text: ArticleText) -> Iterator[Finding]:
    """E603, E604: numbers and quoted words stand in the paragraphs that the account cites."""
    at: Location = ("accounts", n)
    cited = account.paragraphs
    for m, figure in enumerate(account.figures):
        here = (*at, "figures", m)
        for key in ("value", "min", "max"):
            number = getattr(figure, key)
            if number is None or any(number in _values(text, p) for p in cited):
                continue
            places = [p for p in range(1, len(text.paragraphs) + 1) if number in _values(text, p)]
            yield _elsewhere(event, (*here, key), "E603", f"the number {number}", places, cited)
        if figure.as_said is not None:
            yield from _quoted(event, (*here, "as_said"), figure.as_said, text, cited)
    if account.hedge is not None:
        yield from _quoted(event, (*at, "hedge"), account.hedge, text, cited)
    for key, labels in account.labels.items():
        for m, label in enumerate(labels):
            yield from _quoted(event, (*at, "labels", key, m), label, text, cited)


def _values(text: ArticleText, paragraph: int) -> set[int | float]:
    in_range = 0 < paragraph <= len(text.paragraphs)
    return {found.value for found in text.numerals[paragraph - 1]} if in_range else set()


def _quoted(
    event: Event, at: Location, words: str, text: ArticleText, cited: tuple[int, ...]
) -> Iterator[Finding]:
    pattern = verbatim(words)
    if any(pattern.search(text.paragraph(number)) for number in cited):
        return
    places = [n for n, p in enumerate(text.paragraphs, 1) if pattern.search(p)]
    yield _elsewhere(event, at, "E604", f"{words!r}", places, cited)


def _elsewhere(
    event: Event, at: Location, code: str, what: str, places: list[int], cited: tuple[int, ...]
) -> Finding:
    listed = ", ".join(map(str, cited))
    message = f"{what} does not stand in paragraph {listed}"
    if not places:
        return Finding(event.path, at, code, message, "it stands nowhere in the text: mend it")
    nearest = min(places, key=lambda place: (min(abs(place - c) for c in cited), place))
    way_out = f"it stands in paragraph {nearest}: cite that, or mend it"
    return Finding(event.path, at, code, message, way_out)


def _numbers_are_held(
    chronology: Chronology, texts: Mapping[str, ArticleText]
) -> Iterator[Finding]:
    """E605: each number in the article is in a figure of an account of it, or left out."""
    held: dict[tuple[str, int], list[Figure]] = {}
    for event in chronology.events:
        for account in event.accounts:
            for number in account.paragraphs:
                held.setdefault((account.source, number), []).extend(account.figures)
    for source in chronology.sources.values():
        if source.text is None or source.id not in texts:
            continue
        text = texts[source.id]
        for number in source.text.body:
            if number > len(text.paragraphs) or number in source.unused:
                continue
            left = [normal(item.what) for item in source.left_out if item.paragraph == number]
            for found in text.numerals[number - 1]:
                figures = held.get((source.id, number), [])
                if found.is_date or any(_holds(figure, found) for figure in figures):
                    continue
                if any(found.value in {n.value for n in numerals(what)} for what in left):
                    continue
                message = f"no figure holds {found.text!r} of paragraph {number}"
                way_out = "give it to an account, or list it under left_out and say why"
                path = f"{chronology.folder}/sources.yml"
                yield Finding(path, (source.id, "text", "body"), "E605", message, way_out)


def _holds(figure: Figure, found: Numeral) -> bool:
    if found.value in (figure.value, figure.min, figure.max):
        return True
    said = normal(figure.as_said or "")
    return found.value in {numeral.value for numeral in numerals(said)}


def _spellings(chronology: Chronology, texts: Iterable[ArticleText]) -> Iterator[Finding]:
    """E606: each spelling under `also` is printed in some text."""
    everything = "\n".join(paragraph for text in texts for paragraph in text.paragraphs)
    records: list[Actor | Place] = [*chronology.actors.values(), *chronology.places.values()]
    for record in records:
        file = "actors.yml" if isinstance(record, Actor) else "places.yml"
        for n, spelling in enumerate(record.also):
            if not verbatim(spelling).search(everything):
                message = f"{spelling!r} is printed in no text"
                way_out = "write it as it is printed, or take it out"
                path, at = f"{chronology.folder}/{file}", (record.id, "also", n)
                yield Finding(path, at, "E606", message, way_out)


def _copies(chronology: Chronology, texts: Mapping[str, ArticleText]) -> Iterator[Finding]:
    """E607: our own words share no eight words in a row with an article; names count as one."""
    names = _names(chronology)
    runs: dict[tuple[str, ...], tuple[str, int]] = {}
    for id, text in texts.items():
        for number, paragraph in enumerate(text.paragraphs, 1):
            for run in _runs(paragraph, names):
                runs.setdefault(run, (id, number))
    for path, at, ours in _our_words(chronology):
        copied = next((run for run in _runs(normal(ours), names) if run in runs), None)
        if copied is not None:
            source, number = runs[copied]
            words = " ".join(copied).replace(_NAME, "…")
            message = f"{words!r} stands in paragraph {number} of {source!r} word for word"
            yield Finding(path, at, "E607", message, "say it in your own words")


def _runs(text: str, names: re.Pattern[str]) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(names.sub(_NAME, text).casefold())
    return (tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def _names(chronology: Chronology) -> re.Pattern[str]:
    """Names, labels, quoted figures and titles: words that are facts and may be repeated."""
    records: list[Actor | Place] = [*chronology.actors.values(), *chronology.places.values()]
    known = {name for record in records for name in (record.name, *record.also)}
    for source in chronology.sources.values():
        known |= {source.outlet, source.title or source.outlet}
    for event in chronology.events:
        for account in event.accounts:
            known |= {label for labels in account.labels.values() for label in labels}
            known |= {figure.as_said for figure in account.figures if figure.as_said}
    longest_first = sorted({normal(name) for name in known}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _our_words(chronology: Chronology) -> Iterator[tuple[str, Location, str]]:
    """Every text that is ours, and where it stands."""
    for event in chronology.events:
        yield event.path, ("title",), event.title
        yield event.path, ("summary",), event.summary
        yield event.path, ("date_basis",), event.date_basis
        for n, unknown in enumerate(event.unknowns):
            yield event.path, ("unknowns", n), unknown
        for n, account in enumerate(event.accounts):
            yield event.path, ("accounts", n, "says"), account.says
    for actor in chronology.actors.values():
        yield f"{chronology.folder}/actors.yml", (actor.id, "note"), actor.note or ""
    for place in chronology.places.values():
        yield f"{chronology.folder}/places.yml", (place.id, "note"), place.note or ""
    for source in chronology.sources.values():
        path = f"{chronology.folder}/sources.yml"
        yield path, (source.id, "vocabulary"), source.vocabulary or ""
        yield path, (source.id, "published_basis"), source.published_basis or ""
