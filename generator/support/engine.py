"""How the work of a build is done: what is kept for the next build, and who shares in it."""

from dataclasses import dataclass

from generator.support.cache import Cache
from generator.support.worker import Workers


@dataclass(frozen=True)
class Engine:
    """A cache and workers, which the outside chooses and every step of a build is given."""

    cache: Cache
    workers: Workers

    @classmethod
    def once(cls) -> "Engine":
        """For a single build: with an empty cache, and all processes that pay."""
        return cls(Cache(), Workers.of_this_machine())

    @classmethod
    def repeated(cls) -> "Engine":
        """For many builds, as in a preview: all values are kept, in this process."""
        return cls(Cache(), Workers(0))
