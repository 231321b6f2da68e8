"""Evidence comes from attempts that were assessed, are over, were passed and stand; and always from the frozen copy."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.making import Times, started
from tests.builders import a_paper
from tests.exercises.making import BOX, RUCKSACK, exercises
from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.events import Event, Mode, Moved, RationaleHandedIn, RationaleWritten, Submitted, Voided
from trainer.assessment.evidence import evidence_of, potential
from trainer.assessment.paper import EXERCISE_FORMAT, Paper, from_bytes, to_bytes, to_data
from trainer.assessment.playing import assessed, played
from trainer.exercises.kinds import exercise_to_json
from trainer.kernel.seed import Stream


def paper_of(name: str, spoken: str = "it") -> Paper:
    exercise = exercises()[name]
    body = exercise_to_json(exercise.model_copy(update={"runs": {}}))
    empty = a_paper([], sections=("none",), kind="exercise", subject=name, minutes=exercise.minutes, pass_mark=0.6)
    return replace(empty, sections=(), exercise=body, spoken=spoken)


def after(name: str, run: str, *events: Event, mode: Mode = "assessed", end: bool = True) -> AttemptState:
    """The attempt after a recorded run of the exercise, ten seconds a move."""
    at = Times()
    exercise = exercises()[name]
    recorded = [at(started(mode=mode, policy="runs_on", limit=exercise.minutes * 60))]
    moves = [step.move for step in map(exercise.step, exercise.runs[run]) if step.move is not None]
    for event in (*(Moved(move.as_json()) for move in moves), *([Submitted("learner")] if end else []), *events):
        at.clock.wait(10)
        recorded.append(at(event))
    return replay(recorded)


def test_a_paper_of_an_exercise_goes_through_bytes() -> None:
    paper = replace(paper_of(RUCKSACK), sources=({"id": "DEM-5", "citation": {"it": "art. 5", "en": "Article 5"}},))
    assert to_data(paper)["format"] == EXERCISE_FORMAT
    assert from_bytes(to_bytes(paper), "paper") == paper
    assert to_data(a_paper())["format"] == 1 and "exercise" not in to_data(a_paper())


def test_the_marks_are_those_of_the_run() -> None:
    assert assessed(paper_of(RUCKSACK), after(RUCKSACK, "perfect")).share == 1
    assert not assessed(paper_of(RUCKSACK), after(RUCKSACK, "bad")).passed


def test_a_passed_assessed_attempt_is_evidence() -> None:
    found = evidence_of(paper_of(RUCKSACK, "en"), after(RUCKSACK, "perfect"), played_before=2)
    assert found is not None
    assert (found.exercise, found.kind, found.units, found.spoken) == (RUCKSACK, "dialogue", ("dem.u1",), "en")
    assert found.cases[0].native_language == "uk" and found.values["customer_type"] == ("traveller",)
    assert found.played_before == 2 and found.hints == 0 and found.in_time
    assert found.given == {"characteristics", "information-set"}
    assert not found.rationale_complete and not found.assessed_by


@pytest.mark.parametrize(
    "state",
    [
        after(RUCKSACK, "perfect", mode="practice"),
        after(RUCKSACK, "perfect", end=False),
        after(RUCKSACK, "bad"),
        after(RUCKSACK, "idle"),
        after(RUCKSACK, "perfect", Voided("another person played")),
    ],
    ids=["practice", "not over", "failed", "nothing done", "voided"],
)
def test_nothing_else_is(state: AttemptState) -> None:
    assert evidence_of(paper_of(RUCKSACK), state) is None


def test_an_exam_is_no_evidence_of_this_kind() -> None:
    assert evidence_of(a_paper(), after(RUCKSACK, "perfect")) is None


def line(part: str, cites: tuple[str, ...] = (), moments: tuple[int, ...] = (1,)) -> RationaleWritten:
    return RationaleWritten(f"{part}-1", part, "I did so because the rule asks for it here.", moments, cites)


LINES = (line("choices"), line("approach"), line("procedure"), line("tools", ("card-198",)))


def test_the_rationale_is_complete_when_it_was_handed_in_and_lacks_nothing() -> None:
    def complete(*events: Event) -> bool:
        found = evidence_of(paper_of(BOX), after(BOX, "perfect", *events))
        assert found is not None
        return found.rationale_complete

    assert not complete(*LINES)
    assert complete(*LINES, RationaleHandedIn())
    assert not complete(*LINES[1:], RationaleHandedIn())
    assert not complete(*LINES[:3], line("tools", ("a-lie",)), RationaleHandedIn())
    assert not complete(*LINES[1:], line("choices", (), (99,)), RationaleHandedIn())


def test_late_is_recorded_and_no_more() -> None:
    state = after(RUCKSACK, "perfect")
    found = evidence_of(paper_of(RUCKSACK), replace(state, limit_seconds=30))
    assert found is not None and not found.in_time and found.seconds == 60.0


def test_time_after_the_end_of_the_talk_is_not_counted() -> None:
    found = evidence_of(paper_of(RUCKSACK), replace(after(RUCKSACK, "perfect"), elapsed=9999.0))
    assert found is not None and found.seconds == 60.0


def test_what_an_exercise_could_prove_is_what_passing_it_proves() -> None:
    found = evidence_of(paper_of(BOX), after(BOX, "perfect", *LINES, RationaleHandedIn()))
    could = potential(exercises()[BOX], "it")
    assert found is not None
    for name in ("exercise", "kind", "units", "spoken", "cases", "values", "shows", "given", "due"):
        assert getattr(found, name) == getattr(could, name)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), name=st.sampled_from([RUCKSACK, BOX]))
def test_any_run_replayed_from_bytes_is_the_same(seed: int, name: str) -> None:
    paper, at, stream = paper_of(name), Times(), Stream(str(seed), "run")
    recorded = [at(started(mode="assessed", policy="runs_on", limit=None))]
    state = replay(recorded)
    for _ in range(30):
        moves = played(paper, state).moves()
        if not moves:
            break
        at.clock.wait(0.1 + stream.below(400) / 7)
        recorded.append(at(Moved(moves[stream.below(len(moves))].as_json())))
        state = replay(recorded)
    recorded.append(at(Submitted("learner")))
    state, again = replay(recorded), from_bytes(to_bytes(paper), "paper")
    assert evidence_of(again, replay(recorded)) == evidence_of(paper, state)
    assert assessed(again, state) == assessed(paper, state)
