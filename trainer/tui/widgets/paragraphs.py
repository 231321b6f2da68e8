"""Paragraphs in one or two languages behind hanging marks, in one widget; and a transcript of them to browse."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from trainer.kernel.record import Record
from trainer.tui.widgets.canvas import Redrawn
from trainer.tui.widgets.columns import set_texts
from trainer.tui.widgets.item_paint import Drawn

HERE, ELSEWHERE = Content.styled("▸ ", "bold $accent"), Content("  ")


class Para(Record):
    """A text behind ``mark``; two texts stand beside or below each other, like the languages of an item."""

    mark: Content
    texts: tuple[Content, ...]

    def lines(self, width: int) -> list[Content]:
        """It wrapped at a width."""
        return set_texts(self.mark, self.texts, width)


GAP = Para(Content(""), (Content(" "),))


class Paragraphs(Redrawn):
    """Shows paragraphs one below the other."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._paragraphs: tuple[Para, ...] = ()

    def say(self, paragraphs: Sequence[Para]) -> None:
        """Show these."""
        self._paragraphs = tuple(paragraphs)
        self.draw()

    def make(self, width: int) -> Drawn:
        return Drawn(tuple(line for one in self._paragraphs for line in one.lines(max(width, 12))))


class Transcript(Redrawn, can_focus=True):
    """Shows what happened, each moment some paragraphs, one of them highlighted. The screen says which."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._moments: tuple[tuple[Para, ...], ...] = ()
        self._laid: tuple[int, list[list[Content]]] = (-1, [])
        self._at = self._below = 0

    def tell(self, moments: Sequence[Sequence[Para]]) -> None:
        """Show these; the highlight stays at its place."""
        self._moments, self._laid = tuple(map(tuple, moments)), (-1, [])
        self.draw()

    def go(self, at: int, *, below: int = 0) -> None:
        """Highlight the moment at this place and bring it to the top, ``below`` lines that are always seen there."""
        self._at, self._below = at, below
        self.draw()
        self.call_after_refresh(self._bring)

    def _bring(self) -> None:
        if self._at < len(self.drawn.tops):
            self.bring_to_top(self.drawn.tops[self._at] - self._below)

    def make(self, width: int) -> Drawn:
        lines, tops = list[Content](), list[int]()
        for at, block in enumerate(self._blocks(max(width, 12))):
            tops.append(len(lines))
            here = at == self._at
            lines += [_line(line, here, first=not row, width=width) for row, line in enumerate(block)]
            lines.append(GAP.texts[0])
        return Drawn(tuple(lines), tuple(tops))

    def _blocks(self, width: int) -> list[list[Content]]:
        """The lines of each moment, wrapped once for a width."""
        if self._laid[0] != width:
            room = width - ELSEWHERE.cell_length
            self._laid = (width, [[line for one in moment for line in one.lines(room)] for moment in self._moments])
        return self._laid[1]


def _line(line: Content, here: bool, *, first: bool, width: int) -> Content:
    if not here:
        return ELSEWHERE + line
    drawn = (HERE if first else ELSEWHERE) + line
    return drawn.pad_right(max(width - drawn.cell_length, 0)).stylize_before(
        "bold on $cursor" if first else "on $cursor"
    )
