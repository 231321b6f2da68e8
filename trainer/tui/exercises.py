"""The routes to exercises: before the start, and playing; see ``routes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.tui import loading

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.tui.loading import Loaded
    from trainer.tui.screens.base import TrainerScreen


def load_start(workspace: Workspace, *, exercise: str) -> Loaded:
    """What is said before an exercise starts."""
    from trainer.flows.exercise_start import ExerciseStartFlow

    return loading.loaded(workspace, ExerciseStartFlow(workspace, exercise))


def show_start(words: Translator, loaded: Loaded) -> TrainerScreen:
    """The screen before an exercise."""
    from trainer.tui.screens.exercise_start import ExerciseStartScreen

    return ExerciseStartScreen(words, loaded.flow, loaded.languages)


def load_play(workspace: Workspace, *, exercise: str = "", spoken: str = "", attempt: str = "", seed: str = "") -> Any:
    """An exercise started in a language, or the attempt that waits. ``seed`` decides in what order answers stand."""
    from trainer.flows.exercise_start import ExerciseStartFlow, resume_exercise

    if attempt:
        return loading.loaded(workspace, resume_exercise(workspace, attempt))
    return loading.loaded(workspace, ExerciseStartFlow(workspace, exercise).start(spoken, seed=seed or None))


def show_play(words: Translator, loaded: Loaded) -> TrainerScreen:
    """The screen it is played on."""
    from trainer.tui.screens.exercise import ExerciseScreen

    return ExerciseScreen(words, loaded.flow, loaded.languages, clock_hidden=loaded.clock_hidden)
