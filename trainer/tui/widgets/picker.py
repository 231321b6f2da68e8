"""A field with a few values: left and right change it. The screen says what follows from the change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from trainer.kernel.text import clean
from trainer.tui.commands import Command, bindings
from trainer.tui.markdown.runs import Run
from trainer.tui.markdown.wrap import wrap
from trainer.tui.moves import NextValue, PreviousValue

#: Cells of the labels' column, the marker before it included.
LABELS = 25


class Picker(Widget, can_focus=True):
    """Shows a label and the value chosen; posts :class:`Changed`."""

    DEFAULT_CSS = "Picker { height: auto; width: 1fr; }"
    OFFERS: ClassVar[Sequence[type[Command]]] = (NextValue, PreviousValue)
    BINDINGS = bindings(*OFFERS)

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        picker: Picker
        value: str

        @property
        def control(self) -> Picker:
            """What ``@on(…, "#id")`` looks at."""
            return self.picker

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._label = ""
        self._choices: tuple[tuple[str, str], ...] = ()
        self._waiting = ""
        self.value = ""

    def show(self, label: str, choices: Sequence[tuple[str, str]], value: str, *, waiting: str = "") -> None:
        """Choices are pairs of value and words; ``waiting`` is said while there are none."""
        self._label, self._choices, self._waiting, self.value = label, tuple(choices), waiting, value
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def action_next_value(self) -> None:
        self._turn(1)

    def action_previous_value(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        values = [value for value, _ in self._choices]
        if len(values) > 1:
            index = values.index(self.value) if self.value in values else -by
            self.value = values[(index + by) % len(values)]
            self.clear_cached_dimensions()
            self.refresh(layout=True)
            self.post_message(self.Changed(self, self.value))

    def on_focus(self, _: events.Focus) -> None:
        self.refresh()

    def on_blur(self, _: events.Blur) -> None:
        self.refresh()

    # -- drawing -------------------------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        room = max(width - LABELS - 4, 8)
        words = dict(self._choices).get(self.value, self._waiting)
        lines = [
            Content.assemble(*((run.text, run.style) for run in line)) for line in wrap((Run(clean(words)),), room)
        ]
        here = self.has_focus
        marker = ("▸ " if here else "  ", "bold $accent")
        arrows = ("‹ ", " ›") if here and len(self._choices) > 1 else ("  ", "  ")
        first = Content.assemble(marker, (f"{clean(self._label):<{LABELS - 2}}", "" if here else "$quiet"))
        drawn = [first + Content.styled(arrows[0], "bold $accent") + lines[0]]
        drawn += [Content(" " * (LABELS + 2)) + line for line in lines[1:]]
        drawn[-1] += Content.styled(arrows[1], "bold $accent")
        if not here:
            return drawn
        return [line.pad_right(max(width - line.cell_length, 0)).stylize_before("bold on $cursor") for line in drawn]
