"""Looking back at an attempt: result by section, and item by item where the mode allows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.marking import Result, mark_attempt
from trainer.assessment.paper import Paper
from trainer.flows.results import Feedback, feedback
from trainer.flows.running import journal_path
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
    """The verdict. ``study`` names (module, lesson) of what went wrong, most missed first."""

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


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """An item after the attempt, with everything that may be said about it."""

    position: int
    section: LocalText
    item: PresentedItem
    chosen: frozenset[str]
    feedback: Feedback
    flagged: bool


class ReviewFlow:
    """Reads only the journal and the frozen paper, never the current bank. ``PermissionError`` before the end."""

    def __init__(self, store: LearnerStore, attempt: str) -> None:
        self.state: AttemptState = replay(read_journal(journal_path(store, attempt)).events)
        if not self.state.over:
            raise PermissionError("an attempt is reviewed when it is over")
        self.paper: Paper = load_paper(store.papers_folder, self.state.paper)
        self._result: Result = mark_attempt(self.paper, self.state)

    @property
    def reviewable(self) -> bool:
        """A counting exam shows marks and statements, never stem, key or rationale."""
        return self.state.mode != "counting"

    @property
    def result(self) -> ResultView:
        paper, state, result = self.paper, self.state, self._result
        titles = {section.id: section.title for section in paper.sections}
        missed = [(p, self.paper.item(p)) for p, mark in enumerate(result.marks) if not mark.right]
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
            minutes=paper.minutes,
            blank=sum(mark.blank for mark in result.marks),
            sections=tuple(SectionView(titles[s.id], float(s.points), s.maximum, s.passed) for s in result.sections),
            study=tuple(lesson for lesson, _ in lessons.most_common()),
            statements=tuple(statement for statement, _ in statements.most_common()),
            reviewable=self.reviewable,
        )

    @property
    def count(self) -> int:
        return len(self.paper.items)

    def marks(self) -> tuple[float, ...]:
        """Points by position, for the navigator of the review."""
        return tuple(float(mark.points) for mark in self._result.marks) if self.reviewable else ()

    def item(self, position: int) -> ReviewedItem:
        """One item with its feedback. Raises ``PermissionError`` where the mode forbids it."""
        if not self.reviewable:
            raise PermissionError("a counting exam is not reviewed item by item")
        frozen, item = self.paper.items[position], self.paper.item(position)
        response = self.state.counted.get(position, {})
        tokens = item.tokens(self.state.attempt)
        chosen = frozenset(tokens[f"{group}/{option}"] for group, ids in response.items() for option in ids)
        titles = {section.id: section.title for section in self.paper.sections}
        return ReviewedItem(
            position, titles.get(frozen.section, {}), item.present(frozen.order, tokens), chosen,
            feedback(item, response, frozen.order, frozen.sources), position in self.state.flagged,
        )  # fmt: skip
