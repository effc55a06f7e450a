"""The page `/data/`: every format of the data, what it is for, and its files."""

from collections.abc import Sequence

from generator.model.output import ExportedFormat, Output
from generator.model.records import Chronology
from generator.rendering.language import ENGLISH, Language
from generator.rendering.markdown_page import render_page
from generator.rendering.parts.linked_data import dataset_jsonld

PATH = "data/index.md"


def data_page(
    chronology: Chronology, formats: Sequence[ExportedFormat], language: Language = ENGLISH
) -> Output:
    """Return the page that lists the formats, in their order, each with its files.

    A format without any file is left out. The files of one event or actor are too many for a page:
    only what lies below `data/` is listed.
    """
    listed = [
        form._replace(
            name=language.gettext(form.name),
            about=language.gettext(form.about),
            files=tuple(file for file in form.files if file.path.startswith("data/")),
        )
        for form in formats
        if form.files
    ]
    intro = language.gettext(
        "Everything on this site as data, made anew with each build. Dates are written in EDTF, as "
        "precise as the evidence and no more; figures stay with the account that gives them."
    )
    return render_page(
        language,
        PATH,
        chronology.folder,
        "data.md",
        title=language.gettext("Data"),
        description=intro,
        changed=chronology.changed,
        intro=intro,
        licence=chronology.settings.licence,
        formats=listed,
        has_events=bool(chronology.events),
        linked=dataset_jsonld(chronology, (file for form in listed for file in form.files)),
    )
