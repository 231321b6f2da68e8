"""One piece after the other: the piece that is open, how far the rater is, and which piece comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from trainer.flows.assessing import AssessingFlow, PieceView
from trainer.flows.register import RegisterFlow
from trainer.kernel.problems import N_, Refused

#: What names a piece: its attempt and the part of it.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class JudgingView:
    """The piece that is open; ``judged`` of ``mine`` pieces are done. ``next_due`` is another one that waits.

    ``following`` and ``before`` are its neighbours by number, judged or not.
    """

    open: PieceView
    rater: str
    judged: int
    mine: int
    next_due: Place | None
    following: Place | None
    before: Place | None


class JudgingFlow:
    """The pieces of one unit, or of all, opened one at a time. Every method gives the view afterwards."""

    def __init__(self, assessing: AssessingFlow) -> None:
        self._assessing = assessing

    @classmethod
    def of(cls, register: RegisterFlow, unit: str, *, named: bool) -> Self:
        """Judging as the one who judged last."""
        assessing = AssessingFlow(register, unit)
        assessing.show_names(named)
        return cls(assessing)

    def open(self, attempt: str, part: str) -> JudgingView:
        """Open a piece. :class:`Refused` where it is not in the queue."""
        return self._around(self._assessing.piece(attempt, part))

    def keep(self, view: PieceView, levels: Mapping[str, int], comments: Mapping[str, str]) -> None:
        """Keep what is begun as a draft."""
        self._assessing.keep_draft(view, levels, comments)

    def judge(
        self, view: PieceView, levels: Mapping[str, int], comments: Mapping[str, str], name: str = ""
    ) -> JudgingView:
        """Judge the piece, under ``name`` from now on where one is given; it is on the device when this returns."""
        if name:
            self._assessing.sign(name)
        return self._around(self._assessing.judge(view, levels, comments))

    def withdraw(self, view: PieceView) -> JudgingView:
        """Take the rater's judgement of the piece back."""
        return self._around(self._assessing.withdraw(view))

    def _around(self, view: PieceView) -> JudgingView:
        queue = self._assessing.look()
        pieces = sorted(queue.pieces, key=lambda one: (one.number, one.part))
        places = [(one.attempt, one.part) for one in pieces]
        if (view.piece.attempt, view.piece.part) not in places:
            raise Refused(N_("This piece is not judged: its attempt is void or was not passed."))
        here = places.index((view.piece.attempt, view.piece.part))
        due = [(one.attempt, one.part) for one in (*pieces[here + 1 :], *pieces[:here]) if one.state == "due"]
        return JudgingView(
            view, queue.rater, queue.judged, queue.mine, due[0] if due else None,
            places[here + 1] if here + 1 < len(places) else None, places[here - 1] if here else None,
        )  # fmt: skip
