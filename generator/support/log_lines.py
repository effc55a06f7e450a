"""Text made harmless for a log, which a workflow reads for commands.

GitHub takes a line that begins with `::`, and `##[` anywhere, for a command; others know
`##vso[` and `##teamcity[`. A terminal obeys control characters.
"""

import logging
import re

_COMMAND_LINE = re.compile(r"^(\s*)(?=::)", re.MULTILINE)
_COMMAND = re.compile(r"##(?=\w*\[)")


def visible(text: str) -> str:
    r"""Return the text with an escape for each character that nobody sees: `\n`, `\x1b`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escaped(c) for c in text)


def harmless(text: str) -> str:
    """Return the text, of some lines, so that no log or terminal takes a part for a command."""
    lines = (line.replace("\t", "    ") for line in text.split("\n"))
    shown = "\n".join(visible(line) for line in lines)
    return _COMMAND.sub(r"#\\#", _COMMAND_LINE.sub(r"\1\\", shown))


def harmless_json(text: str) -> str:
    """Return the same JSON, in which nothing looks like a command."""
    return _COMMAND.sub(r"#\\u0023", text)


class HarmlessLines(logging.Filter):
    """Makes each message of a log harmless, whoever writes it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; keep it."""
        record.msg, record.args = harmless(record.getMessage()), ()
        return True


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
