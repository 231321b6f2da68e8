"""The person who sits there: joints from the measures of the place, and their shape."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING

from trainer.tui.plays.workstation.scene import LEGS, SCREEN

if TYPE_CHECKING:
    from trainer.tui.plays.workstation.drawing import Drawing
    from trainer.tui.plays.workstation.raster import Point
    from trainer.tui.plays.workstation.scene import Scene

PERSON = "$foreground"
#: Where the desk begins, from the hip.
EDGE = 24.0
#: Between a limb and what is behind it, where the drawing is large enough to show it (in cells for a centimetre).
GAP, FINE = 1.5, 0.32
_TRUNK, _THIGH, _UPPER_ARM, _FOREARM = 46.0, 42.0, 29.0, 37.0


@dataclass(frozen=True, slots=True)
class Body:
    """Where its joints are, in centimetres; the hip is at 0."""

    eye: Point
    head: Point
    shoulder: Point
    elbow: Point
    hand: Point
    hip: Point
    knee: Point
    ankle: Point
    toe: Point


def body_of(scene: Scene) -> Body:
    """How one sits: the back follows the backrest, feet hang or knees rise, the hands reach for the keyboard."""
    hip = (0.0, scene.seat + 9)
    lean = radians(scene.back)
    shoulder = (hip[0] + _TRUNK * cos(lean), hip[1] + _TRUNK * sin(lean))
    eye = (shoulder[0] + 15, scene.eyes)
    sole = max(scene.seat - LEGS, scene.footrest)
    rise = min(sole + LEGS + 6 - hip[1], _THIGH * 0.9)
    knee = (sqrt(_THIGH**2 - rise**2), hip[1] + rise)
    ankle = (knee[0] + 1, sole + 7)
    hand = (EDGE + scene.keyboard + 4, scene.desk + 4)
    elbow, hand = _arm(shoulder, hand)
    return Body(eye, (eye[0] - 8, eye[1] + 1), shoulder, elbow, hand, hip, knee, ankle, (ankle[0] + 17, sole + 2.5))


def _arm(shoulder: Point, hand: Point) -> tuple[Point, Point]:
    """The elbow below the line from shoulder to hand; a hand that cannot reach stretches the arm."""
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    far = max(hypot(dx, dy), 1.0)
    near = min(far, _UPPER_ARM + _FOREARM - 0.5)
    along = (near**2 + _UPPER_ARM**2 - _FOREARM**2) / (2 * near)
    aside = sqrt(max(0.0, _UPPER_ARM**2 - along**2))
    ux, uy = dx / far, dy / far
    elbow = (shoulder[0] + ux * along + uy * aside, shoulder[1] + uy * along - ux * aside)
    return elbow, (shoulder[0] + ux * near, shoulder[1] + uy * near)


def screen_at(scene: Scene) -> tuple[Point, Point]:
    """The top and the bottom of the screen: its middle is as far from the eyes as it is set."""
    tilt, middle = radians(scene.tilt), body_of(scene).eye[0] + scene.distance
    low = max(scene.screen - SCREEN * cos(tilt), scene.desk + 1)
    half = SCREEN * sin(tilt) / 2
    return (middle + half, scene.screen), (middle - half, low)


def draw_person(drawing: Drawing, body: Body) -> None:
    """Head, trunk, leg and arm, the arm set off from the trunk by a thin gap."""
    x, y = body.head
    drawing.disc(PERSON, body.head, 10.5)
    drawing.limb(PERSON, (x + 8, y - 1), (x + 11, y - 3), 1.8)
    drawing.limb(PERSON, (x - 2, y - 8), (body.shoulder[0] + 2, body.shoulder[1] + 4), 5.5, 7)
    drawing.limb(PERSON, body.hip, body.shoulder, 10, 10.5)
    drawing.limb(PERSON, body.hip, body.knee, 9, 6.5)
    drawing.limb(PERSON, body.knee, body.ankle, 6, 4)
    drawing.limb(PERSON, (body.ankle[0], body.toe[1] + 1), body.toe, 3.5, 2.5)
    _draw_arm(drawing, body)


def _draw_arm(drawing: Drawing, body: Body) -> None:
    top = (body.shoulder[0] * 0.7 + body.elbow[0] * 0.3, body.shoulder[1] * 0.7 + body.elbow[1] * 0.3)
    gap = GAP if drawing.scale.cells_per_cm >= FINE else 0.0
    if gap:
        drawing.clear(PERSON, gap, top, body.elbow, 4.4, 4.4)
        drawing.clear(PERSON, gap, body.elbow, body.hand, 4.2, 2.6)
    drawing.limb(PERSON, top, body.elbow, 4.4)
    drawing.limb(PERSON, body.elbow, body.hand, 4.2, 2.6)
