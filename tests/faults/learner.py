"""``python -m tests.faults.learner --kills 200 --seed N``: kill the learner's program and see that nothing is lost."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from tests.fakes.workspace import TinyWorkspace
from tests.faults.check import Lost, check_home
from tests.faults.child import MakeDisk, Told, run_child
from tests.faults.elsewhere import play_elsewhere
from tests.faults.facts import Facts
from tests.faults.layers import Dying, Layer, Moment, Watching
from tests.faults.mutants import MUTANTS
from tests.faults.power import Cut, Remembering
from trainer.progress.disk import Disk

#: After so many deaths a new learner begins.
DEATHS_IN_A_HOME = 10
#: A mutant that survives this many deaths is not caught.
DEATHS_OF_A_MUTANT = 150
MOMENTS: tuple[Moment, ...] = ("before", "after", "torn")
KILL, HOOK, CUT = "killed at a random moment", "killed at a step of the disk", "power cut at a step of the disk"

Mutant = type[Layer] | None


@dataclass(slots=True)
class Tally:
    """What happened in all runs."""

    deaths: Counter[str] = field(default_factory=Counter)
    during: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    facts: int = 0
    failures: list[str] = field(default_factory=list)

    def count(self, run: Run, how: str, die: Callable[[str], Told]) -> None:
        """One death, counted."""
        try:
            told = die(how)
        except Lost as lost:
            self.failures.append(f"{how} ({run.seed}/{run.number}): {lost}")
            run.begin_anew()
            return
        self.deaths["ended by itself" if told.ended else how] += 1
        self.during[told.doing] += 1
        self.acknowledged += told.actions
        self.facts += len(told.shown)


@dataclass(frozen=True, slots=True)
class Step:
    """Where to die: at which step of the disk, when, and how much of a write is then done."""

    number: int
    moment: Moment
    share: float


class Run:
    """A learner's home and its deaths, one after the other."""

    def __init__(self, folder: Path, seed: str, mutant: Mutant = None) -> None:
        self.folder = folder
        self.seed = seed
        self.mutant = mutant
        self.number = 0
        self.known: Facts = {}
        self.wrong: list[str] = []
        self.world = folder / "0"
        self.world.mkdir(parents=True)

    def die(self, how: str) -> Told:
        """One death and the check after it. :class:`Lost` when something does not hold."""
        self.number += 1
        if self.number % DEATHS_IN_A_HOME == 0:
            self.begin_anew()
        seed = f"{self.seed}/{self.number}"
        chance = Random(f"{seed}/death")
        if how == KILL:
            lines, pause = chance.randint(1, 60), chance.random() * 0.004
            told = run_child(self.home, seed, self._disk(lambda below: below), kill_after=lines, pause=pause)
        else:
            told = self._at(how, seed, Step(chance.randint(1, 120), chance.choice(MOMENTS), chance.random()))
        return self._check(told)

    def die_at(self, how: str, step: Step) -> Told:
        """A new learner, who plays as all others do and dies at this step."""
        self.number += 1
        self.begin_anew()
        return self._check(self._at(how, self.seed, step))

    @property
    def home(self) -> Path:
        return self.world / "home"

    def begin_anew(self) -> None:
        """A home without a learner."""
        self.known = {}
        shutil.rmtree(self.world)
        self.world = self.folder / str(self.number)
        self.world.mkdir()

    def _check(self, told: Told) -> Told:
        self.wrong += told.wrong
        self.known = check_home(self.home, told, self.known, self.folder / "scratch")
        return told

    def _at(self, how: str, seed: str, step: Step) -> Told:
        if how == CUT:
            return self._cut(seed, step)
        return run_child(self.home, seed, self._disk(lambda below: Dying(below, step.number, step.moment, step.share)))

    def _disk(self, deadly: Callable[[Disk], Disk]) -> MakeDisk:
        def make() -> tuple[Disk, Watching]:
            watch = Watching(Disk())
            disk = deadly(watch)
            return (self.mutant(disk) if self.mutant else disk), watch

        return make

    def _cut(self, seed: str, step: Step) -> Told:
        image = self.folder / f"after-{self.number}"

        def make() -> tuple[Disk, Watching]:
            memory = Remembering(Disk(), self.world)
            watch = Watching(memory)
            cut = Cut(watch, step.number, step.moment, step.share, memory=memory, image=image)
            return (self.mutant(cut) if self.mutant else cut), watch

        told = run_child(self.home, seed, make)
        if image.exists():
            shutil.rmtree(self.world)
            image.rename(self.world)
        return told


def kill_learner(folder: Path, kills: int, cuts: int, steps: int, seed: str) -> Tally:
    """All deaths of the sound engine."""
    tally = Tally()
    killed, cut, stepped = (Run(folder / name, f"{seed}/{name}") for name in ("kills", "cuts", "steps"))
    for number in range(kills):
        tally.count(killed, KILL if number % 2 else HOOK, killed.die)
    for _ in range(cuts):
        tally.count(cut, CUT, cut.die)
    for number in range(1, steps + 1):
        for how in (HOOK, CUT):
            step = Step(number, MOMENTS[(number + (how == CUT)) % 3], 0.5)
            tally.count(stepped, how, partial(stepped.die_at, step=step))
    tally.failures += [wrong for run in (killed, cut, stepped) for wrong in run.wrong]
    return tally


@dataclass(frozen=True, slots=True)
class Caught:
    """How a mutant was caught: by what was lost after so many deaths, and by the order of steps."""

    name: str
    deaths: int
    lost: str
    order: str


def catch_mutant(folder: Path, name: str, seed: str) -> Caught:
    """Kill a mutant until it loses something; ``lost`` stays empty when it survives."""
    run = Run(folder / name.replace(" ", "-"), f"{seed}/{name}", MUTANTS[name])
    for number in range(DEATHS_OF_A_MUTANT):
        try:
            run.die((KILL, HOOK, CUT, CUT)[number % 4])
        except Lost as lost:
            return Caught(name, number + 1, str(lost), run.wrong[0] if run.wrong else "")
    return Caught(name, DEATHS_OF_A_MUTANT, "", run.wrong[0] if run.wrong else "")


def main(arguments: list[str] | None = None) -> int:
    """0 when nothing was lost and every mutant was caught."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.learner", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--cuts", type=int, help="power cuts; half as many as kills unless said")
    parser.add_argument("--steps", type=int, default=60, help="die at each of so many first steps of one run as well")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args(arguments)
    cuts = options.kills // 2 if options.cuts is None else options.cuts
    folder = Path(tempfile.mkdtemp(prefix="trainer-faults-"))
    try:
        _ = TinyWorkspace(folder).catalogue  # compiled and imported once: children are forked from here
        play_elsewhere(folder)
        tally = kill_learner(folder, options.kills, cuts, options.steps, options.seed)
        caught = [catch_mutant(folder, name, options.seed) for name in MUTANTS]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return report(tally, caught)


def report(tally: Tally, caught: list[Caught]) -> int:
    """Print the summary."""
    for how, count in tally.deaths.items():
        print(f"{count:5} {how}")
    print("      during: " + ", ".join(f"{name} {count}" for name, count in tally.during.most_common()))
    print(f"{tally.acknowledged:5} actions were shown as saved; {tally.facts} facts were found again, replayed equal")
    print(
        "      after each death: stores, journals and papers whole, files private, every attempt resumed and finished"
    )
    for mutant in caught:
        verdict = f"caught after {mutant.deaths} deaths: {mutant.lost}" if mutant.lost else "SURVIVED"
        print(f"      mutant «{mutant.name}» {verdict}")
        print(f"        by the order of steps: {mutant.order or 'not seen'}")
    for failure, count in Counter(tally.failures).most_common(20):
        print(f"LOST  {count} × {failure}")
    bad = bool(tally.failures) or not all(mutant.lost and mutant.order for mutant in caught)
    print("FAILED" if bad else "nothing was lost")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
