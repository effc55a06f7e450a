"""The configuration of MkDocs as our pages need it: theme, facts of the site, no other host."""

from pathlib import Path

from material import templates  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.adapters.facts_to_configure import facts_to_configure
from generator.adapters.project import other_theme, read_config
from generator.model.records import Settings


def theme_folder() -> str:
    """Return the folder of the theme that our pages are made for, as MkDocs names it."""
    return str(Path(templates.__file__).parent)


def refuse_other_themes(config: MkDocsConfig) -> None:
    """Raise PluginError where the theme is another one than our pages are made for."""
    if theme_folder() not in config.theme.dirs:
        raise PluginError(f"chronology: {other_theme(config.theme.name)}")


def fill_in_facts(config: MkDocsConfig, settings: Settings, is_preview: bool) -> None:
    """Give MkDocs what the chronology says of the site, where mkdocs.yml says nothing."""
    config_file = Path(config.config_file_path)
    said = read_config(config_file) if config_file.is_file() else {}
    for key, fact in facts_to_configure(said, settings):
        if key.startswith("theme."):
            config.theme[key.removeprefix("theme.")] = fact
        elif key != "site_url" or not is_preview:  # a preview has an address of its own
            config[key] = fact


def leave_out_other_hosts(config: MkDocsConfig) -> None:
    """Leave out the script of another host that the theme's offline plugin wants for its search."""
    scripts = config.extra.get("polyfills")
    if isinstance(scripts, list):
        config.extra["polyfills"] = [
            script for script in scripts if "iframe-worker" not in str(script)
        ]
