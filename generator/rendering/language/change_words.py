"""What was published or corrected, in a sentence."""

from generator.model.records import Account, Chronology, Correction, Event, WithheldEvent
from generator.rendering.language.messages import Language


def event_added_words(language: Language, event: Event) -> str:
    """That an event was published, and with how many accounts."""
    count = len(event.accounts) - len(event.later_accounts)
    return language.ngettext("New, with %(count)s account.", "New, with %(count)s accounts.", count)


def account_added_words(language: Language, chronology: Chronology, account: Account) -> str:
    """That an account came to an event, and whose it is."""
    outlet = chronology.sources[account.source].outlet
    names = [chronology.actors[id].name for id in account.according_to]
    speaker = (
        language.gettext(
            "%(speaker)s, via %(others)s",
            speaker=names[0],
            others=language.joined([*names[1:], outlet]),
        )
        if names
        else outlet
    )
    return language.gettext("One more account: %(speaker)s.", speaker=speaker)


def withheld_words(language: Language, event: WithheldEvent) -> str:
    """That an event was taken back, and why."""
    return language.gettext("Withheld. Why: %(reason)s", reason=event.withheld.why)


def correction_words(language: Language, correction: Correction) -> str:
    """Return what stood there, what stands there now, and why."""
    was, now = correction.was, correction.now
    sentences = [language.gettext("It was: %(before)s.", before=was)] * bool(was)
    sentences += [language.gettext("It is now: %(after)s.", after=now)] * bool(now)
    sentences.append(language.gettext("Why: %(reason)s", reason=correction.why))
    return " ".join(sentences)
