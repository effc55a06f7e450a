"""Where readers reach the editors: a link where the contact is an address, and on which pages."""

from dataclasses import replace

import pytest

from generator.model.records import Chronology, Settings
from generator.rendering.handwritten import handwritten_pages
from generator.rendering.language import ENGLISH
from generator.rendering.parts.contact import contact_line
from tests.support.rendered_page import CONVERTER, Dom, ShownPage, render_pages

EVENT = "events/2021-05-06-karsk-gate-opens/index.md"


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("desk@rivers.example", "mailto:desk@rivers.example?subject=Error%20in%3A%20a%20%26%20b"),
        (
            "d'a+b&c?x=1@r.example",
            "mailto:d%27a+b%26c%3Fx%3D1@r.example?subject=Error%20in%3A%20a%20%26%20b",
        ),
        ("https://rivers.example/contact?a=1&b=2", "https://rivers.example/contact?a=1&b=2"),
        ("the desk, desk@rivers.example", None),
        ("https://rivers.example/ or the library", None),
        ("javascript:alert(1)", None),
        ("Ask <b>at</b> the *library*", None),
    ],
)
def test_a_contact_that_is_an_address_is_a_link(contact: str, href: str | None) -> None:
    settings = Settings(title="Rivers", contact=contact)
    shown = Dom(CONVERTER.convert(str(contact_line(ENGLISH, settings, "Error in: a & b"))))
    assert shown.text == f"Write to the editors: {contact}"
    assert [link["href"] for link in shown.all("a")] == ([href] if href else [])


def test_readers_find_it_where_they_look(meresh_with_drafts: Chronology) -> None:
    """About, corrections, and beside the report of an error in each event."""
    settings = meresh_with_drafts.settings.model_copy(update={"contact": "desk@made.example"})
    pages = render_pages(replace(meresh_with_drafts, settings=settings))
    for path in ("corrections/index.md", EVENT):
        [link] = [a for a in pages[path].dom.all("a") if "mailto:" in (a["href"] or "")]
        assert (link["href"] or "").startswith("mailto:desk@made.example")
        assert ("?subject=Error%20in%3A%20The%20Karsk" in (link["href"] or "")) == (path == EVENT)
    by_hand = {page.path: page for page in handwritten_pages("events", (), ENGLISH, settings)}
    assert "mailto:desk@made.example" in Dom(str(by_hand["about.md"].content)).all("a")[-1].values()
    assert not any(
        "mailto:" in str(page.content) for page in by_hand.values() if page.path != "about.md"
    )


def test_where_there_is_none_nothing_is_said(pages: dict[str, ShownPage]) -> None:
    assert contact_line(ENGLISH, Settings(title="Rivers")) is None
    assert "Write to the editors" not in pages[EVENT].dom.text
