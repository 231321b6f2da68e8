"""How far raters agree, criterion by criterion, and the work that needs a third one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from trainer.assessment.rating import KAPPA_FROM
from trainer.flows.agreeing import AgreementView
from trainer.i18n.numbers import decimal, percent
from trainer.tui.safe import Plain, joined, plain
from trainer.tui.screens.assess_words import cover
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.assessment.rating import Agreement
    from trainer.flows.agreeing import DoubleMarked
    from trainer.i18n.catalogue import Translator

#: Cells of the criterion's name and of each figure; together they fit the narrowest terminal.
_NAME, _FIGURE = 24, 7


class AgreementScreen(LookingScreen[AgreementView]):
    """Paints :class:`~trainer.flows.agreeing.AgreementView`."""

    AUTO_FOCUS = ""

    def __init__(self, words: Translator, looked: Looked[AgreementView]) -> None:
        super().__init__(words, looked)
        self._unit, self._table = Plain(classes="title"), Plain()
        self._notes, self._menu = Plain(classes="gap quiet"), Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._unit
            yield self._table
            yield self._notes
            yield self._menu

    def on_mount(self) -> None:
        self._menu.focus()

    def place(self) -> list[str]:
        return [self.words._("Assess"), self.words._("Agreement")]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self)

    def repaint(self) -> None:
        """Who learns on this machine has no part in it."""
        self.learner = ""
        super().repaint()

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self.view
        self._unit.display = bool(view.unit)
        self._unit.show(words.text(view.title))
        self._table.show(joined(*self._lines(), between="\n"))
        self._notes.show(" ".join(self._notes_of()))
        entries = tuple(self._entry(one) for one in view.pieces)
        note = words.ngettext("{count} waits for a third rater", "{count} wait for a third rater", view.thirds)
        title = words._("Work that two or more have judged")
        self._menu.display = bool(entries)
        self._menu.offer([Section(title, entries, note if view.thirds else "")])

    def _lines(self) -> Iterator[Content]:
        words = self.words
        heads = (words._("works"), words._("equal"), words._("near"), words._("kappa"))
        yield joined((f"{'':<{_NAME}}" + "".join(f"{head:>{_FIGURE}}" for head in heads), "$quiet"))
        for row in self.view.rows:
            yield self._line(words.text(row.criterion.title), row.agreement)
        if self.view.verdicts is not None:
            same = percent(self.view.verdicts, words.language)
            yield plain(words._("Both found the same, sufficient or not: {share}", share=same))

    def _line(self, name: str, found: Agreement) -> Content:
        language = self.words.language
        shares = [percent(one, language) if one is not None else "–" for one in (found.exact, found.adjacent)]
        kappa = decimal(round(found.kappa, 2), language) if found.kappa is not None else "–"
        figures = (str(found.pieces), *shares, kappa)
        return joined((f"{name[: _NAME - 1]:<{_NAME}}", "bold"), "".join(f"{one:>{_FIGURE}}" for one in figures))

    def _notes_of(self) -> Iterator[str]:
        words, view = self.words, self.view
        yield words._("Near: equal or one level apart. Kappa: weighted (quadratic), from {count} works judged by two.",
                      count=KAPPA_FROM)  # fmt: skip
        if any(row.agreement.no_kappa == "one-level" for row in view.rows):
            yield words._("Where all levels are the same there is no kappa: chance would agree too.")
        yield words.text(view.rule)
        yield words._("House rule.")

    def _entry(self, one: DoubleMarked) -> Entry:
        words = self.words
        said = [words.text(one.title)]
        if one.needs_third:
            said.append(words._("a third rater is needed"))
        said += [f"{by.by}: {', '.join(str(level) for level in by.marks.values())}" for by in one.given]
        raters = words.ngettext("{count} rater", "{count} raters", one.raters)
        sign = ("!", "$warning") if one.needs_third else ("✓", "$success")
        return Entry(f"{one.attempt}", cover(one.number, words), BETWEEN.join(said), *sign, aside=raters)

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        self.open("judge", unit=self.view.unit, attempt=picked.entry, part="rationale")
