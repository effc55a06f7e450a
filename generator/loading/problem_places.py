"""Findings to problems: where each stands in its file, and no more of one file than people read."""

from collections.abc import Iterable, Mapping

from generator.loading.document import Document
from generator.model.problems import Finding, Nearest, Problem

MAX_NAMED = 100
"""So many problems of one file are named; one more tells how many else it has."""
MAX_COMPARED = 100_000
"""So many known words are compared with the unknown ones of one file: a second or two."""


def problems_of(
    documents: Mapping[str, Document], of_shape: Iterable[Finding], of_rules: Iterable[Finding]
) -> tuple[Problem, ...]:
    """Return what is wrong with files as YAML, and the findings with their places, in order.

    Where a file cannot be read as YAML, what is wrong with the shape there is no news.
    """
    findings: dict[str, tuple[list[Finding], list[Finding]]] = {
        path: ([], []) for path, document in documents.items() if document.problems
    }
    for n, group in enumerate((of_shape, of_rules)):
        for finding in group:
            findings.setdefault(finding.path, ([], []))[n].append(finding)
    problems: list[Problem] = []
    for path, (shape, rules) in findings.items():
        document = documents.get(path) or Document(path, b"", ())
        problems += _of_file(document, shape, rules)
    return tuple(sorted(problems))


def _of_file(document: Document, shape: list[Finding], rules: list[Finding]) -> list[Problem]:
    """Return the problems of one file. The way out is worked out for those alone that are named."""
    entries: list[tuple[int, int, Problem | Finding]] = [
        (problem.line, problem.column, problem) for problem in document.problems
    ]
    taken = {(line, column) for line, column, _ in entries}
    placed = ((*document.place(finding.location, finding.on_key), finding) for finding in shape)
    entries += [item for item in placed if item[:2] not in taken]
    entries += [(*document.place(finding.location, finding.on_key), finding) for finding in rules]
    entries.sort(key=lambda item: (item[0], item[1], item[2].code, item[2].message))
    problems: list[Problem] = []
    comparisons = MAX_COMPARED
    for line, column, what in entries[:MAX_NAMED]:
        if isinstance(what, Problem):
            problems.append(what)
            continue
        way_out = what.way_out
        if isinstance(way_out, Nearest):
            comparisons -= len(way_out.known)
            way_out = str(way_out) if comparisons >= 0 else way_out.otherwise
        problems.append(document.problem_at(line, column, what.code, what.message, way_out))
    if (more := len(entries) - MAX_NAMED) > 0:
        line, column, _ = entries[MAX_NAMED]
        message = f"the file has {more:,} more problem{'s' * (more != 1)}"
        way_out = "mend the first ones: many have one cause"
        problems.append(Problem(document.path, line, column, "E115", message, way_out, count=more))
    return problems
