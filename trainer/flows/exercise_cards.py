"""The exercises of a unit or module as lists show them: how often each was played, how well, what waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.catalogue.rows import ExerciseRow
from trainer.kernel.text import LocalText
from trainer.progress.rows import AttemptRow

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """An exercise in a unit's list. ``assessed``: it counts, and is played as such only.

    ``running`` is the attempt that waits, if any; ``best`` the highest share of its points so far, ``passed`` whether
    an attempt passed.
    """

    id: str
    kind: str
    title: LocalText
    minutes: int
    assessed: bool
    spoken: tuple[str, ...]
    played: int
    running: str | None
    best: float | None
    passed: bool


def exercise_cards(workspace: Workspace, unit: str = "", *, module: str = "") -> tuple[ExerciseCard, ...]:
    """The exercises of a unit, of a module or all, under the learner's law; those for practice first."""
    found = workspace.catalogue.exercises(unit)
    if not found:
        return ()
    law, attempts = workspace.jurisdictions(), workspace.store.attempts()
    own = [row for row in found if row.jurisdiction in law and module in ("", row.module)]
    return tuple(card_of(row, attempts) for row in own)


def card_of(row: ExerciseRow, attempts: Iterable[AttemptRow]) -> ExerciseCard:
    """One exercise with what these attempts tell of it."""
    own = [one for one in attempts if one.kind == "exercise" and one.subject == row.id]
    over = [one for one in own if one.submitted_at is not None and one.maximum]
    shares = [_share(one) for one in over]
    running = next((one.id for one in own if one.submitted_at is None), None)
    return ExerciseCard(
        row.id, row.kind, row.title, row.minutes, row.use == "assessed", row.spoken, len(own), running,
        max(shares, default=None), any(one.passed for one in over),
    )  # fmt: skip


def _share(row: AttemptRow) -> float:
    from trainer.flows.progress import share_of

    return share_of(row)
