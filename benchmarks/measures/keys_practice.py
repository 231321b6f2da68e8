"""Choosing options and moving between the items of a practice, beside a bare Textual OptionList."""

from __future__ import annotations

from benchmarks.content import MODULE, environment_of_choices
from benchmarks.homes import clean_environment, copy_of, home_of
from benchmarks.keys import type_into_bare_list, type_keys
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.terminal import Terminal

ITEMS = 10


def _practice() -> Figures:
    environment = environment_of_choices()
    command = [str(environment.python), "-P", "-m", "trainer", "practise", MODULE]
    with copy_of(home_of(environment)) as home, Terminal(command, clean_environment(home)) as terminal:
        terminal.wait_for(f"Quesito 1 di {ITEMS}")
        terminal.settle(0.3)
        return type_keys(terminal, ITEMS)


MEASURE = Measure(
    name="keys-practice",
    question="How long from a key to its frame in practice?",
    unit="ms",
    subject=Contender("practice", _practice),
    floor=Contender("a bare OptionList", type_into_bare_list),
    bounds={"p50": Bound(1.5), "p99": Bound(1.3)},
)
