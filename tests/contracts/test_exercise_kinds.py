"""What every kind of exercise must do, run over every exercise there is: fixtures and shipped ones."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from tests.exercises.making import every_exercise
from trainer.exercises.base import RECORDED, Exercise
from trainer.exercises.kinds import KINDS, exercise_from_json, exercise_to_json
from trainer.exercises.play import Move, MoveRefused, Play
from trainer.exercises.runs import play_at_random, play_run, play_steps, play_timed

ALL = every_exercise()
EACH = pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.id)


def begun(exercise: Exercise) -> Play:
    return exercise.start("seed-1", exercise.spoken[0])


def test_every_kind_has_an_example() -> None:
    assert {exercise.kind for exercise in ALL} == set(KINDS)


@EACH
def test_it_goes_through_json(exercise: Exercise) -> None:
    assert exercise_from_json(exercise_to_json(exercise)) == exercise


@EACH
def test_the_recorded_runs_earn_what_they_should(exercise: Exercise) -> None:
    marks = {name: play_run(exercise, name).assess() for name in exercise.runs}
    assert set(RECORDED) <= set(marks)
    assert marks["perfect"].share == 1 and marks["perfect"].passed
    assert not marks["bad"].passed and not marks["idle"].passed
    assert Fraction(40, 100) <= marks["ordinary"].share <= Fraction(75, 100)


@EACH
def test_they_earn_the_same_in_every_language_it_is_offered_in(exercise: Exercise) -> None:
    for name in exercise.runs:
        shares = {play_run(exercise, name, spoken).assess().share for spoken in exercise.spoken}
        assert len(shares) == 1


@EACH
def test_every_lost_point_is_explained(exercise: Exercise) -> None:
    for name in exercise.runs:
        for mark in play_run(exercise, name).assess().marks:
            assert mark.lost in (0, mark.maximum) or mark.points > 0
            assert all(mark.why.values()) and all(mark.text.values())


@EACH
def test_the_same_moves_at_the_same_times_come_to_the_same(exercise: Exercise) -> None:
    steps = [exercise.step(data) for data in exercise.runs["perfect"]]
    timed, at = [], 0.0
    for step in steps:
        at += step.seconds
        if step.move is not None:
            timed.append((at, Move.from_json(json.loads(json.dumps(step.move.as_json())))))
    once = play_steps(begun(exercise), steps)
    again = play_timed(begun(exercise_from_json(exercise_to_json(exercise))), timed, at)
    assert again.assess() == once.assess()
    assert again.moments == once.moments
    assert again.view() == once.view()


@EACH
def test_a_move_that_is_not_allowed_changes_nothing(exercise: Exercise) -> None:
    play = begun(exercise)
    before = play.view()
    for move in (Move("dance"), Move("say", "nobody-says-this"), Move("open", "nothing"), Move("", "", {"x": 1})):
        with pytest.raises(MoveRefused) as refused:
            play.apply(move, 5.0)
        assert refused.value.template
    assert play.view() == before


@EACH
def test_when_it_is_over_nothing_more_can_be_done(exercise: Exercise) -> None:
    play = play_run(exercise, "perfect")
    if play.over:
        assert not play.moves()


@EACH
def test_players_without_a_plan_come_to_an_end_and_rarely_pass(exercise: Exercise) -> None:
    plays = [play_at_random(exercise, str(number)) for number in range(100)]
    assert all(0 <= play.assess().share <= 1 for play in plays)
    assert sum(play.assess().passed for play in plays) <= 6


@EACH
def test_who_is_only_polite_does_not_pass(exercise: Exercise) -> None:
    steps = exercise.polite()
    if steps is not None:
        assert not play_steps(begun(exercise), steps).assess().passed


@EACH
def test_moves_are_numbered_and_time_goes_on(exercise: Exercise) -> None:
    play = play_run(exercise, "ordinary")
    assert [moment.number for moment in play.moments] == list(range(len(play.moments)))
    assert [moment.at for moment in play.moments] == sorted(moment.at for moment in play.moments)


@EACH
def test_what_is_spoken_is_shown_in_its_own_language_only(exercise: Exercise) -> None:
    for spoken in exercise.spoken:
        view = play_run(exercise, "perfect", spoken).view()
        assert all(set(moment.text) == {spoken} for moment in view.moments if moment.spoken)


@EACH
def test_a_view_names_no_criterion(exercise: Exercise) -> None:
    shown = repr(begun(exercise).view())
    for criterion in exercise.rubric():
        assert not any(words in shown for words in (criterion.id, *criterion.text.values(), *criterion.why.values()))
