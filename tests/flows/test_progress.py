"""The progress view: mastery, days, exams, strengths and gaps, readiness, what falls due."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from tests.flows.remembering import DAY, practised
from trainer.flows.prepare import start_exam
from trainer.flows.progress import DAYS, progress_view
from trainer.flows.study import StudyFlow
from trainer.flows.study_time import IDLE_SECONDS
from trainer.flows.words import reason_words
from trainer.memory.mastery import mastery


def test_a_new_learner_sees_what_there_is_to_do(workspace: TinyWorkspace) -> None:
    view = progress_view(workspace)
    assert [line.id for line in view.statements] == ["tin.u1.k01", "tin.u1.k02", "tin.u1.s01", "tin.u2.s01"]
    assert {line.reason for line in view.statements} == {"untried"}
    assert (view.answers, view.right, view.due, view.exams, view.strengths) == (0, 0, 0, (), ())
    assert [line.id for line in view.gaps] == ["tin.u1.k01", "tin.u1.k02", "tin.u1.s01"]
    assert [(one.slug, one.statements, one.value) for one in view.modules] == [("greeting", 2, 0), ("privacy", 1, 0)]
    units = [(one.id, one.readiness, one.statements) for one in view.units]
    assert units == [("tin.u1", "exam", 3), ("tin.u2", "in_preparation", 1)]
    assert len(view.days) == DAYS
    assert (view.days[-1].day, view.days[0].day) == ("2026-11-21", "2026-08-24")
    assert len(view.forecast) == 14


def test_answers_become_mastery_days_and_a_forecast(workspace: TinyWorkspace, clock: FakeClock) -> None:
    practised(workspace, clock, {"greeting-apply-3": False})
    clock.wait(DAY)
    practised(workspace, clock, {})
    view = progress_view(workspace)
    by_id = {line.id: line for line in view.statements}
    assert by_id["tin.u1.k01"].value == pytest.approx(mastery([1.0] * 4).value)
    assert (by_id["tin.u1.k01"].answers, by_id["tin.u1.k01"].reason) == (4, "growing")
    assert by_id["tin.u1.s01"].reason == "mistakes"
    assert [line.id for line in view.gaps] == ["tin.u1.s01", "tin.u1.k02"]
    assert [(day.answers, day.right) for day in view.days[-3:]] == [(0, 0), (4, 3), (4, 4)]
    assert (view.answers, view.right) == (8, 7)
    assert [day.attempt_seconds for day in view.days[-2:]] == [240, 240]
    assert view.attempt_seconds == 480
    greeting = view.modules[0]
    assert greeting.value == pytest.approx((by_id["tin.u1.k01"].value + by_id["tin.u1.s01"].value) / 2)
    assert (greeting.tried, greeting.mastered) == (2, 0)
    assert view.units[0].tried == 2
    assert sum(day.due for day in view.forecast) == 4
    assert all(reason_words(line.reason) for line in view.statements)


def test_what_is_mastered_is_a_strength(workspace: TinyWorkspace, clock: FakeClock) -> None:
    for _ in range(3):
        practised(workspace, clock, {})
    view = progress_view(workspace)
    assert [line.id for line in view.strengths] == ["tin.u1.k01", "tin.u1.s01"]
    assert view.modules[0].mastered == 2


def test_exams_stand_against_their_pass_mark(workspace: TinyWorkspace, clock: FakeClock) -> None:
    for count in (0, 2):
        exam = start_exam(workspace, "greeting", seed="1")
        for _ in range(count):
            answer(exam)
            exam.next()
        clock.wait(30)
        exam.submit()
    first, second = progress_view(workspace).exams
    assert (first.share, first.passed, second.share, second.passed) == (0.0, False, 1.0, True)
    assert first.pass_mark == second.pass_mark == 0.7
    assert (first.subject, first.mode, first.at < second.at) == ("greeting", "mock", True)


def test_time_on_lessons_is_counted_by_day_and_being_away_is_not(workspace: TinyWorkspace, clock: FakeClock) -> None:
    flow = StudyFlow(workspace, "greeting", "first-words")
    clock.wait(90)
    flow.next()
    flow.keep()
    clock.wait(4 * 3600)
    flow.keep()
    view = progress_view(workspace)
    assert view.lesson_seconds == 90 + IDLE_SECONDS
    assert view.days[-1].lesson_seconds == view.lesson_seconds
    flow.keep()
    assert progress_view(workspace).lesson_seconds == view.lesson_seconds


def test_only_days_of_the_chart_are_in_it(workspace: TinyWorkspace, clock: FakeClock) -> None:
    practised(workspace, clock, {})
    clock.wait((DAYS - 1) * DAY)
    assert progress_view(workspace).days[0].answers == 4
    clock.wait(DAY)
    view = progress_view(workspace)
    assert sum(day.answers for day in view.days) == 0
    assert view.answers == 4


def test_no_paper_and_no_journal_is_read(workspace: TinyWorkspace, clock: FakeClock) -> None:
    practised(workspace, clock, {})
    expected = progress_view(workspace)
    for path in (*workspace.store.papers_folder.iterdir(), *workspace.store.attempts_folder.iterdir()):
        Path(path).unlink()
    assert progress_view(workspace) == expected


def test_a_common_statement_counts_for_every_unit(workspace: TinyWorkspace, clock: FakeClock) -> None:
    practised(workspace, clock, {}, "privacy")
    workspace.change_profile(qualification="alp")
    view = progress_view(workspace)
    by_id = {line.id: line for line in view.statements}
    assert by_id["alp.k01"].answers == by_id["alp.u1.s01"].answers == 4
    assert "alp.kp01" not in by_id
    (unit,) = view.units
    assert (unit.statements, unit.tried) == (2, 1)
