"""Reading a lesson: pages, check questions, and coming back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import right_response, wrong_response
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import change, copy_tiny
from trainer.flows.study import StudyFlow
from trainer.items.base import ResponseRefused
from trainer.kernel.problems import Refused, StorageUnusable
from trainer.progress.rows import LessonProgress

CHECK = "greeting-check-door"


@pytest.fixture
def flow(workspace: TinyWorkspace) -> StudyFlow:
    """Two pages; a check question on the first."""
    return StudyFlow(workspace, "greeting", "first-words")


def choose(flow: StudyFlow, *, right: bool) -> None:
    item = flow._item(CHECK)
    tokens = item.tokens("greeting/first-words")
    for group, ids in (right_response(item) if right else wrong_response(item)).items():
        for option in ids:
            flow.choose(CHECK, group, tokens[f"{group}/{option}"])


def test_the_first_page(flow: StudyFlow) -> None:
    view = flow.view
    assert (view.page, view.pages, view.opened, view.checks_right, view.checks_total) == (0, 2, 1, 0, 1)
    assert view.markdown["it"].startswith("## La porta")
    assert view.markdown["en"].startswith("## The door")
    assert [check.id for check in view.checks] == [CHECK]
    assert view.open_pages == (0,)
    assert not view.studied
    assert not view.changed
    assert (view.module_title["en"], view.title["en"], view.shown) == ("Greeting customers", "First words", "it")
    assert view.next_lesson is None
    assert view.citations["it"]


def test_going_through_the_pages(flow: StudyFlow) -> None:
    assert not flow.previous()
    assert flow.next()
    assert (flow.view.page, flow.view.checks, flow.view.jurisdiction, flow.view.opened) == (1, (), "IT", 2)
    assert not flow.next()
    assert not flow.go(7)
    assert not flow.go(-1)
    assert flow.previous()


def test_a_check_question_shows_no_key_before_it_is_answered(flow: StudyFlow) -> None:
    choose(flow, right=True)
    (check,) = flow.view.checks
    assert (check.state, check.feedback) == ("open", None)
    assert len(check.chosen) == 1


def test_a_wrong_answer_is_explained_and_can_be_tried_again(flow: StudyFlow) -> None:
    choose(flow, right=False)
    assert not flow.confirm(CHECK)
    (check,) = flow.view.checks
    assert check.state == "wrong"
    assert check.feedback is not None
    assert not check.feedback.right
    choose(flow, right=True)
    assert flow.view.checks[0].state == "open"
    assert flow.confirm(CHECK)
    (check,) = flow.view.checks
    assert (check.state, flow.view.checks_right, flow.view.open_pages) == ("right", 1, ())


def test_once_right_it_stays_right(flow: StudyFlow) -> None:
    choose(flow, right=True)
    assert flow.confirm(CHECK)
    before = flow.view
    choose(flow, right=False)
    assert flow.confirm(CHECK)
    assert flow.view == before


def test_nothing_chosen_cannot_be_confirmed(flow: StudyFlow) -> None:
    with pytest.raises(Refused, match="Choose an answer first"):
        flow.confirm(CHECK)


def test_a_token_of_something_else_is_refused(flow: StudyFlow) -> None:
    with pytest.raises(ResponseRefused):
        flow.choose(CHECK, "answer", "zzzzzz")


def test_studied_means_every_page_opened_and_every_check_right_once(flow: StudyFlow) -> None:
    choose(flow, right=True)
    flow.confirm(CHECK)
    assert not flow.view.studied
    flow.next()
    assert flow.view.studied


def test_it_resumes_where_it_was_left(
    flow: StudyFlow, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock
) -> None:
    choose(flow, right=True)
    flow.confirm(CHECK)
    flow.next()
    flow.keep()
    clock.wait(60)
    again = StudyFlow(open_workspace(), "greeting", "first-words").view
    assert (again.page, again.opened, again.checks_right, again.studied) == (1, 2, 1, True)


def test_what_was_shown_as_right_is_kept(flow: StudyFlow, workspace: TinyWorkspace) -> None:
    choose(flow, right=True)
    flow.confirm(CHECK)
    flow.keep()
    saved = workspace.store.lesson("greeting", "first-words")
    assert saved == LessonProgress("greeting", "first-words", 1, 0, (0,), (CHECK,), flow._progress.last_at)


def test_keeping_twice_writes_once(flow: StudyFlow, workspace: TinyWorkspace) -> None:
    flow.next()
    flow.keep()
    path = workspace.store.folder / "store.json"
    before = path.stat().st_ino
    flow.keep()
    assert path.stat().st_ino == before


def test_on_a_full_disk_one_can_read_on_and_it_is_kept_later(
    flow: StudyFlow, workspace: TinyWorkspace, disk: FullDisk
) -> None:
    disk.room = 0
    flow.next()
    for _ in range(2):
        with pytest.raises(StorageUnusable):
            flow.keep()
    assert flow.view.page == 1
    disk.room = None
    flow.keep()
    saved = workspace.store.lesson("greeting", "first-words")
    assert saved is not None
    assert saved.opened == (0, 1)


def test_the_language_shown_is_remembered(flow: StudyFlow, open_workspace: Callable[[], TinyWorkspace]) -> None:
    flow.show("both")
    flow.keep()
    assert StudyFlow(open_workspace(), "greeting", "first-words").view.shown == "both"


@pytest.mark.parametrize(("module", "lesson"), [("greeting", "nothing"), ("nothing", "first-words"), ("later", "x")])
def test_a_lesson_that_is_not_there_is_a_sentence(workspace: TinyWorkspace, module: str, lesson: str) -> None:
    with pytest.raises(Refused, match=f"no lesson «{lesson}» in the module «{module}»"):
        StudyFlow(workspace, module, lesson)


def test_a_lesson_of_another_revision_is_to_be_read_again(tmp_path: Path) -> None:
    content = copy_tiny(tmp_path)
    workspace = TinyWorkspace(tmp_path / "home", content=content)
    workspace.create_learner("Maria", "it", "en", "tin")
    flow = StudyFlow(workspace, "greeting", "first-words")
    flow.next()
    flow.keep()
    workspace.close()
    change(content / "courses/modules/greeting/lessons/01-first-words.yaml", "revision: 1", "revision: 2")
    workspace = TinyWorkspace(tmp_path / "home", content=content)
    workspace.choose_learner(None)
    view = StudyFlow(workspace, "greeting", "first-words").view
    assert (view.changed, view.page, view.opened, view.studied) == (True, 0, 1, False)
    workspace.close()


def test_the_next_lesson_is_named(workspace: TinyWorkspace) -> None:
    view = StudyFlow(workspace, "greeting", "listening").view
    assert view.next_lesson == "first-words"
    assert view.next_title == {"it": "Le prime parole", "en": "First words"}
