"""Figures as text: a line on the terminal, the page ``docs/performance.md``, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.machine import Machine
from benchmarks.result import Line, Result, Spread

_HEAD = """# Performance

Written by `python benchmarks/run.py --markdown docs/performance.md`; not edited by hand.

Each line compares Trainer with the least a program on the same libraries can do (or with a peer), both run by turns on
the same machine. Figures are medians with the least and the greatest; a ratio is taken round by round, then its median.
Read the ratios: milliseconds change with the machine and its load, ratios hardly do. `python benchmarks/run.py --check`
fails when a bound is not kept. What is measured, and how, stands at the top of each file in `benchmarks/measures`.
"""

_TABLE = """| measure | figure | Trainer | floor or peer | ratio | bound | kept |
|---|---|---|---|---|---|---|
"""


def line_text(line: Line) -> str:
    """A figure on one line of a terminal."""
    unit = line.measure.unit
    return (
        f"{line.figure}: {_spread(line.subject)} {unit} against {_spread(line.floor)} {unit}: "
        f"× {_ratio(line.ratio)}, bound {_bound(line)}: {_kept(line)}"
    )


def markdown(results: Sequence[Result], machine: Machine) -> str:
    """The page."""
    runs = max((line.runs for result in results for line in result.lines), default=0)
    where = f"{machine.processor}, {machine.cores} cores; {machine.system}; {machine.python}. {runs} runs of each."
    rows = "".join(_rows(results))
    questions = "".join(
        f"- **{result.measure.name}**: {result.measure.question}\n"
        f"  {result.measure.subject.name} against {result.measure.floor.name}.\n"
        for result in results
    )
    return f"{_HEAD}\n{where}\n\n{_TABLE}{rows}\n## What is asked\n\n{questions}"


def _rows(results: Sequence[Result]) -> Iterator[str]:
    for result in results:
        name = result.measure.name
        if not result.lines:
            yield f"| {name} | {'failed' if result.what_failed else f'skipped: {result.why_skipped}'} | | | | | |\n"
        for line in result.lines:
            unit = line.measure.unit
            yield (
                f"| {name} | {line.figure} | {_spread(line.subject)} {unit} | {_spread(line.floor)} {unit} "
                f"| {_ratio(line.ratio)} | {_bound(line)} | {_kept(line)} |\n"
            )


def as_json(results: Sequence[Result], machine: Machine) -> dict[str, Any]:
    """Everything, for programs."""
    return {"version": 1, "machine": asdict(machine), "measures": [_measure_json(result) for result in results]}


def _measure_json(result: Result) -> dict[str, Any]:
    measure = result.measure
    return {
        "name": measure.name,
        "question": measure.question,
        "unit": measure.unit,
        "subject": measure.subject.name,
        "floor": measure.floor.name,
        "skipped": result.why_skipped or None,
        "failed": result.what_failed or None,
        "figures": [_line_json(line) for line in result.lines],
    }


def _line_json(line: Line) -> dict[str, Any]:
    return {
        "figure": line.figure,
        "runs": line.runs,
        "subject": asdict(line.subject),
        "floor": asdict(line.floor),
        "ratio": asdict(line.ratio),
        "bound": asdict(line.bound) if line.bound else None,
        "kept": line.holds,
    }


def _spread(spread: Spread) -> str:
    return f"{_number(spread.median)} ({_number(spread.least)}–{_number(spread.greatest)})"


def _ratio(spread: Spread) -> str:
    return f"{spread.median:.2f} ({spread.least:.2f}–{spread.greatest:.2f})"


def _number(value: float) -> str:
    """Three digits that say something."""
    decimals = next((count for count, below in ((3, 1), (2, 10), (1, 100)) if value < below), 0)
    return f"{value:.{decimals}f}"


def _bound(line: Line) -> str:
    bound = line.bound
    if bound is None:
        return "–"
    text = f"≤ {bound.at_most:g} {line.measure.unit}" if bound.absolute else f"≤ × {bound.at_most:g}"
    return f"{text} (aim {bound.aim:g})" if bound.aim else text


def _kept(line: Line) -> str:
    if line.bound is None:
        return "–"
    return "yes" if line.holds else "**no**"
