"""How much a session of 1,000 answered items makes the program grow, beside a bare OptionList given as many keys.

The growth counts from the 200th item on: until then modules, kinds of item and caches are loaded.
"""

from __future__ import annotations

import json

from benchmarks.content import MODULE
from benchmarks.environments import project
from benchmarks.homes import copy_of, home_of, run_program
from benchmarks.measure import Bound, Contender, Figures, Measure

WARM, ITEMS = 200, 1_000


def _session() -> Figures:
    with copy_of(home_of(project(), 0)) as home:
        return _growth(run_program(project(), home, "session", str(WARM), str(ITEMS), MODULE))


def _bare() -> Figures:
    return _growth(run_program(project(), home_of(project(), 0), "bare_session", str(WARM), str(ITEMS)))


def _growth(printed: str) -> Figures:
    return {name: float(value) for name, value in json.loads(printed).items()}


MEASURE = Measure(
    name="session-memory",
    question="How much does the program grow while 1,000 items are answered? (resident memory)",
    unit="MB",
    subject=Contender("100 practices", _session),
    floor=Contender("a bare OptionList", _bare),
    bounds={"growth": Bound(10, absolute=True)},
    most=2,
)
