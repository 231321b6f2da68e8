"""What a front end asks for when an exercise is over, and the exercises of a unit or module as lists show them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.flows.playing import PRACTICE, DemoWorkspace, played
from trainer.flows.browse import BrowseFlow
from trainer.flows.exercise_cards import exercise_cards
from trainer.flows.exercise_result import exercise_result, finished_result
from trainer.flows.exercise_start import start_exercise
from trainer.flows.rationale import RationaleFlow
from trainer.kernel.problems import Problem, Refused


@pytest.fixture
def demo(tmp_path: Path, clock: FakeClock) -> Iterator[DemoWorkspace]:
    found = DemoWorkspace(tmp_path, clock)
    found.create_learner("Ada", "it", "en", "dem")
    yield found
    found.close()


def test_what_is_not_over_has_no_result(demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(demo, RUCKSACK, assessed=True)
    with pytest.raises(Refused):
        finished_result(demo.store, flow.attempt)
    with pytest.raises(Problem):
        finished_result(demo.store, "20260101t000000-00000000")
    flow.finish()
    assert finished_result(demo.store, flow.attempt) == exercise_result(demo.store, flow.attempt)


def test_translations_are_there_after_a_practice_only(demo: DemoWorkspace, clock: FakeClock) -> None:
    result = exercise_result(demo.store, played(demo, clock, PRACTICE, spoken="en").attempt)
    spoken = [moment for moment in result.moments if moment.spoken]
    assert spoken and {moment.number for moment in spoken} == set(result.translations)
    assert all(set(moment.text) == {"en"} for moment in spoken)
    assert all(set(text) == {"it", "en"} for text in result.translations.values())
    assert exercise_result(demo.store, played(demo, clock, RUCKSACK).attempt).translations == {}
    assert result.unit == "dem.u1"


def test_a_unit_and_a_module_list_their_exercises(demo: DemoWorkspace, clock: FakeClock) -> None:
    played(demo, clock, PRACTICE, "bad")
    cards = exercise_cards(demo, "dem.u1")
    assert [(card.id, card.assessed) for card in cards] == [(PRACTICE, False), (BOX, True), (RUCKSACK, True)]
    assert cards[0].best == pytest.approx(0.25) and not cards[0].passed and cards[1].best is None
    assert BrowseFlow(demo).unit("dem.u1").exercises == cards
    assert BrowseFlow(demo).module("demo-return").exercises == cards
    assert BrowseFlow(demo).module("demo-intake").exercises == ()


def test_a_rationale_shows_the_exercise_as_it_was_left(demo: DemoWorkspace, clock: FakeClock) -> None:
    flow = RationaleFlow(demo.store, played(demo, clock, RUCKSACK).attempt, clock)
    assert flow.view.last.over and flow.view.last.moments == flow.view.moments
    flow.close()
