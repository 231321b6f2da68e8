"""Assessing: a queue of rationales and open answers without names, each judged on a rubric by one rater or by two.

Nobody sees what another rater gave before having judged; a judgement that was acknowledged is on the device.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from trainer.assessment.acts import Judged, JudgementWithdrawn, SecondRaterAsked
from trainer.assessment.rating import Due, Outcome
from trainer.flows.assessing_pieces import Work, cover_numbers, work_of
from trainer.flows.hand_in import unit_of
from trainer.flows.register import LONGEST_REASON, RegisterFlow, Standing, judgements
from trainer.flows.rubrics import RATIONALE, Rubrics, tops_of
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText, clean, clean_line
from trainer.progress.drafts import Draft, Drafts
from trainer.progress.foreign import LONGEST_NAME

#: ``due``: this rater's judgement is wanted; ``given``: theirs is there and another one is wanted; then what it came
#: to, where theirs is there; ``closed``: others have judged it, and nothing of theirs is shown.
PieceState = Literal["due", "given", "sufficient", "insufficient", "closed"]
_ORDER: Mapping[PieceState, int] = {"due": 0, "given": 1, "insufficient": 2, "sufficient": 3, "closed": 4}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work in the queue. ``number`` is its name while nobody is to know whose it is.

    ``raters`` have judged it, ``waits_for`` says whose judgement is due next. ``mine``: this rater has judged it.
    ``begun``: there is a draft. ``whose`` is empty unless names are shown.
    """

    attempt: str
    part: str
    number: int
    title: LocalText
    units: tuple[str, ...]
    kind: str
    spoken: str
    supervised: bool
    content: str
    state: PieceState
    raters: int
    waits_for: Due
    mine: bool
    begun: bool
    whose: str = ""

    @property
    def id(self) -> str:
        """What names it among all pieces."""
        return f"{self.attempt}/{self.part}"


@dataclass(frozen=True, slots=True)
class AssessingView:
    """The queue. ``judged`` of ``mine`` pieces that are this rater's are done. ``unit`` is empty for all units."""

    unit: str
    title: LocalText
    rater: str
    named: bool
    two_raters: bool
    pieces: tuple[Piece, ...]

    @property
    def judged(self) -> int:
        """How many pieces this rater has judged."""
        return sum(piece.mine for piece in self.pieces)

    @property
    def due(self) -> int:
        """How many still want this rater's judgement."""
        return sum(piece.state == "due" for piece in self.pieces)

    @property
    def mine(self) -> int:
        """How many are this rater's in all: judged or to be judged."""
        return self.judged + self.due


@dataclass(frozen=True, slots=True)
class PieceView:
    """One piece to be judged. ``levels`` and ``comments`` are this rater's, from the judgement or from the draft.

    ``others`` are there only once this rater has judged. ``rule`` says what suffices.
    """

    piece: Piece
    work: Work
    rule: LocalText
    levels: Mapping[str, int]
    comments: Mapping[str, str]
    others: tuple[Judged, ...]
    outcome: Outcome | None

    @property
    def lacking(self) -> tuple[str, ...]:
        """Criteria without a level."""
        return tuple(one.id for one in self.work.criteria if one.id not in self.levels)


class AssessingFlow:
    """The work of one unit, or of all, for one rater."""

    def __init__(self, register: RegisterFlow, unit: str = "", rater: str = "") -> None:
        self.register = register
        self._unit = unit_of(register.catalogue, unit) if unit else None
        self._rubrics = Rubrics(register.catalogue)
        self._named = False
        self.rater = register.assessor(rater) if rater else register.settings().assessor

    # -- the queue -----------------------------------------------------------------------------------------------

    def look(self) -> AssessingView:
        """The queue as it is now: what wants this rater's judgement first."""
        self.rater = self.rater or self.register.settings().assessor
        unit, state = self._unit, self.register.state
        pieces = sorted(self._pieces(), key=lambda one: (_ORDER[one.state], one.number, one.part))
        asked = unit.id in state.two_raters if unit else False
        return AssessingView(
            unit.id if unit else "", unit.title if unit else {}, self.rater, self._named, asked, tuple(pieces)
        )

    def sign(self, name: str) -> AssessingView:
        """Judge under this name from now on. :class:`Refused` without one."""
        if not clean_line(name, LONGEST_NAME):
            raise Refused(N_("Say under whose name this is done."))
        self.rater = self.register.assessor(name)
        return self.look()

    def show_names(self, shown: bool) -> AssessingView:
        """Show whose work it is, or hide it again."""
        self._named = shown
        return self.look()

    def ask_two(self, wanted: bool) -> AssessingView:
        """Want two raters for the unit's work, or one. :class:`Refused` where all units are shown."""
        if self._unit is None:
            raise Refused(N_("Two raters are asked for one unit at a time."))
        self.register.act(SecondRaterAsked(self._unit.id, wanted, self._signed()))
        return self.look()

    def standings(self) -> list[Standing]:
        """The attempts with work that can be judged: handed in, not void, and (exercises) passed."""
        register, unit = self.register, self._unit.id if self._unit else ""
        people = register.people_of(unit) if unit else register.people()
        return [
            one
            for person in people
            for one in register.standings(person.person, unit)
            if not one.void and one.short.ready and (one.short.kind == "exam" or one.short.passed)
        ]

    def outcome(self, standing: Standing, part: str) -> Outcome:
        """What the judgements of a part come to; an open answer's by the item that was frozen."""
        tops = None
        if part != RATIONALE and standing.judged.get(part):
            tops = tops_of(work_of(self.register.attempt(standing.attempt), part, self._rubrics).criteria)
        return self._rubrics.outcome(standing, part, two_raters=self._two(standing), tops=tops)

    def numbers(self) -> dict[str, int]:
        """The numbers that stand for attempts."""
        return cover_numbers(self.register.store.acts())

    def _pieces(self) -> list[Piece]:
        numbers, standings = self.numbers(), self.standings()
        begun = {person: self._drafts.begun(person) for person in {one.person for one in standings}}
        return [self._piece(one, part, numbers, begun[one.person]) for one in standings for part in one.short.ready]

    def _piece(self, standing: Standing, part: str, numbers: Mapping[str, int], begun: Container[str]) -> Piece:
        short, found = standing.short, self.outcome(standing, part)
        raters = [one.act.by for one in judgements(standing, part)]
        mine = self.rater in raters
        state: PieceState = "given" if mine else "due"
        if not found.due:
            state = "closed" if not mine else "sufficient" if found.sufficient else "insufficient"
        name = self.register.store.files.person(standing.person).name if self._named else ""
        is_begun = f"{short.attempt}/{part}" in begun
        return Piece(
            short.attempt, part, numbers.get(short.attempt, 0), short.title, self._units(standing), short.kind,
            short.spoken, standing.supervised, standing.content, state, len(raters), found.due, mine, is_begun, name,
        )  # fmt: skip

    def _units(self, standing: Standing) -> tuple[str, ...]:
        if self._unit is not None:
            return (self._unit.id,)
        return standing.short.units or tuple(
            row.subject for row in self.register.catalogue.exams() if row.id == standing.short.subject
        )

    def _two(self, standing: Standing) -> bool:
        return bool(self.register.state.two_raters & set(self._units(standing)))

    # -- one piece -----------------------------------------------------------------------------------------------

    def piece(self, attempt: str, part: str) -> PieceView:
        """A piece to read and judge. :class:`Refused` where it is not in the queue."""
        whole = self.register.attempt(attempt)
        standing = whole.standing
        if part not in standing.short.ready:
            raise Refused(N_("This attempt has no such part to be judged."))
        work = work_of(whole, part, self._rubrics)
        piece = self._piece(standing, part, self.numbers(), self._drafts.begun(standing.person))
        given = [one.act for one in judgements(standing, part)]
        mine = next((one for one in given if one.by == self.rater), None)
        draft = self._drafts.read(standing.person, piece.id)
        levels, comments = (mine.marks, mine.comments) if mine and not draft else (draft.marks, draft.comments)
        others = tuple(one for one in given if one.by != self.rater) if mine else ()
        found = self._rubrics.outcome(standing, part, two_raters=self._two(standing), tops=tops_of(work.criteria))
        return PieceView(piece, work, self._rubrics.rule_text(part), levels, comments, others, found if mine else None)

    def keep_draft(self, view: PieceView, levels: Mapping[str, int], comments: Mapping[str, str]) -> None:
        """Keep what is begun; it is there again when the piece is opened, and counts for nothing."""
        person = self.register.state.attempts[view.piece.attempt].person
        said = {name: kept for name, text in comments.items() if (kept := _comment(text, cut=True))}
        same = view.piece.mine and (levels, said) == (view.levels, view.comments)
        self._drafts.keep(person, view.piece.id, Draft() if same else Draft(dict(levels), said))

    def judge(self, view: PieceView, levels: Mapping[str, int], comments: Mapping[str, str]) -> PieceView:
        """Judge a piece; it is on the device when this returns. Judging again takes the place of the judgement before.

        :class:`Refused` where a criterion has no level it knows, a comment is too long, or nobody is named.
        """
        piece, by = view.piece, self._signed()
        tops = tops_of(view.work.criteria)
        if levels.keys() != tops.keys() or any(not 0 <= level <= tops[name] for name, level in levels.items()):
            raise Refused(N_("Give every criterion a level first."))
        said = {name: kept for name, text in comments.items() if (kept := _comment(text))}
        self.register.act(Judged(piece.attempt, piece.part, by, dict(levels), said, view.work.revision))
        self._forget(view)
        return self.piece(piece.attempt, piece.part)

    def withdraw(self, view: PieceView) -> PieceView:
        """Take this rater's judgement back; its levels and comments stay as a draft."""
        piece = view.piece
        self.keep_draft(replace(view, piece=replace(piece, mine=False)), view.levels, view.comments)
        self.register.act(JudgementWithdrawn(piece.attempt, piece.part, self._signed()))
        return self.piece(piece.attempt, piece.part)

    def _forget(self, view: PieceView) -> None:
        person = self.register.state.attempts[view.piece.attempt].person
        self._drafts.keep(person, view.piece.id, Draft())

    @property
    def _drafts(self) -> Drafts:
        store = self.register.store
        return Drafts(store.folder, store.disk, self.rater)

    def _signed(self) -> str:
        if not self.rater:
            raise Refused(N_("Say under whose name this is done."))
        return self.rater


def _comment(text: str, *, cut: bool = False) -> str:
    kept = clean(text).strip()
    if len(kept) > LONGEST_REASON and not cut:
        raise Refused(N_("There is room for {limit} characters here."), limit=LONGEST_REASON)
    return kept[:LONGEST_REASON]
