"""Which records of a chronology belong together."""

import pytest

from generator.analysis.relations import Relations
from generator.model.records import Chronology
from generator.support.fold import fold


@pytest.fixture
def relations(meresh: Chronology) -> Relations:
    """The relations of the made chronology."""
    return Relations(meresh.events)


def test_before_and_after_are_each_others_reverse(relations: Relations, meresh: Chronology) -> None:
    ids = [event.id for event in meresh.events]
    assert [event.id for event in relations.after.values()] == ids[1:]
    assert [event.id for event in relations.before.values()] == ids[:-1]


def test_relations_lead_there_and_back(relations: Relations, meresh: Chronology) -> None:
    for event in meresh.events:
        assert event.part_of is None or event in relations.parts[event.part_of]
        assert all(event in relations.followers[earlier] for earlier in event.follows)
        for account in event.accounts:
            assert (event, account) in relations.by_source[account.source]
            assert all((event, account) in relations.answers[id] for id in account.responds_to)
            assert all(event.id in relations.named_in[id] for id in account.according_to)
    assert sum(map(len, relations.by_source.values())) == len(relations.accounts)
    assert relations.parts
    assert relations.followers
    assert relations.answers


def test_the_first_part_has_none_before_it_and_the_last_none_after(meresh: Chronology) -> None:
    whole, *others = meresh.events[:4]
    parts = [event.model_copy(update={"part_of": whole.id}) for event in others]
    neighbours = Relations((whole, *parts)).neighbouring_parts
    assert neighbours == {
        parts[0].id: (None, parts[1]),
        parts[1].id: (parts[0], parts[2]),
        parts[2].id: (parts[1], None),
    }
    assert Relations((whole, parts[0])).neighbouring_parts == {}  # a part alone has no neighbour


def test_a_label_leads_to_all_who_carry_it(relations: Relations) -> None:
    for actor_id, labels in relations.labels.items():
        assert all(actor_id in relations.bearers[fold(label)] for label, _ in labels)
    assert "this" not in relations.labels
