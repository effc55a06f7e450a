"""The folder that a site is written to. In a preview it stays, but for what an edit changes.

MkDocs empties it before each build, so it is moved aside meanwhile. After an edit it holds the same
bytes as a fresh build of the same files.
"""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from mkdocs.structure.files import File

from generator.adapters.mkdocs.fast.late_file import LateFile
from generator.adapters.mkdocs.fast.write_file import write_file


class SiteFolder:
    """What stands in the folder, as far as we have written it."""

    def __init__(self) -> None:
        self._written: dict[str, object] = {}
        """What stands in each file, or what reads that from the disk; of a page its digest."""
        self._files: set[str] = set()

    def put_aside(self, folder: Path) -> None:
        """Before MkDocs empties the folder."""
        if folder.is_dir():
            folder.rename(_aside(folder))

    def put_back(self, folder: Path) -> bool:
        """After that; return whether it was there."""
        is_there = _aside(folder).is_dir()
        if is_there:
            _aside(folder).rename(folder)
        else:
            self.forget()
        return is_there

    def holds(self, file: File) -> bool:
        """Return whether a file stands there; if not, MkDocs is about to copy it there.

        It is either of ours, or lies in a folder in which no file changes.
        """
        output = file.output if isinstance(file, LateFile) else None
        content = output.made if output else file.src_dir
        is_there = self._written.get(file.dest_uri) == content
        self._written[file.dest_uri] = content
        return is_there

    def write(self, file: File, html: str, is_kept: bool) -> None:
        """Write a page as MkDocs does, unless it stands there already."""
        content = html.encode(errors="xmlcharrefreplace")
        if is_kept:
            digest = blake2b(content, digest_size=20).digest()
            if self._written.get(file.dest_uri) == digest:
                return
            self._written[file.dest_uri] = digest
        write_file(content, file.abs_dest_path)

    def tidy(self, folder: Path, files: Iterable[File]) -> None:
        """Take away what an earlier build has left and this one does not have."""
        now = {file.dest_uri for file in files}
        for gone in self._files - now:
            self._written.pop(gone, None)
            (folder / gone).unlink(missing_ok=True)
            for parent in list(Path(gone).parents)[:-1]:
                if (folder / parent).is_dir() and not any((folder / parent).iterdir()):
                    (folder / parent).rmdir()
        self._files = now

    def forget(self) -> None:
        """Write everything anew: nobody knows what stands there."""
        self._written.clear()


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.kept")
