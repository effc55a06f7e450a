"""The rules over a whole chronology, by what they are about.

A rule yields findings and knows no lines. To add one, see `validation/registry.py`.
"""

from generator.validation.rules import (
    coverage,
    dates,
    days,
    figures,
    files,
    outlets,
    references,
    relations,
    site_facts,
    wording,
)

__all__ = [
    "coverage", "dates", "days", "figures", "files", "outlets", "references", "relations",
    "site_facts", "wording",
]  # fmt: skip
