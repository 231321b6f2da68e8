"""All qualifications with their units; the learner's own first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.browse import QualificationView, UnitLine
from trainer.flows.words import readiness_words
from trainer.tui.screens.looking import LookingScreen
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.tui.screens.base import TrainerScreen


class CatalogueScreen(LookingScreen[tuple[QualificationView, ...]]):
    """A section for each qualification."""

    AUTO_FOCUS = ""

    def on_mount(self) -> None:
        self.query_one(Menu).focus()

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Menu()

    def offering(self) -> Iterable[TrainerScreen | Menu]:
        return (self.query_one(Menu), self)

    def place(self) -> list[str]:
        return [self.words._("Catalogue")]

    def paint(self) -> None:
        own_first = sorted(self.view, key=lambda qualification: not qualification.own)
        self.query_one(Menu).offer([self._section(qualification) for qualification in own_first])

    def _section(self, qualification: QualificationView) -> Section:
        words = self.words
        said = [words._("EQF level {level}", level=qualification.eqf)] if qualification.eqf else []
        said += [words._("your qualification")] if qualification.own else []
        units = tuple(self._unit(unit) for unit in qualification.units)
        return Section(words.text(qualification.title), units, BETWEEN.join(said), numbered=False)

    def _unit(self, unit: UnitLine) -> Entry:
        words = self.words
        detail = [words._(readiness_words(unit.readiness))]
        detail.append(words._("{present} of {modules} modules", present=unit.modules_present, modules=unit.modules))
        return Entry(unit.id, words.text(unit.title), BETWEEN.join(detail), faint=not unit.modules_present)

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        self.open("unit", unit=picked.entry)
