"""One answer, from giving it to its being safe on the device, beside a bare append of as many bytes."""

from __future__ import annotations

import json

from benchmarks.content import MODULE
from benchmarks.environments import project
from benchmarks.homes import copy_of, home_of, run_program
from benchmarks.measure import Bound, Contender, Figures, Measure

ANSWERS = 400


def respond(attempts: int) -> dict[str, float]:
    """The median over :data:`ANSWERS` answers by a learner with so many attempts behind them, and the bytes of one."""
    with copy_of(home_of(project(), attempts)) as home:
        given: dict[str, float] = json.loads(run_program(project(), home, "respond", str(home), str(ANSWERS), MODULE))
    _BYTES.append(int(given["bytes"]))
    return given


_BYTES: list[int] = []


def _respond() -> Figures:
    return {"answer": respond(0)["ms"]}


def _append() -> Figures:
    with copy_of(home_of(project(), 0)) as home:
        given = json.loads(run_program(project(), home, "append", str(home), str(ANSWERS), str(_BYTES[-1])))
    return {"answer": given["ms"]}


MEASURE = Measure(
    name="answer",
    question="How long until an answer is acknowledged, that is, on the device?",
    unit="ms",
    subject=Contender("RunningAttempt.respond", _respond),
    floor=Contender("append + fdatasync of a line as long", _append),
    bounds={"answer": Bound(3.0)},
)
