"""The drawing of a place of work: it moves with what is set, to scale, and stays within its room."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.exercises.making import exercises
from trainer.exercises.workstation.shown import Drawn, Look, Offer, SetupView
from trainer.tui.plays.workstation.blocks import FINE, nearest
from trainer.tui.plays.workstation.drawing import Drawing
from trainer.tui.plays.workstation.figure import body_of, screen_at
from trainer.tui.plays.workstation.measures import written
from trainer.tui.plays.workstation.picture import picture, scale_of, width_for
from trainer.tui.plays.workstation.plan import plan
from trainer.tui.plays.workstation.raster import Raster, Scale
from trainer.tui.plays.workstation.scene import LEGS, scene_of

RANGES = {
    "seat-height": (38, 56), "desk-height": (66, 84), "eye-distance": (30, 100), "screen-height": (90, 150),
    "screen-tilt": (0, 30), "backrest": (90, 120), "armrest": (15, 30), "footrest": (0, 14), "keyboard": (5, 25),
    "light": (100, 900), "volume": (1, 10), "hearing": (1, 10), "noise": (30, 80),
}  # fmt: skip
UNITS = {"screen-tilt": "°", "backrest": "°", "light": "lx", "volume": "/10", "noise": "dB"}


def number(part: str, value: int, **fields: Any) -> Drawn:
    """A setting of this part."""
    least, most = RANGES[part]
    made = Drawn(part, part, {"en": part}, UNITS.get(part, "cm"), value, least, most, 1)
    return replace(made, **fields)


def way(part: str, chosen: int, *looks: tuple[str, int]) -> Drawn:
    """One of several ways, each with how it looks."""
    options = tuple(Offer(str(at), {"en": f"way {at}"}) for at in range(len(looks)))
    shown = tuple(Look(*look) for look in looks)
    return Drawn(part, part, {"en": part}, "", chosen, 0, len(looks) - 1, 1, options, str(chosen), shown)


def plain(*drawn: Drawn, lit: str = "", size: tuple[int, int] = (80, 30)) -> list[str]:
    return [line.plain for line in picture(drawn, lit, *size)]


SETTINGS = st.fixed_dictionaries({}, optional={part: st.integers(*ends) for part, ends in RANGES.items()})


@given(SETTINGS, st.integers(24, 110), st.integers(9, 44), st.sampled_from(["", *RANGES]))
def test_it_fills_its_room_whatever_is_set(values: dict[str, int], width: int, height: int, lit: str) -> None:
    drawn = [number(part, value) for part, value in values.items()]
    lines = picture(drawn, lit, width, height)
    assert len(lines) == height and {line.cell_length for line in lines} == {width}
    assert "█" in "".join(line.plain for line in lines)


def test_the_seat_lifts_the_person_and_nothing_else() -> None:
    heads = []
    for seat in range(38, 57, 2):
        lines = plain(number("seat-height", seat), number("desk-height", 74))
        heads.append(sum(1 for line in lines if not line[:44].strip(" ┬╎cm0123456789")))
        assert f"{seat} cm" in "\n".join(lines) and "74 cm" in "\n".join(lines)
    assert heads == sorted(heads, reverse=True) and heads[0] > heads[-1]
    pictures = {"\n".join(plain(number("seat-height", seat))) for seat in range(38, 57, 2)}
    assert len(pictures) == 10


@given(st.integers(30, 100), st.integers(90, 150), st.integers(38, 56))
def test_the_screen_stands_where_the_numbers_say(distance: int, height: int, seat: int) -> None:
    scene = scene_of([number("eye-distance", distance), number("screen-height", height), number("seat-height", seat)])
    top, low = screen_at(scene)
    assert top[1] == height
    assert (top[0] + low[0]) / 2 - body_of(scene).eye[0] == pytest.approx(distance)
    assert body_of(scene).eye[1] - seat == 72


@given(st.integers(38, 56), st.integers(0, 14))
def test_feet_hang_over_what_they_do_not_reach_and_never_sink_into_it(seat: int, rest: int) -> None:
    body = body_of(scene_of([number("seat-height", seat), number("footrest", rest)]))
    sole = body.ankle[1] - 7
    assert sole == max(seat - LEGS, rest)
    assert body.knee[0] > 0 and body.knee[1] >= sole


def test_a_screen_is_measured_from_the_floor_the_desk_or_its_stand() -> None:
    desk = number("desk-height", 70)
    floor = number("screen-height", 120)
    above = replace(floor, least=40, most=66, value=50)
    stand = replace(floor, least=0, most=20, value=10)
    assert scene_of([desk, floor]).screen == 120
    assert scene_of([desk, above]).screen == 120 and scene_of([desk, above]).screen_from == 70
    assert scene_of([desk, stand]).screen == 70 + 10 + 32 + 6


@pytest.mark.parametrize("part", ["seat-height", "eye-distance", "screen-height", "desk-height"])
def test_nothing_is_drawn_larger_or_smaller_when_something_is_set(part: str) -> None:
    scales = {scale_of(scene_of([number(part, value)]), 70, 30) for value in range(*RANGES[part])}
    assert len(scales) == 1
    assert len({width_for([number(part, value)], 30) for value in range(*RANGES[part])}) == 1


def test_options_are_drawn_as_they_look_and_left_out_where_nobody_says() -> None:
    rest = ("none", 0), ("", 6), ("", 10)
    assert [scene_of([way("footrest", at, *rest)]).footrest for at in range(3)] == [0, 6, 10]
    window = ("behind", 0), ("facing", 0), ("", 0)
    assert [scene_of([way("window", at, *window)]).window for at in range(3)] == ["behind", "facing", ""]
    assert scene_of([number("hearing", 3)]).hearing == "headset"
    assert scene_of([number("hearing", 3), way("hearing", 0, ("handset", 0))]).hearing == "handset"
    assert scene_of([replace(number("seat-height", 56), token="")]).seat == 46


def test_the_engine_says_how_an_option_looks_and_nothing_else_of_its_id() -> None:
    drawn = exercises()["demo-post-at-the-window"].start("1", "en").view()
    assert isinstance(drawn, SetupView)
    looks = {one.part: [look.name for look in one.looks] for one in drawn.drawn if one.looks}
    assert looks["window"] == ["behind", "facing", "beside"] and looks["hearing"] == ["handset", "headset"]
    assert looks["footrest"] == ["none", ""]


@pytest.mark.parametrize(("look", "row"), [("facing", 1), ("behind", 6), ("beside", 0)])
def test_the_window_is_seen_from_above(look: str, row: int) -> None:
    lines = [line.plain for line in plan(way("window", 0, (look, 0), ("", 0)), lit=False, name="window")]
    assert any(sign in lines[row] for sign in ("╞", "╥")) and sum("window" in line for line in lines) == 1
    assert max(map(cell_len, lines)) <= 24
    assert not any(
        "window" in line.plain for line in plan(way("window", 1, (look, 0), ("", 0)), lit=False, name="window")
    )


def test_measures_are_written_as_one_writes_them() -> None:
    units = {"cm": "−5 cm", "°": "−5°", "°C": "−5 °C", "%": "−5%", "/10": "−5/10", "": "−5"}
    assert {unit: written(number("noise", -5, unit=unit)) for unit in units} == units


@given(st.integers(0, FINE - 2), st.booleans())
def test_a_thin_line_is_never_lost(at: int, upright: bool) -> None:
    raster = Raster(3, 3)
    start = 1 + at / FINE
    raster.polygon([(start, 0), (start + 0.25, 0), (start + 0.25, 3), (start, 3)] if upright else
                   [(0, start), (3, start), (3, start + 0.25), (0, start + 0.25)])  # fmt: skip
    assert nearest(raster.cell(1, 1)) != " "


def test_a_cell_is_the_block_it_covers() -> None:
    raster = Raster(2, 1)
    raster.polygon([(0, 0.5), (1, 0.5), (1, 1), (0, 1)])
    assert (nearest(raster.cell(0, 0)), nearest(raster.cell(1, 0))) == ("▄", " ")
    drawing = Drawing(4, 2, Scale(0, 4, 1))
    drawing.box("a", 0, 0, 4, 4)
    drawing.sign(1, 0, "ab", "b")
    drawing.sign(3, 1, "xyz", "b")
    assert [line.plain for line in drawing.lines()] == ["█ab█", "███x"]
