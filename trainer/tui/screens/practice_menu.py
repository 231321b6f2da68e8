"""Choosing what to practise: what was answered before, a unit, a module, a lesson, each with how much there is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.practice_menu import ModuleChoice, PracticeMenu, Practisable
from trainer.tui.screens.looking import LookingScreen
from trainer.tui.screens.today_words import items_words
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.tui.screens.base import TrainerScreen


class PracticeMenuScreen(LookingScreen[PracticeMenu]):
    """Paints :class:`~trainer.flows.practice_menu.PracticeMenu`; what cannot be practised now says why."""

    AUTO_FOCUS = ""

    def on_mount(self) -> None:
        menu = self.query_one(Menu)
        menu.focus()
        if self.view.first:
            self.call_after_refresh(menu.highlight, f"lesson:{self.view.first}")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Menu()

    def offering(self) -> Iterable[TrainerScreen | Menu]:
        return (self.query_one(Menu), self)

    def place(self) -> list[str]:
        title = self.words.text(self.view.title)
        return [self.words._("Practice"), *([title] if title else [])]

    def paint(self) -> None:
        words, view = self.words, self.view
        again = [Section(words._("What you answered before"), tuple(self._entry(one) for one in view.again))]
        units = [Section(words._("A whole unit"), tuple(self._entry(one) for one in view.units))] if view.units else []
        modules = [self._module(one) for one in view.modules]
        places = [*modules, *units] if view.about == "module" else [*units, *modules]
        self.query_one(Menu).offer([*places, *again] if view.about else [*again, *places])

    def _module(self, module: ModuleChoice) -> Section:
        words = self.words
        whole = self._entry(module.whole, title=words._("The whole module"))
        lessons = (self._entry(lesson) for lesson in module.lessons)
        return Section(words.text(module.whole.title), (whole, *lessons))

    def _entry(self, one: Practisable, *, title: str = "") -> Entry:
        words = self.words
        why = words.translate(one.refusal) if one.refusal else ""
        aside = items_words(one.items, words) if one.items else ""
        shown = title or words.text(one.title)
        return Entry(f"{one.scope}:{one.target}", shown, why, aside=aside, faint=one.refusal is not None)

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        """A practice takes the place of the menu: after it one is where one was before."""
        scope, _, target = picked.entry.partition(":")
        for one in (*self.view.again, *self.view.units, *_all(self.view.modules)):
            if (one.scope, one.target) == (scope, target) and one.refusal:
                self.tell(one.refusal)
                return
        self.open("practice", replace=True, scope=scope, target=target)


def _all(modules: Iterable[ModuleChoice]) -> Iterable[Practisable]:
    for module in modules:
        yield from (module.whole, *module.lessons)
