"""A unit: what it is for, its modules, its official statements with what is taught and tested, its threshold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.browse import ExamLine, ModuleLine, StatementLine, UnitView
from trainer.flows.words import readiness_words
from trainer.kernel.problems import N_
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.practice_moves import ChoosePractice
from trainer.tui.record_moves import OwnRecord
from trainer.tui.register_moves import HandUnitIn
from trainer.tui.safe import Plain, joined, plain
from trainer.tui.screens.evidence_words import HELP, evidence_sections, opened_by
from trainer.tui.screens.exercise_entries import exercise_sections
from trainer.tui.screens.handing_in import HandingIn
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.today_words import BETWEEN, items_words, minutes_words
from trainer.tui.widgets.hanging import Hanging, Hung
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.evidence import UnitEvidence
    from trainer.flows.hand_in import HandInFlow
    from trainer.i18n.catalogue import Translator
    from trainer.tui.screens.base import TrainerScreen

#: What entries of exams begin with; a module's is its name.
_EXAM = "exam:"
_PROVING = "what was shown"


class UnitScreen(LookingScreen[UnitView]):
    """Modules, exams, exercises and what the checklist names can be opened; the rest is to be read past the last entry.

    ``prove`` finds out what the learner has shown; that is told when the rest is on the screen.
    """

    OFFERS = (ChoosePractice, HandUnitIn, OwnRecord)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""

    def __init__(
        self, words: Translator, looked: Looked[UnitView], prove: Callable[[], UnitEvidence], hand_in: HandInFlow
    ) -> None:
        super().__init__(words, looked)
        self._prove = prove
        self._handing_in = HandingIn(self, hand_in)
        self._evidence: UnitEvidence | None = None

    def on_mount(self) -> None:
        self.query_one(Menu).focus()

    def on_screen_resume(self) -> None:
        """Something may have been played or written meanwhile."""
        in_background(self, _PROVING, self._prove)

    def on_finished(self, done: Finished) -> None:
        if done.name == _PROVING:
            self._evidence = cast("UnitEvidence", done.result)
            self.paint()
            self.show_offers()
        else:
            self._handing_in.finished(done)

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Plain(id="title", classes="title")
            yield Plain(id="outcome")
            yield Plain(id="state", classes="gap quiet")
            yield Menu(classes="gap")
            yield Hanging(id="statements", classes="gap")

    def offering(self) -> Iterable[TrainerScreen | Menu]:
        return (self.query_one(Menu), self)

    def place(self) -> list[str]:
        return [self.words._("Catalogue"), self.words.text(self.view.title)]

    def paint(self) -> None:
        words, view = self.words, self.view
        self.query_one("#title", Plain).show(words.text(view.title))
        self.query_one("#outcome", Plain).show(words.text(view.outcome))
        state = [words._("EQF level {level}", level=view.eqf)] if view.eqf else []
        self.query_one("#state", Plain).show(BETWEEN.join([words._(readiness_words(view.readiness)), *state]))
        # Those that can be opened first, else the highlight would begin below the screen.
        modules = tuple(self._module(module) for module in sorted(view.modules, key=lambda one: not one.present))
        present = sum(module.present for module in view.modules)
        note = words._("{present} of {modules} present", present=present, modules=len(modules))
        exams = tuple(self._exam(exam) for exam in view.exams)
        sections = [Section(words._("Modules"), modules, note, numbered=False)]
        sections += [Section(words._("Exam"), exams, numbered=False)] if exams else []
        sections += exercise_sections(view.exercises, words)
        sections += evidence_sections(view.minimum_performance, self._evidence, view.exercises, words)
        self.query_one(Menu).offer(sections)
        self.query_one("#statements", Hanging).hang(list(self._statements()))

    def _module(self, module: ModuleLine) -> Entry:
        words = self.words
        if not module.present:
            return Entry(module.slug, words.text(module.title), aside=words._("in preparation"), faint=True)
        detail = [
            words._("{done} of {lessons} lessons", done=module.lessons_done, lessons=module.lessons),
            items_words(module.items, words),
            minutes_words(module.minutes, words),
        ]
        return Entry(module.slug, words.text(module.title), BETWEEN.join(detail))

    def _exam(self, exam: ExamLine) -> Entry:
        detail = [items_words(exam.items, self.words), minutes_words(exam.minutes, self.words)]
        return Entry(f"{_EXAM}{exam.id}", self.words.text(exam.title), BETWEEN.join(detail))

    def _statements(self) -> Iterator[Hung]:
        view = self.view
        groups = [(view.statements, "knowledge", N_("Knowledge")), (view.statements, "skill", N_("Skills")),
                  (view.common, "knowledge", N_("Knowledge for the whole qualification")),
                  (view.common, "skill", N_("Skills for the whole qualification")),
                  (view.common, "key_point", N_("Key points, not tested"))]  # fmt: skip
        for statements, part, title in groups:
            lines = [line for line in statements if line.part == part]
            if lines:
                yield Hung("", plain(self.words._(title), "bold"))
                if part != "key_point":
                    yield Hung("", plain(self._legend(lines), "$quiet"))
                yield from (self._statement(line) for line in lines)
                yield Hung("", plain(""))

    def _legend(self, lines: list[StatementLine]) -> str:
        taught, tested = sum(line.taught for line in lines), sum(line.tested for line in lines)
        return self.words._(
            "{taught} of {count} taught, {tested} tested", taught=taught, count=len(lines), tested=tested
        )

    def _statement(self, line: StatementLine) -> Hung:
        words = self.words
        marks = [words._("taught")] if line.taught else []
        marks += [words._("tested")] if line.tested else []
        said = f"  {', '.join(marks)}" if marks else ""
        if line.part == "key_point":
            return Hung("· ", plain(words.text(line.text)))
        sign = "✓" if line.taught and line.tested else "◐" if marks else "○"
        return Hung(f"{sign} ", joined(words.text(line.text), (said, "$success")), "$success" if marks else "$quiet")

    def may(self, action: str) -> bool:
        return action != "choose_practice" or any(module.items for module in self.view.modules)

    def action_choose_practice(self) -> None:
        self.open("practice_menu", unit=self.view.id)

    def action_own_record(self) -> None:
        self.open("own_record", unit=self.view.id)

    def action_hand_unit_in(self) -> None:
        self._handing_in.begin()

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        if picked.entry.startswith(_EXAM):
            self.open("exam", exam=picked.entry.removeprefix(_EXAM))
        elif opens := opened_by(picked.entry):
            self.post_message(opens)
        elif picked.entry.startswith(HELP):
            self.notice.say(self.words._("No exercise here would bring this nearer yet."))
        else:
            self.open("module", module=picked.entry)
