"""The devices: tests with their answers, and what can be done to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.exercises.play import Move
from trainer.tui.markdown.runs import Run
from trainer.tui.plays.workstation.panel import NO_CURSOR, Panel
from trainer.tui.plays.workstation.region import Moves, Region, index_of

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import SetupView, ShownDevice
    from trainer.tui.plays.workstation.region import Texts

TEST, DONE, ACT = "○", "●", "▷"
_WIDEST = 84


@dataclass(frozen=True, slots=True)
class _Entry:
    device: str
    do: str
    token: str


class Devices(Region):
    """A list over all devices; ``enter`` makes the test or does what is highlighted."""

    name = "devices"
    ACTIONS = frozenset({"step", "confirm"})

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self._devices: tuple[ShownDevice, ...] = ()
        self._entries: list[_Entry] = []
        self._at = 0

    def title(self) -> str:
        return self.words._("Devices")

    def present(self, view: SetupView) -> None:
        before = self._entries[self._at].token if self._entries else ""
        self._devices = view.devices
        self._entries = [
            entry
            for device in view.devices
            for entry in (
                *(_Entry(device.token, "test", one.token) for one in device.tests),
                *(_Entry(device.token, "act", one.token) for one in device.acts),
            )
        ]
        self._at = index_of([entry.token for entry in self._entries], before, self._at)

    def there(self) -> bool:
        return bool(self._devices)

    def step(self, by: int) -> Moves:
        self._at = max(0, min(self._at + by, len(self._entries) - 1))
        return ()

    def confirm(self) -> Moves:
        entry = self._entries[self._at]
        return (Move(entry.do, entry.device, {entry.do: entry.token}),)

    def lines(self, width: int, height: int) -> list[Content]:
        panel = Panel(min(width, _WIDEST))
        for device in self._devices:
            self._device(panel, device)
        return panel.window(height)

    def _device(self, panel: Panel, device: ShownDevice) -> None:
        texts, words = self.texts, self.words
        kind = words._("hardware") if device.resource == "hardware" else words._("software")
        panel.heading(texts.label(device.title), kind)
        here = self._entries[self._at].token
        for test in device.tests:
            sign = Run(f"{TEST if test.answer is None else DONE} ", "$accent")
            first = len(panel.lines)
            panel.row((sign,), (Run(texts.label(test.title)),), lit=test.token == here)
            if test.answer is not None:
                panel.say(texts.text(test.answer), lead=f"{NO_CURSOR}  → ", lead_style="bold $accent")
            if test.token == here:
                panel.see(first, len(panel.lines))
        for act in device.acts:
            panel.row((Run(f"{ACT} ", "$quiet"),), (Run(texts.label(act.text)),), lit=act.token == here)
