"""Licences by the names that people give them: their addresses, and their SPDX ids for programs."""

import re
from typing import NamedTuple

_CREATIVE_COMMONS = re.compile(
    r"(?:CC|Creative Commons)[ -](?P<terms>BY(?:-NC)?(?:-SA|-ND)?)[ -](?P<version>[1-4]\.[05])",
    re.IGNORECASE,
)
_CC0 = re.compile(r"CC0(?:[ -]1\.0)?", re.IGNORECASE)
_OTHERS = {
    "odbl 1.0": ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "odc-by 1.0": ("ODC-By-1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "pddl 1.0": ("PDDL-1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
}


class Licence(NamedTuple):
    """A licence that programs know."""

    spdx: str
    url: str


def known_licence(name: str | None) -> Licence | None:
    """Return the licence of a name such as `CC BY 4.0` or `CC0`; None where none is known."""
    text = " ".join((name or "").split()).replace(" 1-0", " 1.0")
    if match := _CREATIVE_COMMONS.fullmatch(text):
        terms, version = match["terms"].upper(), match["version"]
        address = f"https://creativecommons.org/licenses/{terms.lower()}/{version}/"
        return Licence(f"CC-{terms}-{version}", address)
    if _CC0.fullmatch(text):
        return Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")
    name_and_address = _OTHERS.get(text.lower().replace("-1.0", " 1.0"))
    return Licence(*name_and_address) if name_and_address else None
