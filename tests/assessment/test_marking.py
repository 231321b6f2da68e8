"""Marks are exact: thresholds in fractions, a section below its mark fails the whole, what is blank earns nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessment.making import Times, started
from tests.builders import a_paper, a_practice, an_item, right_response, some_items, wrong_response
from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.events import Confirmed, Event, Mode, Responded
from trainer.assessment.marking import Result, mark_attempt
from trainer.assessment.paper import Paper

SINGLES = [an_item(id=f"single-{number}") for number in range(20)]


def state_with(*events: Event, mode: Mode = "mock") -> AttemptState:
    at = Times()
    return replay([at(started(mode=mode)), *(at(event) for event in events)])


def marked(paper: Paper, right: int, places: list[int] | None = None) -> Result:
    """The result with the first ``right`` items right (or those at ``places``) and the others wrong."""
    good = set(range(right)) if places is None else set(places)
    answers = [
        Responded(p, right_response(paper.item(p)) if p in good else wrong_response(paper.item(p)))
        for p in range(len(paper.items))
    ]
    return mark_attempt(paper, state_with(*answers))


@pytest.mark.parametrize(("right", "passed"), [(13, False), (14, True), (20, True)])
def test_seventy_per_cent_is_enough_and_less_is_not(right: int, passed: bool) -> None:
    result = marked(a_paper(SINGLES, sections=["all"]), right)
    assert (result.points, result.passed) == (right, passed)


@pytest.mark.parametrize(("count", "right"), [(10, 7), (30, 21), (40, 28), (100, 70)])
def test_the_threshold_is_exact(count: int, right: int) -> None:
    """0.7 as a float times 10 is more than 7: a mark in fractions must not fall into that."""
    paper = a_paper([an_item(id=f"i-{n}") for n in range(count)], sections=["all"])
    assert marked(paper, right).passed is True
    assert marked(paper, right - 1).passed is False


@pytest.mark.parametrize("mark", [0.1, 0.35, 0.55, 0.6, 0.8, 0.85])
def test_any_threshold_written_in_decimals_is_meant_in_decimals(mark: float) -> None:
    """0.55 as a float is more than 11 of 20, and 0.1 more than 2 of 20."""
    paper = a_paper(SINGLES, sections=["all"], pass_mark=mark, section_pass_mark=mark)
    enough = round(mark * 20)
    assert marked(paper, enough).passed is True
    assert marked(paper, enough).sections[0].passed
    assert marked(paper, enough - 1).passed is False


def test_fractions_add_up_exactly() -> None:
    three = ["a", "b", "c"]
    options = [{"id": name, "key": name != "d", "text": {"it": name}, "rationale": {"it": name}} for name in "abcd"]
    items = [an_item("multiple", f"m-{number}", options=options) for number in range(9)]
    paper = a_paper(items, sections=["all"], pass_mark=1 / 3, section_pass_mark=0)
    one_of_three = [Responded(p, {"answer": (three[p % 3],)}) for p in range(9)]
    result = mark_attempt(paper, state_with(*one_of_three))
    assert result.points == 3
    assert result.marks[0].points == Fraction(1, 3)


def test_a_section_below_its_mark_fails_the_whole() -> None:
    paper = a_paper(SINGLES, sections=["first", "second"])
    weak = marked(paper, 0, places=[*range(10), 10, 11, 12, 13])
    assert (weak.points, weak.share, weak.passed) == (14, 0.7, False)
    assert [(section.points, section.passed) for section in weak.sections] == [(10, True), (4, False)]
    even = marked(paper, 0, places=[*range(9), 10, 11, 12, 13, 14])
    assert (even.points, even.passed) == (14, True)
    assert [(section.points, section.share) for section in even.sections] == [(9, 0.9), (5, 0.5)]


def test_both_marks_are_needed() -> None:
    paper = a_paper(SINGLES, sections=["first", "second"])
    result = marked(paper, 0, places=[*range(5), *range(10, 18)])
    assert all(section.passed for section in result.sections)
    assert result.passed is False


def test_blank_earns_nothing_and_is_told_apart_from_wrong() -> None:
    paper = a_paper(some_items(3), sections=["all"])
    result = mark_attempt(paper, state_with(Responded(0, wrong_response(paper.item(0))), Responded(1, {"answer": ()})))
    assert [(mark.points, mark.blank) for mark in result.marks] == [(0, False), (0, True), (0, True)]
    assert (result.points, result.maximum, result.passed) == (0, 3, False)


def test_without_a_pass_mark_there_is_no_verdict() -> None:
    assert mark_attempt(a_practice(), state_with(mode="practice")).passed is None


def test_unconfirmed_answers_of_a_practice_do_not_count() -> None:
    paper = a_practice(SINGLES[:3])
    answers = [Responded(p, right_response(paper.item(p))) for p in range(3)]
    result = mark_attempt(paper, state_with(*answers, Confirmed(1), mode="practice"))
    assert [mark.points for mark in result.marks] == [0, 1, 0]


def test_an_answer_to_be_assessed_is_in_no_maximum() -> None:
    items = [an_item("open"), an_item("single", "item-2"), an_item("open", "item-3"), an_item("single", "item-4")]
    paper = a_paper(items, sections=["first", "second"])
    answers = [Responded(p, right_response(items[p])) for p in range(4)]
    result = mark_attempt(paper, state_with(*answers))
    assert (result.points, result.maximum, result.provisional, result.share, result.passed) == (2, 2, 2, 1.0, True)
    assert [(section.points, section.maximum) for section in result.sections] == [(1, 1), (1, 1)]
    blank = mark_attempt(paper, state_with(*answers[1:]))
    assert (blank.maximum, blank.provisional, blank.passed) == (3, 1, False)  # nothing was written: nothing to assess


def test_nothing_but_answers_to_be_assessed_has_no_verdict() -> None:
    paper = a_paper([an_item("open")], sections=["all"])
    result = mark_attempt(paper, state_with(Responded(0, right_response(paper.item(0)))))
    assert (result.maximum, result.provisional, result.share, result.passed) == (0, 1, 0.0, None)


def test_an_empty_paper_has_no_share() -> None:
    result = mark_attempt(a_paper([], sections=["all"]), state_with())
    assert (result.share, result.sections[0].share, result.maximum) == (0.0, 0.0, 0)


@given(data=st.data())
def test_points_lie_between_nothing_and_the_maximum(data: st.DataObject) -> None:
    paper = PAPER
    answers = []
    for position in data.draw(st.lists(st.integers(0, 5), unique=True)):
        item = paper.item(position)
        limits = item.limits()
        answers.append(Responded(position, {
            group: tuple(data.draw(st.lists(st.sampled_from(list(ids)), unique=True, max_size=limits[group])))
            for group, ids in item.option_groups().items()
        }))  # fmt: skip
    result = mark_attempt(paper, state_with(*answers))
    assert 0 <= result.points <= result.maximum == 6
    assert result.points == sum(section.points for section in result.sections)
    assert mark_attempt(paper, state_with(*answers)) == result


PAPER = a_paper()
