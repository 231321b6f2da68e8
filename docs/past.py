"""A made-up learner's last forty days, for pictures of what is remembered: practice, reviews, mock exams, lessons."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Protocol

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.flows.answering import answer
from trainer.flows.due import due_view
from trainer.flows.practice_start import start_scope
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import start_exam
from trainer.flows.study import StudyFlow
from trainer.flows.workspace import Workspace

DAYS = 40
_DAY = 86_400


class MovedClock(Protocol):
    """A clock that a picture moves."""

    def pass_time(self, seconds: float) -> None: ...


def live(workspace: Workspace, clock: MovedClock) -> None:
    """Forty days of learning, always the same; more comes right as they go by."""
    chance = random.Random(7)
    workspace.store.settings()
    for day in range(DAYS):
        before = workspace.clock.now()
        if day % 7 < 5 and day % 11 != 3:
            _study(workspace, clock, day)
            _practise(workspace, clock, chance, day)
        if day in (14, 27, 38):
            _sit(workspace, clock, chance, day)
        clock.pass_time(_DAY - (workspace.clock.now() - before).total_seconds())


def _study(workspace: Workspace, clock: MovedClock, day: int) -> None:
    lessons = workspace.catalogue.lessons("gdpr")
    if day < len(lessons):
        flow = StudyFlow(workspace, "gdpr", lessons[day].id)
        clock.pass_time(240)
        flow.next()
        clock.pass_time(200)
        flow.keep()


def _practise(workspace: Workspace, clock: MovedClock, chance: random.Random, day: int) -> None:
    module = ("gdpr", "gdpr", "communication")[day % 3]
    scopes = [("review", "")] if due_view(workspace).due else []
    for scope, target in (*scopes, ("module", module)):
        flow = start_scope(workspace, scope, target, seed=str(day))
        for _ in range(chance.randint(min(4, flow.view.count), flow.view.count)):
            right = chance.random() < 0.45 + day / 80
            answer(flow, right=right)
            clock.pass_time(chance.randint(20, 80))
            flow.state_certainty(right or chance.random() < 0.3)
            flow.confirm()
            flow.next()
        flow.finish()


def _sit(workspace: Workspace, clock: MovedClock, chance: random.Random, day: int) -> None:
    exam = start_exam(workspace, "gdpr", seed=str(day))
    for _ in range(exam.view.count):
        answer(exam, right=chance.random() < 0.5 + day / 110)
        clock.pass_time(40)
        exam.next()
    exam.submit()


def practise_gdpr(workspace: Workspace, clock: MovedClock, right: int) -> PracticeFlow:
    """A practice with all ten questions answered, the first ``right`` of them right; its last one is on the screen."""
    flow = start_scope(workspace, "module", "gdpr", seed="3")
    for number in range(flow.view.count):
        answer(flow, right=number < right)
        clock.pass_time(40)
        flow.confirm()
        flow.next()
    return flow
