"""One truth for the site: what mkdocs.yml leaves out comes from the chronology."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.cli import run
from tests.support.mkdocs_builds import build_here, configure, page, without_policy
from tests.support.projects import edit, read_files

pytestmark = pytest.mark.build
SETTINGS = "events/chronology.yml"


def _said_once(rivers: Path) -> None:
    """Leave all that the chronology says out of mkdocs.yml."""
    configure(rivers, ("site_name: The two rivers", 'site_name: ""'))
    configure(rivers, ("site_url: https://rivers.example/\n", ""))
    edit(
        rivers / SETTINGS,
        ("url: https://rivers.example/", "url: https://rivers.example/below\nlanguage: de"),
        (
            "title: A made-up water dispute",
            "title: 'Dam & \"gate\": a <b>'\ndescription: What it is",
        ),
        ("licence: CC BY 4.0", "licence: <b>CC0</b>"),
    )


def test_mkdocs_takes_what_it_is_not_told(rivers: Path) -> None:
    _said_once(rivers)
    site = build_here(rivers)
    timeline, sitemap = page(site, "timeline/"), site["sitemap.xml"].decode()
    assert '<link rel="canonical" href="https://rivers.example/below/timeline/">' in timeline
    assert '<meta name="description" content="What it is">' in page(site, "about/")
    assert '<html lang="de"' in timeline
    title = "Dam &amp; &#34;gate&#34;: a &lt;b&gt;"
    assert f"<title>Zeitleiste - {title}</title>" in timeline
    assert f'<meta property="og:site_name" content="{title}">' in timeline
    assert f'title="{title}"' in timeline
    assert ">Lizenz: &lt;b&gt;CC0&lt;/b&gt;.<" in timeline
    assert "<loc>https://rivers.example/below/timeline/</loc>" in sitemap


def test_a_folder_that_stands_alone_says_it_itself(rivers: Path) -> None:
    _said_once(rivers)
    assert run("build", "--to", "plain", cwd=rivers).returncode == 0
    config = yaml.safe_load((rivers / "plain/mkdocs.yml").read_text("utf-8"))
    assert config["site_name"] == "Dam &amp; &#34;gate&#34;: a &lt;b&gt;"
    assert config["site_url"] == "https://rivers.example/below/"
    assert config["site_description"] == "What it is"
    assert config["theme"]["language"] == "de"
    assert config["theme"]["chronology_messages"]["Timeline"] == "Zeitleiste"


def test_of_a_folder_that_stands_alone_no_builder_encodes_a_text_twice(rivers: Path) -> None:
    _said_once(rivers)
    edit(rivers / SETTINGS, ("description: What it is", "description: What & how"))
    by_plugin = without_policy(build_here(rivers))
    assert run("build", "--to", "plain", cwd=rivers).returncode == 0
    by_mkdocs = build_here(rivers / "plain")
    assert [path for path in by_plugin if by_plugin[path] != by_mkdocs.get(path)] == []
    builder = [sys.executable, "-m", "zensical", "build", "--strict"]
    subprocess.run(builder, cwd=rivers / "plain", check=True, capture_output=True)
    pages = read_files(rivers / "plain/site")
    assert re.findall(r"&amp;(?:amp|lt|gt|#)", page(by_mkdocs, "about/")) == []
    assert re.findall(r"&amp;(?:amp|lt|gt|#)", page(pages, "about/")) == []


def test_a_tag_with_a_country_takes_the_words_of_its_language(rivers: Path) -> None:
    edit(rivers / SETTINGS, ("url:", "language: de-AT\nurl:"))
    timeline = page(build_here(rivers), "timeline/")
    assert '<html lang="de"' in timeline
    assert '<h1 id="zeitleiste">Zeitleiste</h1>' in timeline


@pytest.mark.parametrize("command", [["check"], ["build", "--to", "plain"]], ids=" ".join)
def test_commands_name_a_contradiction(command: list[str], rivers: Path) -> None:
    configure(rivers, ("https://rivers.example/", "https://other.example/"))
    done = run(*command, cwd=rivers)
    assert done.returncode == 1
    assert done.stdout.startswith("mkdocs.yml:2:11: E514 site_url is 'https://other.example/'")


def test_a_language_without_words_of_the_theme_leaves_it_in_english(rivers: Path) -> None:
    edit(rivers / SETTINGS, ("url:", "language: kmr\nurl:"))
    assert '<html lang="en"' in page(build_here(rivers), "timeline/")
