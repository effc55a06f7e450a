"""Years of another century by a slip of the hand: digits that have gone, or changed places."""

from collections.abc import Collection

from generator.model.records import Account, Event, Source

FAR = 100
"""In years: what nobody announces, lives or keeps a chronology for."""
_FIRST_PRINT = 1450


def year_meant(year: int, years: Collection[int], of_print: bool = False) -> int | None:
    """Return which of some years one is a slip for, by a century or more: the first; None if none.

    Two digits have gone (0026), or digits have changed places in a year that has not come (2206):
    what happened may be of any other. `of_print`, what was published before there was print has
    digits in another order (0226), or another first digit (1026).
    """
    first: int | None = None
    for meant in years:
        if abs(year - meant) >= FAR and _is_slip_for(year, meant, of_print):
            first = meant if first is None else min(first, meant)
    return first


def years_of_use(event: Event, account: Account) -> set[int]:
    """Return the years in which the source of an account is likely to have been published."""
    return {(account.added or event.added).year, event.date.anchor.year}


def has_slipped_year(source: Source, event: Event, account: Account) -> bool:
    """Return whether a source was published in a year that is a slip for one of its use."""
    year = source.published.anchor.year
    return year < 100 or year_meant(year, years_of_use(event, account), of_print=True) is not None


def _is_slip_for(year: int, meant: int, of_print: bool) -> bool:
    if meant < 1000:
        return False
    if year < 100:
        return meant % 100 == year
    if year > meant or (of_print and year < 1000):
        return sorted(f"{year:04}") == sorted(str(meant))
    return of_print and year < _FIRST_PRINT and (meant - year) % 1000 == 0
