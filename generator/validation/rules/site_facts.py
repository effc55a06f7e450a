"""What the chronology says of its site, and what mkdocs.yml says of it as well."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.problems import Problem
from generator.model.records import Settings
from generator.validation.registry import rule


class SiteFact(NamedTuple):
    """A fact of the site as a site builder is told it, and where that stands."""

    key: str
    """One of the keys of `site_facts`."""
    value: str
    path: str
    line: int
    column: int


def site_facts(settings: Settings) -> dict[str, tuple[str, str | None]]:
    """Return the facts that a site builder needs, by its keys: the key here, and what it says."""
    return {
        "site_name": ("title", settings.title),
        "site_url": ("url", settings.url),
        "site_description": ("description", settings.description),
        "theme.language": ("language", settings.language),
        "repo_url": ("repository", settings.repository.url if settings.repository else None),
    }


@rule("E514", over="outputs")
def contradictions(settings: Settings, configured: Iterable[SiteFact]) -> Iterator[Problem]:
    """No fact of the site is told in two ways.

    `configured` are the facts that mkdocs.yml gives; what it leaves out comes from the chronology.
    """
    facts = site_facts(settings)
    for fact in configured:
        key, value = facts[fact.key]
        if value is not None and _bare(value) != _bare(fact.value):
            yield Problem(
                fact.path,
                fact.line,
                fact.column,
                "E514",
                f"{fact.key} is {fact.value!r}, and {key} in chronology.yml is {value!r}",
                "take it out here: what is left out comes from chronology.yml",
            )


def _bare(value: str) -> str:
    """Return a value without what makes no difference between addresses."""
    return value.rstrip("/").removesuffix(".git")
