"""A chronology begun in another language speaks it from the first page to the last."""

import re
from html import unescape

import pytest
from icalendar import Calendar

from generator.rendering.language.catalogues import GRAMMARS, read_language
from tests.support.cli import run
from tests.support.english_words import english_words, words_of
from tests.support.mkdocs_builds import Files, build_here

_UNSEEN = re.compile(
    r'<(script|style|svg|pre|code)\b.*?</\1>|<(\w+)[^>]*class="Z3988".*?</\2>'
    r'|<meta (?!name="description)[^>]*>',
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r'\s(?:title|aria-label|placeholder|alt|content)="([^"]*)"')
_EXAMPLE = "events/2021/2021-05-04-example.yml"
_CHANGES = {
    "2021-05-05-second": ("date: 2021-05-04", "date: 2021-05-05~/.."),
    "2020-03-12-third": ("date: 2021-05-04", "date: 2020-03"),
}


@pytest.fixture(scope="module", params=sorted({*GRAMMARS} - {"en"}))
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(tag: str, tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("own") / "own"
    told = ("--title", "Ж", "--subject", "Щ.", "--url", "https://own.example/")
    begun = run("start", "own", *told, "--language", tag, "--about", "conflict", cwd=folder.parent)
    assert begun.returncode == 0, begun.stderr
    example = (folder / _EXAMPLE).read_text("utf-8").replace("draft: true\n", "")
    figures = "    figures: [{measure: killed, of: civilians, value: 1200, qualifier: about}]\n"
    other = re.sub(r"\A.*?accounts:\n(.*)\Z", r"\1", example, flags=re.DOTALL)
    more = figures + other.replace("locator: ", "locator: § 2, ") + figures.replace("1200", "900")
    (folder / _EXAMPLE).write_text(example + more, "utf-8")
    for name, (old, new) in _CHANGES.items():
        path = folder / f"events/{name[:4]}/{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(example.replace(old, new), "utf-8")
    done = run("check", cwd=folder)
    assert done.returncode == 0, done.stderr
    return build_here(folder)


@pytest.mark.build
def test_no_page_of_the_site_has_an_english_word(site: Files, tag: str) -> None:
    pages = {path: html.decode() for path, html in site.items() if path.endswith(".html")}
    assert len(pages) > 15
    found: dict[str, set[str]] = {}
    for path, html in pages.items():
        assert f'<html lang="{tag}"' in html
        if 'dir="ltr"' in html and path.split("/")[0] == "problems":
            continue  # it says that it is in English
        seen = _UNSEEN.sub(" ", html)
        texts = [*_ATTRIBUTE.findall(seen), re.sub(r"<[^>]+>", " ", seen)]
        for word in words_of(unescape(" ".join(texts))) & english_words(tag):
            found.setdefault(word, set()).add(path)
    assert {word: sorted(paths)[:2] for word, paths in found.items()} == {}


@pytest.mark.build
def test_a_page_in_english_says_so(site: Files, tag: str) -> None:
    notice = read_language(tag).gettext("This page is in English.")
    page = site["problems/index.html"].decode()
    assert re.search(r'<div class="page[^>]* lang="en" dir="ltr">', page)
    assert notice in page
    assert notice not in site["about/index.html"].decode()


@pytest.mark.build
def test_feeds_calendar_and_data_speak_it_as_well(site: Files, tag: str) -> None:
    language = read_language(tag)
    calendar = Calendar.from_ical(site["data/chronology.ics"].decode())
    feeds = [text.decode() for path, text in site.items() if path.endswith(".atom")]
    texts = [str(entry.get("DESCRIPTION", "")) for entry in calendar.walk("VEVENT")]
    texts += [text for feed in feeds for text in re.findall(r">([^<>]+)<", feed)]
    ids = r"tag:\S+|https?:\S+|\d{4}-\S+"
    assert words_of(re.sub(ids, " ", " ".join(texts))) & english_words(tag) == set()
    assert language.gettext("Timeline") in site["404.html"].decode()
    words = language.grammar.month_name(5)
    assert words.casefold() in site["data/chronology.json"].decode().casefold()
