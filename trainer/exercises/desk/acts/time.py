"""Letting the desk's clock run to what comes next, and going home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.exercises.desk.clockwork import next_event
from trainer.exercises.play import Move

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift


def wait(shift: Shift, _: Move) -> Shift:
    """``wait`` until something happens; a quarter of an hour where nothing is to come."""
    ahead = next_event(shift) - shift.now
    shift = replace(shift, skipped=shift.skipped + ahead)
    return shift.with_moment("waited", shift.everywhere(""), "waited")


def finish(shift: Shift, _: Move) -> Shift:
    """``finish`` the shift."""
    return replace(shift.with_moment("finished", shift.everywhere(""), "finished"), finished=True)
