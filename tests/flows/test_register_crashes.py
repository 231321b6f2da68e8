"""An import into the register that dies at any of its steps: each hand-in is there whole or not, and it can be done
again; so with voiding and erasing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.exercises.making import RUCKSACK
from tests.fakes.disks import Death, DyingDisk, FullDisk
from tests.flows.playing import argue, played
from tests.flows.registering import DAY, UNIT, School, study, take
from trainer.flows.register import RegisterFlow
from trainer.flows.register_rights import erase_person
from trainer.flows.register_status import unit_class
from trainer.kernel.problems import StorageUnusable
from trainer.progress.disk import Disk


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Two who hand in; Anna once more, when one attempt went on and another is new."""
    found = School(tmp_path_factory.mktemp("school"))
    anna = found.learner("Anna Rossi")
    attempt = played(anna, found.clock, RUCKSACK).attempt
    anna.hand_in("first.zip")
    found.clock.wait(DAY)
    argue(anna, attempt)
    played(anna, found.clock, RUCKSACK, "bad")
    anna.hand_in("second.zip")
    anna.close()
    found.handed_in("Bea", study)
    register = at(found, found.folder / "prepared")
    take(register, found.folder / "first.zip")
    return found


def at(school: School, home: Path, disk: Disk | None = None) -> RegisterFlow:
    """The register of a home, as a new run of the program finds it."""
    locations = school.machine("x").locations._replace(data=home)
    return RegisterFlow(locations, school.clock, disk, catalogue=school.open_catalogue)


def seen(school: School, home: Path) -> list[Any]:
    """What the next run of the program shows, and that everything shown can be opened."""
    register = at(school, home)
    with register.store.writing():
        pass  # whoever writes next sweeps
    rows = unit_class(register, UNIT).rows
    for row in rows:
        for one in register.attempts(row.person.person):
            assert one.state.attempt == one.id
    kept = {path.stem for path in (home / "register" / "people").glob("*.json")}
    folders = {path.name for path in (home / "register" / "hand-ins").glob("*")}
    assert kept == {row.person.person for row in rows} and folders <= kept, "nobody is kept who is not shown"
    assert not list((home / "register").rglob("*.new"))
    assert not (home / "register" / ".coming.json").exists()
    return [
        (row.person.name, row.conditions[1:5], [(one.attempt, one.void, one.short.ready) for one in row.exercises])
        for row in rows
    ]


def import_both(register: RegisterFlow, school: School) -> None:
    take(register, school.folder / "second.zip", school.folder / "Bea.zip")


def void(register: RegisterFlow, school: School) -> None:
    person = register.person("Anna Rossi").person
    register.void(register.standings(person)[0].attempt, "why", "Carla")


def erase(register: RegisterFlow, school: School) -> None:
    erase_person(register, "Anna Rossi", "Carla")


WRITES: dict[str, tuple[Callable[[RegisterFlow, School], None], int]] = {
    "import": (import_both, 3), "void": (void, 2), "erase": (erase, 2),
}  # fmt: skip


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", WRITES)
def test_dying_at_any_step(school: School, tmp_path: Path, name: str, done: bool) -> None:
    write, ends = WRITES[name]
    prepared, found, step = school.folder / "prepared", list[Any](), 0
    while True:
        home = tmp_path / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(prepared, home)
        try:
            write(at(school, home, DyingDisk(step, done=done)), school)
            died = False
        except Death:
            died = True
        state = seen(school, home)
        if state not in found:
            found.append(state)
        else:
            assert state == found[-1], "once it is there it stays"
        if not died:
            break
        if name == "import":
            import_both(at(school, home), school)
            again = seen(school, home)
            assert [row[0] for row in again] == ["Anna Rossi", "Bea"] and len(again[0][2]) == 2
        step += 1
    assert step >= 2 and len(found) <= ends, "each hand-in whole or not at all"
    assert found[0] == seen(school, prepared)


def test_a_full_disk_takes_nothing(school: School, tmp_path: Path) -> None:
    shutil.copytree(school.folder / "prepared", tmp_path / "home")
    before = seen(school, tmp_path / "home")
    for room in (0, 50, 3_000, 12_000):
        with pytest.raises(StorageUnusable, match="disk is full"):
            import_both(at(school, tmp_path / "home", FullDisk(room)), school)
        assert seen(school, tmp_path / "home") == before
    import_both(at(school, tmp_path / "home"), school)
    assert len(seen(school, tmp_path / "home")) == 2
