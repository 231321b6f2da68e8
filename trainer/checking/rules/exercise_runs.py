"""Recorded runs: an exercise can be won and lost, every criterion decides something, and being polite is not enough."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from trainer.checking.played import SeenExercise
from trainer.checking.rule import Rule
from trainer.checking.rules.exercises import each
from trainer.checking.seen import Hit
from trainer.checking.world import World
from trainer.exercises.base import RECORDED
from trainer.exercises.marks import Assessment
from trainer.exercises.runs import BadStep
from trainer.kernel.problems import N_

#: What an ordinary run earns at least and at most.
ORDINARY = (Fraction(40, 100), Fraction(75, 100))


def recorded(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E20."""
    absent = N_("The run «{run}» is not recorded; write down how it goes (an idle one is an empty list).")
    refused = N_("Step {step} of the run «{run}» is refused: {reason} Correct the run or the exercise.")
    for name in RECORDED:
        if name not in seen.exercise.runs:
            yield seen.hit(("runs",), absent, run=name)
    for name, result in seen.runs.items():
        if isinstance(result, BadStep):
            values = {"run": name, "step": result.number + 1, "reason": result.reason}
            yield seen.hit(("runs", name, result.number), refused, **values)


def bounds(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E21."""
    less = N_("The perfect run earns {points} of {maximum} points, and everything must be within reach: {lost}.")
    failed = N_("The run «{run}» is passed with {share} %; who plays like that must not pass. Change the points.")
    outside = N_("The ordinary run earns {share} %; {least} to {most} % tell a middling player from others.")
    perfect = _marks(seen, "perfect")
    if perfect is not None and perfect.share < 1:
        lost = ", ".join(mark.id for mark in perfect.marks if not mark.met)
        values = {"points": float(perfect.points), "maximum": perfect.maximum, "lost": lost}
        yield seen.hit(("runs", "perfect"), less, **values)
    for name in ("bad", "idle"):
        marks = _marks(seen, name)
        if marks is not None and marks.passed:
            yield seen.hit(("runs", name), failed, run=name, share=_percent(marks))
    ordinary = _marks(seen, "ordinary")
    if ordinary is not None and not ORDINARY[0] <= ordinary.share <= ORDINARY[1]:
        values = {"share": _percent(ordinary), "least": int(100 * ORDINARY[0]), "most": int(100 * ORDINARY[1])}
        yield seen.hit(("runs", "ordinary"), outside, **values)


def deciding(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E22."""
    never = N_("«{criterion}» is met in no recorded run; record one that meets it, or correct its condition.")
    always = N_("«{criterion}» is met in every recorded run but the idle one; record one that fails it.")
    played = {name: marks for name in seen.exercise.runs if (marks := _marks(seen, name)) and name != "idle"}
    if not played:
        return
    for index, criterion in enumerate(seen.exercise.rubric()):
        met = {marks.marks[index].met for marks in played.values()}
        if len(met) == 1:
            template = always if met == {True} else never
            yield seen.hit(("criteria", index, "id"), template, criterion=criterion.id)


def polite(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E23."""
    template = N_("Whoever only takes the «polite» phrases passes with {share} %; make a moment where that is wrong.")
    if seen.polite is not None and seen.polite.passed:
        yield seen.hit(("criteria",), template, share=_percent(seen.polite))


def _marks(seen: SeenExercise, name: str) -> Assessment | None:
    found = seen.runs.get(name)
    return found if isinstance(found, Assessment) else None


def _percent(marks: Assessment) -> int:
    return round(100 * marks.share)


RULES = (
    Rule("E20", "error", "recorded runs: perfect, ordinary, bad and idle", each(recorded)),
    Rule("E21", "error", "exercises that can be won and lost", each(bounds)),
    Rule("E22", "error", "criteria that are sometimes met and sometimes not", each(deciding)),
    Rule("E23", "error", "dialogues that politeness alone does not pass", each(polite)),
)
