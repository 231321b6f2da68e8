"""Making papers: which items, drawn how, frozen with their sources. The one place where a seed is chosen."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Sequence

from trainer.assessment.blueprint import modules_of, part_over, shortages
from trainer.assessment.draw import Drawn, draw, lines_digest
from trainer.assessment.events import ClockPolicy, ClockSetBack, Mode
from trainer.assessment.paper import Paper, PaperItem, PaperSection, freeze
from trainer.catalogue.index import Catalogue
from trainer.content.locate import content_version
from trainer.flows.counting import refuse_counting_exam
from trainer.flows.exam import ExamFlow
from trainer.flows.exams import USES, load_exam, missing_modules, present_modules
from trainer.flows.law import jurisdictions_of
from trainer.flows.practise import PracticeFlow
from trainer.flows.results import keep_row, row_of
from trainer.flows.running import CLOCK_TOLERANCE, RunningAttempt
from trainer.flows.scopes import Selection, module_items
from trainer.flows.tries import refuse_second_try, seconds_behind
from trainer.flows.workspace import Workspace
from trainer.items.kinds import item_from_json
from trainer.kernel.problems import N_, Refused

PRACTICE_SIZE = 10
NOTHING_HERE = N_("There is nothing to practise here for your qualification yet.")


def new_seed() -> str:
    """A fresh seed for an attempt whose seed nobody gave."""
    return secrets.token_hex(8)


def draw_exam(
    catalogue: Catalogue,
    exam_id: str,
    seed: str,
    as_of: str,
    jurisdictions: Sequence[str],
    mode: Mode,
    qualification: str,
) -> Paper:
    """Draw and freeze an exam paper, over the modules that exist. :class:`Refused` when the pool cannot feed it."""
    whole = load_exam(catalogue, exam_id)
    exam = part_over(whole, present_modules(catalogue))
    if exam is None:
        raise Refused(
            N_("The exam {exam} cannot be drawn yet: its modules are still in preparation: {modules}."),
            exam=exam_id, modules=", ".join(missing_modules(catalogue, whole)),
        )  # fmt: skip
    strata, lines = catalogue.strata_and_lines(sorted(modules_of(exam)), tuple(jurisdictions), USES[mode], as_of)
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
        pool_digest=lines_digest(lines),
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
    return lines_digest(catalogue.strata_and_lines(modules, tuple(jurisdictions), USES[mode], as_of)[1])


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

    A mock has the extra time of the settings; its paper stays the same, the limit stands in the attempt's start.
    ``qualification`` says whose law applies; the learner's own unless another is asked for.
    """
    mode: Mode = "counting" if counting and seed is None else "mock"
    profile, catalogue, today = workspace.profile(), workspace.catalogue, workspace.today()
    wanted = qualification or profile.qualification
    if mode == "counting":
        refuse_counting_exam(catalogue, exam_id, wanted, today)
        refuse_second_try(workspace.store, exam_id, workspace.clock)
    own = jurisdictions_of(catalogue, wanted)
    paper = draw_exam(catalogue, exam_id, seed or new_seed(), today, own, mode, wanted)
    policy: ClockPolicy = "runs_on" if mode == "counting" else "stops"
    settings = workspace.store.settings()
    language = settings.shown or profile.language
    behind = seconds_behind(workspace.store, workspace.clock) if mode == "counting" else 0.0
    running = RunningAttempt.begin(
        workspace.store, paper, workspace.clock, mode=mode, policy=policy, language=language,
        extra_time=settings.extra_time if mode == "mock" else 0,
    )  # fmt: skip
    if behind > CLOCK_TOLERANCE:
        _note_clock_behind(running, behind)
    keep_row(workspace.store, row_of(paper, running.state))
    return ExamFlow(workspace.store, running)


def _note_clock_behind(running: RunningAttempt, seconds: float) -> None:
    """Say so right after the start: the day this try uses up is then the later one."""
    try:
        running.record(ClockSetBack(round(seconds, 3)))
    except BaseException:
        running.close()
        raise


def start_practice(
    workspace: Workspace,
    module: str,
    lesson: str | None = None,
    *,
    count: int = PRACTICE_SIZE,
    seed: str | None = None,
) -> PracticeFlow:
    """Start a practice over a module or a lesson of it: new items first, then those that went wrong, then the rest."""
    seed = seed or new_seed()
    selection = module_items(workspace, f"{module}/{lesson}" if lesson else module, seed)
    return start_selection(workspace, selection, count=count, seed=seed)


def start_selection(
    workspace: Workspace, selection: Selection, *, count: int = PRACTICE_SIZE, seed: str | None = None
) -> PracticeFlow:
    """Start a practice over the first ``count`` items of a selection. :class:`Refused` when there is none."""
    if not selection.items:
        raise Refused(NOTHING_HERE)
    profile, catalogue, store = workspace.profile(), workspace.catalogue, workspace.store
    today, seed = workspace.today(), seed or new_seed()
    own = jurisdictions_of(catalogue, profile.qualification)
    drawn = [Drawn("practice", item) for item in selection.items[:count]]
    paper = Paper(
        kind="practice", subject=selection.subject, title=selection.title, as_of=today, seed=seed,
        pool_digest=_digest(catalogue, selection.modules, "practice", own, today), content_version=content_version(),
        qualification=profile.qualification,
        sections=(PaperSection("practice", selection.title),), items=_frozen(catalogue, drawn, seed),
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
