"""`docs/data-format.md` is made from the model, and promises what is so."""

import pytest

from generator.model.scalars import FORMAT
from tests.support.projects import ROOT
from tests.tools.data_format import FORMAT_1, PAGE, SHAPES, page


def test_the_page_is_that_of_the_model() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tests.tools.data_format"


def test_no_key_of_an_older_format_was_taken_away_and_no_later_one_is_needed() -> None:
    for record in SHAPES.values():
        first = FORMAT_1.get(record, "").split()
        assert set(first) <= record.model_fields.keys()
        if first:
            needed = {
                key
                for key, field in record.model_fields.items()
                if field.is_required() and key not in record.loader_fields | record.derived_fields
            }
            assert needed <= set(first), record


@pytest.mark.own_data
def test_our_own_data_is_in_the_newest_format() -> None:
    settings = (ROOT / "events" / "chronology.yml").read_text("utf-8")
    assert f"\nformat: {FORMAT}\n" in settings
