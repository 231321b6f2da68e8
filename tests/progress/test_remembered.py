"""Answers and cards in the store: they come back equal, in one write, and older stores are migrated on a copy."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.builders import a_store
from tests.fakes.disks import FailingDisk, TracingDisk
from tests.fixtures import FORMAT_1
from tests.memory.making import ATTEMPTS, TODAY, an_answer
from tests.progress.test_store import A_ROW, QuickDisk
from trainer.kernel.problems import StorageUnusable, StoreDamaged
from trainer.memory.answers import Answer
from trainer.memory.schedule import Plan, plans
from trainer.memory.upkeep import rebuilt_cards
from trainer.progress.glance import read_glance
from trainer.progress.migrations import STEPS
from trainer.progress.rows import LessonProgress
from trainer.progress.storage import FORMAT, older_version
from trainer.progress.store import STORE_FILE, LearnerStore

SOME = (an_answer("i"), an_answer("j", position=1, right=False, sure=True, points=0.5))


@pytest.fixture(scope="module")
def anywhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("remembered")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(attempts=ATTEMPTS)
def test_answers_and_cards_come_back_equal(anywhere: Path, attempts: dict[str, tuple[Answer, ...]]) -> None:
    for left in anywhere.glob("learner/store*"):
        left.unlink()
    store = LearnerStore(anywhere / "learner", QuickDisk())
    cards = rebuilt_cards(attempts)
    for name, answers in attempts.items():
        store.save_attempt(replace(A_ROW, id=name), None, answers, cards)
    kept = (dict(store.answers()), dict(store.cards()))
    store.close()
    again = LearnerStore(anywhere / "learner", QuickDisk())
    assert (dict(again.answers()), dict(again.cards())) == kept == (attempts, cards if attempts else {})
    again.close()


def test_row_answers_and_cards_are_one_write(tmp_path: Path) -> None:
    disk = TracingDisk()
    store = a_store(tmp_path, disk)
    disk.steps.clear()
    store.save_attempt(A_ROW, None, SOME, rebuilt_cards({"a1": SOME}))
    assert [name for step, name in disk.steps if step == "replace"] == ["store.json", "glance.json"]
    store.close()


def test_what_could_not_be_written_is_not_remembered(tmp_path: Path) -> None:
    disk = FailingDisk()
    store = a_store(tmp_path, disk)
    disk.failing = {"replace"}
    with pytest.raises(StorageUnusable):
        store.save_attempt(A_ROW, None, SOME, rebuilt_cards({"a1": SOME}))
    assert (dict(store.answers()), dict(store.cards())) == ({}, {})
    store.close()


def test_a_card_that_is_gone_is_gone(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.save_attempt(A_ROW, None, SOME, rebuilt_cards({"a1": SOME}))
    store.save_attempt(A_ROW, None, SOME[:1], rebuilt_cards({"a1": SOME[:1]}))
    assert list(store.cards()) == ["i"]
    store.close()
    again = LearnerStore(store.folder)
    assert list(again.cards()) == ["i"]
    again.close()


def test_the_glance_knows_when_each_card_is_due(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.save_attempt(A_ROW, None, SOME, rebuilt_cards({"a1": SOME}))
    glance = read_glance(store.folder)
    assert glance is not None
    assert plans(glance["cards"]) == [Plan("i", 1, TODAY, TODAY + 2), Plan("j", 1, TODAY, TODAY + 1)]
    store.close()


def test_time_on_lessons_adds_up_by_day(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    lesson = LessonProgress("gdpr", "rights", 1)
    store.save_lesson(lesson, {TODAY: 30.0})
    store.save_lesson(lesson, {TODAY: 12.5, TODAY + 1: 60.0})
    store.save_lesson(lesson)
    assert store.study_seconds() == {TODAY: 42.5, TODAY + 1: 60.0}
    store.close()


@pytest.mark.parametrize("table", ["answers", "cards"])
@pytest.mark.parametrize("rows", [{"a1": [[1, 2]]}, {"a1": 7}, {"a1": [7]}, {"a1": None}])
def test_what_is_no_answer_or_card_is_damage(tmp_path: Path, table: str, rows: object) -> None:
    store = a_store(tmp_path)
    store.close()
    path = store.folder / STORE_FILE
    path.write_text(json.dumps({**json.loads(path.read_text()), table: {"1": rows}}))
    again = LearnerStore(store.folder)
    with pytest.raises(StoreDamaged):
        getattr(again, table)()
    again.close()


# -- the format before -----------------------------------------------------------------------------------------------


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The folder of a learner of format 1."""
    return Path(shutil.copytree(FORMAT_1 / "maria-rossi", tmp_path / "maria-rossi"))


def test_there_is_a_step_from_every_older_format() -> None:
    assert sorted(STEPS) == list(range(1, FORMAT))


def test_an_older_store_is_read_and_left_until_something_is_written(old: Path) -> None:
    raw = (old / STORE_FILE).read_bytes()
    store = LearnerStore(old)
    assert [row.subject for row in store.attempts()] == ["greeting"] * 3
    assert (dict(store.answers()), dict(store.cards())) == ({}, {})
    assert (old / STORE_FILE).read_bytes() == raw
    store.save_settings(replace(store.settings(), theme="light"))
    assert older_version(old / STORE_FILE, 1).read_bytes() == raw
    assert older_version(old / STORE_FILE, 1).stat().st_mode & 0o777 == 0o600
    assert json.loads((old / STORE_FILE).read_bytes())["_format"]["1"]["format"] == FORMAT
    store.close()


def test_a_migration_that_breaks_off_leaves_the_old_store(old: Path) -> None:
    raw = (old / STORE_FILE).read_bytes()
    disk = FailingDisk("replace")
    store = LearnerStore(old, disk)
    with pytest.raises(StorageUnusable):
        store.save_settings(store.settings())
    assert (old / STORE_FILE).read_bytes() == raw
    disk.failing = set()
    store.save_settings(store.settings())
    assert older_version(old / STORE_FILE, 1).read_bytes() == raw
    store.close()
