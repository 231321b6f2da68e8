"""What of a place of work can be drawn, in centimetres and degrees, from what is set and what usual adults measure.

Only settings move the drawing. What an exercise does not set stands where it usually stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import Drawn, Look

#: Sitting: from the seat to the eyes, from the soles to the seat. Readings of the exercises agree within a centimetre.
EYES, LEGS = 72.0, 44.0
_UNITS = {"cm": 1.0, "mm": 0.1, "m": 100.0}
#: An armrest below this is measured from the seat, an angle below it from the vertical.
_FROM_FLOOR = 60.0
#: A screen that can be set no higher than this is measured from the desk; no higher than that, it is its stand.
_ABOVE_DESK, _STAND = 85.0, 30.0
SCREEN = 32.0


@dataclass(frozen=True, slots=True)
class Scene:
    """Heights are from the floor; ``screen_from`` is what that of the screen is measured from.

    ``back`` is the angle between seat and backrest, ``tilt`` that of the screen. ``lit`` is the part the learner is at,
    ``given`` the parts that are set here. ``light`` and ``volume`` are shares of their ranges, ``mouth`` is how far the
    microphone is from it. ``top`` and ``reach`` are the highest and the farthest anything can be set, so that the
    drawing never jumps.
    """

    seat: float
    desk: float
    distance: float
    screen: float
    screen_from: float
    tilt: float
    back: float
    armrest: float | None
    footrest: float
    keyboard: float
    hearing: str
    mouth: float
    volume: float | None
    window: str
    light: float | None
    top: float
    reach: float
    lit: str
    given: frozenset[str]

    @property
    def eyes(self) -> float:
        """The height of the eyes."""
        return self.seat + EYES


def scene_of(drawn: Sequence[Drawn], lit: str = "") -> Scene:
    """The place as it is set; readings are written, not drawn."""
    parts = _Parts([one for one in drawn if one.token])
    seat, desk = parts.cm("seat-height", 46.0), parts.cm("desk-height", 72.0)
    screen = _screen(parts, seat, desk)
    tallest = _highest_screen(parts, screen, parts.most("desk-height", desk))
    highest = max(parts.most("seat-height", seat) + EYES + 14, tallest)
    return Scene(
        seat=seat, desk=desk, distance=parts.cm("eye-distance", 60.0), screen=screen,
        screen_from=_screen_from(parts, desk),
        tilt=parts.degrees("screen-tilt", 6.0), back=_upright(parts.degrees("backrest", 98.0)),
        armrest=_armrest(parts, seat), footrest=_footrest(parts), keyboard=parts.cm("keyboard", 10.0),
        hearing=_hearing(parts), mouth=parts.cm("hearing", 3.0), volume=parts.share("volume"),
        window=parts.look("window"), light=parts.share("light"),
        top=highest + 3, reach=parts.most("eye-distance", 70.0),
        lit=lit, given=parts.given,
    )  # fmt: skip


class _Parts:
    """Settings by what they are; of two of a kind the first that can be drawn is."""

    def __init__(self, settings: Sequence[Drawn]) -> None:
        self._all = settings
        self.given = frozenset(one.part for one in settings)

    def _number(self, part: str) -> Drawn | None:
        """The first that is a length."""
        found = (one for one in self._all if one.part == part and not one.options and one.unit in _UNITS)
        return next(found, None)

    def _way(self, part: str) -> Look | None:
        """How the first that has a look or a number of its own is chosen to be."""
        ways = (one.looks[one.value] for one in self._all if one.part == part and one.looks)
        return next((look for look in ways if look.name or look.counts), None)

    def cm(self, part: str, usual: float) -> float:
        """Its length in centimetres, or what is usual."""
        if (one := self._number(part)) is not None:
            return one.value * _UNITS[one.unit]
        way = self._way(part)
        return float(way.counts) if way is not None and way.counts else usual

    def most(self, part: str, usual: float) -> float:
        """The most it can be set to."""
        one = self._number(part)
        return usual if one is None else one.most * _UNITS[one.unit]

    def degrees(self, part: str, usual: float) -> float:
        """Its angle, or what is usual."""
        found = (one for one in self._all if one.part == part and one.unit.startswith("°"))
        return next((float(one.value) for one in found), usual)

    def look(self, part: str) -> str:
        """How the chosen option looks, "" where nobody says."""
        way = self._way(part)
        return way.name if way is not None else ""

    def share(self, part: str) -> float | None:
        """Where in its range it stands."""
        found = (one for one in self._all if one.part == part and not one.options)
        return next(((one.value - one.least) / max(1, one.most - one.least) for one in found), None)


def _screen(parts: _Parts, seat: float, desk: float) -> float:
    """The height of its top edge, from the floor or above the desk; a small number is the height of a stand."""
    if "screen-height" not in parts.given:
        return seat + EYES - 2
    return _top_edge(parts.cm("screen-height", seat + EYES - 2), parts.most("screen-height", _ABOVE_DESK), desk)


def _screen_from(parts: _Parts, desk: float) -> float:
    """What its height is measured from."""
    return 0.0 if parts.most("screen-height", _ABOVE_DESK) >= _ABOVE_DESK else desk


def _highest_screen(parts: _Parts, screen: float, desk: float) -> float:
    most = parts.most("screen-height", screen)
    return _top_edge(most, most, desk)


def _top_edge(height: float, most: float, desk: float) -> float:
    if most >= _ABOVE_DESK:
        return height
    return desk + height + (0 if most > _STAND else SCREEN + 6)


def _upright(degrees: float) -> float:
    """The angle from the seat, also where it is measured from the vertical."""
    return degrees if degrees >= _FROM_FLOOR else 90 + degrees


def _hearing(parts: _Parts) -> str:
    """Where it is a distance, it is that of a headset's microphone."""
    return parts.look("hearing") or ("headset" if parts.most("hearing", 0) else "")


def _armrest(parts: _Parts, seat: float) -> float | None:
    if "armrest" not in parts.given or parts.look("armrest") == "none":
        return None
    set_to = parts.cm("armrest", 22.0)
    return set_to if set_to >= _FROM_FLOOR else seat + set_to


def _footrest(parts: _Parts) -> float:
    if "footrest" not in parts.given or parts.look("footrest") == "none":
        return 0.0
    return parts.cm("footrest", 8.0)
