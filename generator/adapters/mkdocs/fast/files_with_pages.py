"""MkDocs's files, of which MkDocs asks ten times a build which ones are pages."""

from collections.abc import Callable

from mkdocs.structure.files import File, Files, InclusionLevel


class FilesWithPages(Files):
    """These files; which are pages is found out once."""

    def __init__(self, files: Files) -> None:
        """Are those files."""
        super().__init__(files)
        self._pages: list[File] | None = None

    def append(self, file: File) -> None:
        """Add a file."""
        super().append(file)
        self._pages = None

    def remove(self, file: File) -> None:
        """Take a file away."""
        super().remove(file)
        self._pages = None

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> list[File]:
        """Return the pages that are included so far."""
        if self._pages is None:
            self._pages = [file for file in self if file.is_documentation_page()]
        return [file for file in self._pages if inclusion(file.inclusion)]
