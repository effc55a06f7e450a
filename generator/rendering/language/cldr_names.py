"""Names of months, weekdays and languages, units of time and signs of numbers, by the CLDR."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from babel import Locale

Unit = Literal["day", "month", "year"]


class Names(Protocol):
    """What a grammar needs to know by name."""

    @property
    def months(self) -> Sequence[str]:
        """The twelve months as they stand in a date."""

    @property
    def number_signs(self) -> tuple[str, str]:
        """What stands between thousands, and before decimals."""

    def month(self, number: int) -> str:
        """Return a month that stands alone."""

    def short_month(self, number: int) -> str:
        """Return the same where there is little room."""

    def weekday(self, day: Day) -> str:
        """Return the weekday of a day."""

    def short_weekday(self, day: Day) -> str:
        """Return the same where there is little room."""

    def counted(self, count: int, unit: Unit) -> str:
        """Return so many days, months or years."""

    def language(self, tag: str) -> str:
        """Return what a language is called; the tag itself where it has no name."""


@dataclass(frozen=True)
class CldrNames:
    """The names of a locale; Babel is imported when the first of them is asked for."""

    locale_name: str
    """As Babel writes it: `de`, `ar_SY`."""

    @cached_property
    def months(self) -> Sequence[str]:
        """See `Names`."""
        months = self._locale.months["format"]["wide"]
        return [months[number] for number in range(1, 13)]

    @cached_property
    def number_signs(self) -> tuple[str, str]:
        """See `Names`."""
        symbols = self._locale.number_symbols["latn"]
        return symbols["group"], symbols["decimal"]

    def month(self, number: int) -> str:
        """See `Names`."""
        # Not those for a month alone: for some countries these are the names of other ones.
        return self.months[number - 1]

    def short_month(self, number: int) -> str:
        """See `Names`."""
        name, short = self.month(number), self._locale.months["stand-alone"]["abbreviated"][number]
        return str(short) if name.startswith(short.rstrip(".")) else name

    def weekday(self, day: Day) -> str:
        """See `Names`."""
        return self._weekdays[day.weekday()]

    def short_weekday(self, day: Day) -> str:
        """See `Names`."""
        return self._short_weekdays[day.weekday()]

    def counted(self, count: int, unit: Unit) -> str:
        """See `Names`."""
        return _counted(count, unit, self.locale_name)

    def language(self, tag: str) -> str:
        """See `Names`."""
        language, *subtags = tag.split("-")
        scripts, territories = self._locale.scripts, self._locale.territories
        name = self._locale.languages.get(language.lower())
        more = [scripts.get(part.title()) or territories.get(part.upper()) for part in subtags]
        if name is None or None in more:
            return tag
        return f"{name} ({', '.join(filter(None, more))})" if more else str(name)

    @cached_property
    def _weekdays(self) -> Sequence[str]:
        names = self._locale.days["stand-alone"]["wide"]
        return [str(names[number]) for number in range(7)]

    @cached_property
    def _short_weekdays(self) -> Sequence[str]:
        forms = self._locale.days["stand-alone"]
        # Arabic abbreviates none; what the CLDR calls short is without the article.
        width = "short" if forms["abbreviated"] == forms["wide"] else "abbreviated"
        return [str(forms[width][number]) for number in range(7)]

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale  # slow to import, and not needed by most commands

        return Locale.parse(self.locale_name)


@lru_cache(1 << 10)  # the same few spans part most events from those beside them
def _counted(count: int, unit: Unit, locale_name: str) -> str:
    from babel.units import format_unit

    name = f"duration-{unit}"
    said = format_unit(count, name, "long", locale=locale_name)
    # Where the long form is that of the short one, Babel has none, and says the unit's id.
    return format_unit(count, name, "short", locale=locale_name) if name in said else said
