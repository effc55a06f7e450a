"""The golden cases: what to change in the rivers, and which problems are then reported.

Each file under `data/golden/` holds cases: `edit` (file -> [what stands there, what takes its
place]), `files` (file -> content; null deletes it; `repeat` and `times` make a long one), `links`
(file -> where it points); and the exact `problems`, but for the first ones that are `skipped`.
"""

from pathlib import Path
from typing import Any

import yaml

from tests.support.projects import DATA, edit

GoldenCase = dict[str, Any]

CASES: dict[str, GoldenCase] = {
    f"{path.stem}: {case['case']}": case
    for path in sorted((DATA / "golden").glob("*.yml"))
    for case in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
}
"""Every case by its name: its file's stem and its sentence."""


def apply_case(case: GoldenCase, rivers: Path) -> None:
    """Make the changes of a case in `rivers`, a copy of the rivers' project."""
    for path, replacement in case.get("edit", {}).items():
        edit(rivers / path, replacement)
    for path, content in case.get("files", {}).items():
        (rivers / path).parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            (rivers / path).unlink()
            continue
        if isinstance(content, dict):
            content = content["repeat"] * content["times"]
        (rivers / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    for path, target in case.get("links", {}).items():
        (rivers / path).symlink_to(target)
