"""Languages, qualification, theme and clock; each change applies and is saved at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.i18n.names import own_name
from trainer.tui.background import in_background
from trainer.tui.commands import bindings
from trainer.tui.messages import SpeakLanguage, UseTheme
from trainer.tui.moves import ChangeField, FieldAbove, FieldBelow
from trainer.tui.safe import Plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.picker import Picker

if TYPE_CHECKING:
    from trainer.flows.settings import SettingsFlow, SettingsView
    from trainer.i18n.catalogue import Translator

_SAVING = "save settings"
_FIELDS = ("language", "second", "qualification", "theme", "clock")


class SettingsScreen(TrainerScreen):
    """One field below the other."""

    OFFERS = (ChangeField, FieldBelow, FieldAbove)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = "#language"
    CSS = """
    SettingsScreen Picker { margin-bottom: 1; }
    .-short SettingsScreen Picker { margin-bottom: 0; }
    SettingsScreen #folder { padding-left: 2; }
    """

    def __init__(self, words: Translator, flow: SettingsFlow, view: SettingsView) -> None:
        super().__init__(words)
        self._flow = flow
        self._view = view

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            for name in _FIELDS:
                yield Picker(id=name)
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
        themes = [("dark", words._("dark")), ("light", words._("light"))]
        self._picker("theme").show(words._("Theme"), themes, view.theme)
        clock = [("", words._("shown")), ("hidden", words._("hidden until a warning is due"))]
        self._picker("clock").show(words._("Clock in exams"), clock, "hidden" if view.clock_hidden else "")
        folder = words._("Everything about you lies in {folder} and nowhere else.", folder=view.folder)
        self.query_one("#folder", Plain).show(folder)

    def _paint_languages(self) -> None:
        words, view = self.words, self._view
        names = [(code, own_name(code)) for code in words.languages]
        self._picker("language").show(words._("Interface language"), names, view.language)
        others = [pair for pair in names if pair[0] != view.language]
        second = [*others, (view.language, words._("none"))]
        self._picker("second").show(words._("Second language"), second, view.second_language)

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

    @on(Picker.Changed, "#theme")
    def _theme(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, theme=changed.value)
        self.post_message(UseTheme(changed.value))

    @on(Picker.Changed, "#clock")
    def _clock(self, changed: Picker.Changed) -> None:
        self._view = replace(self._view, clock_hidden=bool(changed.value))
        self._save(partial(self._flow.hide_clock, bool(changed.value)))

    def _save(self, task: Callable[[], None]) -> None:
        in_background(self, _SAVING, task)

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        self.show_offers()

    def action_change(self) -> None:
        if isinstance(self.focused, Picker):
            self.focused.action_next_value()

    def action_field(self, step: int) -> None:
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()
