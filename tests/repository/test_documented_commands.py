"""Every command that README and docs/ print runs as it is written, one after the other."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.authoring.imports.column_map import FIELDS, MEASURES
from tests.support.cli import run
from tests.support.pages import table
from tests.support.projects import ROOT

PAGES = {
    "README.md": "nothing",
    "docs/importing.md": "a project",
    "docs/publishing.md": "nothing",
    "docs/another-subject.md": "nothing",
}
"""What is there when the first command of a page is typed."""
NOT_RUN = {
    "make": "test_developing.py compares its targets",
    "pip": "test_package.py installs the wheel",
    "mkdocs serve": "it ends by hand alone; builds are run",
}
_BLOCK = re.compile(r"^(?P<before>[^\n]*)\n\n```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.M | re.S)
_FILE = re.compile(r"`([\w-]+\.\w+)`[^`]*$")


def steps(document: str) -> Iterator[tuple[str, str]]:
    """Yield in their order what a page says to type (`$`), and each file that it says to save."""
    for block in _BLOCK.finditer((ROOT / document).read_text("utf-8")):
        if block["kind"] == "sh":
            yield from (("$", line) for line in block["body"].splitlines() if line.strip())
        elif block["kind"] in ("csv", "json") and (named := _FILE.search(block["before"])):
            yield named[1], block["body"]


@pytest.mark.build
@pytest.mark.parametrize("document", PAGES)
@pytest.mark.long
def test_every_command_runs_as_it_is_written(
    document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    _settings_of_git(tmp_path, monkeypatch)
    if PAGES[document] == "a project":
        (here / "mkdocs.yml").write_text("site_name: Gates\n")
        (here / "events").mkdir()
        (here / "events/chronology.yml").write_text("title: Gates\n")
    count = 0
    for name, text in steps(document):
        if name != "$":
            (here / name).write_text(text, "utf-8")
            continue
        words = shlex.split(text, comments=True)
        count += 1
        if words[0] == "cd":
            here /= words[1]
            assert here.is_dir(), text
        elif not {words[0], " ".join(words[:2])} & NOT_RUN.keys():
            _run(words, here)
    assert count


def _run(words: list[str], here: Path) -> None:
    if words[0] == "chronology":
        done = run(*words[1:], cwd=here)
        # A list of work ends with 1 where there is work.
        assert done.returncode == 0 or words[1] == "publish", (words, done)
        assert done.returncode < 2, (words, done)
        return
    command = [sys.executable, "-m", "mkdocs"] if words[0] == "mkdocs" else [words[0]]
    assert words[0] in ("mkdocs", "git"), words
    ended = subprocess.run([*command, *words[1:]], cwd=here, capture_output=True, text=True)
    assert ended.returncode == 0, (words, ended.stdout, ended.stderr)


def _settings_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have git write to a repository here where a page names one on a forge."""
    bare = tmp_path / "forge.git"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[user]\nname = Somebody\nemail = somebody@example.org\n"
        f'[url "{bare}"]\ninsteadOf = https://github.com/you/dam.git\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))


def test_the_table_of_columns_says_what_the_import_knows() -> None:
    page = (ROOT / "docs/importing.md").read_text("utf-8")
    rows = {row[0]: row[1] for row in table(page, "field")}
    assert {f"`{name}`": field.about for name, field in FIELDS.items()}.items() <= rows.items()
    assert ", ".join(f"`{name}`" for name in MEASURES) in rows
