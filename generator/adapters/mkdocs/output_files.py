"""Outputs as files of MkDocs: their content, and their places among the other files."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from generator.model.output import Output


def generated_file(config: MkDocsConfig, output: Output) -> File:
    """Return an output as a generated file."""
    return File.generated(config, output.path, content=_content(output))


def refuse_taken_paths(ours: Iterable[File], files: Files) -> None:
    """Raise PluginError where one of our files has the path of another."""
    for file in ours:
        if taken := files.src_uris.get(file.src_uri):
            by = taken.generated_by or taken.src_uri
            raise PluginError(
                f"chronology: {file.src_uri} is made by {by} as well: rename it there"
            )


def as_on_disk(files: Iterable[File]) -> Files:
    """Return the files in the order in which MkDocs would find them on disk."""
    return Files(sorted(files, key=_place))


def _place(file: File) -> tuple[str, bool, str]:
    """Return what orders files as MkDocs's `file_sort_key` does, which takes paths apart."""
    folder, _, name = file.src_uri.rpartition("/")
    return folder.replace("/", "\0"), file.name != "index", name


def _content(output: Output) -> str | bytes:
    """Return the content, in bytes if no page: MkDocs writes text with the system's line ends."""
    content = output.content
    return content.encode() if isinstance(content, str) and not output.is_page else content
