"""The whole drawing for a room: how large, where, and what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.plays.workstation.drawing import Drawing
from trainer.tui.plays.workstation.figure import body_of, draw_person
from trainer.tui.plays.workstation.furniture import THINGS, desk_end, draw_furniture
from trainer.tui.plays.workstation.measures import DESK, LARGE, SCREEN_TOP, Labels, Measures, labels_of
from trainer.tui.plays.workstation.raster import Scale
from trainer.tui.plays.workstation.scene import Scene, scene_of

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import Drawn

#: Centimetres behind the hip that belong to the drawing, and those a lamp takes above the rest.
_BEHIND, _LAMP = 30.0, 14.0
#: Lines from which a lamp has room of its own.
_TALL = 18
#: Cells at the left and for each measure at the right.
_LEFT, _RIGHT, _SMALL = 8, 8, (3, 5)


def picture(drawn: Sequence[Drawn], lit: str, width: int, height: int) -> list[Content]:
    """The place from the side, ``height`` lines of ``width`` cells."""
    return list(_picture(scene_of(drawn, lit), labels_of(drawn), width, height))


def width_for(drawn: Sequence[Drawn], height: int) -> int:
    """The cells a drawing of this height needs."""
    scene = scene_of(drawn)
    wide = 2 * (height - 1) / _high(scene, height) * (desk_end(scene) + _BEHIND)
    return ceil(wide) + sum(_margins(scene, ceil(wide) + sum(_SMALL)))


@lru_cache(maxsize=64)
def _picture(scene: Scene, labels: Labels, width: int, height: int) -> tuple[Content, ...]:
    drawing = Drawing(width, height, scale_of(scene, width, height))
    body = body_of(scene)
    draw_person(drawing, body)
    draw_furniture(drawing, scene, body)
    _floor(drawing)
    Measures(drawing, scene, body, labels).write()
    return tuple(drawing.lines())


def _high(scene: Scene, height: int) -> float:
    return scene.top + (_LAMP if scene.light is not None and height >= _TALL else 0)


def _margins(scene: Scene, width: int) -> tuple[int, int]:
    """Cells at both sides for measures: of each its own in a large drawing, in a small one of one."""
    if width < LARGE:
        return _SMALL
    return _LEFT, _RIGHT * len({DESK, SCREEN_TOP} & scene.given)


def scale_of(scene: Scene, width: int, height: int) -> Scale:
    """As large as the room allows, the floor on the last line."""
    whole, margins = desk_end(scene) + _BEHIND, _margins(scene, width)
    per = min((width - sum(margins)) / whole, 2 * (height - 1) / _high(scene, height))
    spare = (width - sum(margins) - per * whole) / 2
    return Scale(-_BEHIND - (margins[0] + spare) / per, 2 * (height - 1) / per, per)


def _floor(drawing: Drawing) -> None:
    for x in range(drawing.width):
        drawing.sign(x, drawing.height - 1, "▔", THINGS)
