"""Who tells an event, and who does not: computed from accounts and days of publication alone."""

from generator.analysis.known_since import KnownSince
from generator.analysis.outlets import EventOutlets, chains, last_published, outlets_of
from generator.model.records import Chronology, Event


def _all_outlets(chronology: Chronology) -> list[EventOutlets]:
    known = KnownSince(chronology)
    last = last_published(chronology.sources.values(), known)
    return [outlets_of(chronology, known, last, event) for event in chronology.events]


def _outlets(chronology: Chronology, event: Event) -> set[str]:
    return {chronology.sources[account.source].outlet for account in event.accounts}


def test_an_outlet_tells_an_event_once_however_many_accounts_it_has(meresh: Chronology) -> None:
    for one in _all_outlets(meresh):
        named = [voice.outlet for voice in one.voices]
        assert len(set(named)) == len(named)
        assert set(named) == _outlets(meresh, one.event)


def test_an_outlet_speaks_itself_or_passes_on_or_both(meresh: Chronology) -> None:
    for one in _all_outlets(meresh):
        for voice in one.voices:
            accounts = [
                account
                for account in one.event.accounts
                if meresh.sources[account.source].outlet == voice.outlet
            ]
            assert voice.own_voice is any(not account.according_to for account in accounts)
            assert set(voice.passes_on) == {
                account.according_to[0] for account in accounts if account.according_to
            }
            assert voice.own_voice or voice.passes_on


def test_silence_is_that_of_who_published_later(meresh: Chronology) -> None:
    known = KnownSince(meresh)
    last = last_published(meresh.sources.values(), known)
    found = _all_outlets(meresh)
    assert any(one.silent for one in found)
    for one in found:
        assert list(one.silent) == sorted(
            outlet
            for outlet, day in last.items()
            if outlet not in _outlets(meresh, one.event) and day > known.first[one.event.id]
        )


def test_reprints_of_one_speaker_are_one_speaker(meresh: Chronology) -> None:
    event = next(e for e in meresh.events if any(a.according_to for a in e.accounts))
    speaking = next(account for account in event.accounts if account.according_to)
    five = tuple(
        speaking.model_copy(update={"id": f"a{n}", "according_to": ("upstream-council", "wire")})
        for n in range(5)
    )
    found = chains(event.model_copy(update={"accounts": five}))
    assert list(found) == ["upstream-council"]
    assert [way.through for way in found["upstream-council"]] == [("wire",)] * 5
