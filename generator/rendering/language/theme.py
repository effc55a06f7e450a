"""The messages of the templates around every page, which the site builder fills.

Those templates do not know `Language`. They look a message up in the theme's option
`chronology_messages`, by its English words, and show these where it is not there.
"""

from generator.rendering.language.messages import Language


def theme_messages(language: Language) -> dict[str, str]:
    """Return every message of the theme's templates, by its English words."""
    return {message: language.gettext(message) for message in _MESSAGES}


# They are collected from the templates.
_MESSAGES = (
    "There is no page at this address",
    "An event keeps its address for ever, so the address is more likely mistyped than gone. "
    "Search for a word of it above, or begin at one of these:",
    "Timeline",
    "every event in order",
    "Actors",
    "who acts, suffers or speaks",
    "Places",
    "where it happened",
    "Sources",
    "what the accounts are drawn from",
    "Corrections",
    "what was changed, and why",
    "All data to download, and feeds",
    "Show only what had been published by",
    "Show",
    "This copy has no search and no filters.",
    "The site has both",
    "The sign ≠: accounts of one event, side by side",
)
