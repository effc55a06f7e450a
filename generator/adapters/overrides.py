"""The project's own templates above ours.

The theme's guide tells people to write a main.html that extends base.html. It hides our main.html,
and all that is ours would go with it. So what such a template extends is chronology.html, which
extends the theme's base.html.
"""

import re

MAIN = "main.html"
_EXTENDS = re.compile(r"""({%[-+]?\s*extends\s+)(["'])(?:base|main)\.html\2(\s*[-+]?%})""")


def above_ours(main: str) -> str:
    """Return the source of a project's main.html, with ours between it and the theme's base.html.

    One that extends main.html means ours as well: MkDocs would find the same file again.
    """
    return _EXTENDS.sub(r"\1\2chronology.html\2\3", main, count=1)
