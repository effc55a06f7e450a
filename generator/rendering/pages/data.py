"""The page `/data/`: every format, what it is for, and its files; as Markdown from the table."""

import json
from collections.abc import Mapping, Sequence

from generator.exports.base import Format
from generator.model.output import Output
from generator.model.records import Chronology
from generator.rendering.parts.linked_data import dataset_jsonld
from generator.support.escape import as_text

PATH = "data/index.md"
_TITLE = "Data"
_INTRO = (
    "Everything on this site as data, made anew with each build. Dates are written in EDTF, as "
    "precise as the evidence and no more; figures stay with the account that gives them."
)
_LINKED = (
    "In the page of each event: the event, who says what of it and where, as schema.org JSON-LD "
    "for search engines and other machines. It holds no rating of any statement."
)


def data_page(chronology: Chronology, written: Mapping[Format, Sequence[str]]) -> Output:
    """The page of the formats, each with the paths of the files that were written of it."""
    meta = {"kind": "data", "hide": ["navigation", "toc"], "title": _TITLE, "description": _INTRO}
    paths = [path for of in written.values() for path in _listed(of)]
    blocks = [
        f"---\n{json.dumps(meta, ensure_ascii=False)}\n---",
        f"# {_TITLE}",
        str(as_text(_INTRO)),
    ]
    if chronology.settings.licence:
        blocks.append(f"Licence: {as_text(chronology.settings.licence)}")
    for form, files in written.items():
        if files:
            blocks += [f"## {as_text(form.name)}", str(as_text(form.about))]
        if listed := _listed(files):
            blocks.append("\n".join(f"- [{as_text(path)}](../{path})" for path in listed))
    if chronology.events:
        blocks += ["## Linked data", str(as_text(_LINKED))]
    linked = dataset_jsonld(chronology, paths)
    blocks.append(f'<script type="application/ld+json" data-search-exclude>{linked}</script>')
    return Output(PATH, "\n\n".join(blocks) + "\n", chronology.folder)


def _listed(paths: Sequence[str]) -> list[str]:
    """The files of the whole; those of one event or actor are too many for a page."""
    return [path for path in paths if path.startswith("data/")]
