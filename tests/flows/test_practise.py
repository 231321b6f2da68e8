"""Practice: choose, confirm, see why, go on; finish, or leave and come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.builders import a_practice, a_running, some_items
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer, first_token
from trainer.assessment.attempt import NotAllowed
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import resume, start_practice
from trainer.kernel.problems import Refused, StorageUnusable
from trainer.progress.store import LearnerStore


@pytest.fixture
def flow(store: LearnerStore) -> Iterator[PracticeFlow]:
    """Six items: single, multiple, true or false, twice."""
    found = PracticeFlow(store, a_running(store, a_practice(some_items(6)), mode="practice"))
    yield found
    found._running.close()


def test_there_is_no_feedback_before_the_answer_is_confirmed(flow: PracticeFlow) -> None:
    view = flow.view
    assert (view.position, view.count, view.chosen, view.confirmed, view.feedback) == (0, 6, frozenset(), False, None)
    answer(flow)
    assert flow.view.chosen
    assert flow.view.feedback is None
    assert (flow.view.answered, flow.view.right) == (0, 0)


def test_nothing_chosen_cannot_be_confirmed(flow: PracticeFlow) -> None:
    with pytest.raises(Refused, match="Choose an answer first"):
        flow.confirm()
    flow.choose(*first_token(flow))
    flow.choose(*first_token(flow))
    with pytest.raises(Refused):
        flow.confirm()
    assert not flow.view.confirmed


@pytest.mark.parametrize("right", [True, False])
def test_confirming_shows_why(flow: PracticeFlow, right: bool) -> None:
    answer(flow, right=right)
    flow.confirm()
    view = flow.view
    assert view.feedback is not None
    assert (view.confirmed, view.feedback.right, view.answered, view.right) == (True, right, 1, int(right))
    shown = [option.text for group in view.item.groups for option in group.options]
    assert [line.text for line in view.feedback.lines] == shown
    assert [line.key for line in view.feedback.lines].count(True) == 1
    chosen = [line for line in view.feedback.lines if line.chosen]
    assert [line.key for line in chosen] == [right]
    assert all(line.rationale["it"] and line.rationale["en"] for line in view.feedback.lines)
    assert view.feedback.sources == ({"it": "art. 12", "en": "Art. 12"},)


def test_a_confirmed_answer_stays(flow: PracticeFlow) -> None:
    answer(flow, right=False)
    flow.confirm()
    before = flow.view
    answer(flow)
    flow.confirm()
    assert flow.view == before


def test_going_forward_and_back(flow: PracticeFlow) -> None:
    assert not flow.previous()
    assert [flow.next() for _ in range(6)] == [True] * 5 + [False]
    assert flow.view.position == 5
    assert flow.previous()
    assert flow.view.position == 4


def test_flags_and_language_belong_to_the_attempt(flow: PracticeFlow) -> None:
    flow.flag()
    flow.switch_language("both")
    assert (flow.view.flagged, flow.view.language) == (True, "both")
    flow.flag()
    assert not flow.view.flagged


def test_finishing_counts_confirmed_answers_only(store: LearnerStore, flow: PracticeFlow) -> None:
    answer(flow)
    flow.confirm()
    flow.next()
    answer(flow, right=False)
    flow.confirm()
    flow.next()
    answer(flow)
    summary = flow.finish()
    assert (summary.count, summary.answered, summary.right, summary.points) == (6, 2, 1, 1.0)
    assert summary.weak_lessons == (("gdpr", "rights"),)
    assert flow.view.over
    (row,) = store.attempts()
    assert (row.answered, row.points, row.reason, row.passed) == (2, "1", "learner", None)
    history = store.item_history()
    assert {item: (known.times, known.right) for item, known in history.items()} == {
        "item-1": (1, True), "item-2": (1, False),
    }  # fmt: skip


def test_finishing_twice_counts_once(store: LearnerStore, flow: PracticeFlow) -> None:
    answer(flow)
    flow.confirm()
    assert flow.finish() == flow.finish()
    assert store.item_history()["item-1"].times == 1
    flow.leave()


def test_nothing_changes_after_the_end(flow: PracticeFlow) -> None:
    flow.finish()
    for action in (flow.next, flow.flag, lambda: answer(flow), lambda: flow.switch_language("en")):
        with pytest.raises(NotAllowed, match="over"):
            action()


def test_half_an_answer_earns_half(flow: PracticeFlow) -> None:
    flow.next()
    flow.next()
    item = flow._running.item(2)
    flow.choose("verdict", item.tokens(flow.attempt)["verdict/true"])
    flow.confirm()
    assert flow.view.feedback is not None
    assert (flow.view.feedback.points, flow.view.feedback.right) == (0.5, False)


def test_a_full_disk_is_a_sentence_and_the_answer_can_be_given_again(flow: PracticeFlow, disk: FullDisk) -> None:
    disk.room = 10
    with pytest.raises(StorageUnusable):
        answer(flow)
    assert not flow.view.chosen
    disk.room = None
    answer(flow)
    disk.room = 0
    with pytest.raises(StorageUnusable):
        flow.confirm()
    assert flow.view.feedback is None
    disk.room = None
    flow.confirm()
    assert flow.view.confirmed


def test_a_full_disk_at_the_very_end_loses_nothing(store: LearnerStore, flow: PracticeFlow, disk: FullDisk) -> None:
    """The end is in the journal; the list is derived from it at the next start."""
    answer(flow)
    flow.confirm()
    disk.room = 200
    summary = flow.finish()
    assert summary.right == 1
    assert store.attempts() == []
    disk.room = None


def test_leaving_and_coming_back_in_a_new_run(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock
) -> None:
    flow = start_practice(workspace, "greeting", seed="1")
    answer(flow)
    flow.confirm()
    flow.next()
    answer(flow, right=False)
    flow.switch_language("en")
    before = flow.view
    flow.leave()
    glance = workspace.glance()
    assert glance is not None
    assert [(row["id"], row["answered"], row["items"]) for row in glance["running"]] == [(flow.attempt, 1, 4)]
    clock.restart(away=86_400)
    again = resume(open_workspace(), flow.attempt)
    assert isinstance(again, PracticeFlow)
    assert again.view == before
    again.confirm()
    assert again.finish().answered == 2


def test_new_items_come_first_then_those_that_went_wrong(workspace: TinyWorkspace) -> None:
    def items(flow: PracticeFlow) -> list[str]:
        return [item.id for item in flow._running.paper.items]

    first = start_practice(workspace, "greeting", count=2, seed="1")
    seen = items(first)
    answer(first)
    first.confirm()
    first.next()
    answer(first, right=False)
    first.confirm()
    first.finish()
    second = start_practice(workspace, "greeting", seed="2")
    assert len(items(second)) == 4
    assert items(second)[2:] == [seen[1], seen[0]]
    second.leave()


def test_practice_draws_no_item_kept_for_exams(workspace: TinyWorkspace) -> None:
    drawn = set()
    for seed in range(12):
        flow = start_practice(workspace, "greeting", count=3, seed=str(seed))
        drawn |= {item.id for item in flow._running.paper.items}
        flow.finish()
    assert drawn == {"greeting-remember-1", "greeting-remember-2", "greeting-apply-3", "greeting-apply-4"}


def test_a_lesson_can_be_practised_by_itself(workspace: TinyWorkspace) -> None:
    flow = start_practice(workspace, "greeting", "listening")
    assert {item.id for item in flow._running.paper.items} == {"greeting-apply-3", "greeting-apply-4"}
    assert flow._running.paper.subject == "greeting/listening"
    flow.leave()


@pytest.mark.parametrize(("module", "lesson"), [("later", None), ("nothing", None), ("greeting", "no-such-lesson")])
def test_where_there_is_nothing_to_practise_is_a_sentence(
    workspace: TinyWorkspace, module: str, lesson: str | None
) -> None:
    with pytest.raises(Refused, match="nothing to practise"):
        start_practice(workspace, module, lesson)
    assert workspace.store.attempts() == []
