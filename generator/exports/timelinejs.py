"""TimelineJS 3: the events as a JSON file that the tool draws as it is.

Its dates are a year, a month and a day without any doubt, which it draws; what it shows is
`display_date`, in our words. The EDTF stands in `edtf`, which the tool passes over.
"""

from collections.abc import Iterator
from typing import Any

from markupsafe import escape

from generator.exports.base import Format
from generator.exports.json_records import json_document, json_line
from generator.model.dates import Bound, Date, TimeOfDay
from generator.model.output import Output
from generator.model.permalinks import event_url, site_url
from generator.model.records import Chronology, Event
from generator.rendering.language import Language, language_of
from generator.support.cache import Cache
from generator.support.plain_text import paragraphs

PATH = "data/timelinejs.json"


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/timelinejs.json`, but not without an event, which the tool does not draw."""
    if not chronology.events:
        return
    settings = chronology.settings
    text = {"headline": str(escape(settings.title)), "text": _html(settings.intro or "")}

    def content() -> str:
        document = {
            "title": {"text": text},
            "events": [json_line(_slide(chronology, event)) for event in chronology.events],
            "scale": "human",
        }
        return f"{json_document(document)}\n"

    yield Output(PATH, content, chronology.folder)


def _slide_dates(when: Date, language: Language) -> dict[str, Any]:
    """Return a date as the tool reads it, always with the words that it is to show."""
    start = when.start if when.start.earliest else when.end
    dates: dict[str, Any] = {"start_date": _point(start, last=start is not when.start)}
    if when.kind == "interval" and when.start.earliest and (last := when.end.latest):
        # Of a month or a year, the tool would draw up to its first day.
        end = {"year": last.year, "month": last.month, "day": last.day}
        dates["end_date"] = end | _clock(when.end.until)
    return {**dates, "display_date": language.grammar.date_words(when), "edtf": when.text}


def _point(bound: Bound, *, last: bool = False) -> dict[str, int]:
    """Return the year, month, day and time of an end of a date, as far as they are known."""
    day = dict(zip(("year", "month", "day"), bound.numbers(last=last), strict=False))
    return day | _clock(bound.until if last else bound.time)


def _clock(time: TimeOfDay | None) -> dict[str, int]:
    """Return a time of day as the tool has it, which knows no zones."""
    if time is None:
        return {}
    second = {} if time.second is None else {"second": time.second}
    return {"hour": time.hour, "minute": time.minute, **second}


def _slide(chronology: Chronology, event: Event) -> dict[str, Any]:
    """Return an event as a slide of the timeline, which leads to the event's page."""
    link = escape(site_url(chronology, event_url(event.id), "../"))
    language = language_of(chronology)
    accounts = language.ngettext("%(count)s account", "%(count)s accounts", len(event.accounts))
    return {
        "unique_id": event.id,
        **_slide_dates(event.date, language),
        "text": {
            "headline": str(escape(event.title)),
            "text": f'{_html(event.summary)}<p><a href="{link}">{accounts}</a></p>',
        },
        "group": chronology.settings.kinds[event.kind].name,
    }


def _html(value: str) -> str:
    """Return a text as paragraphs of HTML."""
    return "".join(f"<p>{escape(part)}</p>" for part in paragraphs(value))


FORMAT = Format(
    "TimelineJS",
    "The events for a timeline of that tool. Dates that it cannot tell keep their words.",
    "application/json",
    write,
)
