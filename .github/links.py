"""Print, as a list in Markdown, the addresses of sources that do not answer; nothing where all do.

Only the weekly workflow runs it: a build never asks the network.
"""

import sys
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from generator.loading.loader import load

PATIENCE = 20
"""So many seconds an address has for its answer."""
GONE = frozenset((404, 410, 451))
"""What says that a page is no more; other refusals are meant for programs."""


def silent_links(project: Path) -> Iterator[str]:
    """Yield a line for each address of a source that no longer answers."""
    for source in load(project, project / "events").chronology.sources.values():
        for url in filter(None, (source.url, source.archive_url)):
            if why := _fault(url):
                yield f"- `{source.id}`: <{url}> ({why})"


def _fault(url: str) -> str | None:
    """Return why an address gives nothing; None where it does."""
    request = Request(url, headers={"User-Agent": "Mozilla/5.0 (link check)"})
    try:
        with urlopen(request, timeout=PATIENCE):  # http and https alone, by the model
            return None
    except HTTPError as error:
        return f"HTTP {error.code}" if error.code in GONE else None
    except (OSError, HTTPException, ValueError) as error:
        return type(error).__name__


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in silent_links(Path.cwd()))
