"""On the page of an event: its ties, its parts, and its neighbours in time."""

from dataclasses import replace

from generator.model.order import in_order
from generator.model.records import Chronology
from tests.support.rendered_page import KARSK, ShownPage, render_pages


def test_ties_run_both_ways(pages: dict[str, ShownPage]) -> None:
    gate, pause = (
        pages[KARSK].dom.text,
        pages["events/2021-05-04-pause-in-pumping/index.md"].dom.text,
    )
    assert "part of Two river cities" in gate
    assert "follows Two river cities" in gate
    assert (
        "in answer to Two river cities announce a pause in pumping 4 May 2021, according to Ostrany"
        in gate
    )
    assert (
        "answered by Ostrany declares an emergency 6 May 2021, according to The Veldra Gazette"
        in gate
    )
    assert "its parts The Karsk gate opens" in pause
    assert "followed by The Karsk gate opens" in pause


def test_counts_of_a_part_stand_with_those_of_the_whole(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    whole = pages["events/2021-05-04-pause-in-pumping/index.md"]
    # Under what is counted: it reads as a heading does.
    assert "residents In a part of it, The Karsk gate opens at night" in whole.dom.text
    part = KARSK.removesuffix("/index.md")
    led = {anchor for address, anchor in whole.links if address == part}
    assert {"wire-2021-figures", "gazette-2021-figures"} <= led
    own = [
        f.measure
        for a in meresh_with_drafts.by_id["2021-05-04-pause-in-pumping"].accounts
        for f in a.figures
    ]
    assert 'id="f-injured"' in whole.body
    assert "injured" not in own


def test_many_ties_stand_after_the_accounts(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    pause = "2021-05-04-pause-in-pumping"
    few = pages[f"events/{pause}/index.md"].body
    assert few.index("Connected events</h2>") < few.index("## Accounts")
    follower = meresh_with_drafts.by_id["2021-07-01-flood"]
    made = [
        follower.model_copy(update={"id": f"2021-07-{day:02}-after", "follows": (pause,)})
        for day in range(2, 10)
    ]
    events = in_order([*meresh_with_drafts.events, *made])
    many = render_pages(replace(meresh_with_drafts, events=events))[f"events/{pause}/index.md"].body
    assert (
        many.index("## Accounts") < many.index("Connected events</h2>") < many.index("## Sources")
    )
    assert many.count("Connected events</h2>") == 1


def test_an_event_leads_to_those_before_and_after_it(pages: dict[str, ShownPage]) -> None:
    text = pages[KARSK].dom.text
    assert "Before, the same day 6 May 2021 Ostrany declares an emergency" in text
    assert "After since 15 June 2021" in text
    assert "Before, 2 days earlier" in pages["events/2021-05-06-emergency/index.md"].dom.text
    assert "The first event of this" in pages["events/1998-pumping-begins/index.md"].dom.text


def test_an_event_leads_to_those_before_and_after_it_in_its_thread(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    assert "Within Two river" not in pages[KARSK].dom.text  # a thread of one part
    part_of = {"part_of": "2021-05-04-pause-in-pumping"}
    events = [
        event.model_copy(update=part_of) if event.id.startswith("2021-0") else event
        for event in meresh_with_drafts.events
        if event.id != "2021-05-04-pause-in-pumping" and not event.id.endswith("-hostile")
    ]
    pause = meresh_with_drafts.by_id["2021-05-04-pause-in-pumping"]
    made = render_pages(replace(meresh_with_drafts, events=in_order([pause, *events])))
    text = made["events/2021-05-06-emergency/index.md"].dom.text
    assert "Before, 2 days earlier 4 May 2021 Two river" in text
    assert (
        "Within Two river cities announce a pause in pumping Its first part. "
        "After, the same day 6 May 2021 The Karsk gate opens"
    ) in text
    assert "Its last part." in made["events/2021-07-01-flood/index.md"].dom.text
    assert "Within" not in made["events/2003-dry-years/index.md"].dom.text
