"""Somebody who learns: forgets, is more or less sure, studies on most days and keeps going."""

from __future__ import annotations

from random import Random

from tests.fakes.clock import FakeClock
from tests.flows.answering import answer
from trainer.flows.due import due_view
from trainer.flows.exam import ExamFlow
from trainer.flows.practice_start import practice_choices, start_scope
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import resume, start_exam
from trainer.flows.study import StudyFlow
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import Refused


class Person:
    """Decides by a seeded generator; what is remembered of an item decides how likely the next answer is right."""

    def __init__(self, seed: str, clock: FakeClock) -> None:
        self._chance = Random(seed)
        self._clock = clock
        self._seen: dict[str, tuple[int, float]] = {}
        self._left: list[str] = []
        self.did: dict[str, int] = {}

    def day(self, workspace: Workspace) -> None:
        """What is done on one day; now and then nothing."""
        self._clock.wait(self._chance.uniform(0, 4 * 3600))
        if self._chance.random() < 0.15:
            return
        for attempt in self._left:
            self._go_on(workspace, attempt)
        self._left = []
        if self._chance.random() < 0.4:
            self._study(workspace)
        while due_view(workspace).due and self._chance.random() < 0.85:
            self._practise(workspace, "review")
        for scope, target in self._wishes(workspace):
            self._practise(workspace, scope, target)
        if self._chance.random() < 0.12:
            self._sit(workspace)

    def _count(self, what: str) -> None:
        self.did[what] = self.did.get(what, 0) + 1

    def _study(self, workspace: Workspace) -> None:
        modules = [row.slug for row in workspace.catalogue.modules() if row.state == "present"]
        module = self._chance.choice(modules)
        lesson = self._chance.choice(workspace.catalogue.lessons(module)).id
        flow = StudyFlow(workspace, module, lesson)
        self._clock.wait(self._chance.uniform(20, 200))
        while flow.next():
            flow.keep()
            self._clock.wait(self._chance.uniform(20, 200))
        flow.keep()
        self._count("lesson")

    def _wishes(self, workspace: Workspace) -> list[tuple[str, str]]:
        """Scopes to practise today, of those that have something."""
        found = practice_choices(workspace)
        modules = [row.slug for row in workspace.catalogue.modules() if row.state == "present"]
        unit = self._chance.choice(workspace.catalogue.units(workspace.profile().qualification)).id
        over = [row.id for row in workspace.store.attempts()[:5] if row.submitted_at and row.mode != "counting"]
        offers = [("module", self._chance.choice(modules)), ("unit", unit)]
        offers += [("weak", "")] * bool(found.weak) + [("mistakes", "")] * bool(found.mistakes)
        offers += [("retry", attempt) for attempt in over[:1]]
        return self._chance.sample(offers, self._chance.choice([0, 1, 1, 2]))

    def _practise(self, workspace: Workspace, scope: str, target: str = "") -> None:
        try:
            flow = start_scope(workspace, scope, target, seed=f"{self._chance.random()}")
        except Refused:
            self._count(f"{scope} refused")  # nothing was wrong in that attempt, or no item is there for a weak spot
            return
        self._count(scope)
        self._play(flow)

    def _go_on(self, workspace: Workspace, attempt: str) -> None:
        flow = resume(workspace, attempt)
        assert isinstance(flow, PracticeFlow)
        self._count("resumed")
        self._play(flow)

    def _play(self, flow: PracticeFlow) -> None:
        state, chance = flow._running.state, self._chance
        for position in range(len(flow._running.paper.items)):
            if position in state.confirmed:
                continue
            flow._running.go(position)
            if chance.random() < 0.02:
                flow.leave()
                self._left.append(flow.attempt)
                self._count("left")
                return
            knows = self._answer(flow)
            if chance.random() < 0.7:
                flow.state_certainty(chance.random() < (0.8 if knows else 0.3))
            self._clock.wait(chance.uniform(5, 60))
            flow.confirm()
        flow.finish()

    def _sit(self, workspace: Workspace) -> None:
        exam = self._chance.choice([row.id for row in workspace.catalogue.exams()])
        try:
            flow = start_exam(workspace, exam, seed=f"{self._chance.random()}")
        except Refused:
            self._count("exam refused")  # its modules are still in preparation
            return
        self._count("exam")
        for _ in range(len(flow._running.paper.items)):
            if self._chance.random() > 0.05:
                self._answer(flow)
            self._clock.wait(self._chance.uniform(5, 60))
            if not flow.next():
                break
        if not flow.over:
            flow.submit()

    def _answer(self, flow: PracticeFlow | ExamFlow) -> bool:
        """Answer the item on screen; whether it is known."""
        item = flow._running.item(flow._running.state.position)
        times, last = self._seen.get(item.id, (0, 0.0))
        days = (self._clock.now().timestamp() - last) / 86_400 if times else 0.0
        likely = 0.45 if not times else max(0.3, 0.97 - days / (12 * 2**times))
        self._seen[item.id] = (times + 1, self._clock.now().timestamp())
        right = self._chance.random() < likely
        answer(flow, right=right)
        return right
