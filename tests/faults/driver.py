"""A learner who plays at random through the real flows and tells what was shown as saved, after it was.

Before each action it says what may change (``may``, with the new values), afterwards what is shown (``ok``).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Literal

from tests.fakes.workspace import TinyWorkspace
from tests.faults.facts import LESSON, Facts, shown_of_attempt, shown_of_lesson, shown_of_person
from trainer.flows.exam import ExamFlow
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import resume, start_exam, start_practice
from trainer.flows.study import StudyFlow
from trainer.kernel.clock import SystemClock
from trainer.progress.disk import Disk

#: Called with what happened: ``do`` (about to), ``ok`` (shown as saved) or ``end``.
Tell = Callable[[Literal["do", "ok", "end"], str, Facts], None]

#: A value nobody can foretell.
ANY = "*"
LESSONS = (("greeting", "listening"), ("greeting", "first-words"), ("privacy", "basics"))


class Driver:
    """One run of the program, up to ``actions`` actions or its death."""

    def __init__(self, home: Path, chance: Random, tell: Tell, disk: Disk) -> None:
        self.workspace = TinyWorkspace(home, SystemClock(), disk)
        self.chance = chance
        self.tell = tell
        self.attempt: ExamFlow | PracticeFlow | None = None
        self.lesson: StudyFlow | None = None

    def run(self, actions: int) -> None:
        """Play."""
        self.begin()
        for _ in range(actions):
            if self.attempt is not None:
                self.play(self.attempt)
            elif self.lesson is not None:
                self.study(self.lesson)
            else:
                self.choose_what_to_do()
        self.tell("end", "", {})

    def act(self, name: str, may: Facts, action: Callable[[], Any], shown: Callable[[], Facts]) -> None:
        """Do something, and tell before and after."""
        self.tell("do", name, may)
        action()
        self.tell("ok", name, shown())

    # -- the learner ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        workspace = self.workspace
        if workspace.choose_learner(None) is None:
            may = {"learner": "maria", "profile": ANY, "settings": ANY}
            self.act("create", may, lambda: workspace.create_learner("Maria", "it", "en", "tin"), self.person)
        else:
            self.act("open", {}, lambda: workspace.store, self.person)

    def person(self) -> Facts:
        workspace = self.workspace
        return {"learner": workspace.learner, **shown_of_person(workspace.profile(), workspace.store.settings())}

    def choose_what_to_do(self) -> None:
        waiting = [row.id for row in self.workspace.store.attempts() if row.submitted_at is None]
        options = [self.start, self.start, self.open_lesson, self.change_settings]
        if waiting:
            options += [lambda: self.come_back(self.chance.choice(waiting))] * 3
        self.chance.choice(options)()

    def change_settings(self) -> None:
        settings = self.workspace.store.settings()
        hidden = not settings.clock_hidden
        theme = self.chance.choice(["dark", "light"])
        new = {"theme": theme, "clock_hidden": hidden, "shown": settings.shown}
        self.act(
            "settings",
            {"settings": new},
            lambda: self.workspace.change_settings(theme=theme, clock_hidden=hidden),
            self.person,
        )

    # -- attempts ------------------------------------------------------------------------------------------------

    def start(self) -> None:
        ways: list[Callable[[], ExamFlow | PracticeFlow]] = [
            lambda: start_practice(self.workspace, "greeting"),
            lambda: start_practice(self.workspace, "privacy"),
            lambda: start_exam(self.workspace, "greeting"),
            lambda: start_exam(self.workspace, "tin.u1", counting=True),
        ]
        self.enter("start", {"new": ANY}, self.chance.choice(ways))

    def come_back(self, attempt: str) -> None:
        self.enter("resume", {}, lambda: resume(self.workspace, attempt))

    def enter(self, name: str, may: Facts, way: Callable[[], ExamFlow | PracticeFlow]) -> None:
        self.tell("do", name, may)
        self.attempt = way()
        self.tell("ok", name, shown_of_attempt(self.attempt))

    def play(self, flow: ExamFlow | PracticeFlow) -> None:
        often: list[Callable[[ExamFlow | PracticeFlow], None]] = [self.choose, self.move]
        seldom: list[Callable[[ExamFlow | PracticeFlow], None]] = [self.flag, self.speak, self.leave, self.finish]
        if isinstance(flow, PracticeFlow):
            often.append(self.confirm)
        self.chance.choice(often * 5 + seldom)(flow)

    def choose(self, flow: ExamFlow | PracticeFlow) -> None:
        view, id = flow.view, flow.attempt
        group = self.chance.choice(view.item.groups)
        token = self.chance.choice(group.options).token
        if isinstance(flow, PracticeFlow) and flow.view.confirmed:
            return
        own = {option.token for option in group.options}
        now = view.chosen ^ {token} if group.maximum > 1 or token in view.chosen else (view.chosen - own) | {token}
        may = {f"{id}/chosen/{view.position}": sorted(now), f"{id}/answered/{view.position}": bool(now)}
        self.act("choose", may, lambda: flow.choose(group.name, token), lambda: shown_of_attempt(flow))

    def move(self, flow: ExamFlow | PracticeFlow) -> None:
        view = flow.view
        back = view.position > 0 and (view.position == view.count - 1 or self.chance.random() < 0.3)
        may = {f"{flow.attempt}/position": view.position + (-1 if back else 1)}
        self.act("move", may, flow.previous if back else flow.next, lambda: shown_of_attempt(flow))

    def confirm(self, flow: ExamFlow | PracticeFlow) -> None:
        if isinstance(flow, PracticeFlow) and flow.view.chosen and not flow.view.confirmed:
            may = {f"{flow.attempt}/confirmed/{flow.view.position}": True}
            self.act("confirm", may, flow.confirm, lambda: shown_of_attempt(flow))

    def flag(self, flow: ExamFlow | PracticeFlow) -> None:
        may = {f"{flow.attempt}/flag/{flow.view.position}": not flow.view.flagged}
        self.act("flag", may, flow.flag, lambda: shown_of_attempt(flow))

    def speak(self, flow: ExamFlow | PracticeFlow) -> None:
        language = {"it": "en", "en": "both", "both": "it"}[flow.view.language]
        may = {f"{flow.attempt}/language": language}
        self.act("language", may, lambda: flow.switch_language(language), lambda: shown_of_attempt(flow))

    def leave(self, flow: ExamFlow | PracticeFlow) -> None:
        self.act("leave", {}, flow.leave, lambda: shown_of_attempt(flow))
        self.attempt = None

    def finish(self, flow: ExamFlow | PracticeFlow) -> None:
        may = {f"{flow.attempt}/over": True, f"{flow.attempt}/points": ANY}
        end = flow.finish if isinstance(flow, PracticeFlow) else flow.submit
        self.act("finish", may, end, lambda: {**shown_of_attempt(flow), f"{flow.attempt}/points": self.points(flow)})
        self.attempt = None

    def points(self, flow: ExamFlow | PracticeFlow) -> str | None:
        row = self.workspace.store.attempt(flow.attempt)
        return row.points if row else None

    # -- lessons -------------------------------------------------------------------------------------------------

    def open_lesson(self) -> None:
        module, lesson = self.chance.choice(LESSONS)
        self.tell("do", "lesson", {f"{LESSON}{module}/{lesson}": ANY, "settings": ANY})
        self.lesson = StudyFlow(self.workspace, module, lesson)
        self.tell("ok", "lesson", {**self.person(), **shown_of_lesson(self.lesson.view)})

    def study(self, flow: StudyFlow) -> None:
        if self.chance.random() < 0.25:
            self.lesson = None
            return
        steps = [flow.next, flow.previous, lambda: self.answer_check(flow)]
        self.chance.choice(steps)()
        if flow._unsaved:
            self.act("page", shown_of_lesson(flow.view), flow.keep, lambda: shown_of_lesson(flow.view))

    def answer_check(self, flow: StudyFlow) -> None:
        for check in flow.view.checks:
            if check.state != "right" and not check.chosen:
                group = check.item.groups[0]
                flow.choose(check.id, group.name, self.chance.choice(group.options).token)
                flow.confirm(check.id)
