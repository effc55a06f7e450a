"""What mkdocs.yml says of the site, each fact with its place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.adapters.project import TagKeeper, read_config
from generator.validation.rules.site_facts import SiteFact

# A site may have a shorter name than its chronology.
_KEYS = ("site_url", "site_description", "theme.language", "repo_url")


def configured_facts(config_file: Path) -> tuple[SiteFact, ...]:
    """Return the facts that a mkdocs.yml gives, each with its place; empty ones say nothing.

    One that is inherited stands at the file's beginning. Raises ProjectError as `read_config` does.
    """
    if not config_file.is_file():  # a configuration may come from a pipe
        return ()
    config, root = read_config(config_file), yaml.compose(config_file.read_text("utf-8"), TagKeeper)
    return tuple(
        SiteFact(key, value, config_file.name, *_place(root, key.split(".")))
        for key in _KEYS
        if isinstance(value := fact_said(config, key), str) and value
    )


def fact_said(config: Mapping[str, Any], key: str) -> Any:
    """Return what a configuration says under a dotted key, or None."""
    value: Any = config
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _place(node: Any, keys: list[str]) -> tuple[int, int]:
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node else (1, 1)
