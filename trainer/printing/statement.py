"""The study statement: what a learner says of their own study, unsigned, and said to be so on its face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText
from trainer.printing.blocks import barred, heading, line, panel, stack, to_the_right
from trainer.printing.flowing import Row, Sheet, cells, pages
from trainer.printing.look import LEAD, NAME, SUBTITLE, TITLE, UNIT, WIDTH, Look
from trainer.printing.marks import CAUTION, MUTED, PAGE_HEIGHT, PAGE_WIDTH, Drawn, Style
from trainer.printing.paint import STATEMENT, Paper, painted
from trainer.printing.speakers import Speakers
from trainer.printing.typeset import fitted, paragraph

_LOOK = Look(8.8)
_WARNING = Style("bold", 13, CAUTION)
_RIGHT = 70.0


@dataclass(frozen=True, slots=True)
class StudiedModule:
    """A module of the unit; ``studied_on`` is the ISO day its study was complete, None while it is not."""

    title: LocalText
    minutes: int
    studied_on: str | None


@dataclass(frozen=True, slots=True)
class StatedExam:
    """A counting try at the unit exam: ISO day, share of the marks, whether it passed."""

    day: str
    mark: float
    passed: bool


@dataclass(frozen=True, slots=True)
class StatedEvidence:
    """An assessed attempt at an exercise, with what it shows."""

    day: str
    title: LocalText
    facets: tuple[LocalText, ...]
    mark: float
    max: float
    passed: bool


@dataclass(frozen=True, slots=True)
class StudyStatement:
    """All that a study statement says; ``made_on`` is its ISO day."""

    learner: str
    unit_id: str
    unit: LocalText
    qualification: LocalText
    modules: tuple[StudiedModule, ...]
    exams: tuple[StatedExam, ...]
    evidence: tuple[StatedEvidence, ...]
    content_version: str
    program_version: str
    made_on: str


def statement_pages(statement: StudyStatement, languages: Sequence[str], cache: Path | None = None) -> Paper:
    """The statement as pages."""
    view = _View(statement, Speakers(languages, cache))
    speakers = view.speakers
    versions = f"{speakers.label(N_('content version'))} {statement.content_version}"
    foot = f"{speakers.label(_NOT_VERIFIED)} · Trainer {statement.program_version} · {versions}"
    sheet = Sheet(
        PAGE_WIDTH,
        PAGE_HEIGHT,
        foot,
        lambda number, total: speakers.label(N_("page {number} of {total}"), number=number, total=total),
    )
    again = paragraph(f"{statement.learner} · {speakers.joined(statement.unit)}", _LOOK.muted, WIDTH)
    return Paper(
        title=f"{speakers.say(_TITLE)[0]} · {statement.learner}",
        kind=STATEMENT, languages=tuple(languages), made_at=f"{statement.made_on}T00:00:00Z",
        width=PAGE_WIDTH, height=PAGE_HEIGHT, pages=tuple(pages(list(view.rows()), sheet, again)),
    )  # fmt: skip


def render_statement(statement: StudyStatement, languages: Sequence[str], cache: Path | None = None) -> bytes:
    """The statement as PDF. Raises :class:`~trainer.printing.fonts.GlyphsMissing`."""
    return painted(statement_pages(statement, languages, cache))


_TITLE = N_("Study statement (self-declared)")
_NOT_VERIFIED = N_("Self-declared: nobody has verified or signed it")


@dataclass(frozen=True, slots=True)
class _View:
    statement: StudyStatement
    speakers: Speakers

    def rows(self) -> Iterator[Row]:
        """Everything on the pages, from the top."""
        yield Row(self._head(), space=10)
        yield Row(self._warning(), space=12)
        yield from self._table(N_("Modules"), [self._module(one) for one in self.statement.modules])
        yield from self._table(N_("Unit exam: every counting try"), [self._exam(one) for one in self.statement.exams])
        yield from self._table(N_("Assessed exercises"), [self._evidence(one) for one in self.statement.evidence])

    def _head(self) -> Drawn:
        said, speakers = self.statement, self.speakers
        titles = [
            paragraph(text, SUBTITLE if number else TITLE, WIDTH) for number, text in enumerate(speakers.say(_TITLE))
        ]
        declares = N_("{day}: the person named here says that they have studied what follows")
        return stack(
            [
                stack(titles),
                line(WIDTH, room=3),
                fitted(said.learner, NAME.sized(20), WIDTH, 13),
                self._each(speakers.say(declares, day=speakers.day(said.made_on)), LEAD),
                self._each(speakers.texts(said.unit), UNIT.sized(12)),
                self._each([f"{said.unit_id} · {text}" for text in speakers.texts(said.qualification)], LEAD),
            ],
            3,
        )

    def _warning(self) -> Drawn:
        inner = WIDTH - 28
        said = self.speakers.say(
            N_("This is no completion record: no signature, no seal, no issuer. The learner’s own program wrote it "
               "from the learner’s own data, on the learner’s own machine; nobody has checked who studied, or how.")
        )  # fmt: skip
        parts = [paragraph(text, _WARNING, inner) for text in self.speakers.say(_NOT_VERIFIED)]
        return panel(barred(stack([*parts, self._each(said, LEAD, inner)], 2), CAUTION, 10, 3), WIDTH, 9)

    def _each(self, texts: Sequence[str], style: Style, width: float = WIDTH) -> Drawn:
        distinct = dict.fromkeys(texts)
        return stack(
            paragraph(text, style.in_colour(MUTED) if number else style, width) for number, text in enumerate(distinct)
        )

    def _table(self, title: str, rows: list[Drawn]) -> Iterator[Row]:
        yield Row(heading(self.speakers.label(title), _LOOK.heading.sized(10.5), WIDTH), keep=True)
        if not rows:
            yield Row(paragraph(self.speakers.label(N_("none so far")), _LOOK.muted, WIDTH), space=10)
        for number, row in enumerate(rows, 1):
            yield Row(row, space=10 if number == len(rows) else 3)

    def _row(self, day: str, title: Drawn, right: str) -> Drawn:
        ended = to_the_right(paragraph(right, _LOOK.text, _RIGHT), _RIGHT)
        return cells([(_RIGHT, paragraph(day, _LOOK.text, _RIGHT)), (WIDTH - 2 * _RIGHT, title), (_RIGHT, ended)])

    def _module(self, one: StudiedModule) -> Drawn:
        day = self.speakers.day(one.studied_on) if one.studied_on else self.speakers.label(N_("not complete"))
        title = paragraph(self.speakers.joined(one.title), _LOOK.text, WIDTH - 2 * _RIGHT)
        return self._row(day, title, self.speakers.label(N_("{minutes} min"), minutes=one.minutes))

    def _exam(self, one: StatedExam) -> Drawn:
        outcome = self.speakers.label(N_("exam passed") if one.passed else N_("exam not passed"))
        title = paragraph(outcome, _LOOK.text, WIDTH - 2 * _RIGHT)
        return self._row(self.speakers.day(one.day), title, self.speakers.percents(one.mark))

    def _evidence(self, one: StatedEvidence) -> Drawn:
        width = WIDTH - 2 * _RIGHT - 8
        outcome = self.speakers.label(N_("passed") if one.passed else N_("not passed"))
        facts = " · ".join([*(self.speakers.joined(facet) for facet in one.facets), outcome])
        title = stack(
            [paragraph(self.speakers.joined(one.title), _LOOK.strong, width), paragraph(facts, _LOOK.small, width)]
        )
        return self._row(
            self.speakers.day(one.day), title, f"{self.speakers.decimal(one.mark)}/{self.speakers.decimal(one.max)}"
        )
