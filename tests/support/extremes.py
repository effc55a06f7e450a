"""Projects at the ends of what a chronology may hold: much at once, next to nothing, long names."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.projects import SMALL_MENU

LONG = {
    "en": "Interdepartmental counterrevolutionary telecommunications representatives disagree",
    "de": "Wasserwirtschaftsverwaltungsangelegenheiten der Flussschifffahrtsgesellschaft",
    "tr": "Uluslararasılaştırılamayanlardan sorumlulaştırılamayacaklarımızdan bazıları",
}
"""A title of long words, by language."""
LONG_EVENT, ARABIC_EVENT, TOLD_EVENT = "2021-05-01-long", "2021-05-02-arabic", "2021-05-03-told"
ARABIC = "محافظة حلب تعلن وقف إطلاق النار في حيي الشيخ مقصود والأشرفية (بيان)"
_CONFIG = """\
site_name: {name}
site_url: https://made.example/
edit_uri: ""
theme:
  name: material
  font: false
  palette:
    - {{media: "(prefers-color-scheme: light)", scheme: default, primary: custom, accent: custom,
        toggle: {{icon: material/weather-sunny, name: Switch to dark}}}}
    - {{media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom, accent: custom,
        toggle: {{icon: material/weather-night, name: Switch to light}}}}
"""


def write_extremes(folder: Path, language: str = "en") -> Path:
    """300 events in a month, one of 20 accounts, long and Arabic titles, records without events.

    2018 to 2020 are touched by what lasts alone.
    """
    sources = {f"paper-{n}": f"Paper {n}" for n in range(1, 21)}
    events = {
        "2017-03-01-lasts": _event("A dispute that lasts", "2017-03-01/2021-02-01"),
        LONG_EVENT: _event(LONG[language], "2021-05-01"),
        ARABIC_EVENT: _event(ARABIC, "2021-05-02"),
        TOLD_EVENT: _event("Twenty papers tell of one flood", "2021-05-03", list(sources)),
        **{
            f"2021-06-{n % 30 + 1:02}-event-{n}": _event(
                f"Event {n} of a full month", f"2021-06-{n % 30 + 1:02}"
            )
            for n in range(300)
        },
    }
    return _write(folder, events, language, sources, ("busy", "idle"), "الأحداث المتنازع عليها")


def write_single(folder: Path) -> Path:
    """One event of one account, and no place."""
    only = _event("The only event", "2021-05-01")
    return _write(folder, {"2021-05-01-only": only}, "en", {"paper-1": "Paper 1"}, (), "One event")


def _event(title: str, date: str, sources: list[str] | None = None) -> dict[str, Any]:
    return {
        "title": title,
        "added": "2021-07-01",
        "date": date,
        "date_basis": "As printed.",
        "kind": "incident",
        "summary": f"{title}.",
        "actors": [{"id": "busy", "role": "acts"}],
        "accounts": [
            {
                "source": source,
                "locator": f"page {n}",
                "says": f"{title}, as account {n} tells it.",
                "figures": [{"measure": "injured", "of": "people", "value": n % 7 * 3}],
            }
            for n, source in enumerate(sources or ["paper-1"], 1)
        ],
    }


def _write(
    folder: Path,
    events: Mapping[str, dict[str, Any]],
    language: str,
    sources: Mapping[str, str],
    places: tuple[str, ...],
    name: str,
) -> Path:
    """Write the project as JSON, which is YAML. All but one of the places has every event."""
    files: dict[str, Any] = {
        "chronology.yml": {
            "title": name,
            "url": "https://made.example/",
            "tag": "made.example,2021",
            "language": language,
            "kinds": {"incident": {"name": "Incident"}},
            "roles": {"acts": {"name": "acts"}},
            "measures": {"injured": {"name": "injured"}},
            "populations": {"people": {"name": "people"}},
        },
        "actors.yml": {
            "busy": {"name": "Busy council", "kind": "organisation"},
            "idle": {"name": "Idle council", "kind": "organisation"},
        },
        "places.yml": {
            id: {"name": f"{id.capitalize()} bank", "lat": 36.2 + n, "lon": 37.1 + n}
            for n, id in enumerate(places)
        },
        "sources.yml": {
            id: {"outlet": outlet, "published": "2021-06-30", "language": "en"}
            for id, outlet in {**sources, "idle": "Idle paper"}.items()
        },
    }
    # What is used by a draft alone has no event that is shown.
    draft = {**_event("A draft", "2021-05-01", ["idle"]), "draft": True}
    draft |= {"actors": [{"id": "idle", "role": "acts"}], "places": list(places[1:])}
    for id, event in events.items():
        files[f"{id[:4]}/{id}.yml"] = {**event, "places": list(places[:1])}
    files["2021/2021-05-01-draft.yml"] = draft
    for path, content in files.items():
        file = folder / "events" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    (folder / "docs").mkdir()
    (folder / "docs/about.md").write_text("# About\n", "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG.format(name=name) + SMALL_MENU, "utf-8")
    return folder
