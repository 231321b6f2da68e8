"""Making papers: which items, drawn how, frozen with their sources. The one place where a seed is chosen."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from trainer.assessment.blueprint import Shortage, Strata, shortages, size
from trainer.assessment.draw import Drawn, draw, lines_digest
from trainer.assessment.events import ClockPolicy, Mode
from trainer.assessment.paper import Paper, PaperItem, PaperSection, freeze
from trainer.catalogue.index import Catalogue
from trainer.content.locate import content_version
from trainer.content.models import Exam
from trainer.flows.exam import ExamFlow
from trainer.flows.practise import PracticeFlow
from trainer.flows.results import keep_row, row_of
from trainer.flows.running import RunningAttempt
from trainer.flows.workspace import Workspace
from trainer.items.kinds import item_from_json
from trainer.kernel.problems import N_, Refused
from trainer.kernel.seed import Stream
from trainer.kernel.text import LocalText

#: Which items each kind of attempt may draw (product rule).
USES: dict[str, tuple[str, ...]] = {
    "practice": ("practice", "both"),
    "mock": ("practice", "both"),
    "counting": ("exam", "both"),
}
PRACTICE_SIZE = 10


@dataclass(frozen=True, slots=True)
class ExamInfo:
    """What a learner is told before an exam starts. ``shortages`` empty: it can be drawn."""

    id: str
    title: LocalText
    scope: str
    items: int
    minutes: int
    pass_mark: float
    section_pass_mark: float
    house_rule: bool
    sections: tuple[LocalText, ...]
    may_count: bool
    missing_modules: tuple[str, ...]
    shortages: tuple[Shortage, ...]


def new_seed() -> str:
    """A fresh seed for an attempt whose seed nobody gave."""
    return secrets.token_hex(8)


def load_exam(catalogue: Catalogue, exam_id: str) -> Exam:
    """The blueprint. :class:`Refused` when there is none of this name."""
    body = catalogue.exam(exam_id)
    if body is None:
        raise Refused(
            N_("There is no exam «{exam}». There are: {exams}."),
            exam=exam_id, exams=", ".join(row.id for row in catalogue.exams()),
        )  # fmt: skip
    return Exam.model_validate_json(body)


def exam_modules(exam: Exam) -> list[str]:
    """The modules an exam draws from, sorted."""
    return sorted({module for section in exam.sections for module in section.modules})


def exam_strata(catalogue: Catalogue, exam: Exam, mode: Mode, jurisdictions: Collection[str], as_of: str) -> Strata:
    """The pool of an exam by module, lesson and level, for a mode, a set of jurisdictions and a day."""
    return catalogue.strata(exam_modules(exam), tuple(jurisdictions), USES[mode], as_of)


def exam_info(catalogue: Catalogue, exam_id: str, mode: Mode, jurisdictions: Collection[str], as_of: str) -> ExamInfo:
    """Everything to say before the start."""
    exam = load_exam(catalogue, exam_id)
    present = {row.slug for row in catalogue.modules() if row.state == "present"}
    wanted = exam_modules(exam)
    lacking = tuple(shortages(exam, exam_strata(catalogue, exam, mode, jurisdictions, as_of)))
    return ExamInfo(
        exam.id, exam.title, exam.scope, size(exam), exam.minutes, exam.pass_mark, exam.section_pass_mark,
        exam.house_rule, tuple(section.title for section in exam.sections), exam.scope == "unit",
        tuple(module for module in wanted if module not in present), lacking,
    )  # fmt: skip


def draw_exam(
    catalogue: Catalogue,
    exam_id: str,
    seed: str,
    as_of: str,
    jurisdictions: Sequence[str],
    mode: Mode,
    qualification: str,
) -> Paper:
    """Draw and freeze an exam paper. :class:`Refused` when the pool cannot feed the blueprint."""
    exam = load_exam(catalogue, exam_id)
    strata = exam_strata(catalogue, exam, mode, jurisdictions, as_of)
    if lacking := shortages(exam, strata):
        first = lacking[0]
        raise Refused(
            N_("The exam {exam} is not available for {qualification} yet: section «{section}» has {have} items of "
               "level {level}, {need} are needed."),
            exam=exam.id, qualification=qualification, section=first.section, have=first.have,
            level=first.level, need=first.need,
        )  # fmt: skip
    drawn = draw(exam, strata, seed)
    return Paper(
        kind="exam",
        subject=exam.id,
        title=exam.title,
        as_of=as_of,
        seed=seed,
        pool_digest=_digest(catalogue, exam_modules(exam), mode, jurisdictions, as_of),
        content_version=content_version(),
        qualification=qualification,
        sections=tuple(PaperSection(section.id, section.title) for section in exam.sections),
        items=_frozen(catalogue, drawn, seed),
        minutes=exam.minutes,
        pass_mark=exam.pass_mark,
        section_pass_mark=exam.section_pass_mark,
        house_rule=exam.house_rule,
    )


def _digest(
    catalogue: Catalogue, modules: Sequence[str], mode: Mode, jurisdictions: Collection[str], as_of: str
) -> str:
    """The digest of what such an attempt may draw from."""
    return lines_digest(catalogue.pool_lines(modules, tuple(jurisdictions), USES[mode], as_of))


def _frozen(catalogue: Catalogue, drawn: Sequence[Drawn], seed: str) -> tuple[PaperItem, ...]:
    rows = catalogue.item_rows([entry.id for entry in drawn])
    items = {id: item_from_json(row.body) for id, row in rows.items()}
    citations = _citations(catalogue, {fact for item in items.values() for fact in item.facts})

    def frozen(entry: Drawn) -> PaperItem:
        item, row = items[entry.id], rows[entry.id]
        sources = [{"id": fact, "citation": citations[fact]} for fact in item.facts if fact in citations]
        return freeze(item, row.body, entry.section, row.module, seed, sources)

    return tuple(frozen(entry) for entry in drawn)


def _citations(catalogue: Catalogue, facts: Iterable[str]) -> dict[str, dict[str, str]]:
    """The citations by language of the sources that are in the register."""
    return {row.id: dict(row.citation) for row in catalogue.sources(facts)}


def start_exam(
    workspace: Workspace,
    exam_id: str,
    *,
    counting: bool = False,
    seed: str | None = None,
    qualification: str | None = None,
) -> ExamFlow:
    """Start an exam for the open learner. A seed makes it a mock; a mock's clock stops while it is closed.

    ``qualification`` says whose law applies; the learner's own unless another is asked for.
    """
    mode: Mode = "counting" if counting and seed is None else "mock"
    profile, catalogue, today = workspace.profile(), workspace.catalogue, workspace.today()
    wanted = qualification or profile.qualification
    if mode == "counting":
        refuse_counting_exam(catalogue, exam_id, wanted, today)
    own = jurisdictions_of(catalogue, wanted)
    paper = draw_exam(catalogue, exam_id, seed or new_seed(), today, own, mode, wanted)
    policy: ClockPolicy = "runs_on" if mode == "counting" else "stops"
    language = workspace.store.settings().shown or profile.language
    running = RunningAttempt.begin(workspace.store, paper, workspace.clock, mode=mode, policy=policy, language=language)
    keep_row(workspace.store, row_of(paper, running.state))
    return ExamFlow(workspace.store, running)


def jurisdictions_of(catalogue: Catalogue, qualification: str) -> tuple[str, ...]:
    """Whose law a qualification is under. :class:`Refused` when it is not installed."""
    for row in catalogue.qualifications():
        if row.id == qualification:
            return row.jurisdictions
    raise Refused(N_("The qualification {qualification} is not installed."), qualification=qualification)


def refuse_counting_exam(catalogue: Catalogue, exam_id: str, qualification: str, as_of: str) -> None:
    """:class:`Refused` unless the exam may count: a unit exam whose modules all exist."""
    info = exam_info(catalogue, exam_id, "counting", jurisdictions_of(catalogue, qualification), as_of)
    if not info.may_count:
        raise Refused(N_("The exam {exam} is a mock exam: only a unit exam can count."), exam=exam_id)
    if info.missing_modules:
        raise Refused(
            N_("The exam {exam} cannot count yet: these modules are still in preparation: {modules}."),
            exam=exam_id, modules=", ".join(info.missing_modules),
        )  # fmt: skip


def start_practice(
    workspace: Workspace,
    module: str,
    lesson: str | None = None,
    *,
    count: int = PRACTICE_SIZE,
    seed: str | None = None,
) -> PracticeFlow:
    """Start a practice over a module or a lesson of it: new items first, then those that went wrong, then the rest."""
    profile, catalogue, store = workspace.profile(), workspace.catalogue, workspace.store
    today = workspace.today()
    own = jurisdictions_of(catalogue, profile.qualification)
    strata = catalogue.strata([module], own, USES["practice"], today)
    ids = sorted(item for (_, where, _), pool in strata.items() if lesson in (None, where) for item in pool)
    if not ids:
        raise Refused(N_("There is nothing to practise here for your qualification yet."))
    seed = seed or new_seed()
    history = store.item_history()
    order = Stream(seed, "practice", module, lesson or "").shuffled(ids)
    order.sort(key=lambda item: (2 if history[item].right else 1) if item in history else 0)
    row = catalogue.module(module)
    title = row.title if row else {}
    drawn = [Drawn("practice", item) for item in order[:count]]
    paper = Paper(
        kind="practice", subject=f"{module}/{lesson}" if lesson else module, title=title, as_of=today, seed=seed,
        pool_digest=_digest(catalogue, [module], "practice", own, today), content_version=content_version(),
        qualification=profile.qualification,
        sections=(PaperSection("practice", title),), items=_frozen(catalogue, drawn, seed),
    )  # fmt: skip
    language = store.settings().shown or profile.language
    running = RunningAttempt.begin(store, paper, workspace.clock, mode="practice", policy="stops", language=language)
    keep_row(store, row_of(paper, running.state))
    return PracticeFlow(store, running)


def resume(workspace: Workspace, attempt: str) -> ExamFlow | PracticeFlow:
    """Open an attempt that waits. An exam found past its end is submitted as it stood."""
    running = RunningAttempt.reopen(workspace.store, attempt, workspace.clock)
    if running.paper.kind == "exam":
        return ExamFlow(workspace.store, running, resumed=True)
    return PracticeFlow(workspace.store, running)
