"""The processor time of an exam nobody touches while its clock runs, beside a bare screen with a clock."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from benchmarks.environments import project
from benchmarks.homes import clean_environment, home_of
from benchmarks.measure import Bound, Contender, Figures, Measure, Round, SkippedMeasure
from benchmarks.sitting import sat_exam
from benchmarks.terminal import Terminal

SECONDS = 20.0
#: Until what a start leaves behind (late imports, the second paint) is over.
SETTLED_AFTER = 3.0


@contextmanager
def _bare_clock() -> Iterator[Terminal]:
    command = project().program("option_list", "--clock")
    with Terminal(command, clean_environment(home_of(project(), 0))) as terminal:
        terminal.wait_for("Question 1")
        yield terminal


def _watch(opened: Callable[[], AbstractContextManager[Terminal]], runs: int) -> list[Figures]:
    """Idle programs do not disturb each other, so all are watched during the same seconds."""
    if not Path("/proc/self/stat").exists():
        raise SkippedMeasure("this system does not tell a process's time (no /proc)")
    with ExitStack() as stack:
        terminals = [stack.enter_context(opened()) for _ in range(runs)]
        _drain(terminals, SETTLED_AFTER)
        before, begun = [terminal.processor_seconds() for terminal in terminals], time.monotonic()
        _drain(terminals, SECONDS)
        passed = time.monotonic() - begun
        after = [terminal.processor_seconds() for terminal in terminals]
    return [{"idle": (last - first) / passed * 100} for first, last in zip(before, after, strict=True)]


def _drain(terminals: Sequence[Terminal], seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for terminal in terminals:
            terminal.drain()
        time.sleep(0.2)


def _exam(runs: int) -> list[Figures]:
    return _watch(lambda: sat_exam(0), runs)


def _clock(runs: int) -> list[Figures]:
    return _watch(_bare_clock, runs)


def _rounds(runs: int) -> Sequence[Round]:
    return list(zip(_exam(runs), _clock(runs), strict=True))


MEASURE = Measure(
    name="idle-exam",
    question="How much of a core does an exam use, left alone while its clock runs? (20 s, all runs at once)",
    unit="%",
    subject=Contender("exam", lambda: _exam(1)[0]),
    floor=Contender("a bare screen with a clock", lambda: _clock(1)[0]),
    bounds={"idle": Bound(1.0, absolute=True)},
    all_rounds=_rounds,
)
