"""``python -m tests.faults.register --cuts 200``: kill the instructor's program, and cut its power, while hand-ins
come in, attempts are voided and people erased; afterwards everything acknowledged is there and nothing half of it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.exercises.making import RUCKSACK
from tests.faults.layers import Dying, Layer, Moment, Watching
from tests.faults.power import Cut, Remembering
from tests.flows.playing import argue, played
from tests.flows.registering import DAY, School, study
from trainer.flows.register import RegisterFlow
from trainer.flows.register_import import RegisterImport
from trainer.flows.register_rights import erase_person
from trainer.kernel.problems import Problem
from trainer.progress.disk import Disk

MOMENTS: tuple[Moment, ...] = ("before", "after", "torn")
STEPS = 90


class NoFileSync(Layer):
    """A mutant: files are not synced, folders and the chain are."""

    def sync(self, descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().name.endswith("acts.jsonl"):
            super().sync(descriptor)


class NoChainSync(Layer):
    """A mutant: acts are acknowledged before they are synced."""

    def sync(self, descriptor: int) -> None:
        if not Path(f"/proc/self/fd/{descriptor}").readlink().name.endswith("acts.jsonl"):
            super().sync(descriptor)


MUTANTS: dict[str, type[Layer]] = {"hand-ins are not synced": NoFileSync, "acts are not synced": NoChainSync}


def school_in(folder: Path) -> School:
    """A class of four; Anna hands in twice."""
    school = School(folder)
    anna = school.learner("Anna")
    attempt = played(anna, school.clock, RUCKSACK).attempt
    anna.hand_in("Anna.zip")
    school.clock.wait(DAY)
    argue(anna, attempt)
    played(anna, school.clock, RUCKSACK, "bad")
    anna.hand_in("Anna-2.zip")
    anna.close()
    for name in ("Bea", "Carlo", "Dora"):
        school.handed_in(name, study)
        school.clock.wait(60)
    return school


def register_at(school: School, home: Path, disk: Disk | None = None) -> RegisterFlow:
    """The register of a home."""
    locations = school.machine("x").locations._replace(data=home / "data")
    return RegisterFlow(locations, school.clock, disk, catalogue=school.open_catalogue)


def shown(register: RegisterFlow) -> dict[str, str]:
    """What the register says of everybody, in facts; everything it says can be opened."""
    facts = {}
    for person in register.people():
        for one in register.attempts(person.person):
            facts[f"{person.name}/{one.id}"] = f"{len(one.state.exercise.lines)} {one.standing.void}"
        facts[person.name] = f"{len(register.state.hand_ins_of(person.person))}"
    return facts


def play(school: School, home: Path, disk: Disk, tell: Callable[[dict[str, str]], None]) -> None:
    """What an instructor does, told after each act."""
    register, folder = register_at(school, home, disk), school.folder
    for files in (("Anna",), ("Bea", "Carlo"), ("Anna-2", "Dora"), ("Bea",)):
        for outcome in RegisterImport(register).take([folder / f"{name}.zip" for name in files]):
            assert outcome.problem is None, outcome.problem
        tell(shown(register))
    person = register.person("Anna").person
    for attempt in register.standings(person):
        register.void(attempt.attempt, "why", "Carla")
        tell(shown(register))
    for name in ("Carlo", "Anna"):
        erase_person(register, name, "Carla")
        tell(shown(register))


class Lost(AssertionError):
    """Something acknowledged is gone, or something is damaged or half there."""


def check(school: School, home: Path, told: list[dict[str, str]]) -> None:
    """What is found is what was told last, or what would have been told next."""
    try:
        register = register_at(school, home)
        found = shown(register)
        with register.store.writing():
            pass
        after = shown(register_at(school, home))
    except Problem as problem:
        raise Lost(f"damaged: {problem}".replace(str(home), "")) from problem
    if after != found:
        raise Lost("sweeping changed what is shown")
    story = _STORY
    # By its number and not by what it says: a hand-in that comes in again changes nothing.
    at = len(told)
    assert story[at] == (told[-1] if told else {}), "the story is told as it goes"
    if not any(_between(found, story[at], later) for later in story[at : at + 2]):
        raise Lost(f"after {sorted(story[at])} there was {sorted(found)}")
    kept = {path.stem for path in (home / "data" / "register" / "people").glob("*.json")}
    if kept != {one.person for one in register.people()}:
        raise Lost("a name is kept of somebody who is not there")


def _between(found: dict[str, str], before: dict[str, str], after: dict[str, str]) -> bool:
    """Of several hand-ins that come in together each may be there or not."""
    people = {key.partition("/")[0] for key in (*before, *after)}
    return all(_of(found, one) in (_of(before, one), _of(after, one)) for one in people) and all(
        key.partition("/")[0] in people for key in found
    )


def _of(facts: dict[str, str], person: str) -> dict[str, str]:
    return {key: value for key, value in facts.items() if key.partition("/")[0] == person}


_STORY: list[dict[str, str]] = []


def die(school: School, home: Path, kind: str, seed: str, mutant: type[Layer] | None) -> None:
    """One life and death of the program, and the check afterwards."""
    chance, image = Random(seed), home.with_name(f"{home.name}-after-{seed.replace('/', '-')}")
    number, moment, share = chance.randint(1, STEPS), chance.choice(MOMENTS), chance.random()
    home.mkdir(parents=True, mode=0o700)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            below: Disk = Disk()
            if kind == "cut":
                memory = Remembering(below, home)
                below = Cut(memory, number, moment, share, memory=memory, image=image)
            else:
                below = Dying(below, number, moment, share)
            disk = mutant(below) if mutant else below
            play(school, home, disk, lambda facts: _write(writing, facts))
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = [_read(line) for line in pipe]
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1:
        raise Lost("the program ended by a mistake")
    if image.exists():
        shutil.rmtree(home)
        image.rename(home)
    try:
        check(school, home, told)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _write(pipe: int, facts: dict[str, str]) -> None:
    import json

    os.write(pipe, json.dumps(facts).encode() + b"\n")


def _read(line: str) -> dict[str, str]:
    import json

    facts: dict[str, str] = json.loads(line)
    return facts


def main(arguments: list[str] | None = None) -> int:
    """0 when nothing was lost and every mutant was caught."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.register", description=__doc__)
    parser.add_argument("--cuts", type=int, default=100, help="deaths of the sound engine, half of them power cuts")
    parser.add_argument("--mutants", type=int, default=100, help="deaths a mutant may survive")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="trainer-faults-"))
    failures: Counter[str] = Counter()
    try:
        school = school_in(folder / "school")
        _STORY[:] = [{}]
        watch = Watching(Disk())

        def tell(facts: dict[str, str]) -> None:
            watch.acknowledged("an act", writes=False)
            _STORY.append(facts)

        play(school, folder / "story", watch, tell)
        failures.update(watch.wrong)
        for number in range(options.cuts):
            kind = ("cut", "kill")[number % 2]
            try:
                die(school, folder / f"home-{number}", kind, f"{options.seed}/{number}", None)
            except Lost as lost:
                failures[f"{kind} {number}: {lost}"] += 1
        caught = {name: _deaths(school, folder, name, options) for name in MUTANTS}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for name, deaths in caught.items():
        print(f"mutant «{name}» {f'caught after {deaths} deaths' if deaths else 'SURVIVED'}")
    for failure, count in failures.most_common(20):
        print(f"LOST {count} × {failure}")
    bad = bool(failures) or not all(caught.values())
    print("FAILED" if bad else f"nothing was lost in {options.cuts} deaths")
    return int(bad)


def _deaths(school: School, folder: Path, name: str, options: argparse.Namespace) -> int:
    """After how many power cuts a mutant lost something; 0: it survived."""
    for number in range(options.mutants):
        try:
            die(school, folder / f"mutant-{number}", "cut", f"{options.seed}/{name[:4]}/{number}", MUTANTS[name])
        except Lost:
            return number + 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
