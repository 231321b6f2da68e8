"""Exercises that are over: their recorded runs, played by what a front end sees and handed in."""

from __future__ import annotations

from typing import Any

from tests.exercises.hands import by_hand
from tests.flows.playing import play, texts_of
from trainer.exercises.kinds import exercise_from_json
from trainer.flows.exercise_start import start_exercise
from trainer.flows.workspace import Workspace


def finished(workspace: Workspace, clock: Any, exercise: str, run: str = "perfect", *, spoken: str = "it") -> str:
    """The id of an attempt that is over. ``clock`` can ``wait``; what is reserved is played as assessed."""
    model = exercise_from_json(workspace.catalogue.exercise_json([exercise])[exercise])
    flow = start_exercise(workspace, exercise, spoken=spoken, assessed=model.use == "assessed", seed="1")
    if model.kind == "dialogue":
        play(flow, model.runs[run], texts_of(workspace, exercise, spoken), clock)
    else:
        for step in map(model.step, model.runs[run]):
            clock.wait(step.seconds)
            if step.move is not None:
                by_hand(lambda: flow._running.present_play(), flow.move, step.move)
    flow.finish()
    return flow.attempt
