"""A build shares its work with other processes, unless it is told not to."""

from pathlib import Path

import pytest

from generator.adapters.mkdocs import plugin
from tests.support.mkdocs_builds import build_here, config_file


@pytest.mark.parametrize("is_parallel", [True, False])
def test_parallel_false_makes_the_site_in_one_process(
    is_parallel: bool, rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def workers() -> int:
        asked.append(True)
        return 0

    monkeypatch.setattr(plugin, "workers_of_this_machine", workers)
    config = config_file(rivers)
    text = config.read_text("utf-8")
    options = f"- chronology: {{parallel: {str(is_parallel).lower()}}}"
    assert text.count("- chronology") == 1
    config.write_text(text.replace("- chronology", options), "utf-8")
    assert "timeline/index.html" in build_here(rivers)
    assert bool(asked) == is_parallel
