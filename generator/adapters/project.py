"""The project around a chronology: its mkdocs.yml, its docs/ and its events/, for every command.

mkdocs.yml is the project's own and trusted. It is read by MkDocs's own reader, which follows
`INHERIT` and `!ENV`, so a command sees the project that `mkdocs build` sees. Plugins are not
loaded for that, and the code that a tag such as `!!python/name` names is not imported.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.adapters.handwritten_files import handwritten, stray_files
from generator.model.problems import Problem
from generator.support.links import lies_in

CONFIGS = ("mkdocs.yml", "mkdocs.yaml")
"""What MkDocs looks for, in this order."""
PLUGIN = "chronology"


class ProjectError(Exception):
    """The project cannot be used as it stands; the text says why and what to do."""


def refuse_link_out(project: Path, target: Path) -> None:
    """Raise a ProjectError where a path in the project leads out of it by a link.

    What is made there would be written, and what stood there deleted, somewhere else.
    """
    target = Path(os.path.normpath(target.absolute()))
    is_named_inside = any(
        target.is_relative_to(folder) for folder in (project.absolute(), project.resolve())
    )
    if is_named_inside and not lies_in(target, project):
        raise ProjectError(
            f"E116 {target} leads out of the project by a link: name the folder itself"
        )


class Tagged:
    """A value of mkdocs.yml with a tag that only MkDocs understands."""

    def __init__(self, node: yaml.Node) -> None:
        """Keep the node, to be written again as it is."""
        self.node = node


class TagKeeper(yaml.SafeLoader):
    """Reads every tag that is not plain YAML as `Tagged`."""


def _keep(loader: TagKeeper, suffix: str, node: yaml.Node) -> Tagged:
    return Tagged(node)


TagKeeper.add_multi_constructor("!", _keep)
TagKeeper.add_multi_constructor("tag:yaml.org,2002:python/", _keep)


class Project:
    """A folder with a mkdocs.yml."""

    def __init__(self, folder: Path) -> None:
        """Read mkdocs.yml; a ProjectError where there is none or it is no mapping."""
        self.folder = folder.resolve()
        paths = [self.folder / name for name in CONFIGS]
        self.config_file = next(filter(Path.is_file, paths), paths[0])
        if not self.config_file.is_file():
            raise ProjectError(f"there is no {CONFIGS[0]} in {folder}: name the project's folder")
        self._config = read_config(self.config_file)

    @property
    def docs(self) -> Path:
        """The folder of the hand-written pages."""
        return self.folder / (self._config.get("docs_dir") or "docs")

    @property
    def events(self) -> Path:
        """The folder of the chronology, as the plugin's option names it."""
        options = _plugin_options(self._config.get("plugins"))
        return self.folder / (options.get("events") or "events")

    @property
    def overrides(self) -> Path | None:
        """The folder of the project's own templates, if it has one."""
        theme = self._config.get("theme")
        folder = theme.get("custom_dir") if isinstance(theme, dict) else None
        return self.folder / folder if folder else None

    def refuse_other_themes(self) -> None:
        """Raise ProjectError where the theme is another one than our pages are made for.

        One that extends it is none of these.
        """
        from mkdocs.theme import Theme  # as in `read_config`
        from mkdocs.utils import get_theme_dir, get_theme_names

        theme = self._config.get("theme") or "mkdocs"  # as MkDocs has it
        name = theme.get("name") if isinstance(theme, dict) else theme
        is_there = name in get_theme_names()
        if not is_there or get_theme_dir("material") not in Theme(name).dirs:
            raise ProjectError(other_theme(name))

    @property
    def hooks(self) -> tuple[Path, ...]:
        """The files of the project's hooks."""
        return tuple(self.folder / hook for hook in self._config.get("hooks") or ())

    @property
    def handwritten(self) -> Mapping[str, str]:
        """The files below docs/ that people wrote; see `handwritten`."""
        return handwritten(self.folder, self.docs)

    @property
    def stray_files(self) -> Collection[Problem]:
        """What must not be read among the pages and templates; see `stray_files`."""
        folders = [self.docs, *([self.overrides] if self.overrides else [])]
        return stray_files(self.folder, folders).values()

    @property
    def written_pages(self) -> Iterator[tuple[str, str]]:
        """The path below docs/ and the Markdown of each page that MkDocs would show.

        `exclude_docs` of mkdocs.yml is followed, as are the patterns that MkDocs leaves out itself.
        """
        from pathspec.gitignore import GitIgnoreSpec

        lines = [".*", "/templates/", *str(self._config.get("exclude_docs") or "").splitlines()]
        lines += str(self._config.get("draft_docs") or "").splitlines()
        is_left_out = GitIgnoreSpec.from_lines(lines).match_file
        for path in self.handwritten:
            if path.endswith(".md") and not is_left_out(path):
                yield path, (self.docs / path).read_text("utf-8-sig", errors="replace")


def other_theme(name: object) -> str:
    """Return what is said of a theme that our pages are not made for."""
    return f"the pages need theme: material, not {name}"


def read_config(path: Path, is_kept: bool = False) -> dict[str, Any]:
    """Return what a mkdocs.yml holds, with what it inherits. Raises ProjectError.

    Values from the environment are read, or kept as `Tagged` where `is_kept`.
    """
    # Here, for it is slow, and most of what is imported for a command does without.
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    loader: Any = TagKeeper if is_kept else get_yaml_loader(TagKeeper)
    try:
        with path.open("rb") as file:
            config: object = yaml_load(file, loader)
    except (ConfigurationError, UnicodeDecodeError, TypeError, AttributeError) as error:
        reason = str(error).splitlines()[0]
        raise ProjectError(f"{path} cannot be read: {reason}") from None
    if not isinstance(config, dict) or not config:
        raise ProjectError(f"{path} holds no keys: see the README for a working one")
    return config


def inherited_config(path: Path) -> str | None:
    """Return the path in `INHERIT` of a mkdocs.yml, relative to it. Raises ProjectError."""
    try:
        config = yaml.load(path.read_bytes(), TagKeeper)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ProjectError(f"{path} cannot be read: {str(error).splitlines()[0]}") from None
    parent = config.get("INHERIT") if isinstance(config, dict) else None
    return parent if isinstance(parent, str) else None


def _plugin_options(plugins: object) -> dict[str, Any]:
    """Return the options of our plugin, in either form in which MkDocs takes `plugins`."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    mappings = (entry for entry in entries if isinstance(entry, dict))
    return next((entry[PLUGIN] or {} for entry in mappings if PLUGIN in entry), {})
