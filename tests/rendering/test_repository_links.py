"""Links into the repository of the data, as each forge addresses its pages."""

from typing import Any

import pytest

from generator.model.records import Repository, Settings
from generator.rendering.parts.repository_links import file_link, history_link, report_link

FILE = "events/2021/2021-05-06-gate-opens.yml"
CASES: dict[str, tuple[dict[str, str], str, str, str]] = {
    "GitHub, by its host": (
        {"url": "https://github.com/me/rivers.git"},
        f"https://github.com/me/rivers/blob/HEAD/{FILE}",
        f"https://github.com/me/rivers/commits/HEAD/{FILE}",
        "https://github.com/me/rivers/issues/new?template=report-an-error.yml&title=A%20%26%20b"
        "&event=e",
    ),
    "a branch, and a folder of the repository": (
        {"url": "https://github.com/me/rivers/", "branch": "data #1", "path": "/the data/"},
        f"https://github.com/me/rivers/blob/data%20%231/the%20data/{FILE}",
        f"https://github.com/me/rivers/commits/data%20%231/the%20data/{FILE}",
        "https://github.com/me/rivers/issues/new?template=report-an-error.yml&title=A%20%26%20b"
        "&event=e",
    ),
    "GitLab on a host of its own": (
        {"url": "https://git.example/group/rivers", "forge": "gitlab", "branch": "main"},
        f"https://git.example/group/rivers/-/blob/main/{FILE}",
        f"https://git.example/group/rivers/-/commits/main/{FILE}",
        "https://git.example/group/rivers/-/issues/new?issue%5Btitle%5D=A%20%26%20b"
        "&issue%5Bdescription%5D=e",
    ),
    "GitLab, by its host": (
        {"url": "https://gitlab.com/me/case"},
        f"https://gitlab.com/me/case/-/blob/HEAD/{FILE}",
        f"https://gitlab.com/me/case/-/commits/HEAD/{FILE}",
        "https://gitlab.com/me/case/-/issues/new?issue%5Btitle%5D=A%20%26%20b"
        "&issue%5Bdescription%5D=e",
    ),
    "Forgejo, by the host of Codeberg": (
        {"url": "https://codeberg.org/me/case"},
        f"https://codeberg.org/me/case/src/commit/HEAD/{FILE}",
        f"https://codeberg.org/me/case/commits/commit/HEAD/{FILE}",
        "https://codeberg.org/me/case/issues/new?template=.github%2FISSUE_TEMPLATE%2F"
        "report-an-error.yml&title=A%20%26%20b&field%3Aevent=e",
    ),
    "Forgejo with a branch": (
        {"url": "https://git.example/me/case", "forge": "forgejo", "branch": "main"},
        f"https://git.example/me/case/src/branch/main/{FILE}",
        f"https://git.example/me/case/commits/branch/main/{FILE}",
        "https://git.example/me/case/issues/new?template=.github%2FISSUE_TEMPLATE%2F"
        "report-an-error.yml&title=A%20%26%20b&field%3Aevent=e",
    ),
}


@pytest.mark.parametrize(("said", "file", "history", "report"), CASES.values(), ids=CASES)
def test_links_follow_the_forge(said: Any, file: str, history: str, report: str) -> None:
    repository = Repository(**said)
    assert file_link(repository, FILE) == file
    assert history_link(repository, FILE) == history
    assert report_link(repository, "A & b", {"event": "e"}) == report


@pytest.mark.parametrize("repository", [None, Repository(url="https://git.example/me/case")])
def test_there_are_no_links_where_nobody_knows_how_they_are_written(
    repository: Repository | None,
) -> None:
    assert file_link(repository, FILE) is None
    assert history_link(repository, FILE) is None
    assert report_link(repository, "A", {}) is None


def test_an_address_alone_is_a_repository() -> None:
    settings = Settings.model_validate({"title": "X", "repository": "https://codeberg.org/me/x"})
    assert settings.repository == Repository(url="https://codeberg.org/me/x")
