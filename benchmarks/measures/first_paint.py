"""The first screen of a learner with 20,000 responses, beside an empty Textual app in the same environment."""

from __future__ import annotations

from benchmarks.environments import Environment, project
from benchmarks.homes import home_of
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.starts import DOWN, Start, time_start

TODAY, SECOND_STEP = "Che cosa fare adesso", "▸ 2"


def today(environment: Environment) -> Start:
    """The program at its first screen; the key moves to the second thing to do."""
    return Start([str(environment.folder / "bin" / "trainer")], TODAY, DOWN, SECOND_STEP)


def sample_today() -> Figures:
    """One start."""
    return time_start(today(project()), home_of(project()))


def _empty() -> Figures:
    return time_start(Start(project().program("empty_app"), "ready", DOWN, "answered"), home_of(project()))


MEASURE = Measure(
    name="first-paint",
    question="How long until Today is seen, and until it answers a key, with all content and 20,000 responses kept?",
    unit="ms",
    subject=Contender("trainer", sample_today),
    floor=Contender("an empty Textual app", _empty),
    bounds={"painted": Bound(1.25, aim=1.1), "answered": Bound(1.25, aim=1.1)},
)
