"""``trainer --help`` beside the interpreter that does nothing."""

from __future__ import annotations

import subprocess
import time

from benchmarks.environments import project
from benchmarks.homes import clean_environment, home_of
from benchmarks.measure import Bound, Contender, Figures, Measure


def _timed(command: list[str]) -> Figures:
    variables = clean_environment(home_of(project()))
    begun = time.perf_counter()
    subprocess.run(command, check=True, env=variables, stdout=subprocess.DEVNULL)
    return {"done": (time.perf_counter() - begun) * 1000}


def _help() -> Figures:
    return _timed([str(project().folder / "bin" / "trainer"), "--help"])


def _nothing() -> Figures:
    return _timed([str(project().python), "-c", "pass"])


MEASURE = Measure(
    name="help",
    question="How long does `trainer --help` take?",
    unit="ms",
    subject=Contender("trainer --help", _help),
    floor=Contender("python -c pass", _nothing),
    bounds={"done": Bound(2.5)},
)
