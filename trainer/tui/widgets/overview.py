"""All questions of an attempt at a glance, by section; arrows or the number, then ``enter``, go to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from trainer.tui.commands import ToQuestion, bindings
from trainer.tui.safe import Plain, joined, plain

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

_CELL = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A question: its section (from 0), its sign with a style, and whether it is flagged."""

    section: int
    sign: str
    style: str
    flagged: bool


class Overview(Plain, can_focus=True):
    """Posts :class:`Jump`. ``legend`` says what the signs mean."""

    DEFAULT_CSS = "Overview { width: 100%; height: auto; }"
    OFFERS = (ToQuestion,)
    BINDINGS = [
        *bindings(ToQuestion),
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("backspace", "rub_out", show=False),
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)),
    ]

    @dataclass
    class Jump(Message):
        """Go to the question at ``position`` (from 0)."""

        position: int

    def __init__(self, words: Translator, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._words = words
        self._marks: Sequence[Mark] = ()
        self._titles: Sequence[str] = ()
        self._legend = Content("")
        self._cursor = 0
        self._typed = ""

    def present(self, marks: Sequence[Mark], titles: Sequence[str], legend: Sequence[str], cursor: int) -> None:
        """Show the questions with the highlight on ``cursor``."""
        self._marks, self._titles, self._cursor, self._typed = marks, titles, cursor, ""
        self._legend = joined(*((part, "$quiet") for part in legend), between="   ")
        self._paint()

    def on_resize(self, _: events.Resize) -> None:
        self._paint()

    def _paint(self) -> None:
        lines: list[Content] = []
        for section, title in enumerate(self._titles):
            rows = [row for row in self._grid() if self._marks[row[0]].section == section]
            cells = [Content("").join([self._cell(position) for position in row]) for row in rows]
            lines += [plain(title, "$quiet"), *cells, Content("")]
        lines.append(self._legend)
        if self._typed:
            lines += [Content(""), plain(self._words._("Go to question {number}", number=self._typed), "bold")]
        self.show(Content("\n").join(lines))

    def _grid(self) -> list[list[int]]:
        """Positions as they stand in rows; a row holds one section only."""
        width = max(1, self.size.width // _CELL)
        rows: list[list[int]] = []
        for section in range(len(self._titles)):
            own = [position for position, mark in enumerate(self._marks) if mark.section == section]
            rows += [own[start : start + width] for start in range(0, len(own), width)]
        return rows

    def _cell(self, position: int) -> Content:
        mark, here = self._marks[position], position == self._cursor
        cell = Content.assemble(
            ("▸" if here else " ", "bold $accent"),
            (f"{position + 1:>3} ", "bold" if here else ""),
            (mark.sign, mark.style),
            ("⚑" if mark.flagged else " ", "bold $warning"),
        )
        return (cell.stylize_before("on $cursor") if here else cell) + " "

    # -- keys ----------------------------------------------------------------------------------------------------

    def action_move(self, step: int) -> None:
        self._go_to(self._cursor + step)

    def action_row(self, step: int) -> None:
        rows = self._grid()
        now = next(index for index, row in enumerate(rows) if self._cursor in row)
        there = rows[max(0, min(len(rows) - 1, now + step))]
        self._go_to(there[min(len(there) - 1, rows[now].index(self._cursor))])

    def action_first(self) -> None:
        self._go_to(0)

    def action_last(self) -> None:
        self._go_to(len(self._marks) - 1)

    def _go_to(self, position: int) -> None:
        self._typed = ""
        self._cursor = max(0, min(len(self._marks) - 1, position))
        self._paint()

    def action_digit(self, digit: int) -> None:
        number = int(self._typed + str(digit))
        number = number if number <= len(self._marks) else digit
        if 0 < number <= len(self._marks):
            self._typed, self._cursor = str(number), number - 1
            self._paint()

    def action_rub_out(self) -> None:
        self._typed = self._typed[:-1]
        self._paint()

    def action_go(self) -> None:
        self.post_message(self.Jump(self._cursor))
