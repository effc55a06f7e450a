"""A repository for a chronology of one's own: data, a configuration, and what publishes it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.rendering.language import Language, nearest_language

_HERE = Path(__file__).parent
VOCABULARIES: Mapping[str, Any] = yaml.safe_load((_HERE / "vocabularies.yml").read_text("utf-8"))
"""The vocabularies to begin with, by what a chronology is about."""
# A text for people has a template for each language, as the French README has.
_FILES = {
    "mkdocs.yml": "mkdocs.yml.j2",
    "events/chronology.yml": "chronology.yml.j2",
    "events/sources.yml": "sources.yml.j2",
    "events/actors.yml": "actors.yml.j2",
    "events/2021/2021-05-04-example.yml": "event.yml.j2",
    "requirements.txt": "requirements.txt.j2",
    ".gitignore": "gitignore.j2",
    "README.md": "README.md.j2",
    "CONTRIBUTING.md": "CONTRIBUTING.md.j2",
    "LICENSE": "LICENSE.j2",
    ".github/workflows/check.yml": "github-check.yml.j2",
    ".github/workflows/publish.yml": "github-publish.yml.j2",
    ".forgejo/workflows/check.yml": "forgejo.yml.j2",
    ".gitlab-ci.yml": "gitlab-ci.yml.j2",
}


class Answers(NamedTuple):
    """What is asked of whoever begins."""

    title: str
    subject: str
    language: str
    url: str
    repository: str
    about: str
    """A key of `VOCABULARIES`."""


def repository_files(answers: Answers, version: str, year: int) -> dict[str, str]:
    """Return the text of each file of the new repository, by its path.

    `version` is that of the program which it asks for; `year` the one of the tag of feeds.
    """
    environment = Environment(
        loader=FileSystemLoader(_HERE / "files"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    # A string of JSON is one of YAML, whatever stands in it.
    environment.filters["yaml"] = lambda text: json.dumps(text, ensure_ascii=False)
    language = nearest_language(answers.language)
    environment.globals["_"] = language.gettext
    vocabulary = _in_words_of(language, VOCABULARIES[answers.about])
    values = {
        **answers._asdict(),
        "version": version,
        "tag": f"{urlsplit(answers.url).hostname},{year}",
        "vocabulary": yaml.safe_dump(vocabulary, sort_keys=False, allow_unicode=True, width=100),
        "kind": list(vocabulary["kinds"])[-1],
    }
    files = {
        path: environment.select_template([name.replace(".", f".{language.tag}.", 1), name])
        .render(values)
        .rstrip("\n")
        + "\n"
        for path, name in _FILES.items()
    }
    forms = {
        f".github/ISSUE_TEMPLATE/{form.name}": form.read_text("utf-8")
        for form in sorted((_HERE / "forms").glob("*.yml"))
    }
    # MkDocs asks for a folder of pages written by hand, and git keeps no empty one.
    return {**files, **forms, "docs/.gitkeep": ""}


def vocabulary_texts(value: Any = VOCABULARIES) -> Iterator[str]:
    """Yield every name, note and unit of the vocabularies, for translators."""
    for inner in value.values():
        if isinstance(inner, str):
            yield inner
        else:
            yield from vocabulary_texts(inner)


def _in_words_of(language: Language, value: Any) -> Any:
    """Return the same vocabularies, their texts in a language."""
    if isinstance(value, str):
        return language.gettext(value)
    return {key: _in_words_of(language, inner) for key, inner in value.items()}
