"""Before an exercise: what it is about, whether it counts and what that means; then the start, or what waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from trainer.flows.exercise_words import kind_words, part_words
from trainer.i18n.dates import minutes
from trainer.i18n.names import name_in
from trainer.i18n.numbers import percent
from trainer.kernel.problems import N_
from trainer.tui.commands import Offering
from trainer.tui.safe import Plain, joined, plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.hanging import Hanging, Hung
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.exercise_start import ExerciseCard, ExerciseStartFlow
    from trainer.i18n.catalogue import Translator

_MEANS = {
    True: N_("It counts: no hints, nothing is taken back, the clock runs on when you leave, one try a day."),
    False: N_("Practice: you may take steps back and read hints, the clock stops when you leave, and it never counts."),
}
_TIME = N_("{minutes}; going over is noted and ends nothing")
_SPOKEN = "spoken:"
_RESUME, _BACK = "resume", "back"
#: From this height on the title, which the header has too, stands above the text.
_TALL = 22
#: Cells that are left to a fact at least: the column of names yields.
_FACT = 30


class Sheet(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What is read before the start. It scrolls by itself, so that the start is always in sight."""

    DEFAULT_CSS = (
        "Sheet { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; align-horizontal: center; }"
    )


class Starts(Menu):
    """The ways to start. Past its ends the arrows scroll what stands above it."""

    def __init__(self, above: VerticalScroll) -> None:
        super().__init__(classes="column")
        self._above = above

    def _page(self) -> VerticalScroll:
        return self._above

    def _show_cursor(self) -> None:
        """It is in sight always: nothing above it moves."""


class ExerciseStartScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.exercise_start.ExerciseStartView`."""

    AUTO_FOCUS = ""
    #: The page centres all it holds as one, and the sheet is as wide as the page.
    CSS = "ExerciseStartScreen .ways { height: auto; align-horizontal: center; }"

    def __init__(self, words: Translator, flow: ExerciseStartFlow, languages: Sequence[str]) -> None:
        super().__init__(words)
        self._view, self._languages = flow.view, languages
        self._title, self._rule = Plain(classes="title"), Plain()
        self._briefing, self._facts = Plain(classes="gap"), Hanging(classes="gap")
        self._sheet = Sheet()
        self._menu = Starts(self._sheet)

    def compose_page(self) -> ComposeResult:
        with self._sheet, Vertical(classes="column"):
            yield self._title
            yield self._rule
            yield self._briefing
            yield self._facts
        with Vertical(classes="ways"):
            yield self._menu

    def on_mount(self) -> None:
        self._menu.focus()

    def resized(self) -> None:
        self.paint()

    def place(self) -> Sequence[str]:
        return [self.words._(kind_words(self._view.card.kind)), self.words.text(self._view.card.title)]

    def offering(self) -> Iterable[Offering]:
        return (self._menu, self)

    def action_scroll_page(self, where: str) -> None:
        getattr(self._sheet, f"scroll_{where}")(animate=False)

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self._view
        self._title.show(words.text(view.card.title))
        self._title.display = self.size.height >= _TALL
        self._briefing.show(words.text(view.briefing))
        facts = list(self._told(view.card))
        room = max(14, min(max(len(name) for name, _ in facts) + 3, self.size.width - 10 - _FACT))
        self._facts.hang([Hung(f"{name:<{room}}", text) for name, text in facts])
        self._rule.show(self._sentence())
        self._menu.set_class(self.size.height >= _TALL, "gap")
        self._menu.offer([Section("", tuple(self._ways(view.card)))])

    def _told(self, card: ExerciseCard) -> Iterable[tuple[str, Content]]:
        words, view = self.words, self._view
        length = minutes(card.minutes, words.language)
        yield words._("Kind"), plain(words._(kind_words(card.kind)))
        yield words._("Time"), plain(words._(_TIME, minutes=length))
        names = ", ".join(name_in(language, words.language) for language in self._spoken())
        fixed = words._("{languages}; for people and documents, until the end", languages=names)
        yield words._("Spoken"), plain(fixed)
        share = percent(view.pass_mark, words.language)
        yield (
            words._("To pass"),
            plain(words._("{share} of the points, and nothing critical (house rule)", share=share)),
        )
        if view.asks:
            asked = ", ".join(words._(part_words(part)) for part in view.asks)
            yield words._("Afterwards"), plain(words._("you give your reasons in writing: {parts}", parts=asked))
        yield words._("So far"), self._so_far(card)

    def _so_far(self, card: ExerciseCard) -> Content:
        words = self.words
        if not card.played:
            return plain(words._("not played yet"))
        played = words.ngettext("played once", "played {count} times", card.played)
        if card.best is None:
            return plain(played)
        best = words._("best {share}", share=percent(card.best, words.language))
        passed = ("✓ " + words._("passed"), "$success") if card.passed else ("○ " + words._("not passed yet"), "$quiet")
        return joined(played, best, passed, between="  ·  ")

    def _sentence(self) -> Content:
        """Why it cannot be started; else what practice, or counting, means."""
        card = self._view.card
        means = joined(("● " if card.assessed else "○ ", "bold $accent"), self.words._(_MEANS[card.assessed]))
        if self._view.refusal is None or card.running:
            return means
        return joined(means, "\n", (f"! {self.words.translate(self._view.refusal)}", "$warning"))

    def _ways(self, card: ExerciseCard) -> Iterable[Entry]:
        words = self.words
        if card.running:
            yield Entry(_RESUME, words._("Go on with the attempt that waits"))
        elif self._view.refusal is None:
            for language in self._spoken():
                start = words._("Start, spoken: {language}", language=name_in(language, words.language))
                yield Entry(f"{_SPOKEN}{language}", start)
        yield Entry(_BACK, words._("Not now"))

    def _spoken(self) -> list[str]:
        """The languages it is offered in, the learner's own first."""
        offered = self._view.card.spoken
        known = [language for language in self._languages if language in offered]
        return list(dict.fromkeys([*known, *offered]))

    # -- actions -------------------------------------------------------------------------------------------------

    @on(Menu.Picked)
    def _start(self, event: Menu.Picked) -> None:
        card = self._view.card
        if event.entry == _BACK:
            self.action_back()
        elif event.entry == _RESUME:
            self.open("exercise_play", replace=True, attempt=card.running)
        else:
            spoken = event.entry.removeprefix(_SPOKEN)
            self.open("exercise_play", replace=True, exercise=card.id, spoken=spoken)
