"""A folder that is published whole or not at all."""

from pathlib import Path

import pytest

from generator.support import whole_folder
from generator.support.whole_folder import WholeFolder
from tests.support.projects import read_files


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The last site."""
    place = tmp_path / "site"
    (place / ".git").mkdir(parents=True)
    (place / ".git/HEAD").write_text("kept")
    (place / "old.html").write_text("old")
    place.chmod(0o750)
    return place


@pytest.fixture(params=["in one step", "in two steps"])
def _steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in two steps":
        monkeypatch.setattr(whole_folder, "_exchange", lambda one, other: False)


def _make(place: Path) -> WholeFolder:
    made = WholeFolder(place)
    (made.folder / "new.html").write_text("new")
    return made


@pytest.mark.usefixtures("_steps")
def test_it_takes_its_place_and_keeps_what_is_hidden(place: Path) -> None:
    with _make(place) as made:
        assert sorted(read_files(place)) == [".git/HEAD", "old.html"]
        made.publish()
    assert read_files(place) == {".git/HEAD": b"kept", "new.html": b"new"}
    assert place.stat().st_mode & 0o777 == 0o750
    assert list(place.parent.iterdir()) == [place]


@pytest.mark.parametrize("name", ["site", "a/b/site"])
def test_what_is_not_published_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    with pytest.raises(KeyboardInterrupt), _make(tmp_path / name):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(place: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("site")
    _make(tmp_path / "link").publish()
    assert (tmp_path / "link").is_symlink()
    assert (place / "new.html").is_file()


def _leave(made: WholeFolder) -> None:
    """Forget a folder as a killed process does: its lock is free, its files stay."""
    made._open.close()


@pytest.mark.usefixtures("_steps")
def test_the_next_run_clears_away_what_a_killed_one_has_left(place: Path) -> None:
    _leave(_make(place))
    assert len(list(place.parent.iterdir())) == 2
    with WholeFolder(place):
        assert len(list(place.parent.iterdir())) == 2
    assert list(place.parent.iterdir()) == [place]


def test_a_run_killed_between_two_steps_loses_no_site(place: Path) -> None:
    made = _make(place)
    before = read_files(place)
    place.rename(made.folder.parent / "old")
    _leave(made)
    with WholeFolder(place):
        assert read_files(place) == before
    assert list(place.parent.iterdir()) == [place]


def test_two_at_once_do_not_touch_each_other(place: Path) -> None:
    one, other = _make(place), _make(place)
    (other.folder / "new.html").write_text("other")
    other.publish()
    assert (place / "new.html").read_text() == "other"
    one.publish()
    assert (place / "new.html").read_text() == "new"
    assert list(place.parent.iterdir()) == [place]


def test_git_ignores_what_is_being_made(place: Path) -> None:
    made = _make(place)
    assert (made.folder.parent / ".gitignore").read_text() == "*\n"
    made.discard()


@pytest.mark.parametrize("foreign", [".site.new", ".site.1a2b3c4d", ".sites.1a2b3c4d.chronology"])
def test_nothing_else_is_cleared_away(place: Path, foreign: str) -> None:
    (place.parent / foreign).mkdir()
    with WholeFolder(place):
        pass
    assert (place.parent / foreign).is_dir()


def _refuse(*args: object, **kwargs: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["write_text", "rename", "mkdir"])
def test_a_disk_that_refuses_leaves_all_as_it_was(
    place: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_folder, "_exchange", lambda one, other: False)
    before = read_files(place.parent)
    with monkeypatch.context() as disk:
        disk.setattr(Path, step, _refuse)
        with pytest.raises(OSError, match="No space"), WholeFolder(place) as made:
            made.publish()
    assert read_files(place.parent) == before
    assert list(place.parent.iterdir()) == [place]


def test_between_two_steps_it_refuses_as_well(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_folder, "_exchange", lambda one, other: False)
    before = read_files(place.parent)
    rename = Path.rename

    def refused_once(self: Path, to: Path) -> Path:
        if self.name == "new":
            _refuse()
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refused_once)
    with pytest.raises(OSError, match="No space"), _make(place) as made:
        made.publish()
    assert read_files(place.parent) == before
    assert list(place.parent.iterdir()) == [place]


def test_a_mount_point_is_refused_before_anything_is_made() -> None:
    with pytest.raises(OSError, match="a mount point: name a folder in it"):
        WholeFolder(Path("/"))
