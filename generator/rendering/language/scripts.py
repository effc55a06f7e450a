"""The messages that scripts show. They get them from the page, under the names given here.

Python and scripts share no sentence: what a page has already, hidden or shown, no script prints.
A message with a count has one entry for each plural form of the language, as CLDR names them
(`events.one`, `events.other`), which scripts choose between with `Intl.PluralRules`. Named places
are left open (`%(count)s`) for the script to fill.
"""

from generator.rendering.language.messages import Language

_MOST_COUNTED = 200
"""Every plural form of every language is that of some number up to this one."""


def script_messages(language: Language) -> dict[str, str]:
    """Every message of the scripts, by its name."""
    return {
        **forms(language, "events", "%(count)s event", "%(count)s events"),
        **forms(language, "accounts", "%(count)s account", "%(count)s accounts"),
        "known": language.gettext("As known on %(day)s"),
    }


def forms(language: Language, name: str, one: str, many: str) -> dict[str, str]:
    """Every plural form of a message, by the message's name and the form's."""
    from babel import Locale  # slow to import, and not needed by most commands

    plural_form = Locale.parse(language.tag, sep="-").plural_form
    counts = {plural_form(count): count for count in range(_MOST_COUNTED, -1, -1)}
    return {
        f"{name}.{form}": language.translations.ngettext(one, many, count)
        for form, count in sorted(counts.items())
    }
