"""Sites built by MkDocs in a process of their own."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.model.output import Output
from generator.pipeline import THEME
from generator.rendering.assets import assets
from generator.rendering.language import ENGLISH, Language


def run_mkdocs(project: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` with these arguments in `project`, at a fixed time of the build."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *args],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


def build_site(project: Path, folder: Path) -> Path:
    """Build the project's site strictly, by its own configuration, and return `folder`."""
    done = run_mkdocs(project, "--strict", "-d", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


def build_outputs(
    project: Path, outputs: Iterable[Output], features: str = "[]", language: Language = ENGLISH
) -> Path:
    """Build these outputs without the plugin and its checks, and return the site's folder.

    Style sheet and scripts come along. `features` are the theme's, as a YAML list.
    """
    for output in [*assets(language), *outputs]:
        path = project / "docs" / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        content = output.content
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (project / "docs/about.md").write_text("# About\n")
    (project / "mkdocs.yml").write_text(
        "site_name: Made\nsite_url: https://made.example/\nedit_uri: ''\nplugins: [search]\n"
        f"theme: {{name: material, font: false, custom_dir: {THEME}, features: {features},\n"
        f"  language: {language.tag},\n"
        "  palette: {scheme: default, primary: custom, accent: custom}}\n"
        "nav: [timeline/index.md, about.md]\nmarkdown_extensions: [attr_list]\n"
    )
    done = run_mkdocs(project, "-q", "-d", "site")
    assert done.returncode == 0, done.stderr
    return project / "site"
