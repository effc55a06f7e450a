"""Files of ours are kept from one build to the next for as long as nothing changes them."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation

from generator.adapters.mkdocs.fast.fast_theme import FastTheme
from generator.adapters.mkdocs.fast.kept_files import KeptFiles, titles_in
from generator.model.output import Output

_OUTPUT = Output("events/one/index.md", "# One", "events/one.yml")


def _config(project: Path, **settings: Any) -> MkDocsConfig:
    config = load_config(str(project / "mkdocs.yml"), **settings)
    config.plugins._current_plugin = "chronology"  # as MkDocs does around each hook
    return config


def _file(kept: KeptFiles, config: MkDocsConfig, output: Output) -> File:
    kept.begin(config)
    make = lambda output: File.generated(config, output.path, content=str(output.content))  # noqa: E731
    return kept.get(output, make)


@pytest.mark.parametrize(
    ("settings", "is_kept"),
    [
        ({}, True),
        ({"site_name": "Other"}, True),
        ({"site_url": "https://other.example/"}, False),
        ({"site_dir": "other"}, False),
        ({"use_directory_urls": False}, False),
        ({"nav": ["index.md"]}, False),
        ({"draft_docs": "/events/"}, False),
        ({"markdown_extensions": ["attr_list"]}, False),
    ],
)
def test_a_file_is_kept_while_no_setting_changes_it(
    settings: dict[str, Any], is_kept: bool, rivers: Path
) -> None:
    kept = KeptFiles()
    before = _file(kept, _config(rivers), _OUTPUT)
    assert (_file(kept, _config(rivers, **settings), _OUTPUT) is before) == is_kept


def test_another_output_has_another_file(rivers: Path) -> None:
    kept, config = KeptFiles(), _config(rivers)
    before = _file(kept, config, _OUTPUT)
    other = Output(_OUTPUT.path, "# Other", _OUTPUT.origin)
    assert _file(kept, config, other).content_string == "# Other" != before.content_string


def test_a_file_that_a_build_does_without_is_let_go_of(rivers: Path) -> None:
    kept, config = KeptFiles(), _config(rivers)
    before = _file(kept, config, _OUTPUT)
    kept.begin(config)
    assert _file(kept, config, _OUTPUT) is not before


@pytest.mark.parametrize(
    "nav",
    [
        None,
        ["a.md"],
        [{"A": "a.md"}, "b.md"],
        [{"A": "a.md"}, {"Again": "a.md"}],
        [{"All": ["a.md", {"B": "b.md"}, {"Deep": [{"C": "c.md"}]}]}],
        [{"All": {"A": "a.md", "B": "b.md"}}, {"Elsewhere": "https://example.org/"}],
        [{"All": [{"A": "a.md"}]}, {"Again": "a.md"}],
    ],
    ids=str,
)
def test_titles_are_those_of_the_navigation(nav: Any, rivers: Path) -> None:
    config = _config(rivers, nav=nav)
    files = Files([File.generated(config, f"{name}.md", content="") for name in "abc"])
    pages = get_navigation(files, config).pages
    given = {page.file.src_uri: page.title for page in pages if page.title is not None}
    titles = titles_in(config.nav)
    assert {path: titles[path] for path in titles if path in files.src_uris} == given


def test_a_theme_has_the_files_that_mkdocs_finds(rivers: Path) -> None:
    (rivers / "mine/.hidden").mkdir(parents=True)
    for name in ("own.css", ".hidden/not.css", "own.html", ".dot.css"):
        (rivers / "mine" / name).write_text("")
    theme = {"name": "material", "custom_dir": "mine"}
    plain, fast = _config(rivers, theme=theme), _config(rivers, theme=theme)
    fast.theme = FastTheme(fast.theme)
    found = []
    for config in (plain, fast, fast):
        files = Files([])
        files.add_files_from_theme(config.theme.get_env(), config)
        found.append([(file.src_uri, file.src_dir) for file in files])
    assert found[0] == found[1] == found[2]
    assert "own.css" in dict(found[0])
