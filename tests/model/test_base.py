"""What all records have in common."""

from generator.model.records import Role


def test_records_with_the_same_keys_share_the_names_of_these() -> None:
    one = Role.model_validate({"id": "wire", "role": "acts"})
    other = Role.model_validate({"id": "council", "role": "speaks"})
    less = Role.model_validate({"id": "wire"})
    assert one.model_fields_set == {"id", "role"}
    assert less.model_fields_set == {"id"}
    assert one.model_fields_set is other.model_fields_set


def test_a_changed_copy_leaves_the_names_of_others_alone() -> None:
    one, other = (Role.model_validate({"id": id}) for id in ("wire", "council"))
    assert one.model_copy(update={"role": "acts"}).model_fields_set == {"id", "role"}
    assert other.model_fields_set == {"id"}
