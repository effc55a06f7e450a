"""References in CSL and BibLaTeX, each read as another program would."""

import json
import re

import pytest

from generator.exports import bib, csl
from generator.exports.reference_dates import reference_date
from generator.model.dates import parse_date
from generator.model.records import Chronology, Settings, Source
from generator.support.cache import Cache
from tests.support.exported_files import DATES

REFERENCES = {  # what CSL, what BibLaTeX has of it
    "day": ([[2022, 11, 20]], False, "2022-11-20"),
    "month": ([[2022, 11]], False, "2022-11"),
    "unknown-day": ([[2022, 11]], True, "2022-11"),
    "about-perhaps": ([[2022, 11]], True, "2022-11%"),
    "years": ([[2016], [2019]], False, "2016/2019"),
    "open-end": ([[2022]], True, "2022"),
    "open-start": ([[2022]], True, "2022"),
    "one-of": ([[2022, 11]], True, "2022-11"),
    "between": ([[2022, 11]], True, "2022-11"),
    "one-of-months": ([[2022]], True, "2022"),
    "first": ([[1, 1, 1]], False, "0001-01-01"),
    "time": ([[2022, 11, 20]], False, "2022-11-20"),
    "night": ([[2022, 11, 20], [2022, 11, 21]], False, "2022-11-20/2022-11-21"),
    "hours": ([[2022, 11, 20]], False, "2022-11-20"),
    "doubtful-ends": ([[2022, 11, 20], [2022, 11, 22]], True, "2022-11-20?/2022-11-22"),
    "decade": ([[1970], [1979]], True, "1970/1979"),
    "century": ([[1900], [1999]], True, "1900/1999"),
    "mixed": ([[2022, 11], [2022, 12]], True, "2022-11/2022-12"),
}


@pytest.mark.parametrize("name", REFERENCES)
def test_references_have_the_dates_that_are_known(name: str) -> None:
    parts, is_rough, edtf = REFERENCES[name]
    source = Source.model_construct(
        id="wire",
        path="s.yml",
        outlet="A & B_{c}",
        title="Of NATO",
        published=parse_date(DATES[name]),
    )
    chronology = Chronology("events", Settings(title="D"), {}, {}, {"wire": source}, ())
    [csl_file] = csl.write(chronology, Cache())
    [item] = json.loads(csl_file.content)
    assert item["container-title"] == "A & B_{c}"
    assert item["issued"] == {"date-parts": parts, **({"circa": True} if is_rough else {})}
    assert ("note" in item) is (name not in ("day", "month", "first"))
    [bib_file] = bib.write(chronology, Cache())
    entry = str(bib_file.content)
    assert r"journaltitle = {A \& B\_\{c\}}" in entry
    assert "title = {{Of NATO}}" in entry
    assert f"date = {{{edtf}}}" in entry


def test_days_on_both_sides_of_a_new_year_share_no_year() -> None:
    when = reference_date(parse_date("[2025-12-31,2026-01-01]"))
    assert when == (((2025,), (2026,)), True)


@pytest.mark.filterwarnings("ignore")
def test_a_processor_of_references_shows_what_is_known_and_no_day_more() -> None:
    from citeproc import (  # type: ignore[import-untyped]
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

    sources = {
        name: Source.model_construct(
            id=name, path="s.yml", outlet="The Wire", title=f"Of {name}", published=parse_date(text)
        )
        for name, text in DATES.items()
        if len(reference_date(parse_date(text)).ends) == 1  # of a range, this program stumbles
    }
    chronology = Chronology("events", Settings(title="D"), {}, {}, sources, ())
    [file] = csl.write(chronology, Cache())
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    read = CiteProcJSON(json.loads(file.content))
    made = CitationStylesBibliography(style, read, formatter.plain)
    for name in sources:
        made.register(Citation([CitationItem(name)]))
    shown = dict(zip(made.keys, map(str, made.bibliography()), strict=True))
    assert shown.keys() == sources.keys()
    for name, text in shown.items():
        assert re.search(r"\b(1|1900|1970|2016|2022|9999)\b", text), (name, text)
        assert "n.d." not in text
    for name in ("unknown-day", "one-of", "between", "month", "year", "open-start"):
        assert not re.search(r"\b(20|22) Nov", shown[name])
