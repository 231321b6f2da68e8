"""Progress: an overview, mastery, days, exams, and what comes back; a number goes to each part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from trainer.flows.progress import ProgressView
from trainer.kernel.problems import N_
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.practice_moves import ChoosePractice, ExportTables, NextPart, OtherDays, PreviousPart
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.progress_charts import write_days, write_exams, write_forecast
from trainer.tui.screens.progress_words import write_mastery, write_overview
from trainer.tui.widgets.ledger import Ledger, Writer

if TYPE_CHECKING:
    from trainer.flows.progress_tables import ProgressFlow
    from trainer.i18n.catalogue import Translator
    from trainer.tui.markdown.runs import Runs

_EXPORTING = "write the tables"
_PARTS = (N_("Overview"), N_("Mastery"), N_("Days"), N_("Exams"), N_("Reviews"))
_DAYS = 2
#: Where the titles of the parts stand apart.
_ROOMY = 68


class ProgressScreen(LookingScreen[ProgressView]):
    """Paints :class:`~trainer.flows.progress.ProgressView`."""

    OFFERS = (NextPart, PreviousPart, OtherDays, ChoosePractice, ExportTables)
    BINDINGS = [
        *bindings(*OFFERS),
        *(Binding(str(number), f"part_at({number})", show=False) for number in range(1, len(_PARTS) + 1)),
    ]
    AUTO_FOCUS = ""
    CSS = """
    ProgressScreen #parts {
        dock: top; height: auto; padding-bottom: 1; background: $background; align-horizontal: center;
    }
    ProgressScreen.-short #parts { padding-bottom: 0; }
    """

    def __init__(self, words: Translator, flow: ProgressFlow, looked: Looked[ProgressView]) -> None:
        super().__init__(words, looked)
        self._flow = flow
        self._part = 0
        self._all_days = False
        self._parts = Plain(classes="column")
        self._ledger = Ledger()

    def compose_page(self) -> ComposeResult:
        with Vertical(id="parts"):
            yield self._parts
        with Vertical(classes="column"):
            yield self._ledger

    def resized(self) -> None:
        self.paint()

    def place(self) -> Sequence[str]:
        return [self.words._("Progress")]

    def may(self, action: str) -> bool:
        return action != "other_days" or self._part == _DAYS

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        between = "  " if self.size.width >= _ROOMY else " "
        self._parts.show(joined(*(self._title(number) for number in range(len(_PARTS))), between=between))
        self._ledger.show(self._write)

    def _title(self, number: int) -> tuple[str, str]:
        here = number == self._part
        name = f"{number + 1} {self.words._(_PARTS[number])}"
        return (f"▸{name}", "bold $accent") if here else (f" {name}", "$quiet")

    def _write(self, width: int) -> list[Runs]:
        writer = Writer(self.words, width)
        write: Sequence[Callable[[ProgressView, Writer], None]] = (
            write_overview, write_mastery, partial(write_days, all_days=self._all_days), write_exams, write_forecast,
        )  # fmt: skip
        write[self._part](self.view, writer)
        return writer.lines

    # -- keys ----------------------------------------------------------------------------------------------------

    def action_part(self, step: int) -> None:
        self.action_part_at((self._part + step) % len(_PARTS) + 1)

    def action_part_at(self, number: int) -> None:
        """Turn to a part, counted from 1."""
        self._part = number - 1
        self.page.scroll_home(animate=False)
        self.paint()
        self.show_offers()

    def action_other_days(self) -> None:
        self._all_days = not self._all_days
        self.paint()

    def action_choose_practice(self) -> None:
        self.open("practice_menu")

    def action_export(self) -> None:
        from trainer.tui.widgets.ask import Ask

        words = self.words
        text = words._("Answers, attempts, mastery and reviews are written into this folder, for your eyes only.")
        title = words._("Write CSV tables to")
        self.app.push_screen(Ask(words, title, text, self._flow.export_folder()), self._export)

    def _export(self, folder: str | None) -> None:
        if folder is not None:
            self.notice.say(self.words._("One moment…"), stay=True)
            in_background(self, _EXPORTING, partial(self._flow.export, folder))

    def on_finished(self, done: Finished) -> None:
        if done.name == _EXPORTING:
            folder, files = cast(tuple[str, tuple[str, ...]], done.result)
            self.notice.say(self.words._("Written to {folder}: {files}.", folder=folder, files=", ".join(files)))
