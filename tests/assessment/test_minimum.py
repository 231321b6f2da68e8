"""Every rule the standards state, just below its threshold and just at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessment.evidencing import case, missing, proof, rule_of, shipped_lists, shipped_rules
from tests.exercises.making import BOX, RUCKSACK, exercises
from trainer.assessment.evidence import Evidence, potential
from trainer.assessment.minimum import KEYS, evaluator, helpful, sufficient, unshown
from trainer.content.models import Reading

NINE = ["abr.uc1", "abr.uc2", "abr.uc3", "abr.uc4", "laz.uc1", "laz.uc2", "laz.uc3", "laz.uc4", "laz.uc5"]
BACK_OFFICE = frozenset({"key-information", "back-office-operations"})
DIGITAL = frozenset({"digital-tools"})

UC1 = [proof("a", case("consumer", "complaint", native="uk")), proof("b", case("business", "information"))]
UC2 = [
    proof("a", case("consumer", "complaint", "telephone", "uk")),
    proof("b", case("business", "information", "chat")),
]
UC3 = [
    proof("a", kind="workstation", resource=("laptop",), norm=("health-and-safety-at-work",)),
    proof("b", kind="workstation", resource=("crm",), norm=("health-and-safety-at-work",)),
]
UC4 = [
    proof("a", case("consumer", "billing", "email"), kind="desk", shows=BACK_OFFICE),
    proof("b", case("business", "billing", "email"), kind="desk", shows=BACK_OFFICE),
]
LAZ1 = [
    proof("a", case("consumer", "complaint", "telephone", conflict=True)),
    proof("b", case("business", "information", "telephone"), spoken="en"),
    proof("c", case("consumer", "billing", "telephone")),
]
LAZ2 = [
    proof("a", kind="desk", resource=("crm",), activity=("registration",)),
    proof("b", kind="desk", resource=("crm",), activity=("reporting",)),
    proof("c", kind="desk", resource=("crm",), activity=("routing",)),
]
SPAN = ("first-contact", "closing")
LAZ3 = [
    proof("a", case("consumer", "offer", "telephone"), activity=SPAN, product=("energy",)),
    proof("b", case("business", "offer", "telephone"), activity=SPAN, product=("telecom",)),
]
LAZ4 = [
    proof("a", kind="desk", activity=("contract", "sales-cycle"), product=("energy",)),
    proof("b", kind="desk", activity=("delivery",), product=("telecom",)),
]
WORK = ("data-classification", "documentation", "reporting")
LAZ5 = [
    proof("a", case("consumer", "billing", "telephone"), kind="desk", activity=WORK, shows=DIGITAL),
    proof("b", case("business", "billing", "telephone"), kind="desk", shows=DIGITAL),
    proof("c", case("consumer", "complaint", "telephone"), kind="desk", shows=DIGITAL),
]
AT: dict[str, list[Evidence]] = dict(zip(NINE, (UC1, UC2, UC3, UC4, LAZ1, LAZ2, LAZ3, LAZ4, LAZ5), strict=True))


def other(evidence: Sequence[Evidence], place: int, **changes: Any) -> list[Evidence]:
    """The evidence with one of its attempts changed."""
    return [replace(one, **changes) if number == place else one for number, one in enumerate(evidence)]


def values(one: Evidence, **changes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {**one.values, **changes}


#: Unit, what is one step short of its threshold, and the keys that must be missing then.
BELOW: list[tuple[str, str, list[Evidence], set[str]]] = [
    ("abr.uc1", "one attempt", UC1[:1], {"min_customer_types", "min_request_types", "must_justify_choices"}),
    ("abr.uc1", "one customer type", other(UC1, 1, cases=(case("consumer", "information"),)), {"min_customer_types"}),
    ("abr.uc1", "all native", other(UC1, 0, cases=(case("consumer", "complaint"),)), {"of_which_non_native_italian"}),
    ("abr.uc1", "no claim", other(UC1, 0, cases=(case("consumer", "billing", native="uk"),)), {"of_which_complaint"}),
    ("abr.uc1", "one kind of request", other(UC1, 1, cases=(case("business", "complaint"),)), {"min_request_types"}),
    ("abr.uc1", "a rationale is missing", other(UC1, 1, rationale_complete=False), {"must_justify_choices"}),
    ("abr.uc1", "a part not asked for", other(UC1, 1, due=("choices", "approach", "tools")), {"must_justify_choices"}),
    ("abr.uc1", "nothing was given", other(UC1, 1, given=frozenset()), {"given_characteristics"}),
    ("abr.uc1", "another kind of exercise", other(UC1, 1, kind="workstation"), {"mode"}),
    ("abr.uc2", "one channel", other(UC2, 1, cases=(case("business", "information", "telephone"),)), {"min_channels"}),
    ("abr.uc2", "a counter is not remote", other(UC2, 1, cases=(case("business", "information"),)), {"channel_kind"}),
    ("laz.uc2", "no CRM at all", [replace(one, values=values(one, resource=("ticketing",))) for one in LAZ2],
     {"min_crm_applications"}),
    ("abr.uc3", "hardware only", other(UC3, 1, values=values(UC3[1], resource=("headset",))), {"must_cover_software"}),
    ("abr.uc3", "no hardware", other(UC3, 0, values=values(UC3[0], resource=("ticketing",))), {"must_cover_hardware"}),
    ("abr.uc3", "the same resource", other(UC3, 0, values=values(UC3[0], resource=("crm",))), {"min_hw_sw_resources"}),
    ("abr.uc3", "one attempt with both", [replace(UC3[0], values=values(UC3[0], resource=("laptop", "crm")))],
     {"min_hw_sw_resources"}),
    ("abr.uc3", "with a hint", other(UC3, 1, hints=1), {"must_work_autonomously"}),
    ("abr.uc3", "no rules on safety", other(UC3, 1, values=values(UC3[1], norm=("data-protection",))),
     {"must_cite_norms"}),
    ("abr.uc3", "approach not asked for", other(UC3, 1, due=("choices", "references")),
     {"must_explain_workstation_organisation"}),
    ("abr.uc4", "one type of either", other(UC4, 1, cases=(case("consumer", "billing", "email"),)),
     {"min_customer_or_activity_types"}),
    ("abr.uc4", "key information missed", other(UC4, 1, shows=frozenset({"back-office-operations"})),
     {"must_identify_key_information"}),
    ("abr.uc4", "operations missed", other(UC4, 1, shows=frozenset({"key-information"})),
     {"must_set_up_back_office_operations"}),
    ("abr.uc4", "no set of cases", other(UC4, 1, given=frozenset()), {"given_case_set"}),
    ("laz.uc1", "two attempts", LAZ1[:2], {"min_situations", "must_justify_choices"}),
    ("laz.uc1", "the same situation twice", other(LAZ1, 2, cases=(case("consumer", "complaint", "telephone"),)),
     {"min_situations"}),
    ("laz.uc1", "no conflict", other(LAZ1, 0, cases=(case("consumer", "complaint", "telephone"),)),
     {"of_which_conflict"}),
    ("laz.uc1", "no foreign language", other(LAZ1, 1, spoken="it"), {"of_which_foreign_language"}),
    ("laz.uc1", "not on the telephone", other(LAZ1, 2, cases=(case("consumer", "billing", "chat"),)), {"channel_kind"}),
    ("laz.uc2", "two situations", other(LAZ2, 2, values=values(LAZ2[2], activity=("reporting",))), {"min_situations"}),
    ("laz.uc2", "no CRM", other(LAZ2, 2, values=values(LAZ2[2], resource=("ticketing",))), {"situation_kind"}),
    ("laz.uc2", "no technology given", other(LAZ2, 2, given=frozenset()), {"given_technology_set"}),
    ("laz.uc3", "one product", other(LAZ3, 1, values=values(LAZ3[1], product=("energy",))), {"min_products"}),
    ("laz.uc3", "not to the closing", other(LAZ3, 1, values=values(LAZ3[1], activity=("first-contact",))),
     {"span_to"}),
    ("laz.uc3", "one customer type", other(LAZ3, 1, cases=(case("consumer", "offer", "telephone"),)),
     {"min_customer_types"}),
    ("laz.uc3", "approach not asked for", other(LAZ3, 1, due=("choices",)), {"must_justify_choices"}),
    ("laz.uc4", "a stage is missing", other(LAZ4, 1, values=values(LAZ4[1], activity=("contract",))), {"phases"}),
    ("laz.uc4", "one product", other(LAZ4, 1, values=values(LAZ4[1], product=("energy",))), {"min_products"}),
    ("laz.uc4", "no procedure told", other(LAZ4, 1, due=("choices",)), {"must_justify_choices"}),
    ("laz.uc5", "late", other(LAZ5, 2, in_time=False), {"time_limited", "min_relationship_types"}),
    ("laz.uc5", "two types of relationship", other(LAZ5, 2, cases=(case("business", "billing", "telephone"),)),
     {"min_relationship_types"}),
    ("laz.uc5", "an operation is missing", other(LAZ5, 0, values=values(LAZ5[0], activity=WORK[:2])), {"operations"}),
    ("laz.uc5", "no digital tools", other(LAZ5, 1, shows=frozenset()), {"must_use_digital_tools"}),
]  # fmt: skip


def test_nine_thresholds_are_stated() -> None:
    assert sorted(shipped_rules()) == NINE
    assert {key for minimum in shipped_rules().values() for key in minimum.rule} <= KEYS
    assert all(minimum.reading is not None and not minimum.house_rule for minimum in shipped_rules().values())


@pytest.mark.parametrize("unit", NINE)
def test_just_at_the_threshold_the_rule_is_true(unit: str) -> None:
    result = rule_of(unit)(AT[unit])
    assert missing(result) == {} and result.complete
    assert set(result.counted) == {one.attempt for one in AT[unit]}


@pytest.mark.parametrize("unit", NINE)
def test_without_any_attempt_nothing_is_met(unit: str) -> None:
    result = rule_of(unit)([])
    assert not result.met and not result.complete and all(one.have == 0 for one in result.missing)


@pytest.mark.parametrize("unit", NINE)
def test_any_attempt_less_is_too_few(unit: str) -> None:
    for place in range(len(AT[unit])):
        assert not rule_of(unit)([one for number, one in enumerate(AT[unit]) if number != place]).complete


@pytest.mark.parametrize(
    ("unit", "evidence", "keys"), [(u, e, k) for u, _, e, k in BELOW], ids=[f"{u} {name}" for u, name, _, _ in BELOW]
)
def test_just_below_it_is_not(unit: str, evidence: list[Evidence], keys: set[str]) -> None:
    result = rule_of(unit)(evidence)
    assert not result.complete
    assert keys <= set(missing(result))


def test_every_key_of_every_rule_is_shown_to_matter() -> None:
    explained = {"justify", "norms", "norms_condition", "relationship_defined_by", "from_indicator", "interpreted"}
    short = [(unit, evidence) for unit, _, evidence, _ in BELOW]
    short += [(unit, found) for unit, all in AT.items() for found in (all[1:], all[:-1])]
    told = {(unit, key) for unit, evidence in short for key in missing(rule_of(unit)(evidence))}
    asked = {(unit, key) for unit, one in shipped_rules().items() for key, value in one.rule.items() if value}
    assert {(unit, key) for unit, key in asked if key not in explained} - told == set()


def test_one_attempt_counts_for_all_it_shows_but_is_one_attempt() -> None:
    both = proof("a", case("consumer", "complaint", native="uk"), case("business", "information"), kind="desk")
    assert missing(rule_of("abr.uc1")([both]))["min_customer_types"] == (1, 2)
    assert rule_of("abr.uc1")([both, replace(both, attempt="b")]).complete


def test_a_reading_may_let_one_attempt_be_enough() -> None:
    minimum = shipped_rules()["abr.uc1"]
    assert minimum.reading is not None
    reading = minimum.reading.model_copy(update={"attempts": "any"})
    both = proof("a", case("consumer", "complaint", native="uk"), case("business", "information"), kind="desk")
    assert evaluator(minimum.rule, reading, shipped_lists())([both]).complete


def test_more_customers_who_are_no_native_speakers_do_no_harm() -> None:
    spoken_abroad = proof("c", case("professional", "advice", native="en"), spoken="en")
    result = rule_of("abr.uc1")([*UC1, spoken_abroad])
    assert result.complete
    one = next(one for one in result.met if one.requirement == "of_which_non_native_italian")
    assert one.have == 2 and one.attempts == ("a", "c")


def test_activities_may_stand_for_customers() -> None:
    same = case("consumer", "billing", "email")
    evidence = [
        proof("a", same, kind="desk", shows=BACK_OFFICE, activity=("registration",)),
        proof("b", same, kind="desk", shows=BACK_OFFICE, activity=("filing",)),
    ]
    assert rule_of("abr.uc4")(evidence).complete


def test_references_are_due_where_the_exercise_asks_for_them() -> None:
    without = other(UC1, 1, due=("choices", "approach", "procedure", "tools"))
    assert rule_of("abr.uc1")(without).complete


def test_a_key_nobody_can_evaluate_is_never_true() -> None:
    evaluate = evaluator({"min_request_types": 1, "must_sing": True}, None, shipped_lists())
    assert missing(evaluate(UC1)) == {"must_sing": (0, 1)}
    assert evaluator({"min_request_types": 1, "must_sing": False}, None, shipped_lists())(UC1).complete


def test_without_a_home_language_nobody_is_foreign() -> None:
    rule = {"of_which_non_native_italian": 1, "of_which_foreign_language": 1}
    evaluate = evaluator(rule, Reading(text={"it": "x"}), shipped_lists())
    assert set(missing(evaluate([*UC1, *LAZ1]))) == set(rule)


def test_a_rule_without_keys_is_not_true() -> None:
    assert not evaluator({}, None, shipped_lists())(UC1).complete


@given(st.lists(st.sampled_from([one for unit in NINE for one in AT[unit]]), max_size=6))
def test_more_evidence_never_takes_anything_away(evidence: list[Evidence]) -> None:
    numbered = [replace(one, attempt=str(number)) for number, one in enumerate(evidence)]
    for unit in NINE:
        have = [one.have for one in rule_of(unit)(numbered[:-1]).requirements]
        more = [one.have for one in rule_of(unit)(numbered).requirements]
        assert all(left <= right for left, right in zip(have, more, strict=True))


# -- what would help --------------------------------------------------------------------------------------------------

TALKS = [exercises()[RUCKSACK], exercises()[BOX]]
DEMO = evaluator(
    {"min_customer_types": 2, "of_which_non_native_italian": 1, "min_request_types": 2, "of_which_complaint": 1},
    Reading(text={"it": "x"}, home_language="it"),
    shipped_lists(),
)


def test_what_would_close_a_gap_is_offered() -> None:
    how = helpful(DEMO, [], TALKS)
    assert how["of_which_complaint"] == (RUCKSACK,) == how["of_which_non_native_italian"]
    assert set(how["min_customer_types"]) == {RUCKSACK, BOX}
    after = helpful(DEMO, [potential(TALKS[0], "it")], TALKS)
    assert after == {"min_customer_types": (BOX,), "min_request_types": (BOX,)}
    assert helpful(DEMO, [potential(one, "it") for one in TALKS], TALKS) == {}


def test_reserved_exercises_suffice_or_do_not() -> None:
    assert sufficient(DEMO, TALKS)
    assert not sufficient(DEMO, TALKS[:1]) and not sufficient(DEMO, [])


def test_a_foreign_language_is_chosen_where_one_is_needed() -> None:
    rule = {"of_which_foreign_language": 1, "min_situations": 2}
    reading = Reading(text={"it": "x"}, home_language="it")
    assert sufficient(evaluator(rule, reading, shipped_lists()), TALKS)
    only = TALKS[0].model_copy(update={"spoken": ["it"]}), TALKS[1].model_copy(update={"spoken": ["it"]})
    assert not sufficient(evaluator(rule, reading, shipped_lists()), only)


def test_practice_shows_every_kind_or_does_not() -> None:
    assert unshown(DEMO, TALKS) == ()
    assert unshown(DEMO, TALKS[1:]) == ("of_which_non_native_italian", "of_which_complaint")
