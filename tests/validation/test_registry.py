"""Every rule stands in the one registry, under the code that its findings carry."""

import inspect
import re

import pytest

from generator.validation.registry import RULES, Rule, rule
from tests.support.codes import all_codes, codes_in


@pytest.mark.parametrize(("code", "registered"), RULES.items(), ids=lambda value: str(value)[:4])
def test_a_rule_finds_its_own_code_and_says_what_it_is(code: str, registered: Rule) -> None:
    source = inspect.getsource(registered.function)
    assert inspect.getdoc(registered.function)
    assert set(re.findall(r"E[0-9]{3}", source)) == {code}


def test_every_code_of_validation_is_registered() -> None:
    assert codes_in("validation") == set(RULES)
    assert all_codes() > set(RULES)


def test_two_rules_have_no_code_in_common() -> None:
    code = next(iter(RULES))
    with pytest.raises(ValueError, match=f"{code} is "):
        rule(code)(lambda: None)
