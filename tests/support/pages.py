"""Pages written by hand, as tests read them: their sections, tables and fenced blocks."""

import re

_BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def section(page: str, heading: str) -> str:
    """Return what stands below a heading, written with its hashes, to the next of its rank."""
    rank = len(heading) - len(heading.lstrip("#"))
    assert page.count(f"\n{heading}\n") == 1, heading
    below = page.partition(f"\n{heading}\n")[2]
    return re.split(rf"^#{{1,{rank}}} ", below, maxsplit=1, flags=re.MULTILINE)[0]


def table(text: str, first: str) -> list[list[str]]:
    """Return the rows of the table whose first column has the title `first`, cell by cell."""
    lines = text[text.index(f"| {first} |") :].partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def blocks(text: str, language: str) -> list[str]:
    """Return the fenced blocks of a language, in their order."""
    return [body for found, body in _BLOCK.findall(text) if found == language]
