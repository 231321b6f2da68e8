"""The register on disk: what was acknowledged is there, a torn end is cut, a break and a newer version are refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assessment.test_register import received
from tests.fakes.disks import FailingDisk, FailingOnceDisk, FullDisk, TracingDisk
from trainer.assessment.acts import ActRefused, AttemptVoided, PersonErased, UnvoidedAgain
from trainer.kernel.problems import Problem, StorageUnusable, StoreDamaged
from trainer.progress.disk import Disk
from trainer.progress.locations import Locations, find_locations
from trainer.progress.register import RegisterStore
from trainer.progress.register_files import Arriving, Person, RegisterSettings

ANNA = Person("p1", "Anna Rossi", "anna-rossi", "2026-11-21T08:00:00.000Z")


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return find_locations(str(tmp_path / "home"))


@pytest.fixture
def store(locations: Locations) -> Iterator[RegisterStore]:
    """A register with one hand-in and a voided attempt."""
    found = RegisterStore(locations)
    with found.writing() as register:
        register.take([ANNA], [Arriving(received(), b"a zip")], 10.0)
        register.append([AttemptVoided("a1", "why", "Carla")], 11.0)
    yield found


def opened(store: RegisterStore, disk: Disk | None = None) -> RegisterStore:
    """As the next program finds it."""
    return RegisterStore(Locations(store.folder.parent, Path(), Path()), disk)


def test_what_was_written_is_read_by_the_next(store: RegisterStore) -> None:
    again = opened(store)
    assert again.state() == store.state() and list(again.state().voided) == ["a1"]
    assert again.files.person("p1") == ANNA
    assert again.files.hand_in_path("p1", "h1").read_bytes() == b"a zip"
    assert [one.act.name for one in again.acts()] == ["Received", "AttemptVoided"]


def test_everything_is_private(store: RegisterStore) -> None:
    for path in (store.folder, *store.folder.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_another_program_sees_what_one_writes(store: RegisterStore) -> None:
    other = opened(store)
    assert list(other.state().voided) == ["a1"]
    with store.writing() as register:
        register.append([UnvoidedAgain("a1", "why", "Carla")], 12.0)
    assert other.state().voided == {}
    with other.writing() as register:
        register.append([AttemptVoided("a2", "why", "Dora")], 13.0)
    assert list(store.state().voided) == ["a2"]


def test_only_one_writes_at_a_time(store: RegisterStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.progress.register.PATIENCE", 0.0)
    with store.writing(), pytest.raises(StorageUnusable, match="Another Trainer"), opened(store).writing():
        pass


def test_acts_are_on_the_device_before_they_have_happened(locations: Locations) -> None:
    disk = TracingDisk()
    store = RegisterStore(locations, disk)
    with store.writing() as register:
        register.take([ANNA], [Arriving(received(), b"a zip")], 10.0)
        disk.steps.clear()
        register.append([AttemptVoided("a1", "why", "Carla"), AttemptVoided("a2", "why", "Carla")], 11.0)
    assert disk.steps == [("write", "acts.jsonl"), ("sync", "acts.jsonl")], "one wait for all of them"


def test_names_and_hand_ins_come_before_the_act_that_tells_of_them(locations: Locations) -> None:
    disk = TracingDisk()
    store = RegisterStore(locations, disk)
    with store.writing() as register:
        register.take([ANNA], [Arriving(received(), b"a zip")], 10.0)
    replaced = [name for step, name in disk.steps if step == "replace"]
    assert replaced == [".coming.json", "p1.json", "h1.zip"]
    assert disk.steps.index(("sync", "acts.jsonl")) > disk.steps.index(("replace", "h1.zip"))


def test_acts_that_cannot_be_are_not_written(store: RegisterStore) -> None:
    before = store.path.read_bytes()
    with store.writing() as register, pytest.raises(ActRefused):
        register.append([AttemptVoided("a2", "why", "C"), AttemptVoided("a2", "again", "C")], 12.0)
    assert store.path.read_bytes() == before and list(store.state().voided) == ["a1"]
    with store.writing() as register:
        register.append([AttemptVoided("a2", "why", "C")], 12.0)


def test_a_torn_end_is_passed_over_and_cut(store: RegisterStore) -> None:
    whole = store.path.read_bytes()
    store.path.write_bytes(whole + b'{"n":2,"at":')
    again = opened(store)
    assert again.torn == 12 and list(again.state().voided) == ["a1"]
    with again.writing() as register:
        register.append([UnvoidedAgain("a1", "why", "C")], 12.0)
    assert store.path.read_bytes().startswith(whole) and opened(store).torn == 0
    assert opened(store).state().voided == {}


def test_any_other_break_is_refused_and_left_as_it_is(store: RegisterStore) -> None:
    whole = store.path.read_bytes()
    first, second = whole.splitlines(keepends=True)
    for broken in (second, first + first, whole.replace(b"Carla", b"Clara"), b"x\n" + whole, whole.replace(b"{", b"[")):
        store.path.write_bytes(broken)
        with pytest.raises(StoreDamaged) as problem:
            opened(store).state()
        assert problem.value.exit_code == 5 and store.path.read_bytes() == broken


def test_a_chain_that_tells_what_cannot_be_is_refused(locations: Locations, store: RegisterStore) -> None:
    from trainer.assessment.acts import RecordedAct
    from trainer.progress.chain import ChainedFile
    from trainer.progress.register import _ACTS

    file = ChainedFile(store.path, Disk(), _ACTS)
    file.append_all([RecordedAct(AttemptVoided("z9", "why", "C"), 12.0)])
    file.close()
    with pytest.raises(StoreDamaged, match="cannot be"):
        opened(store).state()


def test_a_value_of_another_type_is_a_break(store: RegisterStore) -> None:
    from trainer.progress.chain import _hash

    line = json.loads(store.path.read_bytes().splitlines()[0])
    line["handed_in_at"] = "yesterday"
    del line["hash"]
    line["hash"] = _hash("0" * 64, line)
    store.path.write_bytes(json.dumps(line).encode() + b"\n")
    with pytest.raises(StoreDamaged, match="broken here"):
        opened(store).state()


def test_a_newer_register_is_refused(store: RegisterStore) -> None:
    lines = store.path.read_bytes().splitlines(keepends=True)
    line = json.loads(lines[0]) | {"format": 2, "type": "Unheard"}
    store.path.write_bytes(json.dumps(line).encode() + b"\n" + lines[1])
    with pytest.raises(StorageUnusable, match="newer version"):
        opened(store).state()


@pytest.mark.parametrize("name", ["people/p1.json", "settings.json", ".coming.json", "content/u1.json"])
def test_newer_and_damaged_files_are_refused(store: RegisterStore, name: str) -> None:
    store.files.save_settings(RegisterSettings(12))
    store.files.save_known_content("u1", {"items": {"a": ["b"]}})
    path = store.folder / name

    def read() -> None:
        again = opened(store)
        again.files.person("p1"), again.files.settings(), again.files.known_content("u1")
        with again.writing():
            pass

    read()
    for raw, kind in ((b'{"version": 2}', StorageUnusable), (b"[", StoreDamaged), (b"{}", StoreDamaged)):
        path.write_bytes(raw)
        with pytest.raises(kind):
            read()
        assert path.read_bytes() == raw


def test_a_register_whose_chain_is_gone_is_not_begun_anew(store: RegisterStore) -> None:
    store.path.unlink()
    with pytest.raises(StoreDamaged, match="missing"):
        opened(store).state()


def test_an_empty_register_makes_no_files(locations: Locations) -> None:
    store = RegisterStore(locations)
    assert store.state().people == () and store.torn == 0 and store.acts() == ()
    assert not locations.register.exists()


def test_a_full_disk_takes_nothing(locations: Locations, store: RegisterStore) -> None:
    before = store.path.read_bytes()
    for room in (0, 30, 200, 400, 700):
        full = opened(store, FullDisk(room))
        with pytest.raises(StorageUnusable, match="disk is full"), full.writing() as register:
            person = Person("p2", "Bea", "bea", ANNA.created)
            register.take([person], [Arriving(received("h2", "p2", "b1"), b"z" * 300)], 12.0)
        assert store.path.read_bytes() == before and full.state().people == ("p1",)
    with opened(store).writing():
        pass
    assert {path.name for path in store.folder.rglob("*") if path.is_file()} == {
        ".lock", "acts.jsonl", "p1.json", "h1.zip"
    }, "what was left lying is swept by whoever writes next"  # fmt: skip


@pytest.mark.parametrize("step", ["write", "sync"])
def test_an_act_that_cannot_be_written_has_not_happened(store: RegisterStore, step: str) -> None:
    failing = opened(store, FailingDisk(step))
    with pytest.raises(StorageUnusable), failing.writing() as register:
        register.append([UnvoidedAgain("a1", "why", "C")], 12.0)
    assert list(failing.state().voided) == ["a1"] and list(opened(store).state().voided) == ["a1"]


def test_a_disk_that_fails_once_can_be_written_again_at_once(locations: Locations) -> None:
    at = 0
    while True:
        disk = FailingOnceDisk(at)
        store = RegisterStore(Locations(locations.data / str(at), Path(), Path()), disk)
        for _ in range(2):
            try:
                with store.writing() as register:
                    if not store.state().people:
                        register.take([ANNA], [Arriving(received(), b"a zip")], 10.0)
            except Problem as problem:
                assert problem.exit_code == 6
        assert store.state().people == ("p1",) and not (store.folder / ".coming.json").exists(), at
        if not disk.failed:
            break
        at += 1
    assert at > 10


def test_erasing_removes_name_and_hand_ins(store: RegisterStore) -> None:
    with store.writing() as register:
        register.erase(PersonErased("p1", (), "Carla"), 12.0)
    assert {path.name for path in store.folder.rglob("*") if path.is_file()} == {".lock", "acts.jsonl"}
    assert b"Anna" not in store.path.read_bytes() and opened(store).state().people == ()


def test_an_erasure_a_crash_broke_off_is_finished(store: RegisterStore) -> None:
    with store.writing() as register:
        register.append([PersonErased("p1", (), "Carla")], 12.0)
    assert (store.folder / "people" / "p1.json").exists()
    with opened(store).writing():
        pass
    assert not (store.folder / "people" / "p1.json").exists() and not list((store.folder / "hand-ins").iterdir())
