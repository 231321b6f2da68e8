"""The rows of a learner's store, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Profile:
    """Who learns, in which languages, for which qualification."""

    name: str
    language: str
    second_language: str
    qualification: str
    created: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program looks and behaves for this learner. ``shown`` is a language code or ``both``."""

    theme: Literal["dark", "light"] = "dark"
    clock_hidden: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """Where a learner is in a lesson: ``page`` (from 0), pages opened, checks answered right once."""

    module: str
    lesson: str
    revision: int
    page: int = 0
    opened: tuple[int, ...] = ()
    checks: tuple[str, ...] = ()
    last_at: float = 0.0

    def studied(self, pages: int, checks: tuple[str, ...]) -> bool:
        """Every page opened and each check question answered right once (product rule)."""
        return len(set(self.opened)) >= pages and set(checks) <= set(self.checks)


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """An attempt in the learner's list; what it says is derived from its journal and its paper.

    ``points`` is a fraction written as text (``"31/2"``), ``sections`` holds id, points, maximum and passed.
    """

    id: str
    kind: Literal["exam", "practice"]
    mode: str
    subject: str
    title: dict[str, str]
    paper: str
    started_at: float
    items: int
    answered: int = 0
    submitted_at: float | None = None
    reason: str | None = None
    points: str = "0"
    passed: bool | None = None
    seconds: float = 0.0
    sections: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """How an item went: times answered, whether the last answer was right, when (epoch seconds)."""

    times: int
    right: bool
    last_at: float
