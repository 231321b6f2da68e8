"""Lines of a part of the pane: wrapped at its width, the highlighted ones lit, and as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from trainer.kernel.text import clean
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells, wrap

CURSOR, NO_CURSOR = "▸ ", "  "
MORE_ABOVE, MORE_BELOW = "↑", "↓"


def cut(text: str, width: int) -> str:
    """Text on one line, shortened with an ellipsis where it does not fit."""
    line = " ".join(clean(text).split())
    if cell_len(line) <= width:
        return line
    return set_cell_size(line, max(width - 1, 0)).rstrip() + "…" if width > 0 else ""


def padded(line: Content, width: int) -> Content:
    """A line of exactly ``width`` cells."""
    if line.cell_length > width:
        line = line.truncate(width, ellipsis=True)
    return line.pad_right(width - line.cell_length)


def beside(left: Sequence[Content], right: Sequence[Content], widths: tuple[int, int], gap: int = 2) -> list[Content]:
    """Two columns, the shorter one filled up."""
    count = max(len(left), len(right))
    rows = [*left, *[Content("")] * (count - len(left))], [*right, *[Content("")] * (count - len(right))]
    space = Content(" " * gap)
    return [padded(one, widths[0]) + space + padded(other, widths[1]) for one, other in zip(*rows, strict=True)]


class Panel:
    """Lines from top to bottom, none wider than ``width``. Foreign texts are cleaned here."""

    def __init__(self, width: int) -> None:
        self.width = max(width, 12)
        self.lines: list[Content] = []
        self._sight: tuple[int, int] | None = None

    def blank(self) -> None:
        """An empty line, unless there is one already or nothing stands above."""
        if self.lines and self.lines[-1]:
            self.lines.append(Content(""))

    def say(self, text: str, style: str = "", *, lead: str = "", lead_style: str = "") -> None:
        """A paragraph, hanging behind ``lead``."""
        self._hang((Run(lead, lead_style),) if lead else (), (Run(clean(text), style),), lit=None)

    def heading(self, title: str, note: str = "") -> None:
        """A title with a quiet note, set off from what stands above."""
        self.blank()
        aside = (Run(f" · {clean(note)}", "$quiet"),) if note else ()
        self._hang((), (Run(clean(title), "bold"), *aside), lit=None)

    def flow(self, text: Runs) -> None:
        """Runs that are clean already, wrapped."""
        self._hang((), text, lit=None)

    def row(self, lead: Runs, text: Runs, *, lit: bool) -> None:
        """An entry that can be highlighted: text behind ``lead``. Texts are clean already."""
        first = len(self.lines)
        marker = Run(CURSOR if lit else NO_CURSOR, "bold $accent")
        self._hang((marker, *lead), text, lit=lit)
        if lit:
            self._sight = (first, len(self.lines))

    def exact(self, lines: Sequence[Runs], *, lit: bool) -> None:
        """An entry of lines that are as wide as they should be, the marker before the first."""
        first = len(self.lines)
        for number, line in enumerate(lines):
            marker = Run(CURSOR if lit and not number else NO_CURSOR, "bold $accent")
            self._put((marker, *line), lit=lit, first=not number)
        if lit:
            self._sight = (first, len(self.lines))

    def put(self, line: Runs) -> None:
        """A line as it is."""
        self._put(line, lit=None, first=False)

    def see(self, first: int, last: int) -> None:
        """Keep these lines in sight."""
        self._sight = (first, last)

    def window(self, height: int, *, top: int | None = None) -> list[Content]:
        """So many lines: around the highlighted ones, or from ``top`` on, with signs where there are more."""
        if len(self.lines) <= height or height < 1:
            return self.lines[: max(height, 0)]
        last = len(self.lines) - height
        if top is None:
            first, end = self._sight or (0, 0)
            # The whole entry, and the top of the panel for the first one.
            top = 0 if end <= height else max(0, min(first, (first + end - height) // 2))
        top = max(0, min(top, last))
        shown = self.lines[top : top + height]
        if top:
            shown[0] = self._with_sign(shown[0], MORE_ABOVE)
        if top < last:
            shown[-1] = self._with_sign(shown[-1], MORE_BELOW)
        return shown

    def _with_sign(self, line: Content, sign: str) -> Content:
        """Where the marker stands, beside it where there is one; at the end of lines without room for either."""
        if line.plain[: len(NO_CURSOR)] in (NO_CURSOR, ""):
            return Content.styled(f"{sign} ", "bold $accent") + line[len(NO_CURSOR) :]
        if line.plain.startswith(CURSOR):
            return line[:1] + Content.styled(sign, "bold $accent on $cursor") + line[2:]
        return padded(line, self.width - 2) + Content.styled(f" {sign}", "bold $accent")

    def _hang(self, lead: Runs, text: Runs, *, lit: bool | None) -> None:
        room = max(self.width - cells(lead), 8)
        indent = (Run(" " * cells(lead)),) if lead else ()
        for number, line in enumerate(wrap(text, room)):
            self._put((*(indent if number else lead), *line), lit=lit, first=not number)

    def _put(self, line: Runs, *, lit: bool | None, first: bool) -> None:
        made = Content.assemble(*((run.text, run.style) for run in line))
        if lit:
            made = padded(made, self.width).stylize_before("bold on $cursor" if first else "on $cursor")
        self.lines.append(made)
