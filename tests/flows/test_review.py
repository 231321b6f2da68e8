"""Looking back reads the journal and the frozen paper, whatever has become of the bank."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.builders import a_paper, a_practice, a_running, right_response, some_items, wrong_response
from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import copy_tiny
from tests.flows.answering import answer
from trainer.assessment.events import Confirmed, Flagged, Mode
from trainer.flows.exam import ExamFlow
from trainer.flows.prepare import start_exam
from trainer.flows.review import ReviewFlow
from trainer.kernel.problems import StoreDamaged
from trainer.progress.store import LearnerStore


def sat(store: LearnerStore, clock: FakeClock, *, mode: Mode = "mock") -> str:
    """Six items: two right, two wrong (one of them flagged), two blank; ten minutes."""
    running = a_running(store, a_paper(some_items(6)), clock, mode=mode)
    for position in range(4):
        item = running.item(position)
        running.respond(position, right_response(item) if position < 2 else wrong_response(item))
    running.record(Flagged(3, True))
    clock.wait(600)
    running.submit()
    running.close()
    return running.state.attempt


def test_the_result(store: LearnerStore, clock: FakeClock) -> None:
    result = ReviewFlow(store, sat(store, clock)).result
    assert (result.points, result.maximum, result.passed, result.blank) == (2.0, 6, False, 2)
    assert (result.pass_mark, result.section_pass_mark, result.house_rule) == (0.7, 0.5, True)
    assert (result.minutes, result.minutes_used, result.reason, result.mode) == (25, 10.0, "learner", "mock")
    assert [(section.points, section.maximum, section.passed) for section in result.sections] == [
        (2.0, 3, True), (0.0, 3, False),
    ]  # fmt: skip
    assert result.study == (("gdpr", "rights"),)
    assert result.statements == ("tin.u1.k01",)
    assert result.reviewable


def test_item_by_item(store: LearnerStore, clock: FakeClock) -> None:
    review = ReviewFlow(store, sat(store, clock))
    assert (review.count, review.marks()) == (6, (1.0, 1.0, 0.0, 0.0, 0.0, 0.0))
    items = [review.item(position) for position in range(6)]
    assert [found.feedback.right for found in items] == [True, True, False, False, False, False]
    assert [found.feedback.blank for found in items] == [False] * 4 + [True] * 2
    assert [found.flagged for found in items] == [False, False, False, True, False, False]
    assert [bool(found.chosen) for found in items] == [True] * 4 + [False] * 2
    for found in items:
        shown = {option.token for group in found.item.groups for option in group.options}
        assert found.chosen <= shown
        assert sum(line.chosen for line in found.feedback.lines) == len(found.chosen)


def test_a_counting_exam_shows_marks_and_statements_only(store: LearnerStore, clock: FakeClock) -> None:
    review = ReviewFlow(store, sat(store, clock, mode="counting"))
    assert not review.reviewable
    assert review.marks() == ()
    with pytest.raises(PermissionError):
        review.item(0)
    shown = json.dumps(asdict(review.result))
    assert "Domanda" not in shown
    assert "testo" not in shown
    assert "Perché" not in shown
    assert review.result.points == 2.0
    assert review.result.statements == ("tin.u1.k01",)


def test_there_is_no_looking_back_before_the_end(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, a_paper(), clock)
    running.respond(0, right_response(running.item(0)))
    with pytest.raises(PermissionError):
        ReviewFlow(store, running.state.attempt)
    running.close()


def test_a_practice_shows_unconfirmed_answers_as_not_given(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, a_practice(some_items(3)), clock, mode="practice")
    for position in range(2):
        running.respond(position, right_response(running.item(position)))
    running.record(Confirmed(0))
    running.submit()
    running.close()
    review = ReviewFlow(store, running.state.attempt)
    assert review.marks() == (1.0, 0.0, 0.0)
    assert review.item(1).feedback.blank
    assert review.result.passed is None


def test_a_bank_that_changed_changes_nothing(tmp_path: Path, clock: FakeClock) -> None:
    content = copy_tiny(tmp_path)
    workspace = TinyWorkspace(tmp_path / "home", clock, content=content)
    workspace.create_learner("Maria", "it", "en", "tin")
    flow = start_exam(workspace, "greeting", seed="7")
    answer(flow)
    flow.next()
    attempt, before = flow.attempt, flow.view
    flow.leave()
    workspace.close()
    for bank in (content / "question_banks").glob("*.yaml"):
        text = bank.read_text(encoding="utf-8")
        changed = text.replace("Che cosa dici", "Che cosa diresti").replace("Buongiorno", "Salve")
        assert changed != text
        bank.write_text(changed, encoding="utf-8")
    workspace = TinyWorkspace(tmp_path / "home", clock, content=content)
    workspace.choose_learner(None)
    assert "diresti" in "".join(workspace.catalogue.item_json(["greeting-remember-1"]).values())
    from trainer.flows.prepare import resume

    again = resume(workspace, attempt)
    assert isinstance(again, ExamFlow)
    assert again.view == before
    again.submit()
    review = ReviewFlow(workspace.store, attempt)
    assert review.marks() == (1.0, 0.0)
    shown = json.dumps(asdict(review.item(0)), default=sorted, ensure_ascii=False)
    assert "Che cosa dici " in shown
    assert "Salve" not in shown
    workspace.close()


def test_a_module_that_is_gone_can_still_be_looked_back_at(store: LearnerStore, clock: FakeClock) -> None:
    """Nothing but the store is asked: there is no catalogue here at all."""
    review = ReviewFlow(store, sat(store, clock))
    assert review.item(0).item.stem["it"] == "Domanda item-1?"


def test_a_damaged_paper_is_a_sentence(store: LearnerStore, clock: FakeClock) -> None:
    attempt = sat(store, clock)
    for path in store.papers_folder.iterdir():
        path.write_bytes(b"{}")
    with pytest.raises(StoreDamaged, match="damaged"):
        ReviewFlow(store, attempt)
