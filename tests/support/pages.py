"""Pages written by hand, as tests read them: their sections, tables and fenced blocks."""

import re

_BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def headings(page: str) -> list[tuple[int, str]]:
    """Return the headings of a page, each with the place where its line begins."""
    hidden = re.sub(r"^(```+).*?^\1$", lambda block: "x" * len(block[0]), page, flags=re.M | re.S)
    return [(match.start(), match[0]) for match in re.finditer(r"^#+ .*$", hidden, re.MULTILINE)]


def section(page: str, heading: str) -> str:
    """Return what stands below a heading, written with its hashes, to the next of its rank."""
    rank = heading.index(" ")
    [start] = [place for place, line in headings(page) if line == heading]
    ends = [place for place, line in headings(page) if place > start and line.index(" ") <= rank]
    return page[start + len(heading) : min(ends, default=len(page))]


def table(text: str, first: str) -> list[list[str]]:
    """Return the rows of the table whose first column has the title `first`, cell by cell."""
    lines = text[text.index(f"| {first} |") :].partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def blocks(text: str, language: str) -> list[str]:
    """Return the fenced blocks of a language, in their order."""
    return [body for found, body in _BLOCK.findall(text) if found == language]
