"""Links that say where else their page is kept, by the Robust Links specification of 2015.

A link to the original names the copy (`data-versionurl`), one to the copy the original
(`data-originalurl`); each names the day of the copy (`data-versiondate`), where that is known.
"""

import re
from datetime import date as Day

from markupsafe import Markup

from generator.model.records import Source
from generator.support.escape import as_text, html

_DAY_OF_COPY = re.compile(r"/(\d{4})(\d\d)(\d\d)\d{6}(?=\D)")


def to_original(source: Source) -> Markup:
    """Return the attributes of a link to the original of a source; empty without a copy."""
    if not (source.url and source.archive_url):
        return Markup("")
    return _attribute("data-versionurl", source.archive_url) + _version_date(source)


def to_copy(source: Source) -> Markup:
    """Return the attributes of a link to the archived copy of a source; empty without both."""
    if not (source.url and source.archive_url):
        return Markup("")
    return _attribute("data-originalurl", source.url) + _version_date(source)


def day_of_copy(archive_url: str) -> Day | None:
    """Return the day that web archives write into the address of a copy."""
    match = _DAY_OF_COPY.search(archive_url)
    try:
        return Day(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _version_date(source: Source) -> Markup:
    day = day_of_copy(source.archive_url or "") or (source.captured and source.captured.on)
    return _attribute("data-versiondate", day.isoformat()) if day else Markup("")


def _attribute(name: str, value: str) -> Markup:
    return html(f' {name}="{as_text(value)}"')
