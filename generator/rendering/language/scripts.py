"""The messages that scripts show. They fetch them from the site, under the names given here.

Python and scripts share no sentence: what a page has already, hidden or shown, no script prints.
A message with a count has one entry for each plural form of the language, as CLDR names them
(`events.one`, `events.other`), which scripts choose between with `Intl.PluralRules`. Named places
are left open (`%(count)s`) for the script to fill.
"""

from functools import cache

from generator.rendering.language.messages import Language

_MOST_COUNTED = 200
"""Every plural form of every language is that of some number up to this one."""


def script_messages(language: Language) -> dict[str, str]:
    """Return every message of the scripts, by its name."""
    return {
        "locale": language.locale,
        **_days(language),
        **forms(language, "events", "%(count)s event", "%(count)s events"),
        **forms(language, "accounts", "%(count)s account", "%(count)s accounts"),
        **forms(language, "differences", "%(count)s difference", "%(count)s differences"),
        **forms(language, "actors", "%(count)s actor", "%(count)s actors"),
        **forms(language, "places", "%(count)s place", "%(count)s places"),
        **forms(language, "sources", "%(count)s source", "%(count)s sources"),
        **_known(language),
        **_filters(language),
        **_relaxing(language),
        **_taking(language),
        **_band(language),
        **_search(language),
        "copied": language.gettext("Copied"),
        "copy.form": language.gettext("Copy %(form)s"),
        "cite.account": language.gettext("%(account)s, as told in %(event)s"),
        "cite.known": language.gettext("As known on %(day)s."),
        "selected": language.gettext("Selected: copy it by hand"),
    }


def forms(language: Language, name: str, one: str, many: str) -> dict[str, str]:
    """Return every plural form of a message, by the message's name and the form's."""
    return {
        f"{name}.{form}": language.translations.ngettext(one, many, count)
        for form, count in _plural_forms(language.tag).items()
    }


@cache
def _plural_forms(tag: str) -> dict[str, int]:
    """Return the plural forms of a language, in order, each with the least number that takes it."""
    from babel import Locale  # slow to import, and not needed by most commands

    plural_form = Locale.parse(tag, sep="-").plural_form
    return dict(sorted({plural_form(n): n for n in range(_MOST_COUNTED, -1, -1)}.items()))


def _days(language: Language) -> dict[str, str]:
    """Return how a day of each month is written, `day.5`, and the first of a month, `day.first`."""
    months = {f"day.{month}": language.grammar.day_pattern(month) for month in range(1, 13)}
    return {**months, "day.first": language.grammar.first_day() or "1"}


def _known(language: Language) -> dict[str, str]:
    """Return what a page says of itself "as known on" a day; `known.ours`: by the kind of page."""
    gettext = language.gettext
    return {
        "known": gettext("As known on %(day)s"),
        "known.show-all": gettext("Show all"),
        "known.not-yet": gettext(
            "No account of this event had been published; the first is of %(day)s."
        ),
        **forms(
            language,
            "known.accounts-hidden",
            "%(count)s later account hidden. Title, summary, date and place are ours and know "
            "every account.",
            "%(count)s later accounts hidden. Title, summary, date and place are ours and know "
            "every account.",
        ),
        "known.accounts-all": gettext("Every account of this event had been published by then."),
        "known.source-later": gettext("This source was published later."),
        "known.events-hidden": gettext(
            "%(count)s of %(total)s hidden: told by later sources alone."
        ),
        "known.events-all": gettext("Every event here had been told by then."),
        "known.ours.actor": gettext(
            "Name, notes, offices and dates are our own and draw on every source."
        ),
        "known.ours.place": gettext(
            "Name, notes, map and dates are our own and draw on every source."
        ),
        "known.lists": gettext(
            "What no source had told by then is left out; names and notes are our own."
        ),
        "known.ours.source": gettext("What became of each paragraph is told as it is today."),
        "known.ours.archive": gettext(
            "Titles, summaries and dates are our own and draw on every source."
        ),
        "known.whole": gettext(
            "This page shows everything known today, not only what was known then. As known then:"
        ),
        "known.timeline": gettext("the timeline"),
        "known.differences": gettext("the differences"),
        "uses": gettext("%(accounts)s, %(years)s"),
        "years": gettext("%(first)s to %(last)s"),
    }


def _filters(language: Language) -> dict[str, str]:
    """Return what is said of a list with filters."""
    gettext = language.gettext
    return {
        "all": gettext("All %(total)s"),
        "shown": gettext("%(count)s of %(total)s"),
        "shown.known": gettext("%(count)s of %(total)s, as known on %(day)s"),
        "turned": gettext("The first date is after the second."),
        "failed": gettext("The list could not be loaded (%(error)s)."),
        "found": gettext("Events found"),
        "found.any": gettext("Found"),
        "show-more": gettext("Show %(count)s more of %(total)s"),
        **forms(language, "show.events", "Show %(count)s event", "Show %(count)s events"),
        **forms(
            language, "show.differences", "Show %(count)s difference", "Show %(count)s differences"
        ),
        "filter.differ": gettext("accounts differ on %(names)s"),
        "filter.on": gettext("they differ on %(names)s"),
        "filter.measure": gettext("counted: %(names)s"),
        "filter.verdict": gettext("how: %(names)s"),
        "filter.kind": gettext("kind %(names)s"),
        "filter.actor": gettext("actor %(names)s"),
        "filter.place": gettext("place %(names)s"),
        "filter.source": gettext("source %(names)s"),
        "filter.words": gettext("words %(words)s"),
        **forms(language, "chosen", "%(count)s chosen", "%(count)s chosen"),
        **forms(language, "more", "%(count)s more", "%(count)s more"),
        **forms(
            language,
            "timeline.left-out",
            "%(count)s later source and all that they alone tell left out, and the band, which is "
            "drawn from all.",
            "%(count)s later sources and all that they alone tell left out, and the band, which is "
            "drawn from all.",
        ),
        "timeline.left-out.none": gettext(
            "No source left out, and the band, which is drawn from all."
        ),
        "timeline.ours": gettext("Titles and summaries are our own and draw on every source."),
        **forms(
            language,
            "differences.left-out",
            "%(count)s later source and all that they alone tell left out.",
            "%(count)s later sources and all that they alone tell left out.",
        ),
        "differences.left-out.none": gettext("No source left out."),
        "differences.ours": gettext("Titles are our own and draw on every source."),
    }


def _taking(language: Language) -> dict[str, str]:
    """Return what is said of the events that a reader takes along."""
    gettext = language.gettext
    return {
        "take.citation": gettext("%(events)s in: %(chronology)s, as of %(day)s."),
        "take.saved": gettext("Saved as %(file)s."),
        "take.failed": gettext("The file could not be made (%(error)s)."),
        "take.no-days": gettext("No day is known of these events, so there is no calendar."),
        **forms(
            language,
            "take.undated",
            "%(count)s of these events is not in this calendar: its day is not known.",
            "%(count)s of these events are not in this calendar: their days are not known.",
        ),
    }


def _relaxing(language: Language) -> dict[str, str]:
    """Return what to take back where nothing fits: the filters, by their names."""
    gettext = language.gettext
    return {
        "relax.events": gettext("Events would be found without %(ways)s."),
        "relax.differences": gettext("Differences would be found without %(ways)s."),
        "relax.none": gettext("No one filter alone is in the way: take back two, or clear."),
        "relax.way": gettext("%(filter)s (%(count)s)"),
        "relax.or": gettext(", or without "),
        "relax.differ": gettext("what accounts differ on"),
        "relax.on": gettext("what they differ on"),
        "relax.measure": gettext("what is counted"),
        "relax.verdict": gettext("how they differ"),
        "relax.kind": gettext("the kinds"),
        "relax.actor": gettext("the actors"),
        "relax.place": gettext("the places"),
        "relax.source": gettext("the sources"),
        "relax.dates": gettext("the dates"),
        "relax.words": gettext("the words"),
        "relax.known": gettext("the day in “as known on”"),
    }


def _band(language: Language) -> dict[str, str]:
    """Return the choice of a stretch of time."""
    gettext, pgettext = language.gettext, language.pgettext
    return {
        "band.whole": gettext("Whole time"),
        "band.chosen": gettext("Chosen: %(start)s %(end)s."),
        "band.from": gettext("from %(day)s"),
        "band.beginning": gettext("from the beginning"),
        "band.to": gettext("to %(day)s"),
        "band.end": gettext("to the end"),
        "band.start-of": gettext("Start of the stretch, %(from)s to %(to)s"),
        "band.end-of": gettext("End of the stretch, %(from)s to %(to)s"),
        "band.start-short": pgettext("of a stretch of time", "start"),
        "band.end-short": pgettext("of a stretch of time", "end"),
    }


def _search(language: Language) -> dict[str, str]:
    """Return what the search says; `search.<group>`: the names of groups of results."""
    gettext = language.gettext
    return {
        **forms(language, "search.results", "%(count)s result", "%(count)s results"),
        **forms(language, "search.more", "%(count)s more", "%(count)s more"),
        "search.none": gettext("Nothing found."),
        "search.some": gettext("No page has all of these words; these have most of them."),
        "search.event": gettext("Events"),
        "search.actor": gettext("Actors"),
        "search.place": gettext("Places"),
        "search.source": gettext("Sources"),
        "search.page": gettext("Other pages"),
        "search.filters": gettext("Filters"),
        "search.any": gettext("any"),
        "search.by-kind": gettext("Kind"),
        "search.by-actor": gettext("Actor"),
        "search.by-place": gettext("Place"),
        "search.by-source": gettext("Source"),
        "search.from": gettext("From the year"),
        "search.to": gettext("To the year"),
    }
