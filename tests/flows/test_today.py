"""The first screen and the catalogue screens: what to do next, how far one is."""

from __future__ import annotations

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from tests.flows.remembering import DAY, play, practised
from tests.flows.test_study import choose
from trainer.flows import today as flow_of_today
from trainer.flows.browse import BrowseFlow
from trainer.flows.home import FirstRunFlow, HomeFlow
from trainer.flows.practice_start import start_scope
from trainer.flows.prepare import resume, start_exam, start_practice
from trainer.flows.settings import SettingsFlow
from trainer.flows.study import StudyFlow
from trainer.flows.titles import Titles
from trainer.flows.today import TodayView
from trainer.flows.words import readiness_words
from trainer.kernel.problems import Refused


def today(workspace: TinyWorkspace) -> TodayView:
    view = HomeFlow(workspace).view
    assert view is not None
    return view


def steps(workspace: TinyWorkspace) -> list[tuple[str, str]]:
    return [(step.kind, step.target) for step in today(workspace).steps]


def test_a_new_learner(workspace: TinyWorkspace) -> None:
    view = today(workspace)
    assert (view.name, view.qualification["en"], view.recent, view.flaws) == ("Maria Rossi", "Test agent", (), 0)
    assert steps(workspace)[:3] == [("lesson", "greeting/listening"), ("practice", "greeting"), ("exam", "greeting")]
    first, second = view.units
    assert (first.id, first.lessons_done, first.items_right, first.modules_missing) == ("tin.u1", 0, 0, 0)
    assert second.modules_missing == 1
    assert all(readiness_words(unit.readiness) for unit in view.units)


def test_steps_are_offered_of_a_few_modules_and_the_others_are_counted(
    workspace: TinyWorkspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = [target.partition("/")[0] for kind, target in steps(workspace) if kind == "lesson"]
    assert lessons == ["greeting", "privacy"] and today(workspace).more == 0
    monkeypatch.setattr(flow_of_today, "AT_ONCE", 1)
    workspace.close()
    clock.wait(DAY)
    view = today(workspace)
    assert [step.target for step in view.steps] == ["greeting/listening", "greeting", "greeting"] and view.more == 1


@pytest.mark.parametrize(
    ("left", "offered"),
    [
        ({}, "abc"),
        ({"d": 1.0}, "dab"),
        ({"e": 1.0, "b": 3.0, "a": 2.0}, "bac"),
        ({"a": 1.0, "b": 2.0, "c": 3.0, "d": 4.0}, "dce"),
        ({"a": 1.0, "b": 2.0, "c": 3.0, "d": 4.0, "e": 5.0}, "edc"),
        ({"gone": 9.0}, "abc"),
    ],
)
def test_modules_left_last_are_in_hand_then_new_ones(left: dict[str, float], offered: str) -> None:
    modules = [flow_of_today._Module(slug, {}, (), 0, 0) for slug in "abcde"]
    lessons = [{"module": slug, "last_at": at - before} for slug, at in left.items() for before in (0.0, 0.5)]
    assert [module.slug for module in flow_of_today.in_hand(modules, lessons)] == list(offered)


def test_what_waits_comes_first(workspace: TinyWorkspace, clock: FakeClock) -> None:
    practice = start_practice(workspace, "greeting", seed="1")
    answer(practice)
    practice.confirm()
    practice.leave()
    clock.wait(5)
    exam = start_exam(workspace, "greeting", seed="1")
    exam.leave()
    assert steps(workspace)[:2] == [("resume_exam", exam.attempt), ("resume_practice", practice.attempt)]
    assert today(workspace).steps[1].detail["answered"] == 1


def test_what_was_left_last_comes_first(workspace: TinyWorkspace, clock: FakeClock) -> None:
    exam = start_exam(workspace, "greeting", seed="1")
    exam.leave()
    clock.wait(5)
    lesson = StudyFlow(workspace, "greeting", "first-words")
    lesson.keep()
    assert steps(workspace)[:2] == [("lesson", "greeting/first-words"), ("resume_exam", exam.attempt)]
    clock.wait(60)
    resumed = resume(workspace, exam.attempt)
    clock.wait(5)
    resumed.leave()
    assert steps(workspace)[:2] == [("resume_exam", exam.attempt), ("lesson", "greeting/first-words")]


def test_a_counting_exam_comes_before_everything_because_its_clock_runs(
    workspace: TinyWorkspace, clock: FakeClock
) -> None:
    exam = start_exam(workspace, "tin.u1", counting=True)
    exam.leave()
    clock.wait(5)
    StudyFlow(workspace, "greeting", "first-words").keep()
    assert steps(workspace)[:2] == [("resume_exam", exam.attempt), ("lesson", "greeting/first-words")]


def test_progress_is_shown(workspace: TinyWorkspace, clock: FakeClock) -> None:
    flow = StudyFlow(workspace, "greeting", "first-words")
    choose(flow, right=True)
    flow.confirm("greeting-check-door")
    flow.next()
    flow.keep()
    clock.wait(5)
    practice = start_practice(workspace, "greeting", seed="1")
    for right in (True, True, False):
        answer(practice, right=right)
        practice.confirm()
        practice.next()
    practice.finish()
    unit = today(workspace).units[0]
    assert (unit.lessons_done, unit.items_right) == (1, 2)
    assert [row["subject"] for row in today(workspace).recent] == ["greeting"]
    assert steps(workspace)[0] == ("lesson", "greeting/listening")
    module = BrowseFlow(workspace).module("greeting")
    assert (module.items, module.answered, module.right) == (4, 3, 2)
    assert {lesson.id: lesson.state for lesson in module.lessons} == {"listening": "new", "first-words": "studied"}


def test_a_lesson_begun_is_the_next_step(workspace: TinyWorkspace, clock: FakeClock) -> None:
    clock.wait(5)
    StudyFlow(workspace, "greeting", "first-words").keep()
    first = today(workspace).steps[0]
    assert (first.target, first.detail["begun"], first.detail["page"]) == ("greeting/first-words", True, 0)


def test_looking_around(workspace: TinyWorkspace) -> None:
    browse = BrowseFlow(workspace)
    own, other = browse.qualifications()
    assert (own.id, own.own, other.own, [unit.id for unit in own.units]) == ("tin", True, False, ["tin.u1", "tin.u2"])
    unit = browse.unit("tin.u1")
    assert [line.id for line in unit.statements] == ["tin.u1.k01", "tin.u1.k02", "tin.u1.s01"]
    assert [(line.slug, line.present) for line in unit.modules] == [("greeting", True), ("privacy", True)]
    module = browse.module("greeting")
    assert [(exam.id, exam.items) for exam in module.exams] == [("greeting", 2)]
    assert len(module.glossary) == 1


@pytest.mark.parametrize("what", ["unit", "module"])
def test_what_is_not_there_is_a_sentence(workspace: TinyWorkspace, what: str) -> None:
    with pytest.raises(Refused, match="«gone»"):
        getattr(BrowseFlow(workspace), what)("gone")


def test_the_first_run(open_workspace_first: TinyWorkspace) -> None:
    flow = FirstRunFlow(open_workspace_first)
    flow.open()
    assert [choice.id for choice in flow.qualifications()] == ["tin", "alp"]
    assert HomeFlow(open_workspace_first).view is None
    assert flow.create("Anna", "en", "it", "tin") == "anna"
    assert today(open_workspace_first).name == "Anna"


@pytest.fixture
def open_workspace_first(workspace: TinyWorkspace) -> TinyWorkspace:
    workspace.close()
    workspace.learner = None
    return workspace


def test_settings_are_saved_when_they_are_made(workspace: TinyWorkspace) -> None:
    flow = SettingsFlow(workspace)
    flow.speak_also("it")
    flow.learn("alp")
    flow.hide_clock(True)
    view = flow.view
    assert (view.second_language, view.qualification, view.clock_hidden) == ("it", "alp", True)
    workspace.close()
    workspace.choose_learner(None)
    assert SettingsFlow(workspace).view == view


def test_names_of_what_has_to_be_studied(workspace: TinyWorkspace) -> None:
    titles = Titles(workspace.catalogue)
    assert titles.lesson("greeting", "first-words")["en"] == "First words"
    assert titles.lesson("greeting", "gone") == {"": "greeting/gone"}
    assert titles.statement("tin.u1.k01")["it"]
    assert titles.statement("gone") == {"": "gone"}


def test_what_is_due_stands_before_lessons_and_is_gone_when_reviewed(
    workspace: TinyWorkspace, clock: FakeClock
) -> None:
    practised(workspace, clock, [False, True])
    assert today(workspace).due == 0
    assert ("due", "review") not in steps(workspace)
    clock.wait(DAY)
    assert today(workspace).due == 1
    assert steps(workspace)[0] == ("due", "review")
    assert today(workspace).steps[0].detail == {"due": 1}
    review = start_scope(workspace, "review")
    play(review, {}, clock)
    review.finish()
    assert today(workspace).due == 0


def test_a_glance_of_long_ago_knows_what_is_due_today(workspace: TinyWorkspace, clock: FakeClock) -> None:
    """The store stays closed: the glance alone says what fell due since."""
    practised(workspace, clock, {})
    workspace.close()
    clock.wait(300 * DAY)
    again = TinyWorkspace(workspace.locations.data.parent, clock)
    again.choose_learner(None)
    assert today(again).due == 4
    assert again._store is None


def test_who_is_quicker_than_the_compiler_gets_the_first_qualification(workspace: TinyWorkspace) -> None:
    FirstRunFlow(workspace).create("Quick", "it", "en", "")
    assert workspace.profile().qualification == "tin"
