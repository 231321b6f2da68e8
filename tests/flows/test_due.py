"""Review: what is due, in which order, how much at once, and what the days to come will bring."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import change, copy_tiny
from tests.flows.remembering import DAY, cards, drawn, play, practised
from trainer.flows import due
from trainer.flows.due import due_view
from trainer.flows.home import HomeFlow
from trainer.flows.practice_start import start_scope
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import draw_exam, resume, start_exam, start_practice
from trainer.flows.recovery import rebuild
from trainer.flows.settings import SettingsFlow
from trainer.kernel.problems import Refused


def due_on_today(workspace: TinyWorkspace) -> int:
    view = HomeFlow(workspace).view
    assert view is not None
    return view.due


def test_nothing_is_due_before_anything_was_answered(workspace: TinyWorkspace) -> None:
    view = due_view(workspace)
    assert (view.due, view.next_day, sum(day.due for day in view.forecast)) == (0, None, 0)
    with pytest.raises(Refused, match="Nothing is due for review yet"):
        start_scope(workspace, "review")
    assert due_on_today(workspace) == 0


def test_what_was_wrong_comes_back_tomorrow_and_what_was_right_later(
    workspace: TinyWorkspace, clock: FakeClock
) -> None:
    practised(workspace, clock, [True, False, True])
    assert [day.due for day in due_view(workspace).forecast[:4]] == [0, 1, 2, 0]
    with pytest.raises(Refused, match="next review is on") as refused:
        start_scope(workspace, "review")
    assert str(refused.value.values["day"]) == "2026-11-22"
    clock.wait(DAY)
    assert due_view(workspace).due == due_on_today(workspace) == 1
    clock.wait(DAY)
    view = due_view(workspace)
    assert (view.due, view.now, view.next_day) == (3, 3, None)
    assert [(day.day, day.due) for day in view.forecast[:2]] == [("2026-11-23", 3), ("2026-11-24", 0)]
    assert due_on_today(workspace) == 3


def test_a_review_takes_the_longest_due_first(workspace: TinyWorkspace, clock: FakeClock) -> None:
    first = practised(workspace, clock, [True, False, True])
    items = drawn(first)
    clock.wait(2 * DAY)
    review = start_scope(workspace, "review", seed="1")
    assert drawn(review) == [items[1], *sorted([items[0], items[2]])]
    paper = review._running.paper
    assert (paper.kind, paper.subject, paper.title) == ("practice", "review", {"": "Spaced review"})
    play(review, {}, clock)
    review.finish()
    assert due_view(workspace).due == 0
    assert {card.answers for card in cards(workspace).values()} == {2}


def test_a_review_takes_no_more_than_its_size(
    workspace: TinyWorkspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due, "REVIEW_SIZE", 2)
    practised(workspace, clock, [True, True, True])
    clock.wait(2 * DAY)
    assert (due_view(workspace).due, due_view(workspace).now) == (3, 2)
    review = start_scope(workspace, "review")
    assert len(drawn(review)) == 2
    play(review, {}, clock)
    review.finish()
    assert due_view(workspace).due == 1


def test_the_day_is_the_calendar_day_whatever_the_hour(workspace: TinyWorkspace, clock: FakeClock) -> None:
    clock.wait(14 * 3600)
    practised(workspace, clock, [False])
    clock.wait(3 * 3600)
    assert due_on_today(workspace) == 1


def test_only_what_may_be_shown_is_due(
    workspace: TinyWorkspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Items for exams only, under another law, or out of force are no matter for review; their cards are kept."""
    papers = (
        (seed, draw_exam(workspace.catalogue, "tin.u1", seed, "2026-11-21", ("IT", "EU", "none"), "counting", "tin"))
        for seed in map(str, range(100))
    )
    reserved = next(seed for seed, paper in papers if "greeting-apply-5" in [item.id for item in paper.items])
    monkeypatch.setattr("trainer.flows.prepare.new_seed", lambda: reserved)
    exam = start_exam(workspace, "tin.u1", counting=True)
    for _ in exam.view.cells:
        exam.choose(exam.view.item.groups[0].name, exam.view.item.groups[0].options[0].token)
        exam.next()
    exam.submit()
    clock.wait(30 * DAY)
    kept = set(cards(workspace))
    assert "greeting-apply-5" in kept
    review = start_scope(workspace, "review")
    assert set(drawn(review)) == kept - {"greeting-apply-5"}
    assert due_view(workspace).due == due_on_today(workspace) == len(kept) - 1
    review.leave()
    SettingsFlow(workspace).learn("alp")
    swiss = {item for item in kept if item.startswith("greeting-") and item != "greeting-apply-5"}
    assert due_view(workspace).due == due_on_today(workspace) == len(swiss)


def test_no_review_is_put_off_past_the_eve_of_the_exam(workspace: TinyWorkspace, clock: FakeClock) -> None:
    practised(workspace, clock, [True, True, True])
    for days in (2, 11):
        clock.wait(days * DAY)
        review = start_scope(workspace, "review")
        play(review, {}, clock)
        review.finish()
    assert sum(day.due for day in due_view(workspace).forecast) == 0
    settings = SettingsFlow(workspace)
    settings.set_exam_date("2026-12-14")
    counts = {day.day: day.due for day in due_view(workspace).forecast}
    assert counts["2026-12-13"] == 3
    assert sum(counts.values()) == 3
    clock.wait(9 * DAY)
    assert due_view(workspace).due == due_on_today(workspace) == 3
    review = start_scope(workspace, "review")
    play(review, {}, clock)
    review.finish()
    assert due_view(workspace).due == due_on_today(workspace) == 0
    settings.set_exam_date("")
    assert due_view(workspace).due == 0


@pytest.mark.parametrize(("date", "says"), [("soon", "not a date"), ("2026-11-21", "to come"), ("2020-01-01", "come")])
def test_an_exam_date_is_a_day_to_come(workspace: TinyWorkspace, date: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        SettingsFlow(workspace).set_exam_date(date)
    assert SettingsFlow(workspace).view.exam_date == ""


@pytest.mark.parametrize(("revision", "due_again"), [(1, False), (2, True)])
def test_only_a_new_revision_brings_an_item_back_at_once(
    tmp_path: Path, clock: FakeClock, revision: int, due_again: bool
) -> None:
    root = copy_tiny(tmp_path)
    workspace = TinyWorkspace(tmp_path / "home", clock, content=root)
    workspace.create_learner("Maria", "it", "en", "tin")
    practised(workspace, clock, {})
    before = dict(cards(workspace))
    workspace.close()
    workspace.catalogue.close()
    bank = root / "question_banks" / "greeting.yaml"
    change(bank, "Che cosa dici (sera 1)?", "Che cosa dici (la sera 1)?")
    if revision > 1:
        change(bank, "    lesson: first-words", "    revision: 2\n    lesson: first-words")
    again = TinyWorkspace(tmp_path / "home", clock, content=root)
    again.choose_learner(None)
    assert due_view(again).due == due_on_today(again) == int(due_again)
    assert dict(cards(again)) == before
    if due_again:
        review = start_scope(again, "review")
        assert drawn(review) == ["greeting-remember-1"]
        play(review, {}, clock)
        review.finish()
        assert due_view(again).due == 0
        assert cards(again)["greeting-remember-1"].revision == 2
        assert cards(again)["greeting-remember-1"].answers == 2
    again.close()


def test_a_practice_that_was_left_is_remembered_so_far(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock
) -> None:
    flow = start_practice(workspace, "greeting", seed="1")
    play(flow, [True, False], clock)
    assert cards(workspace) == {}
    flow.leave()
    assert sorted(card.lapses for card in cards(workspace).values()) == [0, 1]
    before = dict(cards(workspace))
    again = resume(open_workspace(), flow.attempt)
    assert isinstance(again, PracticeFlow)
    assert len(play(again, dict.fromkeys(drawn(again)[2:], True), clock)) == 4
    again.finish()
    now = cards(again_workspace := open_workspace())
    assert {item: now[item] for item in before} == before
    assert len(now) == 4
    assert due_view(again_workspace).forecast[1].due == 1


def test_a_practice_a_crash_ended_is_remembered_at_the_next_start(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock
) -> None:
    flow = start_practice(workspace, "greeting", seed="1")
    play(flow, [True, False], clock)
    again = open_workspace()
    assert again.store.cards() and len(cards(again)) == 2


def test_an_answer_writes_its_journal_and_nothing_else(workspace: TinyWorkspace, clock: FakeClock) -> None:
    flow = start_practice(workspace, "greeting", seed="1")
    store = workspace.store.folder / "store.json"
    before = store.stat().st_mtime_ns, store.stat().st_ino
    play(flow, {}, clock)
    assert (store.stat().st_mtime_ns, store.stat().st_ino) == before
    flow.finish()


def test_rebuilding_from_the_journals_gives_the_same_cards(workspace: TinyWorkspace, clock: FakeClock) -> None:
    for rights in ([True, False, True], [False, True, True, True]):
        practised(workspace, clock, rights)
        clock.wait(3 * DAY)
    store = workspace.store
    kept = (dict(store.answers()), dict(store.cards()))
    store.replace_attempts(store.attempts(), store.item_history(), {}, {})
    rebuild(store)
    assert (dict(store.answers()), dict(store.cards())) == kept
