"""Paragraphs behind hanging marks, in one widget however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from trainer.tui.safe import plain
from trainer.tui.widgets.columns import set_texts


@dataclass(frozen=True, slots=True)
class Hung:
    """A text behind a mark; several texts stand beside or below each other like the languages of an item."""

    mark: str
    text: Content
    style: str = "$quiet"


class Hanging(Widget):
    """Shows :class:`Hung` paragraphs, wrapped at its width."""

    DEFAULT_CSS = "Hanging { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._hung: tuple[Hung, ...] = ()
        self._drawn: tuple[int, list[Content]] = (-1, [])

    def hang(self, paragraphs: Sequence[Hung]) -> None:
        """Show these."""
        self._hung, self._drawn = tuple(paragraphs), (-1, [])
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def line_of(self, paragraph: int) -> int:
        """The line, at the present width, where a paragraph begins."""
        before = self._hung[:paragraph]
        return sum(len(set_texts(plain(one.mark, one.style), [one.text], self.size.width)) for one in before)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._drawn[0] != width:
            lines = [line for one in self._hung for line in set_texts(plain(one.mark, one.style), [one.text], width)]
            self._drawn = (width, lines)
        return self._drawn[1]
