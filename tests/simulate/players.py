"""Players without a plan and players who are only polite, over every exercise: neither may pass by luck or by charm.

``python -m tests.simulate.players --runs 1000 --seed N`` prints a line for each exercise and exits 1 when a bound is
broken: a player at random passes in under 2 % of the runs, one who is only polite never, the ordinary run earns 40 to
75 %, and every run replayed from its JSON earns the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.exercises.making import exercises
from tests.fixtures import EXERCISES
from trainer.content.locate import shipped_root
from trainer.exercises.base import Exercise
from trainer.exercises.kinds import exercise_from_json, exercise_to_json
from trainer.exercises.play import Move, Play
from trainer.exercises.runs import STEP_SECONDS, play_run, play_steps, play_timed
from trainer.kernel.seed import Stream

LUCKY, ORDINARY = 0.02, (0.40, 0.75)
MOST_MOVES = 200


@dataclass(frozen=True)
class Figures:
    """What players came to: shares of the runs or of the points; ``polite`` None where that means nothing."""

    exercise: str
    runs: int
    lucky: float
    polite: bool | None
    ordinary: float
    changed: int

    @property
    def broken(self) -> list[str]:
        """The bounds that do not hold."""
        found = ["a player at random passes too often"] * (self.lucky >= LUCKY)
        found += ["politeness alone passes"] * bool(self.polite)
        found += ["the ordinary run earns too little or too much"] * (not ORDINARY[0] <= self.ordinary <= ORDINARY[1])
        return found + ["a run replayed differs"] * (self.changed > 0)


def at_random(exercise: Exercise, seed: str) -> tuple[Play, list[tuple[float, Move]]]:
    """Somebody who chooses among the possible moves without looking; and what was done when."""
    stream, play, made = Stream(seed, "random-player", exercise.id), exercise.start(seed, exercise.spoken[0]), []
    for _ in range(MOST_MOVES):
        play = play.advance(play.at + STEP_SECONDS)  # time alone may end it
        moves = () if play.over else play.moves()
        if not moves:
            break
        made.append((play.at, moves[stream.below(len(moves))]))
        play, _happened = play.apply(made[-1][1], play.at)
    return play, made


def replayed(frozen: Exercise, seed: str, made: Sequence[tuple[float, Move]], until: float) -> Play:
    """The same from what a paper and a journal hold."""
    moves = [(at, Move.from_json(json.loads(json.dumps(move.as_json())))) for at, move in made]
    return play_timed(frozen.start(seed, frozen.spoken[0]), moves, until)


def figures(exercise: Exercise, runs: int, seed: int) -> Figures:
    """Play an exercise so many times, and replay every run."""
    passed = changed = 0
    frozen = exercise_from_json(exercise_to_json(exercise))
    for number in range(runs):
        play, made = at_random(exercise, f"{seed}/{number}")
        passed += play.assess().passed
        again = replayed(frozen, f"{seed}/{number}", made, play.at)
        changed += (again.assess(), again.moments) != (play.assess(), play.moments)
    steps = exercise.polite()
    polite = None
    if steps is not None:
        polite = play_steps(exercise.start("polite", exercise.spoken[0]), steps).assess().passed
    ordinary = float(play_run(exercise, "ordinary").assess().share)
    return Figures(exercise.id, runs, passed / runs, polite, ordinary, changed)


def every(roots: Sequence[Path], runs: int, seed: int) -> Iterator[Figures]:
    """The figures of every exercise in these content folders."""
    for root in roots:
        for exercise in exercises(root).values():
            yield figures(exercise, runs, seed)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulate.players", description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--content", type=Path, action="append", help="content folders (default: shipped and fixtures)")
    options = parser.parse_args(arguments)
    broken = 0
    for one in every(options.content or [shipped_root(), EXERCISES], options.runs, options.seed):
        polite = {None: "-", True: "passes", False: "fails"}[one.polite]
        print(
            f"{'ok ' if not one.broken else 'BAD'}  {one.exercise:<44} at random {one.lucky:6.1%}   "
            f"polite {polite:<6}   ordinary {one.ordinary:4.0%}   {'; '.join(one.broken)}".rstrip()
        )
        broken += bool(one.broken)
    print(f"{options.runs} runs each, seed {options.seed}; {broken} exercises break a bound.")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
