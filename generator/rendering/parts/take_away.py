"""What a file needs to say of the chronology that its events are taken from."""

from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.context import Context
from generator.rendering.parts.embed_code import LIST_PX, embed_code


class TakenFrom(NamedTuple):
    """The chronology, for the script that makes the files."""

    title: str
    licence: str
    changed: str
    """The day of its last change, ISO 8601; empty where nothing is published."""
    embed: Markup | None
    """The code of the embed with all events; None where lists of this kind have no embed."""


def taken_from(context: Context, has_embed: bool) -> TakenFrom:
    """Return the facts of a chronology."""
    settings, changed = context.settings, context.chronology.changed
    return TakenFrom(
        settings.title,
        settings.licence or "",
        changed.isoformat() if changed else "",
        embed_code(context, "timeline/", settings.title, LIST_PX, "../", is_started=False)
        if has_embed
        else None,
    )
