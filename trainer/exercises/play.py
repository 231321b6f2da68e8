"""An exercise being played: an immutable value that knows what may be done, what may be seen and what it is worth."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from trainer.exercises.base import Exercise
from trainer.exercises.marks import Assessment
from trainer.kernel.changed import changed
from trainer.kernel.problems import N_, Problem
from trainer.kernel.text import LocalText


class MoveRefused(Problem):
    """A move that is not possible now; what is being played is unchanged."""


@dataclass(frozen=True, slots=True)
class Move:
    """What the learner does: ``do`` names the act, ``on`` what it is done to, ``values`` whatever else it needs.

    All of it is JSON. A journal keeps ids; a front end knows tokens where ids would tell (see :meth:`Play.read`).
    """

    do: str
    on: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Plain data; :meth:`from_json` gives the move back."""
        return {"do": self.do, "on": self.on, "values": dict(self.values)}

    @classmethod
    def from_json(cls, data: Any) -> Move:
        """Raises ``ValueError`` on anything that is no move."""
        fits = isinstance(data, dict) and data.keys() == {"do", "on", "values"}
        if not (fits and isinstance(data["do"], str) and isinstance(data["on"], str)):
            raise ValueError("not a move")
        if not (isinstance(data["values"], dict) and all(isinstance(name, str) for name in data["values"])):
            raise ValueError("not a move")
        return cls(data["do"], data["on"], data["values"])


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened, numbered from 0: what a transcript is made of and a rationale can cite.

    ``at`` is in seconds of the attempt's own clock. ``kind`` is for front ends (``said``, ``heard``, ``opened`` …).
    ``text`` has the spoken language alone where it is ``spoken``. ``names`` are ids and never leave the engine.
    """

    number: int
    at: float
    kind: str
    text: LocalText
    spoken: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownMoment:
    """A moment as a front end may see it."""

    number: int
    at: float
    kind: str
    text: LocalText
    spoken: bool


@dataclass(frozen=True, slots=True)
class View:
    """What a front end may see of any exercise. Nothing in it tells what is right, comes next or is hidden."""

    kind: str
    title: LocalText
    briefing: LocalText
    spoken: str
    over: bool
    moments: tuple[ShownMoment, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said of a moment in the replay after the end; ``changed`` are variables it moved."""

    moment: int
    texts: tuple[LocalText, ...]
    changed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Play(ABC):
    """Base of all engines. Every method is pure; :meth:`apply` and :meth:`advance` give the next value.

    ``at`` is the attempt's clock in seconds when it came to this, ``moments`` are everything that happened so far.
    """

    seed: str
    spoken: str
    at: float = 0.0
    moments: tuple[Moment, ...] = ()

    @property
    @abstractmethod
    def exercise(self) -> Exercise:
        """The frozen exercise being played."""

    @property
    @abstractmethod
    def over(self) -> bool:
        """Whether it came to an end by itself: no move is possible any more."""

    @abstractmethod
    def moves(self) -> Sequence[Move]:
        """Every move possible now; where there are too many to tell, those somebody without a plan would try."""

    @abstractmethod
    def apply(self, move: Move, at: float) -> tuple[Self, tuple[Moment, ...]]:
        """What it comes to, and what happened. :class:`MoveRefused` with the reason when the move is not possible."""

    @abstractmethod
    def view(self) -> View:
        """All that may be seen now."""

    @abstractmethod
    def assess(self) -> Assessment:
        """Marks with explanations, of what was done so far."""

    def advance(self, at: float) -> Self:
        """What it has come to by ``at`` while nothing was done. A kind whose world moves by itself says how."""
        return changed(self, at=max(self.at, at))

    def read(self, sent: Move) -> Move:
        """The move a front end sent, with ids for tokens. :class:`MoveRefused` on a token that means nothing now."""
        return sent

    def hint(self, name: str) -> LocalText:
        """The hint of this name, in practice: ``tip``, or the number of a moment for its translation.

        :class:`MoveRefused` when there is none such.
        """
        if name.isdecimal() and len(name) < 6 and int(name) < len(self.moments) and self.moments[int(name)].spoken:
            return dict(self.moments[int(name)].text)
        raise MoveRefused(N_("There is no hint for this."))

    def used(self) -> Mapping[str, LocalText]:
        """Titles by id of tools and forms that were used: what a rationale may say was."""
        return {}

    def comments(self) -> tuple[Comment, ...]:
        """What is said of each moment in the replay."""
        return ()

    def shown(self) -> tuple[ShownMoment, ...]:
        """The moments without what only the engine knows; what is spoken in its own language alone."""
        return tuple(
            ShownMoment(one.number, one.at, one.kind, self.in_spoken(one.text) if one.spoken else one.text, one.spoken)
            for one in self.moments
        )

    def in_spoken(self, text: LocalText) -> LocalText:
        """A spoken text as it may be shown: in the language chosen before the start, and no other."""
        return {self.spoken: text[self.spoken]} if self.spoken in text else dict(list(text.items())[:1])
