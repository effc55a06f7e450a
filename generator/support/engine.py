"""How the work of a build is done: what is kept for the next build, and who shares in it."""

from dataclasses import dataclass, field

from generator.support.cache import Cache
from generator.support.worker import Workers


@dataclass(frozen=True)
class Engine:
    """A cache and workers, which the outside chooses and every step of a build is given.

    `Engine()` does all work in this process. Kept for several builds, as in a preview, it makes
    only what has changed.
    """

    cache: Cache = field(default_factory=Cache)
    workers: Workers = field(default_factory=Workers)

    @classmethod
    def parallel(cls) -> "Engine":
        """For one build of a process that has no threads: with other processes where they pay."""
        return cls(workers=Workers.of_this_machine())
