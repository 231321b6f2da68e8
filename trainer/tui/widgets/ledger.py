"""A page of lines that is only read: lines are laid out for a width, and made into strips when they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Self

from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from trainer.kernel.text import clean
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells, wrap
from trainer.tui.widgets.line import line_strip

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


class Writer:
    """Lines of at most ``width`` cells, from top to bottom. Texts are cleaned here."""

    def __init__(self, words: Translator, width: int) -> None:
        self.words, self.width = words, max(width, 20)
        self.lines: list[Runs] = []

    def blank(self) -> None:
        """An empty line, unless there is one already or nothing stands above."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def heading(self, title: str, note: str = "") -> None:
        """A title with a quiet note behind it, set off from what stands above."""
        self.blank()
        aside = (Run(f" · {clean(note)}", "$quiet"),) if note else ()
        self.lines += wrap((Run(clean(title), "bold"), *aside), self.width)

    def say(self, text: str, style: str = "") -> None:
        """A paragraph."""
        self.hang((), text, style)

    def hang(self, lead: Runs, text: str, style: str = "") -> None:
        """A paragraph behind ``lead``; its other lines align with the first."""
        room = self.width - cells(lead)
        indent = (Run(" " * cells(lead)),) if lead else ()
        for number, line in enumerate(wrap((Run(clean(text), style),), max(room, 10))):
            self.lines.append((*(indent if number else lead), *line))

    def add(self, lines: Sequence[Runs]) -> None:
        """Lines that were made elsewhere, for instance a chart."""
        self.lines += lines


class Ledger(Widget):
    """Shows what a function writes for its width; as long as it needs, the page around it scrolls."""

    DEFAULT_CSS = "Ledger { height: auto; width: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._make: Callable[[int], list[Runs]] = lambda _: []
        self._laid: tuple[int, list[Runs]] = (-1, [])
        self._strips: dict[int, Strip] = {}

    def show(self, make: Callable[[int], list[Runs]]) -> None:
        """Show other lines from now on."""
        self._make, self._laid = make, (-1, [])
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(_content(line) for line in self._lines(self.size.width))

    def render_line(self, y: int) -> Strip:
        """One line, made when it is seen."""
        if y not in self._strips:
            width = self.size.width
            lines = self._lines(width)
            line = _content(lines[y] if y < len(lines) else ())
            self._strips[y] = line_strip(self, line, width)
        return self._strips[y]

    def on_resize(self) -> None:
        self._strips.clear()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual does, forgetting the strips made: another theme or size makes them anew."""
        self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _lines(self, width: int) -> list[Runs]:
        if self._laid[0] != width:
            self._laid = (width, self._make(width))
        return self._laid[1]


def _content(line: Runs) -> Content:
    return Content.assemble(*((run.text, run.style) for run in line))
