"""A shift at a desk being played: what has come in, what was done with it, what stands where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from trainer.exercises.assertions.holds import holds
from trainer.exercises.assertions.marking import assess
from trainer.exercises.composing import Phrase
from trainer.exercises.desk import clockwork
from trainer.exercises.desk.parts import Document
from trainer.exercises.desk.says import FUNCTIONS
from trainer.exercises.desk.world import CardNow, RecordNow, TicketNow, World
from trainer.exercises.marks import Assessment
from trainer.exercises.play import Comment, Moment, Move, MoveRefused, Play
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import ShiftView
    from trainer.exercises.kinds.desk import Desk

#: What a card, record, document, article, ticket or form is called by: its kind and its id.
Thing = tuple[str, str]


class Listed(NamedTuple):
    """What a list shows: the query, the ids it found, and the page that is turned to (from 0)."""

    query: str = ""
    ids: Sequence[str] | None = None
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Play):
    """What changed since the start lies in small maps over the world.

    ``skipped`` are seconds of the desk that were waited away, ``times`` the desk's seconds of each moment. ``arrived``
    and ``due`` tell by document when it came in or will; ``seen`` are the things opened, in order. A card is merged
    into another by ``merged``; a document made a card or ticket lends it its id.
    """

    desk: Desk
    world: World = field(compare=False, repr=False)
    skipped: float = 0.0
    times: tuple[float, ...] = ()
    arrived: Mapping[str, float] = field(default_factory=dict)
    due: Mapping[str, float] = field(default_factory=dict)
    answered: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    seen: tuple[Thing, ...] = ()
    on_screen: Thing | None = None
    cards: Mapping[str, CardNow] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, RecordNow] = field(default_factory=dict)
    tickets: Mapping[str, TicketNow] = field(default_factory=dict)
    forms: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    filed: Mapping[str, str] = field(default_factory=dict)
    deleted: frozenset[Thing] = frozenset()
    lists: Mapping[str, Listed] = field(default_factory=dict)
    finished: bool = False

    @property
    def exercise(self) -> Desk:
        return self.desk

    @property
    def over(self) -> bool:
        return self.finished

    @property
    def now(self) -> float:
        """Seconds of the desk since it opened."""
        return min(round(self.at * self.desk.hours.pace + self.skipped, 3), self.world.seconds_open)

    @property
    def clock(self) -> datetime:
        """The desk's date and time."""
        return self.world.when(self.now)

    def seconds_of(self, moment: int) -> float:
        """When a moment was, in seconds of the desk."""
        return self.times[moment]

    def moves(self) -> Sequence[Move]:
        from trainer.exercises.desk.moves import moves

        return moves(self)

    def apply(self, move: Move, at: float) -> tuple[Shift, tuple[Moment, ...]]:
        from trainer.exercises.desk.acts.table import ACTS

        shift = self.advance(at)
        if shift.over:
            raise MoveRefused(N_("The shift is over."))
        if move.do not in ACTS:
            raise MoveRefused(N_("This cannot be done at a desk."))
        shift = clockwork.follow(ACTS[move.do](shift, move))
        return shift, shift.moments[len(self.moments) :]

    def advance(self, at: float) -> Shift:
        return clockwork.advance(self, at)

    def view(self) -> ShiftView:
        from trainer.exercises.desk.view import shift_view

        return shift_view(self)[0]

    def read(self, sent: Move) -> Move:
        from trainer.exercises.desk.reading import read

        return read(self, sent)

    def hint(self, name: str) -> LocalText:
        from trainer.exercises.desk.reading import hint

        return hint(self, name)

    def used(self) -> Mapping[str, LocalText]:
        """Articles that were opened and forms that were filled in."""
        seen = {id for kind, id in self.seen if kind == "article"}
        filled = {form for form, _ in self.forms}
        return {one.id: one.title for one in self.desk.articles if one.id in seen} | {
            one.id: one.title for one in self.desk.forms if one.id in filled
        }

    def assess(self) -> Assessment:
        return assess(self, self.desk.criteria, FUNCTIONS, self.desk.passive)

    def comments(self) -> tuple[Comment, ...]:
        """What is said of each phrase that was written."""
        found = []
        for moment in self.moments:
            texts = tuple(p.comment for p in self.phrases_of(moment) if p.comment is not None)
            if texts:
                found.append(Comment(moment.number, texts))
        return tuple(found)

    def phrases_of(self, moment: Moment) -> list[Phrase]:
        """The phrases a reply was composed of."""
        if not moment.names or moment.names[0] != "replied":
            return []
        reply = self.world.replies[self.world.documents[moment.names[1]].reply or ""]
        return [phrase for _, phrase in reply.phrases() if phrase.id in moment.names[2:]]

    def holds(self, line: str) -> tuple[bool, tuple[int, ...]]:
        """Whether an assertion is true now, and the moments it spoke of."""
        return holds(line, FUNCTIONS, self)

    def possible(self, phrase: Phrase) -> bool:
        """Whether a phrase can be written now."""
        return phrase.when is None or self.holds(phrase.when)[0]

    def with_moment(self, kind: str, text: LocalText, *names: str, spoken: bool = False) -> Shift:
        """The shift after something more has happened; ``names`` are what assertions know it by."""
        moment = Moment(len(self.moments), self.at, kind, text, spoken, names)
        return replace(self, moments=(*self.moments, moment), times=(*self.times, self.now))

    def everywhere(self, text: str) -> LocalText:
        """A text that is the same in every language."""
        return dict.fromkeys(self.desk.title, text)

    def card(self, id: str) -> CardNow | None:
        """The card with this id as it stands; None when there is none (any more)."""
        if id in self.merged or ("customer", id) in self.deleted:
            return None
        return self.cards.get(id) or self.world.cards.get(id)

    def root(self, id: str) -> str:
        """The card this one was merged into, or itself."""
        while id in self.merged:
            id = self.merged[id]
        return id

    def record(self, id: str) -> RecordNow | None:
        """The record with this id as it stands."""
        return self.records.get(id) or self.world.records.get(id)

    def document(self, id: str) -> Document | None:
        """The document with this id, if it has come in and is still there."""
        there = id in self.arrived and ("document", id) not in self.deleted
        return self.world.documents[id] if there else None


def begin(desk: Desk, seed: str, spoken: str) -> Shift:
    """The desk when it opens. ``ValueError`` in a language it is not offered in."""
    if spoken not in desk.spoken:
        raise ValueError(f"not offered in {spoken}")
    world = desk.world(spoken)
    due = {one.id: one.arrives.minutes * 60.0 for one in desk.documents if one.arrives.after is None}
    filed = {one.id: one.filed for one in desk.documents if one.filed is not None}
    shift = Shift(seed, spoken, desk=desk, world=world, due=due, filed=filed, tickets=world.tickets)
    return clockwork.follow(clockwork.advance(shift, 0.0))
