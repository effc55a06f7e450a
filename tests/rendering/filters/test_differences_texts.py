"""The texts that a search for words looks into where the differences stand on several pages."""

import json
from itertools import pairwise

from markupsafe import Markup

from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.filters.differences_texts import differences_texts
from generator.rendering.pages.differences import EventBlock, difference_blocks
from generator.rendering.parts.grouped_differences import grouped_differences


def test_each_event_has_its_title_and_a_text_for_each_difference(meresh: Chronology) -> None:
    context = Context(meresh)
    grouped = grouped_differences(context)
    blocks = difference_blocks(context, grouped)
    texts = json.loads(differences_texts(context, blocks).content)
    assert [text[0] for text in texts] == [block.event.title for block in blocks]
    assert [len(text) - 1 for text in texts] == [len(grouped[block.event.id]) for block in blocks]


def test_what_was_told_later_stands_with_its_day(meresh: Chronology) -> None:
    context = Context(meresh)
    html = Markup(
        "<li><h2><a>A &amp; B</a></h2><section><h3>dates</h3><ul><li>4 May</li>"
        '<li data-known="2021-05-08"> ≠ 5 May <span data-known="2021-05-09">again</span></li>'
        "</ul></section><section>labels</section></li>"
    )
    block = EventBlock(meresh.events[0], html, 0)
    [[title, dates, labels]] = json.loads(differences_texts(context, [block]).content)
    assert (title, labels) == ("A & B", "labels")
    assert [text.strip() for day, text in dates if day > 20210508] == ["again"]
    assert "".join(text for day, text in dates if not day) == "dates4 May"
    assert all(one[0] <= other[0] for one, other in pairwise(dates))
