"""A small project whose names and dates are written in many ways, for tests of the search."""

from pathlib import Path

from tests.support.projects import SMALL_MENU

_CONFIG = """\
site_name: Made
site_url: https://made.example/
edit_uri: ""
theme: {name: material, font: false, features: [navigation.tabs]}
"""
_FACTS = """\
title: A made chronology
url: https://made.example/
tag: made.example,2020
kinds: {incident: {name: Incident}, talks: {name: Talks}}
roles: {acts: {name: acts}}
measures: {displaced: {name: displaced}}
populations: {people: {name: people}}
"""
_ACTORS = """\
lodz: {name: Łódź council, kind: organisation}
dordevic: {name: Đorđević, kind: person}
soren: {name: Søren Group, kind: organisation}
strasse: {name: Straße union, kind: organisation}
aether: {name: Æthelred, kind: person}
isik: {name: Işık, kind: organisation}
workers: {name: İşçi Birliği, kind: organisation}
ilham: {name: Ilham, kind: person, names: {ar: إلهام أحمد}}
asad: {name: Asad, kind: person, also: [Esad], names: {ar: الأسد}}
forces: {name: Forces, kind: armed group, also: [SDG, HSD], names: {ar: قسد, fa: نیروهای کرد}}
"""
_PLACES = """\
here: {name: Here}
aleppo: {name: Aleppo, names: {tr: Halep, ar: حلب}}
turkiye: {name: Türkiye, names: {ar: تركيا}}
igdir: {name: Iğdır}
cairo: {name: Cairo, names: {ar: القاهرة}}
"""
_SOURCES = """\
gazette: {outlet: Gazette, title: A headline, published: 2026-01-10, language: tr}
courier: {outlet: Courier, published: 2026-01-11, language: ar}
"""
_EVENTS = {
    "2026-01-09-day": ("2026-01-09", "Shots at the bridge", "incident", "isik", "aleppo", ""),
    "2026-01-span": ("2026-01-06/2026-01-11", "A week of talks", "talks", "ilham", "here", ""),
    "2026-01-month": ("2026-01", "A month of rain", "incident", "lodz", "here", ""),
    "2025-05-04-people": ("2025-05-04", "The people’s council of Ra’s al-ʿAyn", "talks", "dordevic",
                          "igdir", "Erdoğan’ın envoy arrived with an AN-26."),
    "2025-06-01-counted": ("2025-06-01", "A camp is counted", "incident", "forces", "turkiye",
                           "Some left with C-130 planes."),
    "2024-02-01-workers": ("2024-02-01", "A strike", "incident", "workers", "cairo", ""),
    "2024-03-01-others": ("2024-03-01", "Others meet", "talks", "soren", "here", ""),
    "2024-04-01-more": ("2024-04-01", "More meet", "talks", "strasse", "here", ""),
    "2024-05-01-last": ("2024-05-01", "The last meet", "talks", "aether", "here", ""),
    "2024-06-01-asad": ("2024-06-01", "A speech", "talks", "asad", "here", ""),
}  # fmt: skip


def write_search_project(folder: Path) -> Path:
    """Write the project; two accounts an event, of which the first counts 140000 people once."""
    files = {
        "mkdocs.yml": _CONFIG + SMALL_MENU,
        "docs/about.md": "# About\n\nHow the *method* works.\n",
        "events/chronology.yml": _FACTS,
        "events/actors.yml": _ACTORS,
        "events/places.yml": _PLACES,
        "events/sources.yml": _SOURCES,
    }
    for id, (date, title, kind, actor, place, says) in _EVENTS.items():
        figures = "[{measure: displaced, of: people, value: 140000}]" if "counted" in id else "[]"
        files[f"events/{id[:4]}/{id}.yml"] = (
            f"title: {title}\nadded: 2026-02-01\ndate: {date}\ndate_basis: As printed.\n"
            f"kind: {kind}\nsummary: It is told. Nothing more is known.\n"
            f"actors: [{{id: {actor}, role: acts}}]\nplaces: [{place}]\naccounts:\n"
            f"  - {{source: gazette, locator: page 1, says: '{says or 'So it was.'}', "
            f"figures: {figures}}}\n"
            "  - {source: courier, locator: page 1, says: So it is said.}\n"
        )
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder
