"""The signs for kinds of events."""

from generator.rendering.drawings.kind_signs import SIGN_PATHS, kind_sign, sign_path


def test_twelve_kinds_have_twelve_signs() -> None:
    assert len(set(SIGN_PATHS)) == len(SIGN_PATHS) == 12


def test_the_thirteenth_kind_has_the_first_sign() -> None:
    assert sign_path(12) == sign_path(0)


def test_a_sign_is_hidden_from_those_who_listen() -> None:
    assert 'aria-hidden="true"' in kind_sign(4)
