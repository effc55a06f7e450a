"""Files of which the pages are found once are MkDocs's files in all else."""

from pathlib import Path

from mkdocs.structure.files import File, Files, InclusionLevel

from generator.adapters.mkdocs.fast.files_with_pages import FilesWithPages


def _file(path: str, folder: Path) -> File:
    return File(path, str(folder), str(folder / "site"), use_directory_urls=True)


def test_pages_are_those_that_mkdocs_finds_after_each_change(tmp_path: Path) -> None:
    plain = Files([_file(path, tmp_path) for path in ("index.md", "a.css", "b.md")])
    ours = FilesWithPages(Files(plain))
    found = [ours.documentation_pages()]
    added = _file("c.md", tmp_path)
    for files in (plain, ours):
        files.append(added)
    found.append(ours.documentation_pages())
    assert found[1] == plain.documentation_pages() == [*found[0], added]
    added.inclusion = InclusionLevel.EXCLUDED
    assert ours.documentation_pages() == plain.documentation_pages() == found[0]
    added.inclusion = InclusionLevel.INCLUDED
    ours.remove(added)
    assert ours.documentation_pages() == found[0] != plain.documentation_pages()
