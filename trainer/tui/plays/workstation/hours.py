"""A time line to scale: hours, the blocks of a day, and the breaks cut out of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.exercises.workstation.timeline import minutes_of, time_of

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import ShownBlock

#: The sign of each kind of block on the line, and its style.
KINDS: Mapping[str, tuple[str, str]] = {
    "screen": ("█", "$quiet"), "other": ("▒", "$quiet"), "meal": ("░", "$quiet"),
}  # fmt: skip
BREAK, CHOSEN = (" ", ""), ("▼", "bold $accent")
#: Minutes a cell may stand for.
_SCALES = (2.5, 5.0, 7.5, 10.0, 12.0, 15.0, 20.0, 30.0, 60.0)
Times = tuple[int, int]


def time_line(blocks: Sequence[ShownBlock], breaks: Sequence[Times], chosen: Times | None, width: int) -> list[Content]:
    """Five lines: the hours, their ticks, where the chosen break stands, and twice the day."""
    first, last = minutes_of(blocks[0].start), minutes_of(blocks[-1].end)
    per = next((per for per in _SCALES if (last - first) / per <= width - 6), _SCALES[-1])
    columns = min(width, round((last - first) / per))
    middles = [first + per * (at + 0.5) for at in range(columns)]
    day = _bar([_kind_at(blocks, breaks, minute) for minute in middles])
    place = _marks(chosen, first, per, columns)
    return [*_axis(first, last, per, columns), place, day, day]


def _kind_at(blocks: Sequence[ShownBlock], breaks: Sequence[Times], minute: float) -> tuple[str, str]:
    if any(start <= minute < end for start, end in breaks):
        return BREAK
    kind = next((one.kind for one in blocks if minutes_of(one.start) <= minute < minutes_of(one.end)), "other")
    return KINDS[kind]


def _bar(cells: Sequence[tuple[str, str]]) -> Content:
    parts: list[tuple[str, str]] = []
    for char, style in cells:
        if parts and parts[-1][1] == style:
            parts[-1] = (parts[-1][0] + char, style)
        else:
            parts.append((char, style))
    return Content.assemble(*parts)


def _axis(first: int, last: int, per: float, columns: int) -> list[Content]:
    """Every hour a tick; a number where it does not touch the one before."""
    labels, ticks = [" "] * (columns + 6), ["─"] * (columns + 1)
    free = 0
    for minute in range(-(-first // 60) * 60, last + 1, 60):
        at = round((minute - first) / per)
        ticks[min(at, columns)] = "┬"
        label = time_of(minute).lstrip("0") if minute % 60 else str(minute // 60)
        if at >= free:
            labels[at : at + len(label)] = label
            free = at + len(label) + 1
    return [Content.styled("".join(labels).rstrip(), "$quiet"), Content.styled("".join(ticks), "$quiet")]


def _marks(chosen: Times | None, first: int, per: float, columns: int) -> Content:
    """Where the chosen break begins and how long it is; the time stands above it."""
    if chosen is None:
        return Content("")
    start = min(columns - 1, int((chosen[0] - first) / per + 0.5))
    count = max(1, round((chosen[1] - chosen[0]) / per))
    label = f"{time_of(chosen[0])}–{time_of(chosen[1])}"
    mark = CHOSEN[0] * min(count, columns - start)
    if start + count + 1 + len(label) <= columns + 6:
        return Content(" " * start) + Content.styled(f"{mark} {label}", CHOSEN[1])
    before = max(0, start - len(label) - 1)
    return Content(" " * before) + Content.styled(f"{label} {mark}", CHOSEN[1])
