"""A learner who plays at random through the real flows and tells what was shown as saved, after it was.

Before each action it says what may change (``may``, with the new values), afterwards what is shown (``ok``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Literal

from tests.builders import a_paper, a_practice, some_items
from tests.fakes.workspace import TinyWorkspace
from tests.faults.elsewhere import ARCHIVE, attempts_elsewhere
from tests.faults.facts import (
    LESSON,
    REPORTS,
    Facts,
    facts_of_home,
    said,
    shown_of_attempt,
    shown_of_lesson,
    shown_of_page,
    shown_of_person,
    shown_of_reports,
)
from trainer.assessment.events import Mode
from trainer.assessment.paper import Paper
from trainer.flows.due import REVIEW
from trainer.flows.exam import ExamFlow
from trainer.flows.moving import import_learner
from trainer.flows.page_notes import PageNotes
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import resume, start_exam, start_practice, start_selection
from trainer.flows.reporting import ReportFlow, subject_of
from trainer.flows.results import keep_row, row_of
from trainer.flows.running import RunningAttempt
from trainer.flows.scopes import Selection
from trainer.flows.study import StudyFlow
from trainer.items.controls import ChoiceGroup, EntryGroup, OrderGroup
from trainer.items.kinds import KINDS
from trainer.kernel.clock import SystemClock
from trainer.progress.disk import Disk

#: Called with what happened: ``do`` (about to), ``ok`` (shown as saved) or ``end``.
Tell = Callable[[Literal["do", "ok", "end"], str, Facts], None]

#: A value nobody can foretell.
ANY = "*"
#: Stands for the attempts that come from another machine: all of them or none.
IMPORT = "import"
LESSONS = (("greeting", "listening"), ("greeting", "first-words"), ("privacy", "basics"))


class Driver:
    """One run of the program, up to ``actions`` actions or its death."""

    def __init__(self, home: Path, chance: Random, tell: Tell, disk: Disk) -> None:
        self.workspace = TinyWorkspace(home, SystemClock(), disk)
        self.chance = chance
        self.tell = tell
        self.attempt: ExamFlow | PracticeFlow | None = None
        self.lesson: StudyFlow | None = None
        self.home, self.archive = home, home.parents[2] / ARCHIVE

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
        options = [
            self.start,
            self.start,
            self.open_lesson,
            self.change_settings,
            self.bookmark,
            self.note,
            self.report,
        ]
        if not {row.id for row in self.workspace.store.attempts()} & attempts_elsewhere(self.archive):
            options.append(self.bring)
        if waiting:
            options += [lambda: self.come_back(self.chance.choice(waiting))] * 3
        self.chance.choice(options)()

    def change_settings(self) -> None:
        settings = self.workspace.store.settings()
        hidden = not settings.clock_hidden
        theme = self.chance.choice(["dark", "light"])
        new = {**asdict(settings), "theme": theme, "clock_hidden": hidden}
        self.act(
            "settings",
            {"settings": new},
            lambda: self.workspace.change_settings(theme=theme, clock_hidden=hidden),
            self.person,
        )

    def bookmark(self) -> None:
        notes, page = self.notes(), self.chance.randint(0, 1)
        mark = replace(notes.at(page), bookmarked=not notes.at(page).bookmarked)
        self.act("bookmark", shown_of_page(mark), lambda: notes.bookmark(page), lambda: shown_of_page(notes.at(page)))

    def note(self) -> None:
        notes, page, text = self.notes(), self.chance.randint(0, 1), f"nota {self.chance.random()}"
        mark = replace(notes.at(page), note=text)
        self.act("note", shown_of_page(mark), lambda: notes.write(page, text), lambda: shown_of_page(notes.at(page)))

    def notes(self) -> PageNotes:
        module, lesson = self.chance.choice(LESSONS)
        return PageNotes(self.workspace, module, lesson, 1)

    def report(self) -> None:
        text, folder = f"errore {self.chance.random()}", self.workspace.store.folder
        item = some_items(1)[0]
        flow = ReportFlow(self.workspace, subject_of(item, {}, "gdpr", "it", "practice", "2026.1"))
        may = {REPORTS: [*shown_of_reports(folder), text]}
        self.act("report", may, lambda: flow.send(text), lambda: {REPORTS: shown_of_reports(folder)})

    def bring(self) -> None:
        """Merge what the learner did on another machine."""
        workspace, learner = self.workspace, self.workspace.learner
        workspace.close()

        def merge() -> None:
            import_learner(workspace, self.archive, into=learner)
            _ = workspace.store

        come = attempts_elsewhere(self.archive)

        def shown() -> Facts:
            found = facts_of_home(self.home)
            return {**self.person(), **{key: of for key, of in found.items() if key.partition("/")[0] in come}}

        self.act("import", {IMPORT: sorted(come)}, merge, shown)

    # -- attempts ------------------------------------------------------------------------------------------------

    def start(self) -> None:
        ways: list[Callable[[], ExamFlow | PracticeFlow]] = [
            self.practice_of_every_kind,
            self.exam_of_every_kind,
            lambda: start_practice(self.workspace, "greeting"),
            lambda: start_practice(self.workspace, "privacy"),
            lambda: start_exam(self.workspace, "greeting"),
        ]
        if not any(row.mode == "counting" for row in self.workspace.store.attempts()):  # one try a day
            ways.append(lambda: start_exam(self.workspace, "tin.u1", counting=True))
        if any(item.startswith(("greeting", "privacy")) for item in self.workspace.store.cards()):
            ways += [self.review, self.review]
        self.enter("start", {"new": ANY}, self.chance.choice(ways))

    def review(self) -> PracticeFlow:
        """A review of what was answered, before it is due: nobody waits for days here."""
        items = tuple(item for item in sorted(self.workspace.store.cards()) if item.startswith(("greeting", "privacy")))
        modules = tuple(sorted({item.partition("-")[0] for item in items}))
        return start_selection(self.workspace, Selection("review", REVIEW, modules, items), count=3)

    def practice_of_every_kind(self) -> PracticeFlow:
        """A practice with one item of each kind there is."""
        running = self.begin_on(a_practice(some_items(len(KINDS), tuple(KINDS))), "practice")
        return PracticeFlow(self.workspace.store, running)

    def exam_of_every_kind(self) -> ExamFlow:
        """The same as an exam."""
        return ExamFlow(self.workspace.store, self.begin_on(a_paper(some_items(len(KINDS), tuple(KINDS))), "mock"))

    def begin_on(self, paper: Paper, mode: Mode) -> RunningAttempt:
        store, clock = self.workspace.store, self.workspace.clock
        running = RunningAttempt.begin(store, paper, clock, mode=mode, policy="stops", language="it")
        keep_row(store, row_of(paper, running.state))
        return running

    def come_back(self, attempt: str) -> None:
        self.enter("resume", {}, lambda: resume(self.workspace, attempt))

    def enter(self, name: str, may: Facts, way: Callable[[], ExamFlow | PracticeFlow]) -> None:
        self.tell("do", name, may)
        self.attempt = way()
        self.tell("ok", name, shown_of_attempt(self.attempt))

    def play(self, flow: ExamFlow | PracticeFlow) -> None:
        often: list[Callable[[ExamFlow | PracticeFlow], None]] = [self.respond, self.move]
        seldom: list[Callable[[ExamFlow | PracticeFlow], None]] = [self.flag, self.speak, self.leave, self.finish]
        if isinstance(flow, PracticeFlow):
            often += [self.confirm, self.say_how_sure]
        self.chance.choice(often * 5 + seldom)(flow)

    def respond(self, flow: ExamFlow | PracticeFlow) -> None:
        """Choose, put in order or type something; or take it back."""
        view, id = flow.view, flow.attempt
        if isinstance(flow, PracticeFlow) and flow.view.confirmed:
            return
        group = self.chance.choice(view.item.groups)
        before = view.response.get(group.name, ())
        if isinstance(group, ChoiceGroup):
            token = self.chance.choice(group.options).token
            change = partial(flow.choose, group.name, token)
            one = group.maximum == 1 and token not in before
            now = (token,) if one else tuple({*before} ^ {token})
        else:
            now = self.written(group) if not before or self.chance.random() < 0.7 else ()
            change = partial(flow.answer, group.name, now)
        response = said(view.item, {**view.response, group.name: now})
        may = {f"{id}/response/{view.position}": response, f"{id}/answered/{view.position}": bool(response)}
        if response == said(view.item, view.response):
            return  # the same again writes nothing
        self.act("respond", may, change, lambda: shown_of_attempt(flow))

    def written(self, group: OrderGroup | EntryGroup) -> tuple[str, ...]:
        """All steps in some order, or something typed that every language reads alike."""
        if isinstance(group, OrderGroup):
            tokens = [option.token for option in group.options]
            return tuple(self.chance.sample(tokens, len(tokens)))
        number = self.chance.randint(2, 99)
        return (str(number) if group.prompt == "number" else f"risposta {number}",)

    def move(self, flow: ExamFlow | PracticeFlow) -> None:
        view = flow.view
        if view.count == 1:
            return
        back = view.position > 0 and (view.position == view.count - 1 or self.chance.random() < 0.3)
        may = {f"{flow.attempt}/position": view.position + (-1 if back else 1)}
        self.act("move", may, flow.previous if back else flow.next, lambda: shown_of_attempt(flow))

    def confirm(self, flow: ExamFlow | PracticeFlow) -> None:
        if isinstance(flow, PracticeFlow) and any(flow.view.response.values()) and not flow.view.confirmed:
            may = {f"{flow.attempt}/confirmed/{flow.view.position}": True}
            self.act("confirm", may, flow.confirm, lambda: shown_of_attempt(flow))

    def say_how_sure(self, flow: ExamFlow | PracticeFlow) -> None:
        if isinstance(flow, PracticeFlow) and any(flow.view.response.values()) and not flow.view.confirmed:
            sure = not flow.view.certainty
            may = {f"{flow.attempt}/certainty/{flow.view.position}": sure}
            self.act("certainty", may, lambda: flow.state_certainty(sure), lambda: shown_of_attempt(flow))

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
        self.lesson.keep()
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
