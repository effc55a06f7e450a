"""Links into the repository of the data: to a file, its history, and the form for errors.

Each forge has addresses of its own; where it is not known which one shows a repository, there are
no links.
"""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from generator.model.records import Repository

REPORT_FORM = "report-an-error.yml"
"""The form for issues, in `.github/ISSUE_TEMPLATE/` of the repository, where Forgejo looks, too."""
_HOSTS = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}


class _Forge(NamedTuple):
    """How a forge addresses a file and its history, behind the repository and before the path."""

    file: str
    history: str
    head_file: str
    """The same where no branch is named: what the repository shows by itself."""
    head_history: str


_FORGES = {
    "github": _Forge("blob/{}", "commits/{}", "blob/HEAD", "commits/HEAD"),
    "gitlab": _Forge("-/blob/{}", "-/commits/{}", "-/blob/HEAD", "-/commits/HEAD"),
    "forgejo": _Forge(
        "src/branch/{}", "commits/branch/{}", "src/commit/HEAD", "commits/commit/HEAD"
    ),
}


def file_link(repository: Repository | None, path: str) -> str | None:
    """Return the address of a file; its path is relative to the project's folder."""
    return _below(repository, path, is_history=False)


def history_link(repository: Repository | None, path: str) -> str | None:
    """Return the address of what changed in a file, and when."""
    return _below(repository, path, is_history=True)


def report_link(repository: Repository | None, title: str, fields: Mapping[str, str]) -> str | None:
    """Return the address of an issue with the form for errors, its title and fields filled in."""
    if repository is None or (forge := _forge(repository)) is None:
        return None
    match forge:
        case "github":
            asked, page = {"template": REPORT_FORM, "title": title, **fields}, "issues/new"
        case "forgejo":
            filled = {f"field:{name}": value for name, value in fields.items()}
            template = f".github/ISSUE_TEMPLATE/{REPORT_FORM}"
            asked, page = {"template": template, "title": title, **filled}, "issues/new"
        case _:  # GitLab has no forms: what would fill one is the text
            text = "\n".join(fields.values())
            asked = {"issue[title]": title, "issue[description]": text}
            page = "-/issues/new"
    return f"{_root(repository)}/{page}?{urlencode(asked, quote_via=quote)}"


def _below(repository: Repository | None, path: str, is_history: bool) -> str | None:
    if repository is None or (name := _forge(repository)) is None:
        return None
    forge, branch = _FORGES[name], quote(repository.branch or "")
    if branch:
        place = (forge.history if is_history else forge.file).format(branch)
    else:
        place = forge.head_history if is_history else forge.head_file
    folder = (repository.path or "").strip("/")
    return f"{_root(repository)}/{place}/{quote(f'{folder}/{path}'.lstrip('/'))}"


def _forge(repository: Repository) -> str | None:
    return repository.forge or _HOSTS.get(urlsplit(repository.url).hostname or "")


def _root(repository: Repository) -> str:
    return repository.url.rstrip("/").removesuffix(".git")
