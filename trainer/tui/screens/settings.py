"""Languages, qualification, practice, appearance and exams; each change applies and is saved at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.i18n.dates import whole_day
from trainer.i18n.names import own_name
from trainer.i18n.typed_days import day_example, day_in_numbers
from trainer.progress.rows import EXTRA_TIMES
from trainer.tui.background import in_background
from trainer.tui.commands import SwitchLearner, bindings
from trainer.tui.messages import ReduceMotion, SpeakLanguage, UseTheme
from trainer.tui.moves import ChangeField, FieldAbove, FieldBelow
from trainer.tui.safe import Plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.asked import Asked
from trainer.tui.widgets.picker import Picker

if TYPE_CHECKING:
    from trainer.flows.settings import SettingsFlow, SettingsView
    from trainer.i18n.catalogue import Translator

_SAVING = "save settings"
_FIELDS = ("language", "second", "qualification", "certainty", "exam-date", "theme", "motion", "clock", "extra")
#: Fields that are typed.
_TYPED = ("exam-date",)


class SettingsScreen(TrainerScreen):
    """One field below the other."""

    OFFERS = (ChangeField, FieldBelow, FieldAbove, SwitchLearner)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""
    CSS = """
    SettingsScreen Picker { margin-bottom: 1; }
    SettingsScreen.-short Picker { margin-bottom: 0; }
    SettingsScreen #folder { padding-left: 2; }
    """

    def __init__(self, words: Translator, flow: SettingsFlow, view: SettingsView) -> None:
        super().__init__(words)
        self._flow = flow
        self._view = view

    def on_mount(self) -> None:
        """At once: a key that comes before the focus would change another field."""
        self.set_focus(self._picker("language"), scroll_visible=False)

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            for name in _FIELDS:
                yield Asked(id=name) if name in _TYPED else Picker(id=name)
            yield Plain(id="folder", classes="gap quiet")

    def offering(self) -> Iterable[Any]:
        focused = self.focused
        return (self, focused) if isinstance(focused, Picker) else (self,)

    def place(self) -> list[str]:
        return [self.words._("Settings")]

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self._view
        self._paint_languages()
        choices = [(row.id, words.text(row.title)) for row in view.qualifications]
        self._picker("qualification").show(words._("Qualification"), choices, view.qualification)
        certainty = [("asked", words._("asked before an answer is confirmed")), ("", words._("not asked"))]
        self._picker("certainty").show(words._("How sure you are"), certainty, "asked" if view.ask_certainty else "")
        self.query_one("#exam-date", Asked).tell(words._("Day of the exam"), self._exam_date())
        themes = [("dark", words._("dark")), ("light", words._("light"))]
        self._picker("theme").show(words._("Theme"), themes, view.theme)
        clock = [("", words._("shown")), ("hidden", words._("hidden until a warning is due"))]
        self._picker("clock").show(words._("Clock in exams"), clock, "hidden" if view.clock_hidden else "")
        self._picker("extra").show(words._("Extra time"), self._extra_times(), str(view.extra_time))
        motion = [("", words._("as usual")), ("reduced", words._("none: nothing moves or blinks"))]
        self._picker("motion").show(words._("Motion"), motion, "reduced" if view.reduced_motion else "")
        folder = words._("Everything about you lies in {folder} and nowhere else.", folder=view.folder)
        self.query_one("#folder", Plain).show(folder)

    def _paint_languages(self) -> None:
        words, view = self.words, self._view
        names = [(code, own_name(code)) for code in words.languages]
        self._picker("language").show(words._("Interface language"), names, view.language)
        others = [pair for pair in names if pair[0] != view.language]
        second = [*others, (view.language, words._("none"))]
        self._picker("second").show(words._("Second language"), second, view.second_language)

    def _extra_times(self) -> list[tuple[str, str]]:
        words = self.words
        return [
            (str(extra), words._("in mock exams: +{extra} %", extra=extra) if extra else words._("no extra time"))
            for extra in EXTRA_TIMES
        ]

    def _exam_date(self) -> str:
        """The day with its weekday, so that nobody takes the day for the month."""
        if not self._view.exam_date:
            return self.words._("not set")
        return whole_day(date.fromisoformat(self._view.exam_date), self.words.language)

    def _picker(self, name: str) -> Picker:
        return self.query_one(f"#{name}", Picker)

    # -- changes -------------------------------------------------------------------------------------------------

    @on(Picker.Changed, "#language")
    def _speak(self, changed: Picker.Changed) -> None:
        before = self._view
        second = before.language if before.second_language == changed.value else before.second_language
        self._view = replace(before, language=changed.value, second_language=second)
        self.post_message(SpeakLanguage(changed.value))

    @on(Picker.Changed, "#second")
    def _speak_also(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, second_language=changed.value)
        self._save(partial(self._flow.speak_also, changed.value))

    @on(Picker.Changed, "#qualification")
    def _learn(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, qualification=changed.value)
        self._save(partial(self._flow.learn, changed.value))

    @on(Picker.Changed, "#certainty")
    def _certainty(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, ask_certainty=bool(changed.value))
        self._save(partial(self._flow.ask_certainty, bool(changed.value)))

    @on(Asked.Wanted, "#exam-date")
    def _ask_exam_date(self) -> None:
        from trainer.tui.widgets.ask import Ask

        words = self.words
        known = self._view.exam_date
        typed = day_in_numbers(date.fromisoformat(known), words.language) if known else ""
        text = words._(
            "No review is put off past the day before it. Write it like {example}; leave it empty for no exam.",
            example=day_example(words.language),
        )
        read = partial(self._flow.read_exam_date, language=words.language)
        self.app.push_screen(Ask(words, words._("Day of the exam"), text, typed, read=read), self._set_exam_date)

    def _set_exam_date(self, day: str | None) -> None:
        if day is not None and day != self._view.exam_date:
            self._view = replace(self._view, exam_date=day)
            self.paint()
            self._save(partial(self._flow.set_exam_date, day))

    @on(Picker.Changed, "#theme")
    def _theme(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, theme=changed.value)
        self.post_message(UseTheme(changed.value))

    @on(Picker.Changed, "#clock")
    def _clock(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, clock_hidden=bool(changed.value))
        self._save(partial(self._flow.hide_clock, bool(changed.value)))

    @on(Picker.Changed, "#extra")
    def _extra(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, extra_time=int(changed.value))
        self._save(partial(self._flow.give_extra_time, int(changed.value)))

    @on(Picker.Changed, "#motion")
    def _motion(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, reduced_motion=bool(changed.value))
        self.post_message(ReduceMotion(bool(changed.value)))

    def _save(self, task: Callable[[], None]) -> None:
        in_background(self, _SAVING, task)

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        self.show_offers()

    def action_switch_learner(self) -> None:
        self.open("learners")

    def action_change(self) -> None:
        if isinstance(self.focused, Picker):
            self.focused.action_next_value()

    def action_field(self, step: int) -> None:
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()
