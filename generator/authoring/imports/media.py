"""Media that a file shows with an event: a source at its address, and an account of what it shows.

Its caption is what the account says, and its credit whose it is; without a caption, somebody has to
look at it before the event can be published.
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from generator.authoring.imports.base import Report
from generator.authoring.imports.html_text import clean, plain_line
from generator.authoring.imports.name_matching import Registries, SeveralFit
from generator.model.our_texts import TO_BE_WRITTEN

_ADDRESS = re.compile(r"https?://[^\s\"'<>\[\]{}|\\^`]+")


def media_accounts(
    row: str, media: Mapping[str, Any], registries: Registries, report: Report
) -> list[dict[str, Any]]:
    """Return the account of some media: `url`, `caption`, `credit`, and other keys for the report.

    None, and a line of the report with all that is known, where there is no address.
    """
    known = {key: str(value) for key, value in media.items() if value}
    url = address_in(known.pop("url", "") or known.pop("link", ""))
    caption, credit = (plain_line(known.pop(key, "")) for key in ("caption", "credit"))
    if not url:
        known |= {"url": str(media.get("url") or ""), "caption": caption, "credit": credit}
        for key, value in known.items():
            if text := plain_line(value):
                report.add(f"{row}: left out: media {key}: {text}")
        return []
    for key, value in known.items():
        if text := plain_line(value):
            report.add(f"{row}: left out: media {key}: {text}")
    outlet = credit or urlsplit(url).hostname or "Media"
    try:
        source = registries.source(outlet, caption, url)
    except SeveralFit as error:
        report.add(f"{row}: left out: media {url}: it may be any of the sources {error.ids}")
        return []
    return [{"source": source, "locator": f"media of {row}", "says": caption or TO_BE_WRITTEN}]


def address_in(text: str) -> str:
    """Return the first address of the web in some text, such as the code of a frame; or nothing."""
    match = _ADDRESS.search(clean(text).replace("&amp;", "&"))
    return match[0].rstrip(".,;)") if match else ""
