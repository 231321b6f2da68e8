"""What screens ask the program for. They post these and never name the app."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from textual.message import Message

from trainer.kernel.problems import Problem


@dataclass
class OpenScreen(Message):
    """Open the screen ``name`` of ``routes`` with these arguments; ``replace`` takes the place of the present one."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)
    replace: bool = False


@dataclass
class GoBack(Message):
    """Close the present screen."""


@dataclass
class SpeakLanguage(Message):
    """The interface speaks ``language`` from now on."""

    language: str


@dataclass
class UseTheme(Message):
    """Show ``dark`` or ``light`` from now on."""

    theme: str


@dataclass
class StopProgram(Message):
    """Nothing can go on because of ``problem``: end with its exit code."""

    problem: Problem
