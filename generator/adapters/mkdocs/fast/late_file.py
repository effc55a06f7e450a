"""A file whose content is made or read when it is asked for, and in a build let go of then."""

import os.path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.adapters.mkdocs.fast.write_file import write_file
from generator.model.output import Content, Output


class LateFile(File):
    """An output among MkDocs's files; it holds no content of its own."""

    output: Output | None
    _is_kept: bool

    @classmethod
    def of(cls, config: MkDocsConfig, output: Output, is_kept: bool = False) -> "LateFile":
        """Return the file of an output, which MkDocs takes for one of the plugin that runs.

        One that `is_kept` can be written again.
        """
        file: LateFile = cls.generated(config, output.path, content=b"")  # type: ignore[assignment]
        file.src_uri = output.path  # the same object
        file.output = output
        file._is_kept = is_kept
        # With attributes that it gets later than others of its class, it would take a KB more.
        file.page = None
        _ = file.url
        return file

    @property  # type: ignore[misc]  # none is ever set
    def content_bytes(self) -> bytes:
        """The content, made each time that it is read."""
        content = self._made
        return content.encode() if isinstance(content, str) else content

    @property  # type: ignore[misc]
    def content_string(self) -> str:
        """The content of a page."""
        content = self._made
        return content if isinstance(content, str) else content.decode()

    @property
    def _made(self) -> Content:
        return self.output.content if self.output else b""

    @property
    def abs_dest_path(self) -> str:
        """Where it is written, which is asked for once: MkDocs's own keeps it."""
        return os.path.normpath(f"{self.dest_dir}/{self.dest_uri}")

    def copy_file(self, dirty: bool = False) -> None:
        """Write it where the site's files stand; unless kept, it has no content from then on."""
        write_file(self.content_bytes, self.abs_dest_path)
        if not self._is_kept:
            self.output = None
