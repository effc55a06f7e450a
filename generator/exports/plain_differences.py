"""The differences of all events, for data files that may be made in several processes."""

from collections.abc import Callable, Iterable, Sequence

from generator.analysis.differences import differences
from generator.model.records import Chronology
from generator.support.cache import Cache
from generator.support.worker import OnceForAll

PlainDifference = tuple[str, str, str, tuple[str, ...]]
"""A `Difference`, or a tuple of its values."""
PlainDifferences = Sequence[Iterable[PlainDifference]]
_NAME = (__name__, "once for all")


def plain_differences(chronology: Chronology, cache: Cache) -> PlainDifferences:
    """Return the differences of each event, in the order of the events."""
    once: Callable[[], PlainDifferences] | None = cache.held(*_NAME)
    return once() if once else _worked_out(chronology, cache)


def work_out_once(chronology: Chronology, cache: Cache) -> None:
    """Have one of the processes that are begun from now on work them out, for all of them."""

    def picklable() -> PlainDifferences:
        # Tuples without a name take a tenth of the time.
        return [[(*d,) for d in of_event] for of_event in _worked_out(chronology, cache)]

    cache.get(*_NAME, (chronology,), lambda: OnceForAll(picklable), is_shared=True)


def let_go_of_differences(cache: Cache) -> None:
    """Have each process work them out for itself, as before."""
    cache.let_go(*_NAME)


def _worked_out(chronology: Chronology, cache: Cache) -> PlainDifferences:
    by_event = cache.per_event(differences, chronology.events, is_shared=True)
    return [by_event[event.id] for event in chronology.events]
