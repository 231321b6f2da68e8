"""The report of a class: who has met which condition of a unit's record, what is lacking, what waits for assessment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText
from trainer.printing.blocks import beside, check, heading, line, stack
from trainer.printing.flowing import Row, Sheet, cells, pages
from trainer.printing.look import LEFT, SUBTITLE, TITLE, Look
from trainer.printing.marks import ACCENT, CAUTION, MUTED, PAGE_HEIGHT, PAGE_WIDTH, Drawn, Style
from trainer.printing.paint import REPORT, Paper, painted
from trainer.printing.speakers import Speakers
from trainer.printing.typeset import paragraph

#: ``waiting``: somebody must assess it; ``none``: does not apply.
State = Literal["met", "lacking", "waiting", "none"]

_LOOK = Look(8.4)
#: Lying pages.
_WIDTH, _HEIGHT = PAGE_HEIGHT, PAGE_WIDTH
_INNER = _WIDTH - 2 * LEFT
_NAME, _STATE = 170.0, 46.0
_WORDS = {"met": "", "lacking": N_("missing"), "waiting": N_("waiting"), "none": "–"}
_COLOURS = {"met": ACCENT, "lacking": CAUTION, "waiting": MUTED, "none": MUTED}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of the record: the head of its column, and the sentence that explains it."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportedLearner:
    """A learner's row: a state for each condition, and in sentences what is lacking and what waits.

    ``note`` says more under the name: that a record was issued, say.
    """

    name: str
    states: tuple[State, ...]
    lacking: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClassReport:
    """A unit's class in one language, in which its sentences already are. ``made_at`` is ISO with zone."""

    language: str
    unit_id: str
    unit: LocalText
    qualification: LocalText
    conditions: tuple[Condition, ...]
    learners: tuple[ReportedLearner, ...]
    program_version: str
    made_at: str


def report_pages(report: ClassReport, cache: Path | None = None) -> Paper:
    """The report as pages."""
    speakers = Speakers([report.language], cache)
    foot = (
        speakers.label(N_("Personal data: keep it among those who teach and assess this class."))
        + f" · Trainer {report.program_version}"
    )
    sheet = Sheet(
        _WIDTH,
        _HEIGHT,
        foot,
        lambda number, total: speakers.label(N_("page {number} of {total}"), number=number, total=total),
    )
    view = _View(report, speakers)
    return Paper(
        title=f"{speakers.label(N_('Report of the class'))} · {report.unit_id}",
        kind=REPORT, languages=(report.language,), made_at=report.made_at,
        width=_WIDTH, height=_HEIGHT, pages=tuple(pages(list(view.rows()), sheet, view.columns())),
    )  # fmt: skip


def render_class_report(report: ClassReport, cache: Path | None = None) -> bytes:
    """The report as PDF. Raises :class:`~trainer.printing.fonts.GlyphsMissing`."""
    return painted(report_pages(report, cache))


@dataclass(frozen=True, slots=True)
class _View:
    report: ClassReport
    speakers: Speakers

    def rows(self) -> Iterator[Row]:
        """Everything on the pages, from the top."""
        yield Row(self._head(), space=8)
        yield Row(self.columns(), keep=True)
        for learner in self.report.learners:
            yield Row(stack([self._learner(learner), line(_INNER, room=2)]), space=1)
        yield Row(heading(self.speakers.label(N_("Conditions of a record")), _LOOK.heading, _INNER), keep=True)
        for number, condition in enumerate(self.report.conditions, 1):
            yield Row(paragraph(f"{number}  {condition.head}: {condition.text}", _LOOK.small, _INNER), space=1)

    def _head(self) -> Drawn:
        report, speakers = self.report, self.speakers
        met = sum(all(state in ("met", "none") for state in one.states) for one in report.learners)
        waiting = sum("waiting" in one.states or bool(one.waiting) for one in report.learners)
        counts = speakers.label(
            N_("{day} · learners: {count} · all conditions met: {met} · waiting for assessment: {waiting}"),
            day=speakers.day(report.made_at), count=len(report.learners), met=met, waiting=waiting,
        )  # fmt: skip
        unit = f"{report.unit_id} · {speakers.joined(report.unit)} · {speakers.joined(report.qualification)}"
        return stack(
            [
                paragraph(speakers.label(N_("Report of the class")), TITLE.sized(18), _INNER),
                paragraph(unit, SUBTITLE.sized(10), _INNER),
                paragraph(counts, _LOOK.strong, _INNER),
                paragraph(speakers.label(_HONESTY), _LOOK.small, _INNER),
            ],
            2,
        )

    def columns(self) -> Drawn:
        """The heads of the columns."""
        head = Style("medium", 6.8, MUTED)
        heads = [
            (_STATE, paragraph(f"{number} {one.head}", head, _STATE - 4))
            for number, one in enumerate(self.report.conditions, 1)
        ]
        last = paragraph(self.speakers.label(N_("what is lacking, what waits")), head, self._rest)
        name = paragraph(self.speakers.label(N_("learner")), head, _NAME)
        return stack(
            [cells([(_NAME, name), *heads, (self._rest, last)]), line(_INNER, thickness=1, colour=ACCENT, room=1)]
        )

    @property
    def _rest(self) -> float:
        return _INNER - _NAME - _STATE * len(self.report.conditions)

    def _learner(self, one: ReportedLearner) -> Drawn:
        name = [paragraph(one.name, _LOOK.strong, _NAME - 8)]
        if one.note:
            name.append(paragraph(one.note, _LOOK.small, _NAME - 8))
        states = [(_STATE, self._state(state)) for state in one.states]
        waits = self.speakers.label(N_("waits:"))
        said = [*one.lacking, *(f"{waits} {text}" for text in one.waiting)]
        rest = stack([paragraph(text, _LOOK.small, self._rest) for text in said], 1)
        return cells([(_NAME, stack(name)), *states, (self._rest, rest)])

    def _state(self, state: State) -> Drawn:
        if state == "met":
            return beside([(2, check(7.5, ACCENT))])
        words = _WORDS[state] if state == "none" else self.speakers.label(_WORDS[state])
        return paragraph(words, _LOOK.small.in_colour(_COLOURS[state]), _STATE - 4)


_HONESTY = N_("Attempts are unsupervised, on the learner’s own machine, unless they come from an exam room.")
