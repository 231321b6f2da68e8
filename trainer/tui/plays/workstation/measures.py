"""The measures written on the drawing: the line of sight, heights from the floor, angles, the lamp and the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainer.kernel.text import clean
from trainer.tui.plays.workstation.figure import EDGE, screen_at
from trainer.tui.plays.workstation.furniture import LIT, THINGS, desk_end, style_of

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import Drawn
    from trainer.tui.plays.workstation.drawing import Drawing
    from trainer.tui.plays.workstation.figure import Body
    from trainer.tui.plays.workstation.scene import Scene

DESK, SCREEN_TOP = "desk-height", "screen-height"
#: Cells from which every measure has room of its own.
LARGE = 60
_RAYS = 3
#: Measures in words, by part.
Labels = tuple[tuple[str, str], ...]


def written(one: Drawn) -> str:
    """A number with its unit; angles, shares and parts of a whole without a space."""
    number, unit = f"{one.value}".replace("-", "−"), clean(one.unit)
    close = unit in ("°", "%", "") or unit.startswith("/")
    return f"{number}{unit}" if close else f"{number} {unit}"


def labels_of(drawn: Sequence[Drawn]) -> Labels:
    """What is written on the drawing: the settings that are numbers, the first of each part."""
    found: dict[str, str] = {}
    for one in drawn:
        if one.token and not one.options:
            found.setdefault(one.part, written(one))
    return tuple(found.items())


class Measures:
    """Writes on a drawing."""

    def __init__(self, drawing: Drawing, scene: Scene, body: Body, labels: Labels) -> None:
        self._drawing, self._scene, self._body, self._of = drawing, scene, body, dict(labels)

    def write(self) -> None:
        """All there is room for."""
        self._light()
        self._window()
        self._heights()
        self._sight()
        self._angles()
        self._footrest()
        self._sound()

    def _style(self, *parts: str) -> str:
        return f"bold {LIT}" if self._scene.lit in parts else THINGS

    def _column(self, cm: float) -> int:
        return int(self._drawing.scale.x(cm))

    def _row(self, cm: float) -> int:
        return int(self._drawing.scale.y(cm))

    def _sight(self) -> None:
        """From the eyes straight on to the screen, with the distance on it."""
        drawing, eye = self._drawing, self._body.eye
        row = self._row(eye[1])
        first = self._column(eye[0] + 3) + 1
        last = self._column(screen_at(self._scene)[0][0] - 2.2) - 1
        style = self._style("eye-distance", "screen-height")
        for x in range(first, last + 1):
            drawing.sign(x, row, "╌", style)
        label = self._of.get("eye-distance")
        if label is None:
            return
        room, lit = last - first + 1, self._style("eye-distance")
        for said in (f" {label} ", label):
            if len(said) <= room:
                drawing.sign(first + (room - len(said)) // 2, row, said, lit)
                return
        self._beside(last + 4, row, label, lit)

    def _heights(self) -> None:
        """Upright lines from the floor, each with its number, beside the place."""
        left = self._column(-25)
        if "seat-height" in self._of:
            self._height(max(0, left), "seat-height", 0, self._scene.seat, leftwards=True)
        right = self._column(desk_end(self._scene)) + 1
        for part in self._at_right():
            low, high = (0.0, self._scene.desk) if part == DESK else (self._scene.screen_from, self._scene.screen)
            self._height(right, part, low, high, leftwards=False)
            right += len(self._of[part]) + 2

    def _at_right(self) -> Sequence[str]:
        """Where there is room for one line only, it is that of what the learner is at, else that of the screen."""
        there = [part for part in (DESK, SCREEN_TOP) if part in self._of]
        if self._drawing.width >= LARGE or len(there) < 2:
            return there
        return [DESK if self._scene.lit == DESK else SCREEN_TOP]

    def _height(self, x: int, part: str, low: float, high: float, *, leftwards: bool) -> None:
        drawing, style, label = self._drawing, self._style(part), self._of[part]
        top, floor = self._row(high), min(self._row(low), drawing.height - 1)
        for y in range(top, floor + 1):
            drawing.sign(x, y, "┬" if y == top else "╎" if y < floor else "┴" if low else "▔", style)
        row = (top + floor) // 2
        at = x - len(label) if leftwards else x + 1
        if at < 0 or at + len(label) > drawing.width:
            at = max(0, min(x - len(label) // 2, drawing.width - len(label)))
        drawing.sign(at, row, label, style)

    def _angles(self) -> None:
        scene, drawing = self._scene, self._drawing
        if (label := self._of.get("screen-tilt", "")).endswith("°"):
            top = screen_at(scene)[0]
            self._beside(self._column(top[0]) + 2, self._row(top[1]), label, self._style("screen-tilt"))
        if (label := self._of.get("backrest", "")).endswith("°"):
            x, row = self._column(self._body.shoulder[0] - 16) - len(label), self._row(self._body.shoulder[1])
            if drawing.free(x, row, len(label)):
                drawing.sign(x, row, label, self._style("backrest"))

    def _footrest(self) -> None:
        label = self._of.get("footrest")
        if label is not None and self._scene.footrest:
            self._beside(self._column(self._body.ankle[0] + 25), self._row(2), label, self._style("footrest"))

    def _sound(self) -> None:
        """Behind the ear, the more the louder."""
        if (volume := self._scene.volume) is None:
            return
        waves = "(" * (1 + round(volume * 2))
        x, y = self._body.head
        self._beside(self._column(x - 12) - len(waves), self._row(y), waves, self._style("volume"))

    def _beside(self, x: int, row: int, label: str, style: str) -> None:
        if self._drawing.free(x, row, len(label)):
            self._drawing.sign(x, row, label, style)

    def _light(self) -> None:
        """A lamp over the desk, with more rays the brighter it is set."""
        light = self._scene.light
        if light is None:
            return
        drawing, style = self._drawing, f"bold {LIT}" if self._scene.lit == "light" else THINGS
        x = self._column(EDGE + 30)
        top = max(0, self._row(self._scene.top + 11))
        drawing.sign(x - 3, top, "▗▟███▙▖", style)
        if (label := self._of.get("light")) is not None:
            self._beside(x + 5, top, label, style)
        for row in range(1, 2 + round(light * (_RAYS - 1))):
            for at, ray in ((x - 2 - row, "╱"), (x, "┊"), (x + 2 + row, "╲")):
                self._beside(at, top + row, ray, style)

    def _window(self) -> None:
        """A window in the wall behind or in front; one at the side is seen from above only."""
        drawing, style = self._drawing, style_of(self._scene, "window")
        x = {"behind": 0, "facing": drawing.width - 2}.get(self._scene.window)
        if x is None:
            return
        first, last = max(0, self._row(self._scene.top - 6)), self._row(92)
        for row in range(first, last + 1):
            if drawing.free(x, row, 2):
                drawing.sign(x, row, "╓╖" if row == first else "╙╜" if row == last else "║║", style)
