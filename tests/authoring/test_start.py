"""`start`: a repository of one's own that checks, builds and publishes as it is written."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.authoring.start import VOCABULARIES
from generator.rendering.language.catalogues import GRAMMARS
from tests.support.cli import Ended, run
from tests.support.mkdocs_builds import build_here, page
from tests.support.projects import ROOT, read_files

TITLE = 'The dam: "new" <b> #1'


def _start(folder: Path, *options: str) -> Ended:
    told = ("--title", TITLE, "--subject", "Who said what: *all* of it.", "--language", "en")
    return run("start", "dam", *told, "--url", "https://dam.example/below", *options, cwd=folder)


@pytest.mark.parametrize("about", VOCABULARIES)
def test_what_is_begun_has_no_problem(about: str, tmp_path: Path) -> None:
    assert _start(tmp_path, "--about", about).returncode == 0
    done = run("check", cwd=tmp_path / "dam")
    assert (done.returncode, done.stderr) == (0, "1 events, 1 accounts, no problem\n")


@pytest.mark.parametrize("language", sorted(set(GRAMMARS) - {"en"}))
@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_each_language_tells_the_same_commands_files_and_addresses(
    name: str, language: str, tmp_path: Path
) -> None:
    """In its own words: no line of prose is that of the English text."""
    texts = {}
    for tag in ("en", language):
        folder = tmp_path / tag
        folder.mkdir()
        assert _start(folder, "--language", tag).returncode == 0
        texts[tag] = (folder / "dam" / name).read_text("utf-8")
    told = r"`[^`]+`|https?://[^\s،,]+|^    .+|[A-Z]+\.md|^\d\.|EPSG:\d+"
    english, own = (sorted(re.findall(told, text, re.MULTILINE)) for text in texts.values())
    assert own == english
    prose = [line for line in texts["en"].splitlines()[3:] if len(line) > 30 and line[0] != " "]
    assert prose
    assert [line for line in prose if line in texts[language]] == []


@pytest.mark.build
def test_what_is_begun_becomes_a_site_without_its_example(tmp_path: Path) -> None:
    assert _start(tmp_path).returncode == 0
    site = build_here(tmp_path / "dam")
    assert "The dam: &#34;new&#34; &lt;b&gt; #1" in page(site, "").replace("&quot;", "&#34;")
    assert "https://dam.example/below/timeline/" in page(site, "timeline/")
    assert "events/2021-05-04-example/index.html" not in site


def test_five_answers_are_asked_for(tmp_path: Path) -> None:
    answers = "The dam\nWho said what.\nde\nhttps://dam.example/\ndisaster\n"
    assert run("start", "dam", cwd=tmp_path, stdin=answers).returncode == 0
    settings = yaml.safe_load((tmp_path / "dam/events/chronology.yml").read_text("utf-8"))
    assert settings["title"] == "The dam"
    assert settings["language"] == "de"
    assert settings["url"] == "https://dam.example/"
    assert "homeless" in settings["measures"]


def test_a_bad_answer_is_asked_for_again_and_the_others_stay(tmp_path: Path) -> None:
    answers = "The dam\nWho.\ndeutsch\nde\ndam.example\nhttps://dam.example/\n\n"
    done = run("start", "dam", cwd=tmp_path, stdin=answers)
    assert done.returncode == 0
    assert "'deutsch' is no language code" in done.stderr + done.stdout
    settings = yaml.safe_load((tmp_path / "dam/events/chronology.yml").read_text("utf-8"))
    assert (settings["language"], settings["url"]) == ("de", "https://dam.example/")


def test_the_example_is_published_by_its_id_alone(tmp_path: Path) -> None:
    assert _start(tmp_path).returncode == 0
    dam = tmp_path / "dam"
    before = read_files(dam)
    assert "published: 0; not ready: 0" in run("publish", "--all", cwd=dam).stderr
    assert "ready: 2021-05-04-example" not in run("publish", cwd=dam).stdout
    assert read_files(dam) == before
    assert "published: 1" in run("publish", "2021-05-04-example", cwd=dam).stderr


def test_nothing_is_written_over_or_begun_with_a_bad_answer(tmp_path: Path) -> None:
    done = _start(tmp_path, "--url", "dam.example")
    assert done.returncode == 2
    assert "no web address" in done.stderr
    assert not (tmp_path / "dam").exists()
    (tmp_path / "dam").mkdir()
    (tmp_path / "dam/mine.txt").write_text("mine")
    assert _start(tmp_path).returncode == 2
    assert read_files(tmp_path / "dam") == {"mine.txt": b"mine"}


def test_what_a_killed_run_has_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "dam").mkdir()
    (tmp_path / ".dam.1a2b3c4d.chronology/old").mkdir(parents=True)
    (tmp_path / "dam/mine.txt").write_text("mine")
    done = _start(tmp_path)
    assert done.returncode == 2
    assert "is not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["dam"]


def test_workflows_are_valid_and_ask_for_this_version(tmp_path: Path) -> None:
    assert _start(tmp_path).returncode == 0
    folder = tmp_path / "dam"
    assert (folder / "requirements.txt").read_text() == f"contested-chronology=={__version__}\n"
    for schema, files in (
        ("vendor.github-workflows", "workflows/*.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/*-*.yml"),
    ):
        paths = sorted(map(str, (folder / ".github").glob(files)))
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--quiet"]
    workflows = [str(folder / ".github/workflows"), str(folder / ".forgejo/workflows/check.yml")]
    done = subprocess.run([*command, *workflows], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    for name in (".forgejo/workflows/check.yml", ".gitlab-ci.yml"):
        assert "chronology check" in (folder / name).read_text("utf-8")


def test_the_forms_for_issues_are_those_of_this_repository() -> None:
    forms = ROOT / "generator/authoring/start/forms"
    assert read_files(forms) == read_files(ROOT / ".github/ISSUE_TEMPLATE")
