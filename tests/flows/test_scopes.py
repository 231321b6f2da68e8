"""Everything that can be practised, and the sentence when there is nothing."""

from __future__ import annotations

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from tests.flows.remembering import DAY, drawn, play, practised
from trainer.flows.practice_start import PracticeChoices, practice_choices, start_scope
from trainer.flows.prepare import start_exam, start_practice
from trainer.kernel.problems import Problem, Refused, UsageProblem

GREETING = {"greeting-remember-1", "greeting-remember-2", "greeting-apply-3", "greeting-apply-4"}
PRIVACY = {"privacy-remember-7", "privacy-remember-8", "privacy-apply-9", "privacy-apply-10"}


def practice(workspace: TinyWorkspace, scope: str, target: str = "") -> list[str]:
    flow = start_scope(workspace, scope, target, seed="1")
    items = drawn(flow)
    flow.leave()
    return items


@pytest.mark.parametrize(
    ("scope", "target", "items"),
    [
        ("module", "greeting", GREETING), ("lesson", "greeting/listening", {"greeting-apply-3", "greeting-apply-4"}),
        ("unit", "tin.u1", GREETING | PRIVACY), ("unit", "tin.u2", PRIVACY),
    ],
)  # fmt: skip
def test_what_a_place_offers(workspace: TinyWorkspace, scope: str, target: str, items: set[str]) -> None:
    found = practice(workspace, scope, target)
    assert set(found) == items
    assert len(found) == len(items)


@pytest.mark.parametrize(
    ("scope", "target", "problem", "says"),
    [
        ("module", "later", Refused, "nothing to practise"), ("unit", "no.such", Refused, "no unit"),
        ("weak", "", Refused, "not answered anything"), ("mistakes", "", Refused, "not answered anything"),
        ("review", "", Refused, "due"), ("retry", "no-such", Refused, "no attempt"),
        ("retry", "../store", Refused, "no attempt"), ("everything", "", UsageProblem, "everything"),
    ],
)  # fmt: skip
def test_where_there_is_nothing_it_says_so(
    workspace: TinyWorkspace, scope: str, target: str, problem: type[Problem], says: str
) -> None:
    with pytest.raises(problem, match=says):
        start_scope(workspace, scope, target)
    assert workspace.store.attempts() == []


def test_a_unit_offers_new_items_first_then_the_wrong_ones(workspace: TinyWorkspace, clock: FakeClock) -> None:
    done = practised(workspace, clock, [True, False])
    found = practice(workspace, "unit", "tin.u1")
    answered = drawn(done)[:2]
    assert found[-2:] == [answered[1], answered[0]]


def test_mistakes_are_what_was_wrong_the_last_time(workspace: TinyWorkspace, clock: FakeClock) -> None:
    rights = {item: item not in ("greeting-apply-3", "greeting-remember-1") for item in GREETING}
    practised(workspace, clock, rights)
    clock.wait(DAY)
    practised(workspace, clock, {"privacy-apply-9": False}, "privacy")
    found = practice(workspace, "mistakes")
    assert set(found) == {"greeting-apply-3", "greeting-remember-1", "privacy-apply-9"}
    assert found[-1] == "privacy-apply-9"
    practised(workspace, clock, {})
    assert practice(workspace, "mistakes") == ["privacy-apply-9"]


def test_weak_spots_are_statements_the_worst_first_and_one_item_of_each_in_turn(
    workspace: TinyWorkspace, clock: FakeClock
) -> None:
    wrong = {"greeting-apply-3": False, "greeting-apply-4": False, "greeting-remember-1": False}
    practised(workspace, clock, wrong)
    found = practice(workspace, "weak")
    assert found[0] in ("greeting-apply-3", "greeting-apply-4")
    assert found[1] == "greeting-remember-1"
    assert set(found) == GREETING
    assert found[-1] == "greeting-remember-2"


def test_what_went_right_lately_is_no_weak_spot(workspace: TinyWorkspace, clock: FakeClock) -> None:
    practised(workspace, clock, {})
    with pytest.raises(Refused, match="no weak spots"):
        start_scope(workspace, "weak")


def test_a_mistake_under_a_statement_that_says_the_same_is_a_weak_spot_here(
    workspace: TinyWorkspace, clock: FakeClock
) -> None:
    """``alp.k01`` says the same as ``tin.u1.k02``: who changes to that qualification brings their answers along."""
    practised(workspace, clock, {"privacy-remember-7": False, "privacy-remember-8": False}, "privacy")
    workspace.change_profile(qualification="alp")
    assert practice(workspace, "weak") == ["privacy-apply-11"]


def test_the_wrong_ones_of_an_attempt_can_be_tried_again(workspace: TinyWorkspace, clock: FakeClock) -> None:
    flow = start_practice(workspace, "greeting", seed="1")
    items = drawn(flow)
    play(flow, [True, False, False], clock)
    with pytest.raises(Refused, match="not over"):
        start_scope(workspace, "retry", flow.attempt)
    flow.finish()
    again = start_scope(workspace, "retry", flow.attempt)
    assert drawn(again) == items[1:3]
    assert again._running.paper.subject == f"retry/{flow.attempt}"
    assert again.view.title == flow.view.title
    play(again, {}, clock)
    again.finish()
    with pytest.raises(Refused, match="Nothing in this attempt was wrong"):
        start_scope(workspace, "retry", again.attempt)


def test_of_a_mock_exam_what_was_left_blank_is_tried_again_too(workspace: TinyWorkspace) -> None:
    exam = start_exam(workspace, "greeting", seed="1")
    answer(exam)
    items = [item.id for item in exam._running.paper.items]
    exam.submit()
    assert practice(workspace, "retry", exam.attempt) == items[1:]


def test_a_counting_exam_is_not_practised_from(workspace: TinyWorkspace) -> None:
    exam = start_exam(workspace, "tin.u1", counting=True)
    exam.submit()
    with pytest.raises(Refused, match="counting exam"):
        start_scope(workspace, "retry", exam.attempt)


def test_what_there_is_to_choose_from(workspace: TinyWorkspace, clock: FakeClock) -> None:
    assert practice_choices(workspace) == PracticeChoices(due=0, weak=0, mistakes=0)
    practised(workspace, clock, {"greeting-apply-3": False, "greeting-remember-1": False})
    clock.wait(DAY)
    assert practice_choices(workspace) == PracticeChoices(due=2, weak=2, mistakes=2)
