"""The codes of all problems: those of rules are registered, those of loading stand in its text."""

import re

from generator.validation.check import RULE_MODULES
from generator.validation.registry import RULES
from tests.support.projects import ROOT

_CODE = re.compile(r'"(E[0-9]{3})"')


def all_codes() -> set[str]:
    """Return the code of every problem that the data can have."""
    assert RULE_MODULES  # by importing them, the rules are registered
    return {*RULES, *codes_in("model"), *codes_in("loading")}


def codes_in(folder: str) -> set[str]:
    """Return every code that a module in a folder of the generator names."""
    paths = (ROOT / "generator" / folder).rglob("*.py")
    return {code for path in paths for code in _CODE.findall(path.read_text("utf-8"))}
