"""Playing: by tokens alone, resumed after a kill, with hints in practice and none when it counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.fixtures import change
from tests.flows.playing import (
    PRACTICE,
    DemoWorkspace,
    as_sent,
    play,
    played,
    run_of,
    texts_of,
)
from trainer.assessment.events import NotAllowed
from trainer.exercises.play import Move, MoveRefused
from trainer.flows.exercise_result import exercise_result
from trainer.flows.exercise_start import ExerciseStartFlow, exercise_cards, resume_exercise, start_exercise
from trainer.flows.recovery import rebuild
from trainer.flows.running import journal_path
from trainer.flows.tries import TooSoon
from trainer.kernel.problems import Refused
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper

Open = Callable[[], DemoWorkspace]


@pytest.fixture
def reopen(tmp_path: Path, clock: FakeClock) -> Iterator[Open]:
    """Each call is a new run of the program."""
    runs: list[DemoWorkspace] = []

    def start() -> DemoWorkspace:
        for run in runs:
            run.close()
        runs.append(DemoWorkspace(tmp_path, clock))
        runs[-1].choose_learner(None)
        return runs[-1]

    yield start
    for run in runs:
        run.close()


@pytest.fixture
def demo(reopen: Open) -> DemoWorkspace:
    found = reopen()
    found.create_learner("Ada", "it", "en", "dem")
    return found


def test_a_perfect_run_earns_everything_and_hands_itself_in(demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(demo, RUCKSACK, spoken="en", assessed=True)
    play(flow, run_of(demo, RUCKSACK, "perfect"), texts_of(demo, RUCKSACK, "en"), clock)
    assert flow.over and flow.row is not None
    assert (flow.row.kind, flow.row.mode, flow.row.points, flow.row.maximum, flow.row.passed) == (
        "exercise", "assessed", "20", 20, True,
    )  # fmt: skip
    assert flow.row.seconds == 60.0 and demo.store.attempts()[0] == flow.row


def test_a_practice_waits_to_be_handed_in(demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(demo, PRACTICE)
    play(flow, run_of(demo, PRACTICE, "bad"), texts_of(demo, PRACTICE, "it"), clock)
    assert flow.view.finished and not flow.over and flow.view.can_undo
    flow.undo()
    assert not flow.view.finished
    row = flow.finish()
    assert flow.over and not row.passed


def test_a_refused_move_is_not_in_the_journal(demo: DemoWorkspace) -> None:
    flow = start_exercise(demo, PRACTICE)
    before = read_journal(journal_path(demo.store, flow.attempt)).events
    for move in (Move("say", "greets-and-owns-up"), Move("open", "nothing"), Move("sing")):
        with pytest.raises(MoveRefused):
            flow.move(move)
    assert read_journal(journal_path(demo.store, flow.attempt)).events == before
    flow.leave()


def test_the_journal_keeps_ids_and_the_view_tokens(demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(demo, PRACTICE)
    sent = as_sent(flow, {"say": "greets-and-owns-up"}, texts_of(demo, PRACTICE, "it"))
    assert sent.on != "greets-and-owns-up"
    happened = flow.move(sent)
    assert [moment.kind for moment in happened] == ["said", "mood", "heard"]
    assert "greets-and-owns-up" in journal_path(demo.store, flow.attempt).read_text()
    assert "greets-and-owns-up" not in repr(flow.view)
    flow.leave()


def test_hints_are_for_practice(demo: DemoWorkspace) -> None:
    flow = start_exercise(demo, PRACTICE, spoken="en")
    assert flow.view.may_hint and flow.hint("0")["it"].startswith("Buonasera")
    assert flow.hint("0") and set(flow.view.hints) == {"0"} and "tip" not in flow.view.hints
    assert flow.hint("tip")
    assert exercise_result_hints(demo, flow.attempt) == 2
    flow.leave()
    counting = start_exercise(demo, RUCKSACK, assessed=True)
    assert not counting.view.may_hint and not counting.view.can_undo
    for refused in (lambda: counting.hint("tip"), counting.undo):
        with pytest.raises(NotAllowed):
            refused()
    counting.leave()


def exercise_result_hints(demo: DemoWorkspace, attempt: str) -> int:
    return exercise_result(demo.store, attempt).hints


def test_a_translation_goes_with_what_is_taken_back(demo: DemoWorkspace) -> None:
    flow = start_exercise(demo, PRACTICE)
    flow.move(as_sent(flow, {"say": "greets-and-owns-up"}, texts_of(demo, PRACTICE, "it")))
    flow.hint("3")
    flow.undo()
    assert flow.view.hints == {}
    flow.leave()


def test_what_the_learner_reads_in_changes_nothing_that_is_said(demo: DemoWorkspace) -> None:
    flow = start_exercise(demo, PRACTICE, spoken="en")
    before = flow.view.play
    flow.switch_language("en")
    assert flow.view.language == "en" and flow.view.play == before
    flow.leave()


def test_it_goes_on_where_the_program_was_killed(reopen: Open, demo: DemoWorkspace, clock: FakeClock) -> None:
    texts, steps = texts_of(demo, RUCKSACK, "it"), run_of(demo, RUCKSACK, "perfect")
    flow = start_exercise(demo, RUCKSACK, assessed=True)
    play(flow, steps[:3], texts, clock)
    seen = flow.view
    clock.restart(away=300.0)  # neither left nor closed: the machine died
    demo = reopen()
    again = resume_exercise(demo, seen.attempt)
    assert again.view.play == seen.play
    assert again.view.seconds == pytest.approx(330.0), "an assessed exercise's clock runs on"
    play(again, steps[3:], texts, clock)
    assert again.row is not None and again.row.points == "20" and again.row.passed


def test_a_practice_stops_its_clock_while_it_is_closed(reopen: Open, demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(demo, PRACTICE)
    clock.wait(12)
    flow.leave()
    clock.restart(away=9000.0)
    again = resume_exercise(reopen(), flow.attempt)
    assert again.view.seconds == pytest.approx(12.0)
    again.leave()


def test_an_exercise_past_its_minutes_waits_all_the_same(reopen: Open, demo: DemoWorkspace, clock: FakeClock) -> None:
    attempt = start_exercise(demo, RUCKSACK, assessed=True).attempt
    clock.restart(away=86_400.0)
    again = resume_exercise(reopen(), attempt)
    assert not again.over and again.view.limit == 600 and again.view.seconds > 600
    again.finish()
    result = exercise_result(again._store, attempt)
    assert not result.in_time


def test_a_crash_right_after_the_end_is_found(reopen: Open, demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(demo, RUCKSACK, assessed=True)
    play(flow, run_of(demo, RUCKSACK, "perfect"), texts_of(demo, RUCKSACK, "it"), clock)
    path = journal_path(demo.store, flow.attempt)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))  # the submission never reached the disk
    clock.restart(away=500.0)
    demo = reopen()
    again = resume_exercise(demo, flow.attempt)
    assert again.over and again.row is not None and again.row.passed and again.row.seconds == 60.0


def test_time_is_noted_now_and_then(demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(demo, PRACTICE)
    count = len(read_journal(journal_path(demo.store, flow.attempt)).events)
    flow.tick()
    clock.wait(11)
    flow.tick()
    flow.tick()
    assert len(read_journal(journal_path(demo.store, flow.attempt)).events) == count + 1
    flow.leave()
    clock.wait(11)
    flow.tick()


def test_an_exercise_that_changed_is_replayed_from_its_frozen_copy(
    reopen: Open, demo: DemoWorkspace, clock: FakeClock
) -> None:
    attempt = played(demo, clock, RUCKSACK, "ordinary").attempt
    before = exercise_result(demo.store, attempt)
    file = demo.content / f"courses/modules/demo-return/exercises/{RUCKSACK}.yaml"
    change(file, "mood: 35", "mood: 95")
    change(file, "revision: 1", "revision: 2")
    demo = reopen()
    assert [row.revision for row in demo.catalogue.exercises() if row.id == RUCKSACK] == [2]
    assert exercise_result(demo.store, attempt) == before
    rebuild(demo.store)
    assert exercise_result(demo.store, attempt) == before


def test_the_frozen_paper_holds_all_languages_and_no_runs(demo: DemoWorkspace) -> None:
    flow = start_exercise(demo, RUCKSACK, assessed=True, spoken="en")
    row = demo.store.attempts()[0]
    paper = load_paper(demo.store.papers_folder, row.paper)
    body = json.loads(paper.exercise)
    assert body["runs"] == {} and body["revision"] == 1 and set(body["title"]) == {"it", "en"}
    assert paper.spoken == "en" and {source["id"] for source in paper.sources} == {"DEM-5", "DEM-6"}
    assert paper.house_rule and paper.pass_mark == 0.6
    flow.leave()


def test_the_list_is_rebuilt_from_the_journals(demo: DemoWorkspace, clock: FakeClock) -> None:
    played(demo, clock, RUCKSACK, "ordinary")
    played(demo, clock, PRACTICE, "bad")
    rows = demo.store.attempts()
    assert rebuild(demo.store) == 2
    assert demo.store.attempts() == rows


def test_what_each_exercise_is_for_is_declared_before_the_start(demo: DemoWorkspace) -> None:
    with pytest.raises(Refused, match="reserved"):
        start_exercise(demo, RUCKSACK)
    with pytest.raises(Refused, match="for practice"):
        start_exercise(demo, PRACTICE, assessed=True)
    with pytest.raises(Refused, match="not offered"):
        start_exercise(demo, PRACTICE, spoken="fr")
    with pytest.raises(Refused, match="no exercise"):
        start_exercise(demo, "nothing-of-the-kind")


def test_one_assessed_try_a_day(demo: DemoWorkspace, clock: FakeClock) -> None:
    played(demo, clock, RUCKSACK, "bad")
    assert isinstance(ExerciseStartFlow(demo, RUCKSACK).view.refusal, TooSoon)
    with pytest.raises(TooSoon):
        start_exercise(demo, RUCKSACK, assessed=True)
    assert ExerciseStartFlow(demo, BOX).view.refusal is None
    played(demo, clock, PRACTICE)
    played(demo, clock, PRACTICE)
    clock.wait(86_400)
    assert ExerciseStartFlow(demo, RUCKSACK).start("it").leave() is None


def test_the_list_of_a_unit_says_how_often_each_was_played(demo: DemoWorkspace, clock: FakeClock) -> None:
    played(demo, clock, PRACTICE, "bad")
    start_exercise(demo, PRACTICE).leave()
    played(demo, clock, RUCKSACK)
    cards = {card.id: card for card in exercise_cards(demo, "dem.u1")}
    assert next(iter(cards)) == PRACTICE and not cards[PRACTICE].assessed
    assert cards[PRACTICE].played == 2 and cards[PRACTICE].running and not cards[PRACTICE].passed
    assert cards[RUCKSACK].best == 1.0 and cards[RUCKSACK].passed
    assert cards[BOX].played == 0 and cards[BOX].best is None
    assert exercise_cards(demo, "dem.u9") == ()


def test_the_result_explains_every_lost_point(demo: DemoWorkspace, clock: FakeClock) -> None:
    attempt = played(demo, clock, RUCKSACK, "ordinary").attempt
    result = exercise_result(demo.store, attempt)
    assert sum(mark.lost for mark in result.lost) == result.maximum - result.points
    assert all(mark.why["it"] and mark.why["en"] for mark in result.lost)
    commented = {comment.moment for comment in result.comments}
    assert commented == {moment.number for moment in result.moments if moment.kind == "said"}
    assert result.pass_mark == 0.6 and result.passed and result.rationale_gaps
    assert result.sources["DEM-5"]["en"].startswith("Demonstration rules")


def test_the_same_seed_shows_the_same(demo: DemoWorkspace, clock: FakeClock) -> None:
    first, second = (start_exercise(demo, PRACTICE, seed="7") for _ in range(2))
    assert first.view.play == second.view.play
    other = start_exercise(demo, PRACTICE, seed="8")
    assert other.view.play != first.view.play
    for flow in (first, second, other):
        flow.leave()
