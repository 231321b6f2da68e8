"""A learner of the demonstration, and how to play a recorded run of an exercise by what a front end sees."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import copy_exercises
from trainer.catalogue.index import Catalogue, Progress, open_or_build
from trainer.exercises.play import Move
from trainer.flows.exercise import ExerciseFlow
from trainer.flows.exercise_start import start_exercise
from trainer.flows.rationale import RationaleFlow
from trainer.flows.workspace import Workspace

PRACTICE = "demo-rucksack-to-practise"


def demonstration(folder: Path) -> Path:
    """The demonstration with its two reserved talks, and one of them once more for practice."""
    root = copy_exercises(folder)
    for path in root.glob("courses/modules/*/exercises/*.yaml"):
        if path.stem not in (RUCKSACK, BOX):
            path.unlink()
    source = root / f"courses/modules/demo-return/exercises/{RUCKSACK}.yaml"
    data = yaml.safe_load(source.read_text(encoding="utf-8")) | {"id": PRACTICE, "use": "practice"}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    source.with_name(f"{PRACTICE}.yaml").write_text(text, encoding="utf-8")
    return root


class DemoWorkspace(TinyWorkspace):
    """Qualification ``dem`` with its exercises, compiled for this test alone."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        content = folder / "exercises"
        super().__init__(folder / "home", clock, content=content if content.is_dir() else demonstration(folder))
        self._cache = folder / "cache"

    def open_catalogue(self, on_progress: Progress | None = None) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = open_or_build([self.content], self._cache, on_progress)
        return self._catalogue


def run_of(workspace: Workspace, exercise: str, run: str) -> list[dict[str, Any]]:
    """The steps of a recorded run."""
    body = json.loads(workspace.catalogue.exercise_json([exercise])[exercise])
    steps: list[dict[str, Any]] = body["runs"][run]
    return steps


def play(flow: ExerciseFlow, steps: list[dict[str, Any]], texts: dict[str, str], clock: FakeClock) -> None:
    """Make the moves of a run, choosing by the text on screen: tokens are all a front end has."""
    for step in steps:
        clock.wait(10)
        flow.move(as_sent(flow, step, texts))


def as_sent(flow: ExerciseFlow, step: dict[str, Any], texts: dict[str, str]) -> Move:
    """A step as a front end sends it."""
    view: Any = flow.view.play
    ((do, what),) = step.items()
    if do == "say":
        return Move("say", _token(view.choices, texts[what]))
    if do == "compose":
        lists = (view.openings, view.contents, view.closings)
        parts = zip(("opening", "content", "closing"), lists, what, strict=True)
        return Move("compose", "", {part: _token(offers, texts[name]) for part, offers, name in parts})
    return Move(do, what)


def _token(offers: Any, text: str) -> str:
    return next(str(one.token) for one in offers if text in one.text.values())


def texts_of(workspace: Workspace, exercise: str, spoken: str) -> dict[str, str]:
    """What each phrase says, by id."""
    found: dict[str, str] = {}

    def walk(data: Any) -> None:
        if isinstance(data, dict):
            if "comment" in data and "text" in data:
                found[data["id"]] = data["text"][spoken]
            for value in data.values():
                walk(value)
        elif isinstance(data, list):
            for value in data:
                walk(value)

    walk(json.loads(workspace.catalogue.exercise_json([exercise])[exercise])["turns"])
    return found


def played(
    workspace: Workspace, clock: FakeClock, exercise: str, run: str = "perfect", *, spoken: str = "it", seed: str = "1"
) -> ExerciseFlow:
    """An exercise played to the end of a recorded run, and handed in."""
    flow = start_exercise(workspace, exercise, spoken=spoken, assessed=exercise != PRACTICE, seed=seed)
    play(flow, run_of(workspace, exercise, run), texts_of(workspace, exercise, spoken), clock)
    flow.finish()
    return flow


def argue(workspace: Workspace, attempt: str) -> None:
    """Write a complete rationale and hand it in."""
    flow = RationaleFlow(workspace.store, attempt, workspace.clock)
    view = flow.view
    for part in view.parts:
        cites = list(view.sources)[:1] if part == "references" else list(view.used)[:1]
        flow.write(part, "I did so because the rule of the desk asks for it.", moments=[1], cites=cites)
    flow.hand_in()
    flow.close()
