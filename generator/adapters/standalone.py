"""A folder from which MkDocs alone builds the same site, without this package.

It holds docs/ with every output, the theme with the project's own templates above it, and a
mkdocs.yml that does in MkDocs's own words what our plugin does.
"""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.adapters.facts_to_configure import facts_to_configure
from generator.adapters.overrides import MAIN, above_ours
from generator.adapters.project import (
    PLUGIN,
    Project,
    ProjectError,
    Tagged,
    read_config,
    refuse_link_out,
)
from generator.model.output import Output
from generator.model.records import Settings
from generator.pipeline import Site
from generator.support.whole_folder import WholeFolder

_CONFIG = "mkdocs.yml"
_THEME = "theme"
# What shows that a folder was made by us, so that it may be made anew.
_MARKER = ".made-by-chronology"
_HOOKS = "hooks"
# What our plugin does in the end, where pages are files: a module that needs nothing of ours.
_FILE_LINKS = Path(__file__).parent / "mkdocs" / "file_links.py"
_FILE_LINKS_HOOK = f"{_HOOKS}/links_to_files.py"
_RUN_FILE_LINKS = """

def on_post_build(config, **_):
    if not config.use_directory_urls:
        link_to_files(Path(config.site_dir))
"""
# Links of our pages need no check of Zensical's. It runs no hooks: one has MkDocs check them all.
_CHECK_HOOK = f"{_HOOKS}/links_checked_by_mkdocs.py"
_NO_CHECK = f"""
# For Zensical alone, whose check of links reads every byte of every page, and takes longer than all
# else that it does. MkDocs checks links as ever: {_CHECK_HOOK}.
# A project that says `validation` in its own mkdocs.yml has that here, for both.
validation: {{links: {{not_found: ignore, anchors: ignore}}}}
"""
_CHECK_BY_MKDOCS = """\
import logging


def on_config(config, **_):
    config.validation.links.update(not_found=logging.WARNING, anchors=logging.INFO)
"""
# The theme's own search, whose index nobody would read.
_SEARCH = ("search", "material/search")
# Our extension of Markdown only saves time; it is not there where this package is not.
_EXTENSIONS = ("finished_html", "generator.adapters.mkdocs.finished_html")
# The pages that lead to all others.
_LEADING = ("index", "timeline", "differences", "actors", "places", "sources", "about")


class _Writer(yaml.SafeDumper):
    """Writes tagged values as they were."""


_Writer.add_representer(Tagged, lambda writer, value: value.node)


def write_standalone(
    project: Project, to: Path, site: Site, theme: Path, more: Iterable[Output] = ()
) -> int:
    """Write the folder, with `more` outputs than those of the site; the number of all of them.

    It must be empty, missing, or made by an earlier call; else a ProjectError. It is
    published whole or not at all: after an OSError it is as it was.
    """
    to = to.absolute()
    refuse_link_out(project.folder, to)
    _refuse_foreign(to, project)
    with WholeFolder(to) as made:
        count = _fill(made.folder, project, site.chronology.settings, theme, (*site.outputs, *more))
        made.publish()
    return count


def not_in_nav(outputs: Iterable[Output], has_nav: bool) -> Iterator[str]:
    """Yield the patterns of the pages that stand in no navigation, for MkDocs's key of that name.

    A site without a navigation of its own gets one of the pages that lead to all others.
    """
    first = {output.path.partition("/")[::2] for output in outputs if output.is_page}
    for name in sorted({f"{name}/" if rest else name for name, rest in first}):
        stem = name.removesuffix(".md").rstrip("/")
        if has_nav or stem not in _LEADING:
            yield f"/{name}"
        elif name.endswith("/"):
            yield f"/{name}*/"


def standalone_config(project: Project, settings: Settings, outputs: Iterable[Output]) -> str:
    """Return the configuration without our plugin.

    What that does is in the folder, and what it says is told.
    """
    config = read_config(project.config_file, is_kept=True)
    has_nav = config.get("nav") is not None
    theme = config.get("theme")
    lines = [*not_in_nav(outputs, has_nav), *str(config.get("not_in_nav") or "").splitlines()]
    kept = {key: value for key, value in config.items() if key not in {"docs_dir", "watch"}}
    kept["theme"] = {
        **(theme if isinstance(theme, dict) else {"name": theme}),
        "custom_dir": _THEME,
    }
    for key, fact in facts_to_configure(config, settings):
        into = kept["theme"] if key.startswith("theme.") else kept
        # YAML writes plain strings alone.
        into[key.removeprefix("theme.")] = str(fact) if isinstance(fact, str) else fact
    kept["not_in_nav"] = "".join(f"{line}\n" for line in lines)
    kept["hooks"] = [*(f"{_HOOKS}/{hook.name}" for hook in project.hooks), _FILE_LINKS_HOOK]
    no_check = ""
    if kept.get("validation") is None:
        kept.pop("validation", None)
        kept["hooks"].insert(0, _CHECK_HOOK)  # a hook of the project has the last word
        no_check = _NO_CHECK
    # Where none are named, MkDocs adds none, and Zensical adds two dozen: a sign behind each
    # heading, other letters in what people wrote, and time.
    kept["markdown_extensions"] = kept.get("markdown_extensions") or []
    for key, names in (("plugins", (PLUGIN,)), ("markdown_extensions", _EXTENSIONS)):
        if key in kept:
            kept[key] = _without(kept[key], names)
    if "plugins" in kept:
        kept["plugins"] = _without_other_search(kept["plugins"])
    text = yaml.dump(kept, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=100)
    return f"{text}{no_check}"


def _fill(
    work: Path, project: Project, settings: Settings, theme: Path, outputs: tuple[Output, ...]
) -> int:
    if project.docs.is_dir():
        shutil.copytree(project.docs, work / "docs", ignore_dangling_symlinks=True)
    shutil.copytree(theme, work / _THEME)
    if project.overrides:  # the project's own lie above ours
        shutil.copytree(
            project.overrides, work / _THEME, dirs_exist_ok=True, ignore_dangling_symlinks=True
        )
        main = work / _THEME / MAIN
        main.write_text(above_ours(main.read_text("utf-8")), "utf-8", newline="\n")
    (work / _HOOKS).mkdir()
    for hook in project.hooks:
        shutil.copyfile(hook, work / _HOOKS / hook.name)
    file_links = _FILE_LINKS.read_text("utf-8") + _RUN_FILE_LINKS
    (work / _FILE_LINKS_HOOK).write_text(file_links, "utf-8", newline="\n")
    for output in outputs:
        path = work / "docs" / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        content = output.content
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    config = standalone_config(project, settings, outputs)
    if _CHECK_HOOK in config:
        (work / _CHECK_HOOK).write_text(_CHECK_BY_MKDOCS, "utf-8", newline="\n")
    (work / _CONFIG).write_text(config, "utf-8", newline="\n")
    (work / _MARKER).write_text("Made by the chronology's generator; made anew each time.\n")
    return len(outputs)


def _refuse_foreign(to: Path, project: Project) -> None:
    if project.folder == to or to in project.folder.parents:
        raise ProjectError(f"{to} holds the project itself: name another folder")
    read = [project.docs, project.events, *([project.overrides] if project.overrides else [])]
    for folder in map(Path.resolve, read):
        if folder in (place := to.resolve(), *place.parents):
            raise ProjectError(f"{to} lies in {folder}, which is read: name another folder")
    if to.exists() and not to.is_dir():
        raise ProjectError(f"{to} is a file: name a folder")
    if to.is_dir() and any(to.iterdir()) and not (to / _MARKER).is_file():
        raise ProjectError(f"{to} is not empty and was not made by a build: name another folder")


def _without_other_search(entries: Any) -> Any:
    """Return the plugins with the theme's search off: the folder holds the site's own."""
    if isinstance(entries, dict):
        return {key: _off(value) if key in _SEARCH else value for key, value in entries.items()}
    return [
        {key: _off(value) for key, value in entry.items()}
        if isinstance(entry, dict) and entry.keys() <= {*_SEARCH}
        else {entry: _off(None)}
        if isinstance(entry, str) and entry in _SEARCH
        else entry
        for entry in entries or ()
    ]


def _off(options: Any) -> dict[str, Any]:
    return {**(options or {}), "enabled": False}


def _without(entries: Any, names: tuple[str, ...]) -> Any:
    """Return a list or a mapping of plugins or extensions without some of them."""
    if isinstance(entries, dict):
        return {key: value for key, value in entries.items() if key not in names}
    keys = [
        (next(iter(entry), "") if isinstance(entry, dict) else entry) for entry in entries or ()
    ]
    return [entry for key, entry in zip(keys, entries or (), strict=True) if key not in names]
