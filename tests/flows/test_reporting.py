"""What a report holds, and when an item can be reported at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import a_paper, a_practice, a_running
from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from trainer.flows.exam import ExamFlow
from trainer.flows.practise import PracticeFlow
from trainer.flows.reporting import ReportFlow, write_reports
from trainer.flows.review import ReviewFlow
from trainer.flows.study import StudyFlow
from trainer.kernel.problems import InputUnreadable, Refused
from trainer.progress.reports import REPORT_LIMIT, read_reports


@pytest.fixture
def workspace(tmp_path: Path) -> TinyWorkspace:
    found = TinyWorkspace(tmp_path / "home", FakeClock())
    found.create_learner("Maria Rossi", "en", "it", "tin")
    return found


def practice(workspace: TinyWorkspace) -> PracticeFlow:
    return PracticeFlow(workspace.store, a_running(workspace.store, a_practice(), workspace.clock, mode="practice"))


def test_practice_offers_it_once_the_answer_is_confirmed(workspace: TinyWorkspace) -> None:
    flow = practice(workspace)
    with pytest.raises(Refused, match="Answer the question first"):
        flow.subject()
    answer(flow)
    flow.confirm()
    subject = flow.subject()
    assert (subject.where, subject.module, subject.revision) == ("practice", "gdpr", 1)
    workspace.close()


def test_a_report_holds_ids_and_no_name_unless_signed(workspace: TinyWorkspace) -> None:
    flow = practice(workspace)
    answer(flow)
    flow.confirm()
    subject = flow.subject()
    report = ReportFlow(workspace, subject)
    assert report.view.file == str(workspace.store.folder / "reports.jsonl")
    with pytest.raises(Refused, match="Write what is wrong"):
        report.send(" \x1b\n ")
    report.send("  The \x1b[31mkey is wrong \n")
    report.send("x" * 5000, signed=True)
    first, second = read_reports(workspace.store.folder)[0]
    assert (first.text, first.name, first.language) == ("The [31mkey is wrong", "", "it")
    assert (len(second.text), second.name) == (REPORT_LIMIT, "Maria Rossi")
    assert sorted(first.shown) == sorted(subject.shown)
    raw = (workspace.store.folder / "reports.jsonl").read_text(encoding="utf-8").split("\n")[0]
    assert "Maria" not in raw and "Question" not in raw and "rationale" not in raw
    assert json.loads(raw)["version"] == 1
    workspace.close()


def test_checks_of_lessons_can_be_reported(workspace: TinyWorkspace) -> None:
    flow = StudyFlow(workspace, "greeting", "first-words")
    subject = flow.subject(flow.view.checks[0].id)
    assert (subject.item, subject.where, subject.module) == ("greeting-check-door", "lesson", "greeting")
    workspace.close()


@pytest.mark.parametrize("mode", ["mock", "counting"])
def test_in_an_exam_it_is_noted_and_offered_afterwards(workspace: TinyWorkspace, mode: str) -> None:
    running = a_running(workspace.store, a_paper(), workspace.clock, mode=mode)  # type: ignore[arg-type] # parametrised
    exam = ExamFlow(workspace.store, running)
    exam.note_mistake()
    exam.go(2)
    exam.note_mistake()
    exam.note_mistake()
    exam.go(3)
    exam.note_mistake()
    assert exam.view.noted
    assert not (workspace.store.folder / "reports.jsonl").exists()
    exam.submit()
    review = ReviewFlow(workspace.store, exam.attempt)
    assert review.result.noted == (0, 3)
    subject = review.subject(3)
    assert subject.where == "exam"
    assert bool(subject.stem) is (mode == "mock")
    if mode == "mock":
        assert review.item(0).noted and not review.item(2).noted
    workspace.close()


def test_handing_over_is_a_copy(workspace: TinyWorkspace, tmp_path: Path) -> None:
    folder, target = workspace.store.folder, tmp_path / "out.jsonl"
    with pytest.raises(Refused, match="no report"):
        write_reports(folder, target)
    flow = StudyFlow(workspace, "greeting", "first-words")
    ReportFlow(workspace, flow.subject(flow.view.checks[0].id)).send("Both are right.")
    written = write_reports(folder, target)
    assert (written.reports, written.unreadable, written.source) == (1, 0, folder / "reports.jsonl")
    assert target.read_bytes() == (folder / "reports.jsonl").read_bytes()
    assert target.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match="exists already"):
        write_reports(folder, target)
    with pytest.raises(InputUnreadable):
        write_reports(folder, tmp_path / "nowhere" / "out.jsonl")
    workspace.close()
