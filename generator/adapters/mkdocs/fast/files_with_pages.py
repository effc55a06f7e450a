"""MkDocs's files, of which MkDocs asks ten times a build which ones are pages."""

from collections.abc import Callable, Iterable

from mkdocs.structure.files import File, Files, InclusionLevel

Choice = Callable[[InclusionLevel], bool]


class FilesWithPages(Files):
    """These files; which are pages is found out once."""

    def __init__(self, files: Files, is_there: Callable[[File], bool] = lambda _: False) -> None:
        """Are those files; one that is no page is not copied where it `is_there`."""
        self.__dict__ = files.__dict__
        self._is_there = is_there
        self._pages: list[File] | None = None

    def append(self, file: File) -> None:
        """Add a file."""
        super().append(file)
        self._pages = None

    def remove(self, file: File) -> None:
        """Take a file away."""
        super().remove(file)
        self._pages = None

    def documentation_pages(self, *, inclusion: Choice = InclusionLevel.is_included) -> list[File]:
        """Return the pages that are included so far."""
        if self._pages is None:
            self._pages = [file for file in self if file.is_documentation_page()]
        return chosen(self._pages, inclusion)

    def hold_back(self, are_held: Callable[[File], bool]) -> None:
        """Call some pages none from now on."""
        self._pages = [file for file in self._pages or () if not are_held(file)]

    def copy_static_files(
        self, dirty: bool = False, *, inclusion: Choice = InclusionLevel.is_included
    ) -> None:
        """Copy what is no page, and is not there."""
        for file in chosen(self, inclusion):
            if not (file.is_documentation_page() or self._is_there(file)):
                file.copy_file(dirty)


def chosen(files: Iterable[File], inclusion: Choice) -> list[File]:
    """Return the files of which `inclusion` is true; of each level it is asked once."""
    levels = tuple(filter(inclusion, InclusionLevel))
    return [file for file in files if file.inclusion in levels]
