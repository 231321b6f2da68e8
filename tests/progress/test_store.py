"""What a learner's store is given comes back equal, one program at a time."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_store
from tests.fakes.disks import FailingDisk, FullDisk, TracingDisk
from trainer.kernel.problems import StorageUnusable, StoreDamaged
from trainer.progress.disk import Disk
from trainer.progress.lock import Busy, take_lock
from trainer.progress.rows import AttemptRow, ItemHistory, LessonProgress, Profile, Settings
from trainer.progress.store import STORE_FILE, LearnerStore

TEXTS = st.text(max_size=20)
SLUGS = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
MOMENTS = st.floats(0, 4e9)
PROFILES = st.builds(Profile, TEXTS, SLUGS, SLUGS, SLUGS, TEXTS)
SETTINGS = st.builds(Settings, st.sampled_from(["dark", "light"]), st.booleans(), SLUGS)
LESSONS = st.builds(
    LessonProgress, SLUGS, SLUGS, st.integers(1, 9), st.integers(0, 9), st.lists(st.integers(0, 9)).map(tuple),
    st.lists(SLUGS).map(tuple), MOMENTS,
)  # fmt: skip
ROWS = st.builds(
    AttemptRow, id=SLUGS, kind=st.sampled_from(["exam", "practice"]), mode=SLUGS, subject=SLUGS,
    title=st.dictionaries(SLUGS, TEXTS), paper=SLUGS, started_at=MOMENTS, items=st.integers(0, 100),
    answered=st.integers(0, 100), submitted_at=st.none() | MOMENTS, reason=st.none() | SLUGS,
    points=st.just("31/2"), passed=st.none() | st.booleans(), seconds=MOMENTS,
    sections=st.lists(st.fixed_dictionaries({"id": SLUGS, "passed": st.booleans()}), max_size=2),
)  # fmt: skip
HISTORIES = st.dictionaries(SLUGS, st.builds(ItemHistory, st.integers(1, 99), st.booleans(), MOMENTS), max_size=5)

A_ROW = AttemptRow("a1", "exam", "mock", "gdpr", {"it": "Prova"}, "0" * 64, 1.0, 20)


class QuickDisk(Disk):
    """No waiting for a device: these tests are about values."""

    def sync(self, descriptor: int) -> None: ...

    def sync_folder(self, folder: Path) -> None: ...


@pytest.fixture(scope="module")
def anywhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(profile=PROFILES, setting=SETTINGS, lessons=st.lists(LESSONS, max_size=4), rows=st.lists(ROWS, max_size=4),
       items=HISTORIES)  # fmt: skip
def test_everything_comes_back_equal(
    anywhere: Path,
    profile: Profile,
    setting: Settings,
    lessons: list[LessonProgress],
    rows: list[AttemptRow],
    items: dict[str, ItemHistory],
) -> None:
    folder = anywhere / "learner"
    for left in (STORE_FILE, f"{STORE_FILE}.previous"):
        (folder / left).unlink(missing_ok=True)
    store = LearnerStore(folder, QuickDisk())
    store.save_profile(profile)
    store.save_settings(setting)
    for lesson in lessons:
        store.save_lesson(lesson)
    for row in rows:
        store.save_attempt(row, items)
    store.close()
    store = LearnerStore(folder, QuickDisk())
    assert (store.profile(), store.settings()) == (profile, setting)
    assert {(kept.module, kept.lesson): kept for kept in store.lessons()} == {
        (kept.module, kept.lesson): kept for kept in lessons
    }
    assert {row.id: row for row in store.attempts()} == {row.id: row for row in rows}
    assert store.item_history() == (items if rows else {})
    store.close()


def test_a_new_store_is_empty(tmp_path: Path) -> None:
    store = LearnerStore(tmp_path / "maria")
    assert (store.profile(), store.settings(), store.lessons(), store.attempts()) == (None, Settings(), [], [])
    assert (store.item_history(), store.lesson("gdpr", "rights"), store.attempt("a")) == ({}, None, None)
    store.close()
    assert not (tmp_path / "maria" / STORE_FILE).exists()


def test_attempts_stand_newest_first(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    for number in (2, 3, 1):
        store.save_attempt(replace(A_ROW, id=f"a{number}", started_at=float(number)))
    assert [row.id for row in store.attempts()] == ["a3", "a2", "a1"]
    store.close()


def test_a_lesson_is_studied_when_all_pages_were_opened_and_all_checks_right() -> None:
    lesson = LessonProgress("gdpr", "rights", 1, opened=(0, 1, 2), checks=("a", "b", "old"))
    assert lesson.studied(3, ("a", "b"))
    assert not lesson.studied(4, ("a", "b"))
    assert not lesson.studied(3, ("a", "b", "c"))
    assert not replace(lesson, opened=(0, 1, 1)).studied(3, ())


def test_a_row_and_its_items_are_one_write(tmp_path: Path) -> None:
    """A crash between two writes would keep the row as finished and lose how its items went for ever."""
    disk = TracingDisk()
    store = a_store(tmp_path, disk)
    for action in (
        lambda: store.save_attempt(A_ROW, {"i": ItemHistory(1, True, 2.0)}),
        lambda: store.replace_attempts([A_ROW], {"i": ItemHistory(2, True, 2.0)}),
        lambda: store.save_lesson(LessonProgress("gdpr", "rights", 1)),
    ):
        disk.steps.clear()
        action()
        assert [name for step, name in disk.steps if step == "replace"] == ["store.json", "glance.json"]
    store.close()


@pytest.mark.parametrize("disk", [FullDisk(), FailingDisk()])
def test_what_could_not_be_saved_is_not_said_to_be(tmp_path: Path, disk: FullDisk | FailingDisk) -> None:
    store = a_store(tmp_path, disk)
    store.save_settings(Settings("light"))
    store.save_attempt(A_ROW, {"i": ItemHistory(1, True, 2.0)})
    if isinstance(disk, FullDisk):
        disk.room = 100
    else:
        disk.failing.add("replace")
    for action in (
        lambda: store.save_settings(Settings("dark")),
        lambda: store.save_attempt(replace(A_ROW, answered=7), {"i": ItemHistory(2, False, 3.0)}),
        lambda: store.save_lesson(LessonProgress("gdpr", "rights", 1)),
    ):
        with pytest.raises(StorageUnusable):
            action()
    assert (store.settings(), store.attempts(), store.lessons()) == (Settings("light"), [A_ROW], [])
    assert store.item_history() == {"i": ItemHistory(1, True, 2.0)}
    if isinstance(disk, FullDisk):
        disk.room = None
    else:
        disk.failing.clear()
    store.save_lesson(LessonProgress("gdpr", "rights", 1))
    assert (store.settings(), store.attempts()) == (Settings("light"), [A_ROW])
    store.close()


def test_rows_of_another_shape_are_damage(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.close()
    path = store.folder / STORE_FILE
    tree = json.loads(path.read_text())
    del tree["profile"]["1"]["name"]
    path.write_text(json.dumps(tree))
    store = LearnerStore(store.folder)
    with pytest.raises(StoreDamaged):
        store.profile()
    store.close()


def test_a_value_of_a_later_minor_version_is_passed_over(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.close()
    path = store.folder / STORE_FILE
    tree = json.loads(path.read_text())
    tree["profile"]["1"]["mood"] = "calm"
    path.write_text(json.dumps(tree))
    store = LearnerStore(store.folder)
    profile = store.profile()
    assert profile is not None
    assert profile.name == "Maria"
    store.close()


def test_a_second_program_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    first = a_store(tmp_path)
    before = (first.folder / STORE_FILE).read_bytes()
    with pytest.raises(Busy, match="another window") as refused:
        LearnerStore(first.folder)
    assert refused.value.exit_code == 6
    assert (first.folder / STORE_FILE).read_bytes() == before
    first.save_settings(Settings("light"))
    first.close()
    second = LearnerStore(first.folder)
    assert second.settings() == Settings("light")
    second.close()


def test_a_store_that_cannot_be_read_is_not_kept_locked(tmp_path: Path) -> None:
    folder = tmp_path / "maria"
    folder.mkdir()
    (folder / STORE_FILE).write_text("no store")
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            LearnerStore(folder)
    take_lock(folder).release()
    assert (folder / STORE_FILE).read_text() == "no store"


def test_a_store_opened_in_one_thread_is_closed_in_another(tmp_path: Path) -> None:
    opened: list[LearnerStore] = []
    thread = threading.Thread(target=lambda: opened.append(a_store(tmp_path)))
    thread.start()
    thread.join()
    opened[0].close()
    a_store(tmp_path).close()


def test_what_a_crash_left_half_written_is_swept_away(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.close()
    (store.folder / "papers").mkdir()
    left = [store.folder / ".store.json.123.new", store.folder / "papers" / ".abc.json.9.new"]
    for path in left:
        path.write_text("half of somebody's answ")
    a_store(tmp_path).close()
    assert not any(path.exists() for path in left)


def test_everything_is_private_whatever_the_umask(tmp_path: Path, any_umask: int) -> None:
    store = a_store(tmp_path)
    store.save_settings(Settings())
    modes = {path.name: path.stat().st_mode & 0o777 for path in store.folder.iterdir()}
    assert set(modes.values()) == {0o600}
    assert store.folder.stat().st_mode & 0o777 == 0o700
    store.close()


def test_a_folder_one_may_not_write_is_a_sentence(plain_user_folder: Path) -> None:
    store = a_store(plain_user_folder)
    before = (store.folder / STORE_FILE).read_bytes()
    store.folder.chmod(0o500)
    with pytest.raises(StorageUnusable, match="permission denied") as refused:
        store.save_settings(Settings("light"))
    assert refused.value.exit_code == 6
    assert store.settings() == Settings()
    store.close()
    again = a_store(plain_user_folder)
    assert again.settings() == Settings()
    again.close()
    store.folder.chmod(0o700)
    (store.folder / ".lock").unlink(missing_ok=True)
    store.folder.chmod(0o500)
    with pytest.raises(StorageUnusable, match="permission denied"):
        a_store(plain_user_folder)
    assert (store.folder / STORE_FILE).read_bytes() == before


def test_threads_write_one_after_the_other(tmp_path: Path) -> None:
    """Settings saved in the background and an exam left in the foreground use one temporary file."""
    store = a_store(tmp_path)

    def lessons() -> None:
        for page in range(40):
            store.save_lesson(LessonProgress("gdpr", "rights", 1, page))

    thread = threading.Thread(target=lessons)
    thread.start()
    for number in range(40):
        store.save_attempt(replace(A_ROW, id=f"a{number}"), {f"i{number}": ItemHistory(1, True, 2.0)})
    thread.join()
    store.close()
    again = LearnerStore(store.folder)
    assert (len(again.attempts()), len(again.item_history())) == (40, 40)
    assert [lesson.page for lesson in again.lessons()] == [39]
    again.close()


@pytest.mark.parametrize("saved", [("a", "b"), ("b", "a")])
def test_attempts_of_one_moment_stand_in_one_order(tmp_path: Path, saved: tuple[str, str]) -> None:
    store = a_store(tmp_path)
    for id in saved:
        store.save_attempt(replace(A_ROW, id=id))
    assert [row.id for row in store.attempts()] == ["b", "a"]
