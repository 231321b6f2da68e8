"""A class that hands in: ``make_hand_ins.py CONTENT CACHE FOLDER LEARNERS ATTEMPTS``, through Trainer's own engine.

Of each learner's attempts one in five is a unit exam of 40 items, the others are the unit's reserved exercises, played
as a recorded run of theirs and argued. Clock, ids, seeds and papers differ from attempt to attempt.
"""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from trainer.assessment.events import Moved, RationaleHandedIn, RationaleWritten
from trainer.assessment.rationale import citable
from trainer.catalogue.index import Catalogue, open_or_build
from trainer.exercises.base import Exercise
from trainer.exercises.kinds import exercise_from_json
from trainer.flows.exercise_start import exercise_paper
from trainer.flows.exercising import RunningExercise
from trainer.flows.hand_in import hand_in
from trainer.flows.law import jurisdictions_of
from trainer.flows.prepare import draw_exam
from trainer.flows.results import row_of
from trainer.flows.running import RunningAttempt
from trainer.flows.workspace import Workspace
from trainer.progress.disk import Disk
from trainer.progress.locations import find_locations
from trainer.progress.rows import AttemptRow

UNIT, QUALIFICATION = "abr.uc2", "abr"
EXAM_EVERY = 5
_WHY = "Prima ho ascoltato fino in fondo, perché chi reclama sente una regola solo dopo essere stato ascoltato."


class QuickDisk(Disk):
    """Does not wait for the device: these files can be made again."""

    def sync(self, descriptor: int) -> None:
        pass

    def sync_folder(self, folder: Path) -> None:
        pass


class StandingClock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self._now = datetime(2026, 1, 7, 8, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._now.timestamp()

    def wait(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


class ClassWorkspace(Workspace):
    """A learner's machine with the content that is measured."""

    def __init__(self, home: Path, clock: StandingClock, catalogue: Catalogue) -> None:
        super().__init__(find_locations(str(home)), clock, QuickDisk())
        self._catalogue = catalogue


def main(content: str, cache: str, folder: str, learners: int, attempts: int) -> None:
    catalogue, clock, target = open_or_build([Path(content)], Path(cache)), StandingClock(), Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for number in range(learners):
        home = target / "home"
        workspace = ClassWorkspace(home, clock, catalogue)
        workspace.create_learner(f"Learner {number:03}", "it", "en", QUALIFICATION)
        rows = [attempt(workspace, clock, number, one) for one in range(attempts)]
        workspace.store.replace_attempts(rows, {}, {}, {})
        hand_in(workspace, UNIT, target / f"{number:03}.zip")
        workspace.close()
        shutil.rmtree(home)
        clock.wait(60)


def attempt(workspace: Workspace, clock: StandingClock, learner: int, number: int) -> AttemptRow:
    """One attempt, a day after the one before."""
    clock.wait(86_400)
    seed = f"{learner}/{number}"
    return exam(workspace, clock, seed) if number % EXAM_EVERY == 0 else exercise(workspace, clock, seed, number)


def exam(workspace: Workspace, clock: StandingClock, seed: str) -> AttemptRow:
    """A counting exam; every third answer is wrong."""
    own, catalogue = jurisdictions_of(workspace.catalogue, QUALIFICATION), workspace.catalogue
    paper = draw_exam(catalogue, UNIT, seed, workspace.today(), own, "counting", QUALIFICATION)
    running = RunningAttempt.begin(workspace.store, paper, clock, mode="counting", policy="runs_on", language="it")
    for position in range(len(paper.items)):
        clock.wait(40)
        running.go(position)
        item = running.item(position)
        good = [one.response for one in item.samples() if one.points is not None and any(one.response.values())]
        running.respond(position, item.parse(good[0 if position % 3 else -1]))
    running.submit()
    running.close()
    return row_of(paper, running.state)


def exercise(workspace: Workspace, clock: StandingClock, seed: str, number: int) -> AttemptRow:
    """A reserved exercise played perfectly or ordinarily, with its rationale."""
    reserved = [row for row in workspace.catalogue.exercises(UNIT) if row.use == "assessed"]
    row = reserved[number % len(reserved)]
    model = exercise_from_json(workspace.catalogue.exercise_json([row.id])[row.id])
    paper = exercise_paper(workspace, row, model, model.spoken[0], seed)
    running = RunningExercise.begin(workspace.store, paper, clock, mode="assessed", policy="runs_on", language="it")
    run = "perfect" if number % 2 else "ordinary"
    for step in map(model.step, model.runs[run]):
        clock.wait(step.seconds)
        if step.move is not None:
            running.record(Moved(step.move.as_json()))
    running.submit()
    argue(running, model)
    running.close()
    return row_of(paper, running.state)


def argue(running: RunningExercise, model: Exercise) -> None:
    """A line for each part of the rationale that is due."""
    offered = citable(model, running.play)
    for part in model.rationale:
        cites = sorted(offered.sources if part == "references" else offered.used)[:1]
        running.record(RationaleWritten(f"{part}-1", part, _WHY, (1,), tuple(cites)))
    running.record(RationaleHandedIn())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
