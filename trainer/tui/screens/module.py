"""A module: its lessons with their states, its exercises, practice, mock exam and glossary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.browse import LessonLine, ModuleView
from trainer.kernel.problems import N_, Refused
from trainer.tui.commands import bindings
from trainer.tui.moves import OpenGlossary, TakeExam
from trainer.tui.practice_moves import ChoosePractice
from trainer.tui.safe import Plain
from trainer.tui.screens.exercise_entries import EXERCISE, exercise_sections
from trainer.tui.screens.looking import LookingScreen
from trainer.tui.screens.today_words import BETWEEN, items_words, minutes_words
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.tui.screens.base import TrainerScreen

#: Sign, style and words for a lesson's state; the words of a lesson begun say the page.
_STATES = {
    "studied": ("✓", "$success", N_("studied")),
    "begun": ("◐", "$accent", N_("page {page} of {pages}")),
    "changed": ("!", "$warning", N_("changed since you read it")),
    "new": ("○", "$quiet", N_("not yet begun")),
}
_LAW = {"CH": N_("further reading: Swiss law"), "IT": N_("further reading: Italian law"),
        "EU": N_("further reading: European law")}  # fmt: skip


class ModuleScreen(LookingScreen[ModuleView]):
    """Lessons and exercises are opened; ``p`` practises, ``e`` takes the mock exam, ``g`` reads the glossary."""

    OFFERS = (ChoosePractice, TakeExam, OpenGlossary)
    BINDINGS = bindings(*OFFERS)

    AUTO_FOCUS = ""

    def on_mount(self) -> None:
        self.query_one(Menu).focus()

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Plain(id="title", classes="title")
            yield Plain(id="summary")
            yield Menu(classes="gap")
            yield Plain(id="practice", classes="gap quiet")

    def offering(self) -> Iterable[TrainerScreen | Menu]:
        return (self.query_one(Menu), self)

    def place(self) -> list[str]:
        return [self.words._("Catalogue"), self.words.text(self.view.title)]

    def paint(self) -> None:
        words, view = self.words, self.view
        self.query_one("#title", Plain).show(words.text(view.title))
        self.query_one("#summary", Plain).show(words.text(view.summary))
        lessons = tuple(self._lesson(lesson) for lesson in view.lessons)
        note = minutes_words(view.minutes, words) if view.present else words._("This module is in preparation.")
        self.query_one(Menu).offer(
            [Section(words._("Lessons"), lessons, note), *exercise_sections(view.exercises, words)]
        )
        self.query_one("#practice", Plain).show(self._practice())

    def _lesson(self, lesson: LessonLine) -> Entry:
        words = self.words
        sign, style, state = _STATES[lesson.state]
        said = words._(state, page=lesson.page + 1, pages=lesson.pages)
        detail = [said, minutes_words(lesson.minutes, words)]
        if not lesson.own:
            detail.append(words._(_LAW.get(lesson.jurisdiction, N_("further reading"))))
        return Entry(lesson.id, words.text(lesson.title), BETWEEN.join(detail), sign, style, faint=not lesson.own)

    def _practice(self) -> str:
        words, view = self.words, self.view
        said = [items_words(view.items, words)] if view.present else []
        if view.answered:
            said.append(words._("{answered} answered, {right} right", answered=view.answered, right=view.right))
        return words._("Practice: {how}", how=BETWEEN.join(said)) if said else ""

    def may(self, action: str) -> bool:
        match action:
            case "choose_practice":
                return bool(self.view.items)
            case "exam":
                return bool(self.view.exams)
            case "glossary":
                return bool(self.view.glossary)
        return True

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        if picked.entry.startswith(EXERCISE):
            self.open("exercise", exercise=picked.entry.removeprefix(EXERCISE))
            return
        self.open("lesson", module=self.view.slug, lesson=picked.entry)

    def action_choose_practice(self) -> None:
        """Which part: the highlighted lesson is the one that stands first."""
        own = {lesson.id for lesson in self.view.lessons if lesson.own}
        highlighted = self.query_one(Menu).highlighted
        lesson = highlighted if highlighted in own else ""
        self.open("practice_menu", module=self.view.slug, lesson=lesson)

    def action_exam(self) -> None:
        if not self.view.exams:
            self.tell(Refused(N_("There is no mock exam on this module yet.")))
            return
        self.open("exam", exam=self.view.exams[0].id)

    def action_glossary(self) -> None:
        self.open("glossary", module=self.view.slug)
