"""The project around a chronology: its mkdocs.yml, its docs/, and a folder that stands without us.

`mkdocs.yml` is the project's own and trusted; it is read as a tree of nodes, so that tags that only
MkDocs understands survive when it is written again.
"""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from generator.model.output import Output

CONFIG = "mkdocs.yml"
PLUGIN = "chronology"
THEME_FOLDER = "theme"
# What shows that a folder was made by us, so that it may be made anew.
MARKER = ".made-by-chronology"


class ProjectError(Exception):
    """The project cannot be used as it stands; the text says why and what to do."""


class Project:
    """A folder with a mkdocs.yml."""

    def __init__(self, folder: Path) -> None:
        """Reads mkdocs.yml; a ProjectError where there is none or it is no mapping."""
        self.folder = folder.resolve()
        path = self.folder / CONFIG
        if not path.is_file():
            raise ProjectError(f"there is no {CONFIG} in {folder}: name the project's folder")
        try:
            root = yaml.compose(path.read_text("utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            reason = str(error).splitlines()[0]
            raise ProjectError(f"{path} cannot be read: {reason}") from None
        if not isinstance(root, yaml.MappingNode):
            raise ProjectError(f"{path} holds no keys: see the README for a working one")
        self._root = root

    @property
    def docs(self) -> Path:
        """The folder of the hand-written pages."""
        return self.folder / _scalar(_get(self._root, "docs_dir"), "docs")

    @property
    def events(self) -> Path:
        """The folder of the chronology, as the plugin's option names it."""
        options = _plugin_options(_get(self._root, "plugins"))
        return self.folder / _scalar(_get(options, "events"), "events")

    @property
    def handwritten(self) -> Mapping[str, str]:
        """The files below docs/ that people wrote; see `handwritten`."""
        return handwritten(self.folder, self.docs)

    def write(self, to: Path, outputs: Iterable[Output], theme: Path) -> int:
        """Write a folder from which MkDocs alone builds the same site; the number of outputs.

        The folder must be empty, missing, or made by an earlier call; else a ProjectError. It is
        made beside its place and moved there at the end, so that it is never half-written.
        """
        to = to.absolute()
        own_theme = _scalar(_get(_get(self._root, "theme"), "custom_dir"), "")
        read = [self.docs, self.events, *([self.folder / own_theme] if own_theme else [])]
        _refuse_foreign(to, self.folder, read)
        to.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{to.name}.", dir=to.parent) as made:
            work = Path(made) / to.name
            work.mkdir()
            count = self._fill(work, outputs, theme, own_theme)
            if to.exists():
                shutil.rmtree(to)
            work.rename(to)
        return count

    def _fill(self, work: Path, outputs: Iterable[Output], theme: Path, own_theme: str) -> int:
        shutil.copytree(self.docs, work / "docs")
        shutil.copytree(theme, work / THEME_FOLDER)
        if own_theme:  # the project's overrides lie above ours
            shutil.copytree(self.folder / own_theme, work / THEME_FOLDER, dirs_exist_ok=True)
        pages: dict[str, None] = {}
        count = 0
        for output in outputs:
            path = work / "docs" / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            content = output.read()
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            count += 1
            if output.is_page:
                first, slash, _ = output.path.partition("/")
                pages[f"/{first}{slash}"] = None
        (work / CONFIG).write_text(self._standalone(pages), "utf-8", newline="\n")
        (work / MARKER).write_text("Made by the chronology's generator; made anew each time.\n")
        return count

    def _standalone(self, not_in_nav: Iterable[str]) -> str:
        """The configuration without our plugin: what it does is in the folder."""
        kept = {k: v for k, v in _items(self._root).items() if k not in {"docs_dir", "watch"}}
        theme, plugins = _get(self._root, "theme"), _get(self._root, "plugins")
        if isinstance(theme, yaml.ScalarNode):
            theme = _mapping({"name": theme})
        replaced: dict[str, yaml.Node] = {
            "theme": _mapping({**_items(theme), "custom_dir": _text(THEME_FOLDER)}),
            "not_in_nav": _text(
                "".join(
                    f"{line}\n"
                    for line in [_scalar(_get(self._root, "not_in_nav"), ""), *not_in_nav]
                )
            ),
        }
        if plugins is not None:
            replaced["plugins"] = _without_plugin(plugins)
        root = _mapping({**kept, **replaced})
        return str(yaml.serialize(root, allow_unicode=True, width=100))


def handwritten(project: Path, docs: Path) -> Mapping[str, str]:
    """The files below a docs folder, by path below it, each with its path below the project."""
    try:
        shown = docs.relative_to(project)
    except ValueError:
        shown = docs
    return {
        path.relative_to(docs).as_posix(): (shown / path.relative_to(docs)).as_posix()
        for path in sorted(docs.rglob("*"))
        if path.is_file()
    }


def _refuse_foreign(to: Path, project: Path, read: Iterable[Path]) -> None:
    if project == to or to in project.parents:
        raise ProjectError(f"{to} holds the project itself: name another folder")
    for folder in map(Path.resolve, read):
        if folder in (place := to.resolve(), *place.parents):
            raise ProjectError(f"{to} lies in {folder}, which is read: name another folder")
    if to.exists() and not to.is_dir():
        raise ProjectError(f"{to} is a file: name a folder")
    if to.is_dir() and any(to.iterdir()) and not (to / MARKER).is_file():
        raise ProjectError(f"{to} is not empty and was not made by a build: name another folder")


def _get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return _items(node).get(key)


def _items(node: yaml.Node | None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def _scalar(node: yaml.Node | None, default: str) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) and node.value else default


def _plugin_options(plugins: yaml.Node | None) -> yaml.Node | None:
    if isinstance(plugins, yaml.MappingNode):
        return _get(plugins, PLUGIN)
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else []
    return next((found for item in items if (found := _get(item, PLUGIN))), None)


def _without_plugin(plugins: yaml.Node) -> yaml.Node:
    if isinstance(plugins, yaml.MappingNode):
        return _mapping({k: v for k, v in _items(plugins).items() if k != PLUGIN})
    kept = [item for item in plugins.value if item.value != PLUGIN and not _get(item, PLUGIN)]
    return yaml.SequenceNode("tag:yaml.org,2002:seq", kept)


def _mapping(items: Mapping[str, yaml.Node]) -> yaml.MappingNode:
    return yaml.MappingNode(
        "tag:yaml.org,2002:map", [(_text(key), value) for key, value in items.items()]
    )


def _text(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)
