"""Writing lines of a given width, and a widget that shows them and draws those again that changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region

from trainer.tui.safe import joined, plain
from trainer.tui.widgets.canvas import Canvas
from trainer.tui.widgets.columns import set_texts
from trainer.tui.widgets.item_paint import BLANK, Drawn, banded

CURSOR, NO_CURSOR = "▸ ", "  "


class Pen:
    """Lines of at most ``width`` cells from top to bottom. ``active``: keys act on what is drawn."""

    def __init__(self, width: int, *, active: bool = True) -> None:
        self.width, self.active = max(width, 20), active
        self.lines: list[Content] = []
        self.field: Region | None = None
        self.kept: tuple[int, int] | None = None

    def drawn(self) -> Drawn:
        """What was written."""
        return Drawn(tuple(self.lines), field=self.field, kept=self.kept)

    def add(self, line: Content) -> None:
        """One line, cut where it does not fit."""
        self.lines.append(line if line.cell_length <= self.width else line.truncate(self.width, ellipsis=True))

    def blank(self) -> None:
        """An empty line, unless there is one already or nothing stands above."""
        if self.lines and self.lines[-1]:
            self.lines.append(BLANK)

    def hang(self, mark: Content | str, text: Content) -> None:
        """A paragraph behind a mark; its other lines align with the first."""
        self.lines += set_texts(plain(mark) if isinstance(mark, str) else mark, [text], self.width)

    def say(self, text: str, style: str = "", *, indent: int = 0) -> None:
        """A paragraph."""
        self.hang(" " * indent, plain(text, style))

    def title(self, text: str, note: str = "", *, marked: bool = False) -> None:
        """The first line of a part; ``marked`` where nothing below it can be highlighted."""
        lead = CURSOR if marked and self.active else NO_CURSOR
        style = "bold $accent" if self.active else "bold"
        self.add(joined((lead, "bold $accent"), (text, style), (f"  {note}", "$quiet") if note else ""))

    def heading(self, text: str, note: str = "") -> None:
        """A title inside a part, set off from what stands above."""
        self.blank()
        self.add(joined("  ", (text, "bold"), (f"  {note}", "$quiet") if note else ""))

    def option(
        self, number: int, text: str, about: str = "", *, box: str = "", at: bool = False, style: str = "$quiet"
    ) -> None:
        """Something to choose, behind its number; the highlighted one has the marker and the band.

        ``about`` stands behind it in its own ``style``.
        """
        top = len(self.lines)
        here = at and self.active
        mark = Content.assemble(
            (CURSOR if at else NO_CURSOR, "bold $accent" if here else "$quiet"),
            (f"{number} " if 0 < number < 10 else "  ", "bold $accent"),
            (f"{box} " if box else "", "bold $accent"),
        )
        said = joined((text, "bold" if here else ""), (f"  {about}" if about else "", style))
        lines = set_texts(mark, [said], self.width)
        self.lines += [banded(line, self.width) for line in lines] if here else lines
        if here:
            self.keep(top)

    def quote(self, text: str) -> None:
        """A paragraph of what is being written, with a bar along all its lines."""
        bar = Content.styled("  ┃ ", "$accent")
        self.lines += [bar + line for line in set_texts(BLANK, [plain(text)], self.width - bar.cell_length)]

    def rule(self, left: str, right: str) -> None:
        """A line across, with a word at either end."""
        filled = "─" * max(2, self.width - cell_len(left) - cell_len(right) - 8)
        self.add(
            joined(("── ", "$line"), (left, "$quiet"), (f" {filled} ", "$line"), (right, "$quiet"), (" ──", "$line"))
        )

    def keep(self, top: int) -> None:
        """Keep in sight what stands from line ``top`` on."""
        self.kept = (top, len(self.lines) - top)

    def room_for_field(self, label: str, wide: int, *, high: int = 1) -> None:
        """Leave room for a field behind its label; one of several lines stands below it."""
        top = len(self.lines)
        if high > 1:
            self.say(label, "bold", indent=2)
            self.field = Region(2, len(self.lines), self.width - 4, high)
            self.lines += [BLANK] * high
        else:
            lead = joined((CURSOR, "bold $accent"), (f"{label} ", "bold"), ("[ ", "bold $accent"))
            lead = lead.truncate(max(self.width - 14, 8), ellipsis=True)
            room = max(8, min(wide, self.width - lead.cell_length - 3))
            self.field = Region(lead.cell_length, top, room, 1)
            self.add(lead + Content(" " * room) + Content.styled(" ]", "bold $accent"))
        self.keep(top)


def in_columns(words: Sequence[Content], width: int, gap: int = 3) -> list[Content]:
    """Words behind each other, as many in a line as fit."""
    lines: list[Content] = []
    for word in words:
        cut = word if word.cell_length <= width else word.truncate(width, ellipsis=True)
        if lines and lines[-1].cell_length + gap + cut.cell_length <= width:
            lines[-1] = lines[-1] + Content(" " * gap) + cut
        else:
            lines.append(cut)
    return lines


class Lines(Canvas):
    """Shows what a function draws for its width."""

    DEFAULT_CSS = "Lines { width: 1fr; height: auto; }"

    def __init__(self, draw: Callable[[int], Drawn], *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._draw = draw
        self._made: tuple[int, Drawn] | None = None

    def make(self, width: int) -> Drawn:
        if not width:
            return Drawn(())
        if self._made is None or self._made[0] != width:
            self._made = (width, self._draw(width))
        return self._made[1]

    def again(self) -> bool:
        """Draw it anew; True when it has more or fewer lines than before."""
        self._made = None
        return self.show(self.make(self.size.width))

    def on_resize(self) -> None:
        self.again()
