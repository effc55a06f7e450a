"""The table of the figures of one measure."""

from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from generator.rendering.drawings.figures.figure_plot import (
    FigureGroup,
    FigureRow,
    figure_plot,
    figure_plot_key,
)
from generator.rendering.language import ENGLISH
from tests.support.chronologies import HOSTILE

NONE = Markup("")


def test_rows_are_sorted_by_size_and_words_stand_last() -> None:
    rows = [
        FigureRow("#a1", "One", "12 to 20", 12, 20),
        FigureRow("#a2", "Two", "“several”"),
        FigureRow("#a3", "Three", "4", 4, 4),
    ]
    table = ElementTree.fromstring(
        figure_plot(ENGLISH, "injured", [FigureGroup(NONE, rows)], ident="injured")
    )
    assert [link.text for link in table.iter("a")] == ["Three", "One", "Two"]
    assert [link.get("href") for link in table.iter("a")] == ["#a3", "#a1", "#a2"]
    pictures = [row[2] for row in table.findall(".//tbody/tr")]
    assert [len(picture) for picture in pictures] == [1, 1, 0]


def test_a_group_says_what_it_counts_and_is_sorted_by_itself() -> None:
    """Of figures that count others, the smaller does not stand first for that."""
    groups = [
        FigureGroup(Markup("guards"), [FigureRow("#a1", "One", "9", 9, 9)]),
        FigureGroup(Markup("residents"), [FigureRow("#a2", "Two", "4", 4, 4)]),
    ]
    table = ElementTree.fromstring(figure_plot(ENGLISH, "injured", groups, ident="injured"))
    heads = [head.text for head in table.iter("th") if head.get("scope") == "rowgroup"]
    assert heads == ["guards", "residents"]
    assert [link.text for link in table.iter("a")] == ["One", "Two"]
    assert len(list(table.iter("tbody"))) == 2


def test_the_first_column_holds_headers_alone() -> None:
    """So HTML takes each for the header of its row; none says so itself."""
    groups = [FigureGroup(Markup("guards"), [FigureRow("#a1", "One", "9", 9, 9)])]
    table = ElementTree.fromstring(figure_plot(ENGLISH, "injured", groups, ident="injured"))
    assert [row[0].tag for row in table.iter("tr")] == ["th", "th", "th"]


def test_words_alone_are_a_table_without_a_scale() -> None:
    rows = [FigureRow("#a1", "One", "“nearly a week”")]
    assert "<svg" not in figure_plot(
        ENGLISH, "duration", [FigureGroup(NONE, rows)], ident="duration"
    )


def test_a_long_scale_names_its_ends_and_its_middle() -> None:
    rows = [FigureRow("#a1", "One", "41,000", 41000, 41000)]
    table = ElementTree.fromstring(
        figure_plot(ENGLISH, "displaced", [FigureGroup(NONE, rows)], ident="displaced")
    )
    assert [text.text for text in table.iter("text")] == ["0", "30,000", "50,000"]


def test_of_equal_figures_the_first_alone_says_how_it_stands() -> None:
    agrees, differs = (
        Markup("<small>agrees with 4</small>"),
        Markup("<small>differs from 9</small>"),
    )
    later = Markup(' data-known="2021-06-01"')
    rows = [
        *(
            FigureRow(f"#a{n}", f"Account {n}", "4", 4, 4, verdicts=(agrees, differs), differs=True)
            for n in range(3)
        ),
        FigureRow("#b", "Later", "4", 4, 4, verdicts=(agrees,), differs=True, since=later),
    ]
    drawn = figure_plot(ENGLISH, "injured", [FigureGroup(NONE, rows)], ident="injured")
    assert drawn.count("differs from 9") == 1
    assert drawn.count("agrees with 4") == 2  # a script may show one without the other
    assert drawn.count('class="ne"') == 4


def test_a_difference_is_said_in_words() -> None:
    verdict = Markup("<small>differs from 9</small>")
    rows = [
        FigureRow("#a1", "One", "4", 4, 4, verdicts=(verdict,), differs=True),
        FigureRow("#a2", "Two", "9", 9, 9),
    ]
    drawn = figure_plot(ENGLISH, "injured", [FigureGroup(NONE, rows)], ident="injured")
    assert drawn.count("differs from 9") == drawn.count('class="ne"') == 1
    assert "accounts differ" in drawn


def test_the_key_has_the_marks_that_occur() -> None:
    rows = [FigureRow("#a1", "One", "4", 4, 4), FigureRow("#a2", "Two", "9", 9, 9, "about")]
    key = ElementTree.fromstring(figure_plot_key(ENGLISH, rows))
    assert ["".join(item.itertext()) for item in key] == ["as given", "about"]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_of_the_table_is_encoded(text: str) -> None:
    rows = [FigureRow("#a1", text, text, 1, 1)]
    drawn = figure_plot(ENGLISH, text, [FigureGroup(NONE, rows)], ident="x", note=text)
    assert " ".join(text.split()) in "".join(ElementTree.fromstring(drawn).itertext())
    assert "\n" not in drawn
