"""What counts as a difference between accounts, and what does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.differences import differ, differences
from generator.analysis.figure_groups import compared_figures, figure_pairs
from generator.analysis.figure_ranges import compare
from generator.model.records import Event, Figure


def _figure(**given: str) -> Figure:
    return Figure.model_validate({"measure": "injured", "of": "people", **given})


def _event(*accounts: dict[str, Any], date: str = "2021-05-04") -> Event:
    return Event.model_validate(
        {
            "id": "2021-05-04-x",
            "path": "events/2021/2021-05-04-x.yml",
            "title": "X",
            "added": "2021-05-06",
            "date": date,
            "date_basis": "X",
            "kind": "incident",
            "summary": "X",
            "accounts": [
                {"id": f"a{n}", "source": f"s{n}", "locator": "page 1", "says": "X", **account}
                for n, account in enumerate(accounts, 1)
            ],
        }
    )


def _found(event: Event) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(d.kind, d.verdict, d.on, d.accounts) for d in differences(event)]


MORE = {"value": "9", "qualifier": "more than"}
TUESDAY = {"value": "4", "as_of": "2021-05-04"}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ({"value": "4"}, {"value": "4"}, "same"),
        ({"value": "4"}, {"value": "5"}, "differs"),
        ({"value": "4"}, {"min": "3", "max": "5"}, "same"),
        ({"value": "4"}, {"min": "5"}, "differs"),
        ({"value": "4"}, {"max": "5"}, "same"),
        ({"value": "4", "qualifier": "at least"}, {"value": "900"}, "same"),
        ({"value": "4", "qualifier": "at least"}, {"value": "4"}, "same"),
        ({"value": "4", "qualifier": "at least"}, {"value": "3"}, "differs"),
        ({"value": "4", "qualifier": "more than"}, {"value": "4"}, "differs"),
        ({"value": "4", "qualifier": "more than"}, {"value": "5"}, "same"),
        ({"value": "4", "qualifier": "fewer than"}, {"value": "4"}, "differs"),
        ({"value": "4", "qualifier": "fewer than"}, {"value": "0"}, "same"),
        (MORE, {"value": "9", "qualifier": "fewer than"}, "differs"),
        (MORE, {"value": "12", "qualifier": "fewer than"}, "same"),
        ({"value": "1200", "qualifier": "about"}, {"value": "1240"}, "same"),
        ({"value": "1200", "qualifier": "about"}, {"value": "1260"}, "differs"),
        ({"value": "2.5", "qualifier": "about"}, {"value": "2.54"}, "same"),
        ({"value": "2.5", "qualifier": "about"}, {"value": "2.6"}, "differs"),
        ({"value": "0", "qualifier": "about"}, {"value": "0"}, "same"),
        ({"value": "1200", "qualifier": "nearly"}, {"value": "1150"}, "same"),
        ({"value": "1200", "qualifier": "nearly"}, {"value": "1200"}, "differs"),
        ({"value": "1200", "qualifier": "nearly"}, {"value": "900"}, "differs"),
        ({"value": "4", "of": "fighters"}, {"value": "9"}, "counts others"),
        ({"value": "4", "scope": "one district"}, {"value": "9"}, "counts others"),
        ({"value": "4", "scope": "One  district"}, {"value": "4", "scope": "one district"}, "same"),
        (TUESDAY, {"value": "9", "as_of": "2021-05-05"}, "later count"),
        (TUESDAY, {"value": "9", "as_of": "2021-05-04"}, "differs"),
        (TUESDAY, {"value": "9"}, "later count"),
        ({"as_said": "dozens"}, {"value": "9"}, None),
        ({"as_said": "dozens", "of": "fighters"}, {"value": "9"}, "counts others"),
    ],
)  # fmt: skip
def test_a_pair_of_figures_has_one_verdict_whichever_comes_first(
    one: dict[str, str], other: dict[str, str], verdict: str | None
) -> None:
    assert compare(_figure(**one), _figure(**other)) == verdict
    assert compare(_figure(**other), _figure(**one)) == verdict


def _counts(*figures: dict[str, str]) -> dict[str, Any]:
    return {"figures": [{"measure": "injured", **figure} for figure in figures]}


def test_a_figure_with_a_counterpart_is_not_held_against_the_others() -> None:
    event = _event(
        _counts({"of": "fighters", "value": "38"}, {"of": "civilians", "value": "43"}),
        _counts({"of": "civilians", "value": "43"}),
    )
    assert _found(event) == []


def test_each_pair_of_accounts_has_its_verdict() -> None:
    event = _event(_counts({"value": "4"}), _counts({"value": "9"}), _counts({"value": "9"}))
    assert _found(event) == [
        ("figures", "differs", "injured", ("a1", "a2")),
        ("figures", "differs", "injured", ("a1", "a3")),
    ]


_FIGURES = st.fixed_dictionaries(
    {"measure": st.sampled_from(["injured", "killed"])},
    optional={
        "of": st.sampled_from(["people", "fighters"]),
        "as_of": st.sampled_from(["2021-05-04", "2021-05-05"]),
    },
).flatmap(
    lambda given: st.sampled_from([{"value": "4"}, {"value": "9"}, {"as_said": "dozens"}]).map(
        lambda amount: {**given, **amount}
    )
)


@given(st.lists(st.lists(_FIGURES, max_size=4), min_size=1, max_size=4))
def test_pages_and_data_hold_the_same_figures_against_each_other(
    figures: list[list[dict[str, str]]],
) -> None:
    event = _event(*({"figures": of_account} for of_account in figures))
    on_pages = {
        (measure, tuple(sorted((compared.account.id, account.id))), verdict)
        for measure, group in compared_figures(event).items()
        for compared in group
        for account, _, verdict in compared.others
    }
    in_data = {(d.on, d.accounts, d.verdict) for d in differences(event)}
    assert {row for row in on_pages if row[2] not in (None, "same")} == in_data
    assert {
        (pair.first.figure.measure, (pair.first.account.id, pair.second.account.id), pair.verdict)
        for pair in figure_pairs(event)
    } == on_pages
    for group in compared_figures(event).values():
        for compared in group:
            contradicts = any(verdict == "differs" for _, _, verdict in compared.others)
            assert compared.differs == contradicts


def test_another_measure_is_never_compared() -> None:
    other = {"figures": [{"measure": "killed", "value": "9"}]}
    assert _found(_event(_counts({"value": "4"}), other)) == []


def test_a_later_count_is_no_contradiction() -> None:
    event = _event(
        _counts({"value": "4", "as_of": "2021-05-04"}),
        _counts({"value": "9", "as_of": "2021-05-05"}),
    )
    assert [verdict for _, verdict, _, _ in _found(event)] == ["later count"]
    assert not differ(event)


@pytest.mark.parametrize(
    ("event", "one", "other", "on"),
    [
        ("2021-05-04", None, None, []),
        ("2021-05-04", None, "2021-05-04", []),
        ("2021-05-04", None, "2021-05-03", ["start"]),
        ("2021-05", None, "2021-05-03", []),
        ("2021-05", "2021-05-04", "2021-05-03", ["start"]),
        ("2021-05-04/..", None, "2021-05-04/2021-05-06", []),
        ("2021-05-04/2021-05-09", None, "2021-05-04/2021-05-06", ["end"]),
        ("2021-05-04/2021-05-09", None, "2021-05-05/2021-05-06", ["start", "end"]),
        ("[2021-05-04,2021-05-06]", None, "2021-05-05", ["start"]),
        ("[2021-05-04,2021-05-06]", None, "2021-05-06", []),
        ("../2021-05-09", None, "2021-05-05", []),
        ("../2021-05-09", None, "2021-05-05/..", []),
        ("../2021-05-09", None, "2021-05-12", ["end"]),
        ("../2021-05-09", None, "../2021-05-12", []),
    ],
)
def test_dates_differ_at_the_ends_that_cannot_be_the_same(
    event: str, one: str | None, other: str | None, on: list[str]
) -> None:
    accounts = [{"date": date} if date else {} for date in (one, other)]
    found = differences(_event(*accounts, date=event))
    assert [(d.kind, d.on) for d in found] == [("dates", end) for end in on]


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ({"league": ["a", "b"]}, {"league": ["b"]}, False),
        ({"league": ["a"]}, {"league": ["b"]}, True),
        ({"league": ["The Stewards"]}, {"league": ["the stewards"]}, False),
        ({"league": ["a"]}, {"council": ["b"]}, False),
        ({"this": ["a"]}, {"this": ["b"]}, True),
        ({"league": []}, {"league": ["b"]}, False),
    ],
)
def test_labels_differ_where_two_sources_share_none(
    one: dict[str, list[str]], other: dict[str, list[str]], differs: bool
) -> None:
    key = next(iter(one))
    expected = [("labels", "differs", key, ("a1", "a2"))] if differs else []
    assert _found(_event({"labels": one}, {"labels": other})) == expected


def test_labels_are_compared_by_source_and_not_by_account() -> None:
    event = _event(
        {"source": "s1", "labels": {"league": ["a"]}},
        {"source": "s1", "labels": {"league": ["b"]}},
        {"source": "s2", "labels": {"league": ["b"]}},
    )
    assert _found(event) == []


def test_actors_differ_only_within_a_role() -> None:
    def by(*actors: tuple[str, str]) -> dict[str, Any]:
        return {"actors": [{"id": id, "role": role} for id, role in actors]}

    event = _event(by(("a", "attacks")), by(("b", "attacks")), by(("b", "defends")))
    assert _found(event) == [("actors", "differs", "attacks", ("a1", "a2"))]


def test_one_account_differs_from_nothing() -> None:
    assert differences(_event(_counts({"value": "4"}, {"value": "9"}))) == ()
