"""A folder of data from the format that it is written in to the newest.

Format 2 only adds to format 1, so that nothing but the number in chronology.yml changes.
"""

import re

from generator.model.scalars import FORMAT

_WRITTEN = re.compile(r"(?m)^format[ \t]*:[^\r\n#]*?([ \t]*(?:#[^\r\n]*)?)(?=\r?$)")
_FIRST_KEY = re.compile(r"(?m)^(?=[^\s#%-])")


def migrated(settings: str) -> str:
    """Return the text of chronology.yml in the newest format; all that it holds stays as it is."""
    line = f"format: {FORMAT}"
    if _WRITTEN.search(settings):
        return _WRITTEN.sub(lambda match: f"{line}{match[1]}", settings, count=1)
    ending = re.search(r"\r\n?|\n", settings)
    first = line + (ending[0] if ending else "\n")
    return _FIRST_KEY.sub(lambda _: first, settings, count=1)
