"""A page or an article in the forms in which others cite it: BibTeX, RIS, Wikipedia's templates.

A form says no more of a date than is known: one of several days, or one in doubt, stands in words.
"""

import re
from datetime import date as Day
from typing import NamedTuple

from generator.model.dates import Date
from generator.rendering.language import Language
from generator.rendering.language.reference_words import archived_at, named
from generator.rendering.parts.robust_links import day_of_copy
from generator.support.escape import as_tex, as_tex_url

FORMS = ("BibTeX", "RIS", "Wikipedia")
"""The names of the forms, which are the same in every language."""
_WIKI_MEANING = re.compile(r"[\[\]{}|<>]")


class Reference(NamedTuple):
    """What is cited."""

    key: str
    title: str
    container: str
    """In what it stands: the chronology, or the outlet."""
    date: Date
    """When it was published, or last changed."""
    url: str = ""
    accessed: Day | None = None
    """The day on which it was read at its address."""
    archive_url: str = ""
    kept: Day | None = None
    """The day of the copy, where its address does not tell it."""
    note: str = ""
    author: str = ""
    """Who made it, as printed."""
    language: str = ""
    """The tag of the language that it is in."""
    kind: str = "page"
    """What it is: the kind of a source, or a page of the chronology."""


class _Form(NamedTuple):
    """What a kind of reference is to each form, and under which name its container stands."""

    bibtex: str = "misc"
    bibtex_container: str = "organization"
    ris: str = "ELEC"
    wiki: str = "web"
    wiki_container: str = "website"


_ANY_FORM = _Form()
_FORM_OF = {
    "article": _Form("article", "journaltitle", "NEWS", "news", "newspaper"),
    "report": _Form("report", "institution", "RPRT", "report", "publisher"),
    "dataset": _Form("dataset", "publisher", "DATA"),
    "book": _Form("book", "publisher", "BOOK", "book", "publisher"),
    "video": _Form(ris="VIDEO", wiki="AV media", wiki_container="publisher"),
}


def reference_forms(language: Language, reference: Reference) -> dict[str, str]:
    """Return the reference in each form, by the name of the form; lines, without one at the end."""
    words = language.grammar.date_words(reference.date)
    return dict(
        zip(
            FORMS,
            (_bibtex(language, reference, words), _ris(reference, words), _wiki(reference, words)),
            strict=True,
        )
    )


def _bibtex(language: Language, reference: Reference, words: str) -> str:
    form = _FORM_OF.get(reference.kind, _ANY_FORM)
    notes = [reference.note, "" if reference.date.is_whole else words]
    fields = {
        "author": f"{{{as_tex(reference.author)}}}" if reference.author else "",
        "title": f"{{{as_tex(reference.title)}}}" if reference.title else "",
        form.bibtex_container: as_tex(reference.container),
        "date": reference.date.text if reference.date.is_whole else "",
        "year": _year(reference.date),
        "note": as_tex("; ".join(filter(None, notes))),
        "url": as_tex_url(reference.url),
        "urldate": reference.accessed.isoformat() if reference.accessed else "",
        "language": as_tex(named(language, reference.language)),
        "addendum": archived_at(language, reference.archive_url),
    }
    lines = [f"{key} = {{{value}}}," for key, value in fields.items() if value]
    return "\n".join([f"@{form.bibtex}{{{reference.key},", *lines, "}"])


def _ris(reference: Reference, words: str) -> str:
    fields = [
        ("TY", _FORM_OF.get(reference.kind, _ANY_FORM).ris),
        ("AU", reference.author),
        ("TI", reference.title),
        ("T2", reference.container),
        ("PY", _year(reference.date)),
        ("DA", _ris_date(reference.date, words)),
        ("N1", reference.note),
        ("UR", reference.url),
        ("Y2", f"{reference.accessed:%Y/%m/%d}/" if reference.accessed else ""),
        ("LA", reference.language),
        ("L2", reference.archive_url),
        ("ER", ""),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value or tag == "ER"]
    return "\n".join(lines)


def _wiki(reference: Reference, words: str) -> str:
    form = _FORM_OF.get(reference.kind, _ANY_FORM)
    kept = day_of_copy(reference.archive_url) or reference.kept
    is_given = reference.date.is_whole
    fields = {
        "author": reference.author,
        "title": reference.title or reference.container,
        form.wiki_container: reference.container,
        "date": words if is_given else "",
        "orig-date": "" if is_given else words,
        "url": reference.url,
        # The template takes no copy without its day.
        "access-date": reference.accessed.isoformat() if reference.accessed else "",
        "language": reference.language,
        "archive-url": reference.archive_url if kept and reference.url else "",
        "archive-date": kept.isoformat()
        if kept and reference.url and reference.archive_url
        else "",
        "quote": "",
    }
    given = "".join(
        f" |{key}={_WIKI_MEANING.sub(_wiki_entity, value)}"
        for key, value in fields.items()
        if value
    )
    return f"{{{{cite {form.wiki}{given}}}}}"


def _wiki_entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _year(date: Date) -> str:
    """Return the year, where it is one and in no doubt."""
    earliest, latest = date.earliest, date.latest
    if earliest is None or latest is None or earliest.year != latest.year:
        return ""
    return f"{earliest.year:04}" if date.start.is_plain or date.is_whole or date.choices else ""


def _ris_date(date: Date, words: str) -> str:
    """`2026/01/09/`, `2026/01//`; what is no one day, month or year stands behind its year."""
    if date.is_whole:
        return "/".join([*date.text.split("-"), "", "", ""][:3]) + "/"
    return f"{_year(date)}///{words}" if _year(date) else ""
