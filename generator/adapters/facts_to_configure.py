"""What a site builder is told of the site by us, where mkdocs.yml says nothing of it."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from markupsafe import escape

from generator.adapters.site_facts import fact_said
from generator.model.records import Settings
from generator.rendering.language import ENGLISH, nearest_language, theme_messages
from generator.validation.rules.site_facts import site_facts


def facts_to_configure(config: Mapping[str, Any], settings: Settings) -> Iterator[tuple[str, Any]]:
    """Yield what a site builder is to be told by us: the key and the value of what it is not told.

    Not the repository, of which the theme would ask its forge how many stars it has; and only a
    language in which the theme has words. What our own templates say is told in any case. A text is
    markup: the theme prints it as it stands in one place, and escapes what is none in another.
    """
    language = nearest_language(settings.language)
    if language is not ENGLISH:
        yield "theme.chronology_messages", theme_messages(language)
    if settings.licence and not fact_said(config, "copyright"):
        licence = language.gettext("Licence: %(licence)s.", licence=settings.licence)
        yield "copyright", escape(licence)
    for key, (_, value) in site_facts(settings).items():
        if value is None or key == "repo_url" or fact_said(config, key):
            continue
        if key != "theme.language":
            yield key, f"{value.rstrip('/')}/" if key == "site_url" else escape(value)
        elif tag := next(filter(_has_words, (value, value.partition("-")[0])), None):
            yield key, str(tag)


def _has_words(language: str) -> bool:
    theme = find_spec("material")
    folders = theme.submodule_search_locations if theme else ()
    words = f"templates/partials/languages/{language}.html"
    return any(Path(folder, words).is_file() for folder in folders or ())
