"""The rules of a counting exam, on the demonstration qualification: its pool, its day, its clock and what it tells."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import DEMO
from tests.flows.answering import answer
from trainer.assessment.events import Voided
from trainer.flows.exam import ExamFlow
from trainer.flows.exam_start import ExamStartFlow
from trainer.flows.exams import exam_info
from trainer.flows.prepare import draw_exam, resume, start_exam
from trainer.flows.review import ReviewFlow
from trainer.flows.running import journal_path
from trainer.flows.tries import TooSoon, counting_tries
from trainer.items.base import Item
from trainer.kernel.problems import Refused
from trainer.progress.journal import Journal

EXAM, MINUTES, DAY = "dem.u1", 12, 86_400
DEMO_LAW = ("none",)
INTAKE, RETURN = 6, 4

Open = Callable[..., TinyWorkspace]


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """The machine's time zone: UTC, until a test travels."""

    def travel(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    travel("UTC")
    yield travel
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def open_demo(tmp_path: Path, clock: FakeClock, disk: FullDisk) -> Iterator[Open]:
    """Each call is a new run of the program for this learner; the run before it is over."""
    runs: list[TinyWorkspace] = []

    def start(learner: str | None = None, content: Path = DEMO) -> TinyWorkspace:
        for run in runs:
            run.close()
        workspace = TinyWorkspace(tmp_path / "home", clock, disk, content=content)
        runs.append(workspace)
        workspace.choose_learner(learner)
        return workspace

    yield start
    for run in runs:
        run.close()


@pytest.fixture
def demo(open_demo: Open) -> TinyWorkspace:
    """Maria, who learns for the demonstration qualification."""
    found = open_demo()
    found.create_learner("Maria Rossi", "it", "en", "dem")
    return found


def sit(workspace: TinyWorkspace, *, right: tuple[int, int] = (INTAKE, RETURN)) -> ExamFlow:
    """Take the counting exam with so many right answers in each section, the others wrong."""
    flow = ExamStartFlow(workspace, EXAM).start("counting")
    for position, item in enumerate(flow._running.paper.items):
        flow.go(position)
        first = item.section == "demo-intake"
        answer(flow, right=position - (0 if first else INTAKE) < right[not first])
    flow.submit()
    return flow


def items_of(flow: ExamFlow) -> list[Item]:
    paper = flow._running.paper
    return [paper.item(position) for position in range(len(paper.items))]


# -- what is drawn -------------------------------------------------------------------------------------------------


def test_a_counting_exam_draws_what_is_for_exams(demo: TinyWorkspace, clock: FakeClock) -> None:
    uses = set[str]()
    for _ in range(8):
        uses |= {item.use for item in items_of(sit(demo))}
        clock.wait(DAY)
    assert uses == {"exam", "both"}


def test_the_program_chooses_the_seed(demo: TinyWorkspace, clock: FakeClock) -> None:
    first = sit(demo)._running.paper
    clock.wait(DAY)
    second = sit(demo)._running.paper
    assert first.seed != second.seed and len(first.seed) == 16


def test_a_seed_of_ones_own_makes_it_a_mock(demo: TinyWorkspace) -> None:
    view = ExamStartFlow(demo, EXAM, seed="7", counting=True).view
    assert (view.modes, view.seeded) == (("mock",), True)
    flow = start_exam(demo, EXAM, counting=True, seed="7")
    flow.submit()
    assert {item.use for item in items_of(flow)} <= {"practice", "both"}
    assert counting_tries(demo.store, EXAM) == ()


# -- one try a day -------------------------------------------------------------------------------------------------


def test_a_second_try_on_the_same_day_is_refused_and_the_next_days_accepted(
    demo: TinyWorkspace, clock: FakeClock
) -> None:
    sit(demo)
    clock.wait(3600)
    view = ExamStartFlow(demo, EXAM).view
    assert view.modes == ("mock",)
    assert isinstance(view.refusal, TooSoon)
    assert view.refusal.values["opens"] == datetime(2026, 11, 22, tzinfo=UTC)
    with pytest.raises(TooSoon, match="once a day"):
        start_exam(demo, EXAM, counting=True)
    assert len(counting_tries(demo.store, EXAM)) == 1
    clock.wait(15 * 3600 - 1)  # one second before midnight
    assert ExamStartFlow(demo, EXAM).view.modes == ("mock",)
    clock.wait(1)
    assert ExamStartFlow(demo, EXAM).view.modes == ("mock", "counting")
    sit(demo, right=(0, 0))
    assert [(one.passed, one.share) for one in ExamStartFlow(demo, EXAM).view.tries] == [(False, 0.0), (True, 1.0)]


def test_a_mock_uses_up_no_day(demo: TinyWorkspace) -> None:
    start_exam(demo, EXAM).submit()
    sit(demo)
    start_exam(demo, EXAM).submit()
    assert len(counting_tries(demo.store, EXAM)) == 1


def test_a_try_that_was_left_uses_up_its_day_too(demo: TinyWorkspace, open_demo: Open, clock: FakeClock) -> None:
    flow = start_exam(demo, EXAM, counting=True)
    flow.leave()
    with pytest.raises(TooSoon):
        start_exam(demo, EXAM, counting=True)
    clock.restart(away=60)
    again = resume(open_demo(), flow.attempt)
    assert isinstance(again, ExamFlow) and again.seconds_left() == MINUTES * 60 - 60
    again.leave()


def test_two_learners_are_two_people(demo: TinyWorkspace, open_demo: Open) -> None:
    sit(demo)
    other = open_demo()
    paolo = other.create_learner("Paolo Verdi", "it", "en", "dem")
    assert ExamStartFlow(other, EXAM).view.modes == ("mock", "counting")
    sit(other)
    maria = open_demo("maria-rossi")
    assert len(counting_tries(maria.store, EXAM)) == 1
    assert len(counting_tries(open_demo(paolo).store, EXAM)) == 1


@pytest.mark.parametrize("back", [3600.0, DAY, 30 * DAY])
def test_a_clock_set_back_buys_no_second_try(
    demo: TinyWorkspace, open_demo: Open, clock: FakeClock, back: float
) -> None:
    sit(demo)
    clock.restart(away=-back)
    with pytest.raises(TooSoon):
        start_exam(open_demo(), EXAM, counting=True)


def test_a_try_begun_with_the_clock_set_back_uses_up_the_later_day(
    demo: TinyWorkspace, open_demo: Open, clock: FakeClock
) -> None:
    start_exam(demo, EXAM).submit()  # a mock today
    clock.restart(away=-DAY)
    workspace = open_demo()
    sit(workspace)  # the counting exam «yesterday»
    clock.restart(away=DAY)
    workspace = open_demo()
    with pytest.raises(TooSoon):
        start_exam(workspace, EXAM, counting=True)
    clock.wait(DAY)
    sit(workspace)
    assert len(counting_tries(workspace.store, EXAM)) == 2


def test_a_journey_east_buys_no_second_try(demo: TinyWorkspace, clock: FakeClock, zone: Callable[[str], None]) -> None:
    clock.wait(3 * 3600)
    sit(demo)
    zone("Pacific/Kiritimati")  # where it is the next day already
    clock.wait(600)
    with pytest.raises(TooSoon):
        start_exam(demo, EXAM, counting=True)
    clock.wait(DAY)
    sit(demo)


def test_a_voided_try_is_listed_and_uses_up_no_day(demo: TinyWorkspace, clock: FakeClock) -> None:
    flow = sit(demo)
    journal = Journal(journal_path(demo.store, flow.attempt), demo.store.disk)
    journal.record(Voided("corrente mancata"), clock.now().timestamp(), clock.monotonic())
    journal.close()
    view = ExamStartFlow(demo, EXAM).view
    assert view.modes == ("mock", "counting")
    assert [one.voided for one in view.tries] == ["corrente mancata"]
    assert ReviewFlow(demo.store, flow.attempt).result.voided == "corrente mancata"
    sit(demo)
    assert [one.voided for one in counting_tries(demo.store, EXAM)].count(None) == 1


def test_a_journal_nobody_can_read_any_more_still_counts(demo: TinyWorkspace, clock: FakeClock) -> None:
    flow = sit(demo)
    journal_path(demo.store, flow.attempt).write_bytes(b"nonsense\n")
    assert [one.share for one in counting_tries(demo.store, EXAM)] == [1.0]
    with pytest.raises(TooSoon):
        start_exam(demo, EXAM, counting=True)
    clock.wait(DAY)
    assert ExamStartFlow(demo, EXAM).view.refusal is None


def test_a_try_the_full_disk_kept_off_the_list_still_counts(demo: TinyWorkspace, disk: FullDisk) -> None:
    flow = start_exam(demo, EXAM, counting=True)
    flow._running.close()
    (row,) = demo.store.attempts()
    demo.store.replace_attempts([])
    with pytest.raises(TooSoon):
        start_exam(demo, EXAM, counting=True)
    assert [one.id for one in demo.store.attempts()] == [row.id]


# -- its clock -----------------------------------------------------------------------------------------------------


def test_its_clock_runs_on_and_past_its_end_it_is_submitted_as_it_stood(
    demo: TinyWorkspace, open_demo: Open, clock: FakeClock
) -> None:
    flow = start_exam(demo, EXAM, counting=True)
    answer(flow)
    flow.leave()
    clock.restart(away=MINUTES * 60)
    workspace = open_demo()
    (one,) = counting_tries(workspace.store, EXAM)
    (row,) = workspace.store.attempts()
    assert (row.reason, row.answered, one.passed, one.share) == ("found_past_end", 1, False, 0.1)
    assert (workspace.glance() or {})["running"] == []


# -- passing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "passed"),
    [((INTAKE, RETURN), True), ((5, 2), True), ((4, 3), True), ((4, 2), False), ((INTAKE, 1), False), ((3, 4), True)],
    ids=["all", "70 % and half", "both sections", "below 70 %", "70 % and a section below half", "half and all"],
)
def test_passing_needs_the_whole_and_every_section(demo: TinyWorkspace, right: tuple[int, int], passed: bool) -> None:
    result = ReviewFlow(demo.store, sit(demo, right=right).attempt).result
    assert result.passed is passed
    assert [section.points for section in result.sections] == [*map(float, right)]
    assert result.house_rule


# -- what is told afterwards ---------------------------------------------------------------------------------------


def texts_of(item: Item) -> list[str]:
    """Every text that an examination paper must keep to itself."""
    told = [line for option in item.feedback() for line in (*option.text.values(), *option.rationale.values())]
    # Words as short as a number stand anywhere.
    return [text for text in (*item.stem.values(), *told) if len(text) > 12]


def test_afterwards_marks_and_statements_are_told_and_nothing_of_an_item(demo: TinyWorkspace, open_demo: Open) -> None:
    flow = sit(demo, right=(2, 1))
    items = items_of(flow)
    review = ReviewFlow(demo.store, flow.attempt)
    result = review.result
    assert not result.reviewable and review.marks() == ()
    assert result.sections and {"dem.u1.s01", "dem.u1.s02"} <= set(result.statements)
    for position in range(review.count):
        with pytest.raises(PermissionError):
            review.item(position)
    glance, row = open_demo().glance(), demo.store.attempt(flow.attempt)
    assert row is not None
    told = json.dumps([asdict(result), glance, asdict(row)], ensure_ascii=False, default=str)
    assert [text for item in items for text in texts_of(item) if text in told] == []
    assert [item.id for item in items if item.id in json.dumps(asdict(result), default=str)] == []


# -- who may ------------------------------------------------------------------------------------------------------


def test_it_counts_for_its_own_qualification_only(demo: TinyWorkspace, tmp_path: Path) -> None:
    content = Path(shutil.copytree(DEMO, tmp_path / "content"))
    other = (content / "courses/qualifications/dem.yaml").read_text(encoding="utf-8")
    other = other.replace("dem.u1", "oth.u1").replace("id: dem\n", "id: oth\n")
    (content / "courses/qualifications/oth.yaml").write_text(other, encoding="utf-8")
    workspace = TinyWorkspace(tmp_path / "elsewhere", demo.clock, content=content)
    workspace.create_learner("Maria Rossi", "it", "en", "oth")
    view = ExamStartFlow(workspace, EXAM).view
    assert view.modes == ("mock",) and "counts for the qualification dem only" in str(view.refusal)
    assert ExamStartFlow(workspace, EXAM, qualification="dem").view.modes == ("mock", "counting")
    workspace.close()


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """The demonstration before its second module was written."""
    content = Path(shutil.copytree(DEMO, tmp_path / "half"))
    shutil.rmtree(content / "courses/modules/demo-return")
    (content / "question_banks/demo-return.yaml").unlink()
    return content


def test_while_a_module_is_missing_a_mock_is_drawn_over_the_others(open_demo: Open, half: Path) -> None:
    workspace = open_demo(content=half)
    workspace.create_learner("Maria Rossi", "it", "en", "dem")
    info = ExamStartFlow(workspace, EXAM).view.info
    assert (info.items, info.whole_items, info.minutes, info.whole_minutes) == (INTAKE, INTAKE + RETURN, 8, MINUTES)
    assert info.missing_modules == ("demo-return",) and info.partial and info.drawable
    assert [title["en"] for title in info.missing_titles] == ["DEMONSTRATION: handing an object back"]
    flow = start_exam(workspace, EXAM)
    assert (len(flow.view.cells), flow.view.limit) == (INTAKE, 8 * 60)
    flow.leave()
    with pytest.raises(Refused, match=r"cannot count yet.*demo-return"):
        start_exam(workspace, EXAM, counting=True)


def test_without_any_module_nothing_is_drawn(open_demo: Open, half: Path) -> None:
    shutil.rmtree(half / "courses/modules/demo-intake")
    (half / "question_banks/demo-intake.yaml").unlink()
    workspace = open_demo(content=half)
    workspace.create_learner("Maria Rossi", "it", "en", "dem")
    view = ExamStartFlow(workspace, EXAM).view
    assert (view.modes, view.info.items, view.info.drawable) == ((), 0, False)
    with pytest.raises(Refused, match="demo-intake, demo-return"):
        draw_exam(workspace.catalogue, EXAM, "7", "2026-11-21", DEMO_LAW, "mock", "dem")


def test_a_pool_that_is_too_small_for_counting_says_so(open_demo: Open, tmp_path: Path) -> None:
    content = Path(shutil.copytree(DEMO, tmp_path / "content"))
    bank = content / "question_banks/demo-return.yaml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("use: exam", "use: practice"), encoding="utf-8")
    workspace = open_demo(content=content)
    workspace.create_learner("Maria Rossi", "it", "en", "dem")
    view = ExamStartFlow(workspace, EXAM).view
    assert view.modes == ("mock",) and "too few questions for exams" in str(view.refusal)
    assert exam_info(workspace.catalogue, EXAM, "counting", DEMO_LAW, "2026-11-21").shortages
