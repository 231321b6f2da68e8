"""Keys typed one after the other over questions, and how long each takes until the screen is what it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from statistics import median

from benchmarks.environments import project
from benchmarks.frames import Mask, answer_times
from benchmarks.homes import clean_environment, home_of
from benchmarks.measure import Figures
from benchmarks.result import percentile
from benchmarks.terminal import Terminal

KEYS = 210
#: A key that changes nothing (a line of a list that ends) tells nothing, but most must tell.
ANSWERED_SHARE = 0.95


def walk(questions: int) -> Iterator[str]:
    """Two options of each question, forward to the last and back to the first, again and again."""
    there = ["a", "b", "n"] * (questions - 1)
    back = ["a", "b", "p"] * (questions - 1)
    return islice(cycle(there + back), KEYS)


def type_keys(terminal: Terminal, questions: int, mask: Mask | None = None) -> Figures:
    """Milliseconds from key to frame: median and 99th percentile of :data:`KEYS` keys."""
    for key in walk(questions):
        terminal.answer(key)
    times = answer_times(terminal.log, terminal.presses, mask)[-KEYS:]
    answered = [seconds * 1000 for seconds in times if seconds is not None]
    assert len(answered) >= ANSWERED_SHARE * KEYS, f"{len(answered)} of {KEYS} keys changed the screen"
    return {"p50": median(answered), "p99": percentile(answered, 0.99)}


def type_into_bare_list() -> Figures:
    """The floor: a bare Textual screen with an OptionList."""
    command = project().program("option_list")
    with Terminal(command, clean_environment(home_of(project(), 0))) as terminal:
        terminal.wait_for("Question 1")
        terminal.settle(0.3)
        return type_keys(terminal, 20)
