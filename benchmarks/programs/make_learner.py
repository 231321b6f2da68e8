"""A learner with a past: ``make_learner.py HOME ATTEMPTS EXAM``, through Trainer's own engine and store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from trainer.assessment.attempt import AttemptState
from trainer.assessment.marking import Result, mark_attempt
from trainer.assessment.paper import Paper
from trainer.catalogue.index import Catalogue
from trainer.flows.law import jurisdictions_of
from trainer.flows.prepare import draw_exam
from trainer.flows.results import histories, row_of
from trainer.flows.running import RunningAttempt
from trainer.flows.workspace import Workspace
from trainer.items.base import Item, Response
from trainer.kernel.days import day_number
from trainer.memory.answers import Answer, answers_of
from trainer.memory.upkeep import rebuilt_cards
from trainer.progress.disk import Disk
from trainer.progress.locations import find_locations
from trainer.progress.rows import AttemptRow, ItemHistory, LessonProgress
from trainer.progress.store import LearnerStore

QUALIFICATION = "abr"
PAPERS = 40
#: Review cards, beside those of the items answered.
CARDS = 2_000


class QuickDisk(Disk):
    """Does not wait for the device: this learner can be made again."""

    def sync(self, descriptor: int) -> None:
        pass

    def sync_folder(self, folder: Path) -> None:
        pass


class SteppingClock:
    """Twenty seconds pass between two looks at it, so that a past of years is made in seconds."""

    def __init__(self) -> None:
        self._seconds = 0.0

    def now(self) -> datetime:
        return datetime(2025, 1, 7, 8, tzinfo=UTC) + timedelta(seconds=self._seconds)

    def monotonic(self) -> float:
        self._seconds += 20.0
        return self._seconds


def main(home: str, attempts: int, exam: str) -> None:
    clock = SteppingClock()
    workspace = Workspace(find_locations(home), clock, QuickDisk())
    workspace.create_learner("Lea Benchmark", "it", "en", QUALIFICATION)
    study(workspace.store, workspace.catalogue)
    papers = list(draw_papers(workspace.catalogue, exam, workspace.today())) if attempts else []
    rows: list[AttemptRow] = []
    history: dict[str, ItemHistory] = {}
    answers: dict[str, tuple[Answer, ...]] = {"elsewhere": tuple(elsewhere(clock))} if attempts else {}
    for number in range(attempts):
        paper = papers[number % PAPERS]
        state, result = sit(workspace.store, paper, clock, number)
        rows.append(row_of(paper, state, result))
        history |= histories(paper, state, result, history)
        answers[state.attempt] = answers_of(paper, state, result)
    workspace.store.replace_attempts(rows, history, answers, rebuilt_cards(answers))
    workspace.close()


def elsewhere(clock: SteppingClock) -> Iterator[Answer]:
    """Answers to items this content does not have, so that there are as many review cards as a learner may gather."""
    at = clock.now().timestamp()
    for number in range(CARDS):
        yield Answer(number, f"elsewhere-in-{number}", 1, float(number % 4 > 0), None, at, day_number(at, 0))


def draw_papers(catalogue: Catalogue, exam: str, day: str) -> Iterator[Paper]:
    own = jurisdictions_of(catalogue, QUALIFICATION)
    for seed in range(PAPERS):
        yield draw_exam(catalogue, exam, str(seed), day, own, "mock", QUALIFICATION)


def study(store: LearnerStore, catalogue: Catalogue) -> None:
    """Half of all lessons are studied."""
    for module in catalogue.modules():
        for lesson in catalogue.lessons(module.slug)[::2]:
            pages = tuple(range(lesson.pages))
            store.save_lesson(LessonProgress(module.slug, lesson.id, lesson.revision, 0, pages, lesson.checks, 1.7e9))


def sit(store: LearnerStore, paper: Paper, clock: SteppingClock, number: int) -> tuple[AttemptState, Result]:
    running = RunningAttempt.begin(store, paper, clock, mode="mock", policy="stops", language="it")
    for position in range(len(paper.items)):
        running.go(position)
        running.respond(position, some_response(running.item(position), number + position))
    running.submit()
    running.close()
    return running.state, mark_attempt(paper, running.state)


def some_response(item: Item, number: int) -> Response:
    """A different answer from time to time, right or wrong."""
    given = [
        sample.response for sample in item.samples() if sample.points is not None and any(sample.response.values())
    ]
    return item.parse(given[number % len(given)])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
