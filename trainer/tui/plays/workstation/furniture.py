"""What stands around the person: chair, desk, screen, footrest, headset, lamp and floor."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

from trainer.tui.plays.workstation.figure import EDGE, FINE, GAP, PERSON, screen_at
from trainer.tui.plays.workstation.scene import SCREEN

if TYPE_CHECKING:
    from trainer.tui.plays.workstation.drawing import Drawing
    from trainer.tui.plays.workstation.figure import Body
    from trainer.tui.plays.workstation.scene import Scene

THINGS, LIT = "$quiet", "$accent"


def desk_end(scene: Scene) -> float:
    """Where the desk ends: it bears the screen wherever that can be put."""
    return max(EDGE + 70, scene.reach + 22)


def style_of(scene: Scene, *parts: str) -> str:
    """What the learner is at is drawn in the accent."""
    return LIT if scene.lit in parts else THINGS


def draw_furniture(drawing: Drawing, scene: Scene, body: Body) -> None:
    """Everything but the person."""
    _chair(drawing, scene)
    _desk(drawing, scene)
    _screen(drawing, scene)
    if scene.footrest:
        _footrest(drawing, scene, body)
    _hearing(drawing, scene, body)


def _chair(drawing: Drawing, scene: Scene) -> None:
    seat, style = scene.seat, style_of(scene, "seat-height")
    drawing.box(style, -15, seat - 5.5, 27, seat - 1)
    drawing.box(style, 2, 10, 6, seat - 5)
    drawing.box(style, -16, 6.5, 24, 10)
    for x in (-15, 4, 23):
        drawing.disc(style, (x, 3.5), 3.2)
    lean, back = radians(scene.back), style_of(scene, "backrest")
    low = (-14.5, seat + 3)
    high = (low[0] + 50 * cos(lean), low[1] + 50 * sin(lean))
    drawing.limb(back, low, high, 1.8)
    drawing.limb(back, (-12, seat - 3), low, 1.5)
    if scene.armrest is not None:
        arm = style_of(scene, "armrest")
        drawing.box(arm, -8, scene.armrest - 2.5, 19, scene.armrest)
        drawing.box(arm, 14, seat - 3, 16.5, scene.armrest - 2)


def _desk(drawing: Drawing, scene: Scene) -> None:
    style, end = style_of(scene, "desk-height"), desk_end(scene)
    drawing.box(style, EDGE, scene.desk - 3, end, scene.desk)
    drawing.box(style, end - 9, 0, end - 5, scene.desk - 3)
    if "keyboard" in scene.given:
        keys = EDGE + scene.keyboard
        drawing.box(style_of(scene, "keyboard"), keys - 8, scene.desk + 0.4, keys + 9, scene.desk + 2)


def _screen(drawing: Drawing, scene: Scene) -> None:
    style = style_of(scene, "screen-height", "screen-tilt", "eye-distance")
    top, low = screen_at(scene)
    drawing.limb(style, top, low, 1.7)
    middle = (top[0] + low[0]) / 2
    hinge = max(scene.desk + 2, scene.screen - SCREEN / 2)
    drawing.box(style, middle + 3, scene.desk, middle + 6, hinge)
    drawing.limb(style, (middle + 1, hinge), (middle + 4.5, hinge), 1.5)
    drawing.box(style, middle - 4, scene.desk, middle + 12, scene.desk + 1.6)


def _footrest(drawing: Drawing, scene: Scene, body: Body) -> None:
    style, heel = style_of(scene, "footrest"), body.ankle[0] - 9
    high = scene.footrest - 0.6
    drawing.shape(style, [(heel, 0), (heel + 32, 0), (heel + 32, high), (heel, high)])


def _hearing(drawing: Drawing, scene: Scene, body: Body) -> None:
    """Before the head, with a gap around it: a headset with its microphone, or a handset held by the shoulder."""
    x, y = body.head
    style, gap = style_of(scene, "hearing", "volume"), GAP if drawing.scale.cells_per_cm >= FINE else 0.0
    if scene.hearing == "headset":
        limbs = [
            ((x - 1, y), (x - 1, y), 3.6),
            ((x - 1, y + 3), (x - 2, y + 11.5), 1.1),
            ((x, y - 3), (x + 10 + scene.mouth, y - 8), 1.1),
        ]
    elif scene.hearing == "handset":
        limbs = [((x - 2, y + 1), (x + 4, y - 13), 2.4)]
    else:
        return
    for start, end, width in limbs:
        drawing.clear(PERSON, gap, start, end, width, width)
    for start, end, width in limbs:
        drawing.limb(style, start, end, width)
