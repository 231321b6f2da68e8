"""Whether what a hand-in was made from is the content of here, now or in an older version that was here before.

A frozen copy that is the same as one this machine knows *agrees*. One that calls itself the content installed here
(same id, same revision, same content version) and has other bytes was changed: the hand-in is refused. Anything else
cannot be told from here (a later or older version, content somebody added) and is *unknown*: it is kept, shown as such,
and counts only once an assessor has looked at it and vouched for it. An older version may differ in wording without a
new revision; that is why it is not called changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from trainer.assessment.blueprint import draws, modules_of
from trainer.assessment.paper import Paper
from trainer.catalogue.index import Catalogue
from trainer.content.locate import content_version
from trainer.content.models import Exam
from trainer.exercises.kinds import exercise_from_json, exercise_to_json
from trainer.flows.exams import USES
from trainer.flows.law import jurisdictions_of
from trainer.flows.proving import ProvedAttempt
from trainer.items.kinds import item_from_json, item_to_json
from trainer.kernel.canonical import digest
from trainer.kernel.problems import N_, Refused
from trainer.progress.register_files import RegisterFiles

#: Digests by id, of each version that was ever here.
Known = dict[str, list[str]]


class ContentDiffers(Refused):
    """A frozen copy calls itself the content of here and is not."""


@dataclass(frozen=True, slots=True)
class UnitContent:
    """The content of a unit: ``revisions`` of what is installed by id, and digests of what was ever here by id."""

    unit: str
    version: str
    revisions: Mapping[str, int]
    exercises: Known
    exams: Known
    items: Known

    def agrees(self, attempt: str, proved: ProvedAttempt) -> bool:
        """Whether all of the paper is known. :class:`ContentDiffers` when some of it was changed."""
        paper, exercise = proved.paper, proved.exercise
        if exercise is not None:
            fingerprint = _exercise_print(paper.exercise)
            return self._same(attempt, paper, exercise.id, exercise.revision, self.exercises, fingerprint)
        known = self._same(attempt, paper, paper.subject, 0, self.exams, _paper_print(proved))
        for frozen, item in zip(paper.items, proved.items, strict=True):
            known &= self._same(attempt, paper, item.id, item.revision, self.items, _item_print(frozen.body))
        return known

    def _same(self, attempt: str, paper: Paper, name: str, revision: int, known: Known, fingerprint: str) -> bool:
        if fingerprint in known.get(name, ()):
            return True
        if self.revisions.get(name) == revision and paper.content_version == self.version:
            raise ContentDiffers(
                N_("In the attempt {attempt} «{name}» is not the one of the content {version}, which it says it is."),
                attempt=attempt, name=name, version=self.version,
            )  # fmt: skip
        return False


@lru_cache(maxsize=64)
def _exercise_print(body: str) -> str:
    """The fingerprint of an exercise without its recorded runs. The same one stands in many papers."""
    return _print(exercise_to_json(exercise_from_json(body).model_copy(update={"runs": {}})))


@lru_cache(maxsize=4096)
def _item_print(body: str) -> str:
    return _print(item_to_json(item_from_json(body)))


def _print(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _paper_print(proved: ProvedAttempt) -> str:
    """The fingerprint of what a paper was drawn by: time, pass marks, and how many items of each level by section."""
    paper = proved.paper
    levels: dict[str, dict[str, int]] = {section.id: {} for section in paper.sections}
    for frozen, item in zip(paper.items, proved.items, strict=True):
        own = levels[frozen.section]
        own[item.level] = own.get(item.level, 0) + 1
    return _exam_print(paper.minutes, paper.pass_mark, paper.section_pass_mark, levels)


def _blueprint_print(exam: Exam) -> str:
    levels: dict[str, dict[str, int]] = {section.id: {} for section in exam.sections}
    for section, level, count in draws(exam):
        levels[section.id][level] = count
    return _exam_print(exam.minutes, exam.pass_mark, exam.section_pass_mark, levels)


def _exam_print(minutes: Any, pass_mark: Any, section_pass_mark: Any, levels: Any) -> str:
    return digest([minutes, float(pass_mark or 0), float(section_pass_mark or 0), levels])[:32]


def unit_content(catalogue: Catalogue, unit: str, files: RegisterFiles | None = None) -> UnitContent:
    """What is installed of a unit, with what was there before; what is new is remembered in the register."""
    found = _installed(catalogue, unit)
    if files is None:
        return found
    before, changed = files.known_content(unit), False
    for name, now in (("exercises", found.exercises), ("exams", found.exams), ("items", found.items)):
        for id, digests in before.get(name, {}).items():
            now[id] = [*digests, *(one for one in now.get(id, ()) if one not in digests)]
        changed |= now != before.get(name, {})
    if changed:
        files.save_known_content(unit, {"exercises": found.exercises, "exams": found.exams, "items": found.items})
    return found


def _installed(catalogue: Catalogue, unit: str) -> UnitContent:
    rows = catalogue.exercises(unit)
    bodies = catalogue.exercise_json(row.id for row in rows)
    exams = [Exam.model_validate_json(body) for body in _exams(catalogue, unit)]
    items = _items(catalogue, unit, exams)
    revisions = {row.id: row.revision for row in rows} | {exam.id: 0 for exam in exams}
    revisions |= {name: item_from_json(body).revision for name, body in items.items()}
    return UnitContent(
        unit, content_version(), revisions,
        {name: [_exercise_print(body)] for name, body in bodies.items()},
        {exam.id: [_blueprint_print(exam)] for exam in exams},
        {name: [_item_print(body)] for name, body in items.items()},
    )  # fmt: skip


def _exams(catalogue: Catalogue, unit: str) -> list[str]:
    ids = [row.id for row in catalogue.exams() if row.scope == "unit" and row.subject == unit]
    return [body for one in ids if (body := catalogue.exam(one))]


def _items(catalogue: Catalogue, unit: str, exams: list[Exam]) -> dict[str, str]:
    """The items a counting exam of the unit may draw, on whatever day."""
    row = catalogue.unit(unit)
    own = jurisdictions_of(catalogue, row.qualification) if row else ()
    modules = sorted({module for exam in exams for module in modules_of(exam)})
    return catalogue.item_json(one.id for one in catalogue.pool(modules, own, USES["counting"]))
