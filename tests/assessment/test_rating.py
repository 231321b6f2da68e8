"""Raters: sufficiency, agreement and the final judgement, against values worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from trainer.assessment.rating import (
    KAPPA_FROM,
    Bar,
    Disagreement,
    agreement,
    disagreement,
    outcome,
    weighted_kappa,
)
from trainer.content.assessing import OpenSufficiency, RaterRules, Sufficiency

TEXT = {"it": "Regola", "en": "Rule"}
RULES = RaterRules(text=TEXT, house_rule=True, third_from=2, third_on_verdict=True, combine="median")
BAR = Bar.of_levels(Sufficiency(text=TEXT, house_rule=True, lowest=1, mean=2))
TOPS = {"choices": 3, "approach": 3, "tools": 3}


def levels(choices: int, approach: int, tools: int) -> dict[str, int]:
    return {"choices": choices, "approach": approach, "tools": tools}


def come_to(*judgements: dict[str, int], two: bool = False) -> Any:
    return outcome(judgements, TOPS, BAR, RULES, two_raters=two)


@pytest.mark.parametrize(
    ("given", "enough"),
    [((2, 2, 2), True), ((3, 2, 1), True), ((2, 2, 1), False), ((3, 3, 0), False), ((1, 1, 1), False)],
)
def test_no_level_at_nothing_and_two_on_average(given: tuple[int, int, int], enough: bool) -> None:
    assert BAR.holds(levels(*given), TOPS) is enough


def test_a_criterion_without_a_level_never_suffices() -> None:
    assert not BAR.holds({"choices": 3, "approach": 3}, TOPS)
    assert not BAR.holds({}, {})


def test_points_of_an_open_answer_are_a_share_of_their_own_criteria() -> None:
    bar = Bar.of_points(OpenSufficiency(text=TEXT, house_rule=True, share=0.6))
    tops = {"rule": 2, "reason": 3}
    assert bar.holds({"rule": 0, "reason": 3}, tops)
    assert not bar.holds({"rule": 2, "reason": 0}, tops)


def test_two_levels_apart_is_a_disagreement_and_one_is_none() -> None:
    assert disagreement(levels(3, 2, 2), levels(2, 2, 3), TOPS, BAR, RULES) == Disagreement((), False)
    assert disagreement(levels(3, 3, 2), levels(1, 3, 2), TOPS, BAR, RULES) == Disagreement(("choices",), False)


def test_one_sufficient_and_one_not_is_a_disagreement() -> None:
    found = disagreement(levels(2, 2, 2), levels(2, 2, 1), TOPS, BAR, RULES)
    assert found == Disagreement((), True) and found
    lenient = RULES.model_copy(update={"third_on_verdict": False})
    assert not disagreement(levels(2, 2, 2), levels(2, 2, 1), TOPS, BAR, lenient)


def test_who_is_due_next() -> None:
    assert come_to().due == "first"
    assert come_to(levels(2, 2, 2)).due == ""
    assert come_to(levels(2, 2, 2), two=True).due == "second"
    assert come_to(levels(3, 2, 2), levels(1, 3, 2), two=True).due == "third"
    assert come_to(levels(2, 2, 2), levels(3, 2, 2), two=True).due == ""


def test_two_who_disagree_call_a_third_even_where_one_was_asked() -> None:
    assert come_to(levels(3, 3, 3), levels(0, 3, 3)).due == "third"


def test_the_final_judgement_of_one_two_and_three() -> None:
    assert come_to(levels(3, 2, 1)).levels == {"choices": 3, "approach": 2, "tools": 1}
    two = come_to(levels(3, 2, 2), levels(2, 2, 3), two=True)
    assert two.levels == {"choices": Fraction(5, 2), "approach": 2, "tools": Fraction(5, 2)} and two.sufficient
    three = come_to(levels(3, 3, 3), levels(0, 2, 2), levels(1, 2, 2), two=True)
    assert three.levels == {"choices": 1, "approach": 2, "tools": 2}
    assert three.sufficient is False, "5 of 9 is below 2 on average"


def test_a_mean_instead_of_the_middle_is_a_matter_of_data() -> None:
    rules = RULES.model_copy(update={"combine": "mean"})
    found = outcome([levels(3, 3, 3), levels(0, 2, 2), levels(3, 2, 2)], TOPS, BAR, rules, two_raters=True)
    assert found.levels["choices"] == 2


def test_a_judgement_that_lacks_a_criterion_counts_not() -> None:
    assert come_to({"choices": 3}).due == "first"
    assert come_to(levels(2, 2, 2), {"choices": 0}).levels["choices"] == 2


def test_agreement_of_few_pieces_says_why_there_is_no_kappa() -> None:
    found = agreement([(2, 2), (3, 2), (0, 2), (1, 1)])
    assert (found.pieces, found.exact, found.adjacent, found.kappa, found.no_kappa) == (4, 0.5, 0.75, None, "too-few")
    assert agreement([]).exact is None


def test_kappa_comes_with_the_twentieth_piece() -> None:
    pairs = [(2, 2), (1, 1)] * 9 + [(0, 0)]
    assert len(pairs) == KAPPA_FROM - 1 and agreement(pairs).no_kappa == "too-few"
    assert agreement([*pairs, (3, 3)]).kappa == 1.0


def test_weighted_kappa_by_hand() -> None:
    """Ten (2, 2), five (1, 2), five (3, 3): 5/20 observed; firsts 5×1 10×2 5×3 and seconds 15×2 5×3 give
    (75·1 + 25·4 + 50·1 + 75·1) / 400 = 3/4 by chance: 1 − 1/3.
    """
    pairs = [(2, 2)] * 10 + [(1, 2)] * 5 + [(3, 3)] * 5
    assert agreement(pairs).kappa == pytest.approx(2 / 3)
    assert agreement(pairs).exact == 0.75 and agreement(pairs).adjacent == 1.0


def test_opposite_raters_are_worse_than_chance() -> None:
    """Ten (0, 3) and ten (3, 0): 9 observed, 4.5 by chance."""
    assert weighted_kappa([(0, 3), (3, 0)] * 10) == -1.0


def test_one_level_for_everything_gives_no_kappa() -> None:
    found = agreement([(2, 2)] * 25)
    assert (found.exact, found.kappa, found.no_kappa) == (1.0, None, "one-level")


LEVEL = some.integers(0, 3)
PAIRS = some.lists(some.tuples(LEVEL, LEVEL), min_size=1, max_size=40)


@given(PAIRS)
def test_kappa_is_never_above_one_and_the_same_whoever_comes_first(pairs: list[tuple[int, int]]) -> None:
    kappa = weighted_kappa(pairs)
    assert kappa is None or kappa <= 1
    assert weighted_kappa([(other, one) for one, other in pairs]) == kappa


@given(some.lists(some.builds(levels, LEVEL, LEVEL, LEVEL), min_size=1, max_size=4), some.booleans())
def test_a_final_judgement_lies_between_those_given(given_levels: list[dict[str, int]], two: bool) -> None:
    found = come_to(*given_levels, two=two)
    assert (found.sufficient is None) == bool(found.due)
    for name, level in found.levels.items():
        own = [one[name] for one in given_levels]
        assert min(own) <= level <= max(own)


@given(some.builds(levels, LEVEL, LEVEL, LEVEL), some.builds(levels, LEVEL, LEVEL, LEVEL))
def test_two_who_agree_keep_their_verdict(one: dict[str, int], other: dict[str, int]) -> None:
    found = come_to(one, other, two=True)
    if not found.due:
        assert found.sufficient == BAR.holds(one, TOPS) == BAR.holds(other, TOPS)
