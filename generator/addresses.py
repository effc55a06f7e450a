"""Where data stands on the site: for the pages that link to it, and the exports that write it."""

from generator.model import Chronology

EVENTS_FEED = "data/chronology.atom"
CORRECTIONS_FEED = "data/corrections.atom"


def has_feeds(chronology: Chronology) -> bool:
    """Whether the chronology has what ids and dates of feeds are made from."""
    return chronology.facts.tag is not None and bool(chronology.events)


def actor_feed(id: str) -> str:
    """The feed of an actor, beside its page."""
    return f"actors/{id}/feed.atom"


def event_json(id: str) -> str:
    """An event as data, beside its page."""
    return f"events/{id}/event.json"
