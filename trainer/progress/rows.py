"""The rows of a learner's store, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

#: What a mock exam's time can be lengthened by, in per cent.
EXTRA_TIMES = (0, 25, 30, 50, 100)
#: Characters of the longest note.
NOTE_LIMIT = 2000


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
    """How the program looks and behaves for this learner. ``shown`` is a language code or ``both``.

    ``exam_date`` is an ISO date, or empty: no review is put off past the day before it. ``extra_time`` is what a mock
    exam's time is lengthened by, in per cent.
    """

    theme: Literal["dark", "light"] = "dark"
    clock_hidden: bool = False
    shown: str = ""
    ask_certainty: bool = True
    exam_date: str = ""
    extra_time: int = 0
    reduced_motion: bool = False


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
    ``maximum`` is what could be earned (0 before the end), ``pass_mark`` a share of it, None without one.
    ``last_at`` is when something last happened in it, 0 where an older store did not say.
    """

    id: str
    kind: Literal["exam", "practice", "exercise"]
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
    maximum: int = 0
    pass_mark: float | None = None
    last_at: float = 0.0


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """How an item went: times answered, whether the last answer was right, when (epoch seconds)."""

    times: int
    right: bool
    last_at: float


@dataclass(frozen=True, slots=True)
class PageMark:
    """What a learner left at a page (from 0) of a lesson: a bookmark, a note, or both; each with when it was changed.

    A bookmark taken away and a note emptied stay as a row, so that of two machines the later change is known.
    """

    module: str
    lesson: str
    page: int
    revision: int = 1
    bookmarked: bool = False
    bookmarked_at: float = 0.0
    note: str = ""
    noted_at: float = 0.0

    @property
    def changed_at(self) -> float:
        return max(self.bookmarked_at, self.noted_at)
