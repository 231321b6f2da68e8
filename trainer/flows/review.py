"""Looking back at an attempt: result by section, and item by item where the mode allows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.marking import Result, mark_attempt
from trainer.assessment.paper import Paper
from trainer.flows.answering import number_language, response_shown, tokens_chosen
from trainer.flows.reporting import Subject, subject_on_paper
from trainer.flows.results import Feedback, feedback
from trainer.flows.running import journal_path
from trainer.flows.tries import Try, counting_tries
from trainer.items.controls import PresentedItem
from trainer.kernel.text import LocalText
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class SectionView:
    """Points of one section; ``passed`` says whether its own pass mark was reached."""

    title: LocalText
    points: float
    maximum: int
    passed: bool


@dataclass(frozen=True, slots=True)
class ResultView:
    """The verdict. ``study`` names (module, lesson) of what went wrong, most missed first.

    ``tries`` are all those at a counting exam, latest first; ``voided`` says why this one does not count, if so.
    ``provisional`` answers wait for an assessor; they are not in ``maximum`` and count neither for nor against.
    ``minutes`` is the limit there was, ``extra_minutes`` of it are more than the exam gives. ``noted`` are positions
    of items the learner thought mistaken. ``wrong``: how many were not right, the blank ones too.
    """

    title: LocalText
    mode: str
    reason: str
    points: float
    maximum: int
    share: float
    pass_mark: float | None
    section_pass_mark: float | None
    house_rule: bool
    passed: bool | None
    minutes_used: float
    minutes: int | None
    blank: int
    sections: tuple[SectionView, ...]
    study: tuple[tuple[str, str], ...]
    statements: tuple[str, ...]
    reviewable: bool
    provisional: int = 0
    tries: tuple[Try, ...] = ()
    voided: str | None = None
    extra_minutes: int = 0
    noted: tuple[int, ...] = ()
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """An item after the attempt, with everything that may be said about it.

    ``response`` holds what was answered in each group: tokens, in their order, or the text. ``noted``: in the exam the
    learner thought that the item itself is mistaken.
    """

    position: int
    section: LocalText
    item: PresentedItem
    chosen: frozenset[str]
    feedback: Feedback
    flagged: bool
    response: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    noted: bool = False


class ReviewFlow:
    """Reads only the journal and the frozen paper, never the current bank. ``PermissionError`` before the end."""

    def __init__(self, store: LearnerStore, attempt: str) -> None:
        self._store = store
        self.state: AttemptState = replay(read_journal(journal_path(store, attempt)).events)
        if not self.state.over:
            raise PermissionError("an attempt is reviewed when it is over")
        self.paper: Paper = load_paper(store.papers_folder, self.state.paper)
        self._result: Result = mark_attempt(self.paper, self.state)
        self._language = number_language(self.state.language, store)

    @property
    def reviewable(self) -> bool:
        """A counting exam shows marks and statements, never stem, key or rationale."""
        return self.state.mode != "counting"

    @property
    def result(self) -> ResultView:
        paper, state, result = self.paper, self.state, self._result
        titles = {section.id: section.title for section in paper.sections}
        missed = [
            (p, self.paper.item(p)) for p, mark in enumerate(result.marks) if not (mark.right or mark.provisional)
        ]
        lessons = Counter((paper.items[p].module, item.lesson or "") for p, item in missed)
        statements = Counter(statement for _, item in missed for statement in item.statements)
        return ResultView(
            title=paper.title,
            mode=state.mode,
            reason=state.submitted or "",
            points=float(result.points),
            maximum=result.maximum,
            share=result.share,
            pass_mark=paper.pass_mark,
            section_pass_mark=paper.section_pass_mark,
            house_rule=paper.house_rule,
            passed=result.passed,
            minutes_used=state.elapsed / 60,
            minutes=paper.minutes and (state.time_limit or 0) // 60,
            extra_minutes=(state.time_limit or 0) // 60 - (paper.minutes or 0),
            noted=tuple(sorted(state.noted)),
            blank=sum(mark.blank for mark in result.marks),
            sections=tuple(SectionView(titles[s.id], float(s.points), s.maximum, s.passed) for s in result.sections),
            study=tuple(lesson for lesson, _ in lessons.most_common()),
            statements=tuple(statement for statement, _ in statements.most_common()),
            reviewable=self.reviewable,
            provisional=result.provisional,
            tries=() if self.reviewable else counting_tries(self._store, paper.subject),
            voided=state.voided,
            wrong=len(missed),
        )

    @property
    def count(self) -> int:
        return len(self.paper.items)

    def marks(self) -> tuple[float, ...]:
        """Points by position, for the navigator of the review."""
        return tuple(float(mark.points) for mark in self._result.marks) if self.reviewable else ()

    def provisional(self) -> frozenset[int]:
        """The positions an assessor has still to mark; their points say nothing."""
        return frozenset(p for p, mark in enumerate(self._result.marks) if mark.provisional)

    def item(self, position: int) -> ReviewedItem:
        """One item with its feedback. Raises ``PermissionError`` where the mode forbids it."""
        if not self.reviewable:
            raise PermissionError("a counting exam is not reviewed item by item")
        frozen, item = self.paper.items[position], self.paper.item(position)
        response = self.state.counted.get(position, {})
        tokens = item.tokens(self.state.attempt)
        titles = {section.id: section.title for section in self.paper.sections}
        return ReviewedItem(
            position, titles.get(frozen.section, {}), item.present(frozen.order, tokens),
            tokens_chosen(item, response, tokens), feedback(item, response, frozen.order, frozen.sources, tokens),
            position in self.state.flagged, response_shown(item, response, tokens, self._language),
            position in self.state.noted,
        )  # fmt: skip

    def subject(self, position: int) -> Subject:
        """What a report about an item is about; of a counting exam without its stem."""
        where = "practice" if self.state.mode == "practice" else "exam"
        subject = subject_on_paper(self.paper, position, self.state.language, where)
        return subject if self.reviewable else replace(subject, stem={})
