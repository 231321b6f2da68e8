"""What screens ask the program for. They post these and never name the app.

Written out by hand: making a dataclass takes half a millisecond, and the first paint waits for these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from trainer.kernel.problems import Problem


class OpenScreen(Message):
    """Open the screen ``name`` of ``routes`` with these arguments; ``replace`` takes the place of the present one."""

    def __init__(self, name: str, arguments: dict[str, Any] | None = None, replace: bool = False) -> None:
        super().__init__()
        self.name, self.arguments, self.replace = name, arguments or {}, replace


class GoBack(Message):
    """Close the present screen; ``say`` this on the one below."""

    def __init__(self, say: str = "") -> None:
        super().__init__()
        self.say = say


class GoToPlace(Message):
    """Close every screen above *Today* and open the screen ``name`` above it; "": ask which of the places."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.name = name


class ChooseLearner(Message):
    """Open this learner in the place of the present one; ``then`` opens above *Today*."""

    def __init__(self, learner: str, then: OpenScreen | None = None) -> None:
        super().__init__()
        self.learner, self.then = learner, then


class AddLearner(Message):
    """Put the present learner away and ask somebody new for their name."""


class LearnerOpened(Message):
    """Another learner is open from now on: show their *Today*, and nothing of anybody else."""


class SpeakLanguage(Message):
    """The interface speaks ``language`` from now on."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language


class UseTheme(Message):
    """Show ``dark`` or ``light`` from now on."""

    def __init__(self, theme: str) -> None:
        super().__init__()
        self.theme = theme


class ReduceMotion(Message):
    """Show everything without motion from now on, or as usual."""

    def __init__(self, reduced: bool) -> None:
        super().__init__()
        self.reduced = reduced


class StopProgram(Message):
    """Nothing can go on because of ``problem``: end with its exit code."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem
