"""The list of what is missing shrinks exactly as the rule says, and a voided attempt brings it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.flows.playing import PRACTICE, DemoWorkspace, argue, played
from trainer.assessment.events import NotAllowed
from trainer.flows.evidence import UnitEvidence, unit_evidence, void_attempt
from trainer.flows.exercise_start import start_exercise
from trainer.flows.rationale import RationaleFlow
from trainer.flows.unit_status import unit_status
from trainer.kernel.problems import Refused

EVERY = {
    "min_customer_types", "of_which_non_native_italian", "min_request_types", "of_which_complaint", "mode",
    "given_characteristics", "must_justify_choices", "must_cite_norms",
}  # fmt: skip


@pytest.fixture
def demo(tmp_path: Path, clock: FakeClock) -> Iterator[DemoWorkspace]:
    found = DemoWorkspace(tmp_path, clock)
    found.create_learner("Ada", "it", "en", "dem")
    yield found
    found.close()


def now(demo: DemoWorkspace) -> UnitEvidence:
    return unit_evidence(demo, "dem.u1")


def missing(demo: DemoWorkspace) -> set[str]:
    return {gap.requirement.requirement for gap in now(demo).missing}


def test_the_missing_list_shrinks_as_the_rule_says(demo: DemoWorkspace, clock: FakeClock) -> None:
    assert missing(demo) == EVERY and not now(demo).complete and now(demo).house_rule
    played(demo, clock, PRACTICE)
    assert missing(demo) == EVERY, "practice attempts change nothing"
    played(demo, clock, RUCKSACK, "bad")
    assert missing(demo) == EVERY, "a failed attempt proves nothing"
    clock.wait(86_400)
    first = played(demo, clock, RUCKSACK).attempt
    assert missing(demo) == EVERY and now(demo).unwritten == (first,)
    argue(demo, first)
    assert missing(demo) == EVERY - {"of_which_non_native_italian", "of_which_complaint"}
    assert now(demo).awaiting == (first,) and now(demo).unwritten == ()
    second = played(demo, clock, BOX).attempt
    assert missing(demo) == {"min_customer_types", "min_request_types", "must_justify_choices"}
    argue(demo, second)
    found = now(demo)
    assert found.complete and found.missing == () and set(found.awaiting) == {first, second}
    met = {one.requirement: one for one in found.met}
    assert met["of_which_complaint"].attempts == (first,)
    assert set(met["min_customer_types"].attempts) == {first, second}
    void_attempt(demo, first, "another person played")
    assert {"of_which_complaint", "of_which_non_native_italian", "min_customer_types"} <= missing(demo)
    assert not now(demo).complete and now(demo).awaiting == (second,)


def test_the_exercise_that_closes_a_gap_is_named(demo: DemoWorkspace, clock: FakeClock) -> None:
    argue(demo, played(demo, clock, RUCKSACK).attempt)
    how = {gap.requirement.requirement: gap.how for gap in now(demo).missing}
    assert how["min_customer_types"] == (BOX,)
    assert PRACTICE not in {name for names in how.values() for name in names}


def test_every_assessed_try_is_listed(demo: DemoWorkspace, clock: FakeClock) -> None:
    played(demo, clock, RUCKSACK, "bad")
    clock.wait(86_400)
    again = played(demo, clock, RUCKSACK)
    tries = now(demo).tries
    assert [(one.passed, one.played_before) for one in tries] == [(False, 0), (True, 1)]
    void_attempt(demo, again.attempt, "wrong person")
    assert now(demo).tries[1].voided == "wrong person" and now(demo).tries[1].evidence is None


def test_a_voided_try_uses_up_no_day(demo: DemoWorkspace, clock: FakeClock) -> None:
    void_attempt(demo, played(demo, clock, RUCKSACK, "bad").attempt, "the power went")
    start_exercise(demo, RUCKSACK, assessed=True).leave()


def test_what_is_running_cannot_be_voided(demo: DemoWorkspace) -> None:
    flow = start_exercise(demo, RUCKSACK, assessed=True)
    flow.leave()
    for attempt in (flow.attempt, "20260101t000000-00000000"):
        with pytest.raises(Refused):
            void_attempt(demo, attempt, "no")


def test_a_damaged_journal_proves_nothing_and_stops_nothing(demo: DemoWorkspace, clock: FakeClock) -> None:
    attempt = played(demo, clock, RUCKSACK).attempt
    path = demo.store.attempts_folder / f"{attempt}.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"n":2', b'"n":9'))
    assert missing(demo) == EVERY


def test_readiness_counts_the_exercises(demo: DemoWorkspace) -> None:
    status = unit_status(demo, "dem.u1")
    # Its practice talk shows everything its rule asks for, and the reserved ones satisfy it.
    assert status.readiness == "certifiable"
    assert [row.exercises for row in demo.catalogue.modules()] == [0, 3]


def test_without_practice_of_every_kind_a_unit_is_not_certifiable(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    workspace = DemoWorkspace(folder, clock)
    (workspace.content / f"courses/modules/demo-return/exercises/{PRACTICE}.yaml").unlink()
    assert unit_status(workspace, "dem.u1").readiness == "exam"
    workspace.close()


# -- the rationale ----------------------------------------------------------------------------------------------------


def test_a_rationale_is_written_line_by_line(demo: DemoWorkspace, clock: FakeClock) -> None:
    attempt = played(demo, clock, RUCKSACK).attempt
    flow = RationaleFlow(demo.store, attempt, clock)
    assert {gap.part for gap in flow.view.gaps} == {"choices", "approach", "procedure", "tools", "references"}
    first = flow.write("choices", "  I asked openly because she had come before.\x1b[31m ", moments=[3, 1, 1])
    line = flow.view.lines[0]
    assert (line.id, line.text, line.moments) == (first, "I asked openly because she had come before.[31m", (1, 3))
    second = flow.write("choices", "I opened the card before I answered her at all.")
    assert {first, second} == {"choices-1", "choices-2"}
    flow.write("choices", "I opened the card first, because it decides.", line=second, cites=["card-231"])
    flow.remove(first)
    flow.remove("choices-99")
    assert [one.id for one in flow.view.lines] == [second]
    with pytest.raises(Refused, match="not complete"):
        flow.hand_in()
    flow.close()
    again = RationaleFlow(demo.store, attempt, clock)
    assert [one.id for one in again.view.lines] == [second] and set(again.view.used) == {
        "card-231",
        "handing-back-rules",
    }
    again.close()


@pytest.mark.parametrize(("part", "words"), [("poems", "x"), ("choices", "   "), ("choices", "x" * 5000)])
def test_what_is_no_line_is_refused(demo: DemoWorkspace, clock: FakeClock, part: str, words: str) -> None:
    flow = RationaleFlow(demo.store, played(demo, clock, RUCKSACK).attempt, clock)
    with pytest.raises(Refused):
        flow.write(part, words)
    flow.close()


def test_what_was_handed_in_is_not_changed(demo: DemoWorkspace, clock: FakeClock) -> None:
    attempt = played(demo, clock, RUCKSACK).attempt
    argue(demo, attempt)
    flow = RationaleFlow(demo.store, attempt, clock)
    assert flow.view.handed_in
    with pytest.raises(NotAllowed, match="handed in"):
        flow.write("choices", "Something else came to my mind later on.")
    flow.close()


def test_before_the_end_there_is_none(demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(demo, RUCKSACK, assessed=True)
    flow.leave()
    with pytest.raises(Refused, match="when the exercise is over"):
        RationaleFlow(demo.store, flow.attempt, clock)
