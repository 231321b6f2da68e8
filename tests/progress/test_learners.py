"""Who learns here: ids from any name, listing, erasure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.kernel.problems import StoreDamaged, UsageProblem
from trainer.kernel.text import is_slug
from trainer.progress.disk import Disk
from trainer.progress.exporting import export_learner
from trainer.progress.learners import (
    by_last_use,
    erase_learner,
    find_learner,
    learner_id,
    list_learners,
    read_machine,
    remember_learner,
    sweep_unborn,
)
from trainer.progress.locations import Locations, find_locations
from trainer.progress.lock import Busy, take_lock
from trainer.progress.rows import Profile, Settings
from trainer.progress.store import LearnerStore

NOW = "2026-11-21T08:00:00.000Z"


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return find_locations(str(tmp_path / "home"))


def add(home: Locations, name: str = "Maria Rossi") -> str:
    found = learner_id(name, {card.id for card in list_learners(home)})
    store = LearnerStore(home.learner(found))
    store.save_profile(Profile(name, "it", "en", "abr", "2026-11-21T08:00:00.000Z"))
    store.save_settings(Settings())
    store.close()
    return found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Maria Rossi", "maria-rossi"),
        ("  D'Annunzio, Gabriele ", "d-annunzio-gabriele"),
        ("Zoë Åkesson", "zoe-akesson"),
        ("Straße", "strasse"),
        ("李小龍", "learner"),
        ("Мария", "learner"),
        ("محمد", "learner"),
        ("R2 D2", "r2-d2"),
        ("𝕊am", "sam"),
        ("../../etc/passwd", "etc-passwd"),
        (".", "learner"),
        ("x" * 39 + " y", "x" * 39),
        ("[@click=app.quit]", "click-app-quit"),
    ],
)
def test_an_id_is_made_from_a_name(name: str, expected: str) -> None:
    assert learner_id(name, set()) == expected


@given(st.text(), st.sets(st.sampled_from(["learner", "learner-2", "a", "a-2"])))
def test_an_id_is_a_slug_and_new(name: str, taken: set[str]) -> None:
    found = learner_id(name, taken)
    assert is_slug(found)
    assert found not in taken
    assert len(found) <= 43


def test_a_name_twice_gives_two_learners(home: Locations) -> None:
    assert [add(home) for _ in range(3)] == ["maria-rossi", "maria-rossi-2", "maria-rossi-3"]
    assert [(card.id, card.name, card.qualification) for card in list_learners(home)] == [
        ("maria-rossi", "Maria Rossi", "abr"),
        ("maria-rossi-2", "Maria Rossi", "abr"),
        ("maria-rossi-3", "Maria Rossi", "abr"),
    ]


def test_nobody_yet(home: Locations) -> None:
    assert list_learners(home) == []
    assert find_learner(home, None) is None
    with pytest.raises(UsageProblem, match="no learner «maria»"):
        find_learner(home, "maria")


@pytest.mark.parametrize("glance", [True, False])
def test_a_learner_is_listed_with_and_without_a_glance(home: Locations, glance: bool) -> None:
    found = add(home)
    if not glance:
        (home.learner(found) / "glance.json").unlink()
    assert [(card.name, card.qualification, card.problem) for card in list_learners(home)] == [
        ("Maria Rossi", "abr", None)
    ]


def test_a_damaged_store_is_listed_with_its_problem(home: Locations) -> None:
    add(home, "Anna")
    (home.learner(add(home)) / "store.json").write_text("{")
    anna, maria = list_learners(home)
    assert (anna.name, anna.problem) == ("Anna", None)
    assert (maria.id, maria.name, type(maria.problem)) == ("maria-rossi", "", StoreDamaged)


def test_a_vanished_store_is_listed_with_its_problem(home: Locations) -> None:
    folder = home.learner(add(home))
    for name in ("store.json", "glance.json"):
        (folder / name).unlink()
    (card,) = list_learners(home)
    assert (card.id, str(card.problem)) == ("maria-rossi", f"{folder / 'store.json'} is missing.")


def test_a_folder_that_cannot_be_read_hides_no_other_learner(plain_user_folder: Path) -> None:
    home = find_locations(str(plain_user_folder))
    folder = home.learner(add(home))
    add(home, "Anna")
    folder.chmod(0o000)
    anna, maria = list_learners(home)
    assert (anna.name, maria.id, maria.name) == ("Anna", "maria-rossi", "")
    assert "permission denied" in str(maria.problem)
    folder.chmod(0o700)


def test_a_folder_a_crash_left_empty_is_nobody(home: Locations) -> None:
    home.learner("luca").mkdir(parents=True)
    (home.learner("luca") / ".lock").touch()
    assert list_learners(home) == []


def test_what_a_crash_left_of_a_beginning_is_swept_but_nothing_of_anybody(home: Locations) -> None:
    folder = home.learner("luca")
    folder.mkdir(parents=True)
    (folder / ".store.json.7.new").write_text("Luca")
    busy = home.learner("bea")
    busy.mkdir()
    lock = take_lock(busy)
    kept = home.learner(add(home))
    sweep_unborn(home)
    lock.release()
    assert not folder.exists() and busy.exists() and kept.exists()
    sweep_unborn(find_locations("/nonexistent"))


def test_the_last_learner_is_opened_again(home: Locations) -> None:
    add(home, "Anna")
    add(home, "Luca")
    assert find_learner(home, None) == "anna"
    remember_learner(home, "luca", Disk())
    assert find_learner(home, None) == "luca"
    assert find_learner(home, "anna") == "anna"
    remember_learner(home, "gone", Disk())
    assert find_learner(home, None) == "anna"


def test_whoever_was_here_last_comes_first(home: Locations) -> None:
    for number, name in enumerate(["Anna", "Luca", "Maria"]):
        os.utime(home.learner(add(home, name)) / "store.json", (1000.0 + number, 1000.0 + number))
    assert [card.id for card in by_last_use(home)] == ["maria", "luca", "anna"]
    remember_learner(home, "anna", Disk())
    assert [card.id for card in by_last_use(home)] == ["anna", "maria", "luca"]
    assert by_last_use(home)[1].used_at == 1002.0


@pytest.mark.parametrize("raw", ["", "{", "[]", "7", '{"last_learner": "luca"}', '{"format": 2}', "[" * 100_000])
def test_settings_of_the_machine_that_cannot_be_read_are_none(home: Locations, raw: str) -> None:
    home.config.mkdir(parents=True)
    (home.config / "settings.json").write_text(raw)
    assert read_machine(home) == {}


@pytest.mark.parametrize("wanted", ["../maria", "", ".", "maria-rossi/../maria-rossi", ".maria-rossi.erased"])
def test_only_a_listed_id_is_found(home: Locations, wanted: str) -> None:
    add(home)
    with pytest.raises(UsageProblem):
        find_learner(home, wanted)


def test_erasing_leaves_nothing(home: Locations) -> None:
    found = add(home)
    add(home, "Anna")
    remember_learner(home, found, Disk())
    erase_learner(home, found)
    assert [path.name for path in home.learners.iterdir()] == ["anna"]
    assert read_machine(home) == {}
    assert "maria" not in "".join(str(path) for path in home.data.parent.rglob("*"))


def test_an_open_learner_is_neither_exported_nor_erased(home: Locations, tmp_path: Path) -> None:
    found = add(home)
    store = LearnerStore(home.learner(found))
    with pytest.raises(Busy):
        export_learner(home, found, tmp_path / "maria.zip", NOW)
    with pytest.raises(Busy):
        erase_learner(home, found)
    assert store.profile() is not None
    store.close()
    assert [card.name for card in list_learners(home)] == ["Maria Rossi"]
    assert not (tmp_path / "maria.zip").exists()


def test_an_erasure_a_crash_broke_off_is_nobody_and_is_finished_by_the_next(home: Locations) -> None:
    found = add(home)
    home.learner(found).rename(home.learners / f".{found}.erased")
    assert list_learners(home) == []
    assert add(home) == found
    erase_learner(home, found)
    assert list(home.learners.iterdir()) == []


def test_home_moves_everything(tmp_path: Path) -> None:
    home = find_locations(str(tmp_path))
    assert (home.data, home.config, home.cache) == (tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    assert home.learner("maria") == tmp_path / "data" / "learners" / "maria"


def test_without_a_home_the_platforms_folders_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    home = find_locations(None)
    assert {home.data.name, home.config.name, home.cache.name} == {"trainer"}
    assert home.data != home.cache
