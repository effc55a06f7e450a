"""What mkdocs.yml says of the site, and what it takes from the chronology where it says nothing."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from generator.adapters.project import TagKeeper, read_config
from generator.model.records import Settings
from generator.rendering.language import ENGLISH, nearest_language, theme_messages
from generator.support.escape import as_text
from generator.validation.rules.site_facts import SiteFact, site_facts

# A site may have a shorter name than its chronology.
_KEYS = ("site_url", "site_description", "theme.language", "repo_url")


def configured_facts(config_file: Path) -> tuple[SiteFact, ...]:
    """The facts that a mkdocs.yml gives, each with its place; empty ones say nothing.

    One that is inherited stands at the file's beginning. Raises ProjectError as `read_config` does.
    """
    if not config_file.is_file():  # a configuration may come from a pipe
        return ()
    config, root = read_config(config_file), yaml.compose(config_file.read_text("utf-8"), TagKeeper)
    return tuple(
        SiteFact(key, value, config_file.name, *_place(root, key.split(".")))
        for key in _KEYS
        if isinstance(value := _said(config, key), str) and value
    )


def facts_to_configure(config: Mapping[str, Any], settings: Settings) -> Iterator[tuple[str, Any]]:
    """What a site builder is to be told by us: the key and the value of what it is not told.

    Not the repository, of which the theme would ask its forge how many stars it has; and only a
    language in which the theme has words. What our own templates say is told in any case.
    """
    language = nearest_language(settings.language)
    if language is not ENGLISH:
        yield "theme.chronology_messages", theme_messages(language)
    for key, (_, value) in site_facts(settings).items():
        if value is None or key == "repo_url" or _said(config, key):
            continue
        if key != "theme.language":
            yield key, str(_as_printed(key, value))  # YAML writes plain strings alone
        elif tag := next(filter(_has_words, (value, value.partition("-")[0])), None):
            yield key, str(tag)


def _as_printed(key: str, value: str) -> str:
    """A fact for the theme, which prints it as it stands: a text of ours is encoded before."""
    return f"{value.rstrip('/')}/" if key == "site_url" else str(as_text(value))


def _said(config: Mapping[str, Any], key: str) -> Any:
    value: Any = config
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _has_words(language: str) -> bool:
    theme = find_spec("material")
    folders = theme.submodule_search_locations if theme else ()
    words = f"templates/partials/languages/{language}.html"
    return any(Path(folder, words).is_file() for folder in folders or ())


def _place(node: Any, keys: list[str]) -> tuple[int, int]:
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node else (1, 1)
