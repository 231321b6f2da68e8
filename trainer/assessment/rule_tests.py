"""What must hold of every attempt that counts: the keys of a rule that say how the work is done."""

from __future__ import annotations

from trainer.assessment.evidence import Evidence
from trainer.assessment.rule_keys import Terms, Test, slug


def _channel(one: Evidence, terms: Terms) -> bool:
    return any(terms.tagged("channel", case.channel, terms.rule["channel_kind"]) for case in one.cases)


def _situation(one: Evidence, terms: Terms) -> bool:
    """``crm_use``: a resource that is a CRM."""
    wanted = str(terms.rule["situation_kind"]).removesuffix("_use")
    return any(terms.tagged("resource", name, slug(wanted)) for name in one.values["resource"])


def _span(one: Evidence, terms: Terms) -> bool:
    return {slug(str(terms.rule[key])) for key in ("span_from", "span_to") if key in terms.rule} <= set(
        one.values["activity"]
    )


def _mode(one: Evidence, terms: Terms) -> bool:
    return not terms.reading.kinds or one.kind in terms.reading.kinds


def _justified(one: Evidence, terms: Terms) -> bool:
    """Reasons for what the rule names, for the choices where it names nothing."""
    words = terms.rule.get("justify") or ["choices"]
    return all(one.reasons_given(terms.reading.parts.get(word, word)) for word in words)


def _norms(one: Evidence, terms: Terms) -> bool:
    """Where norms are due only if relevant, those exercises are meant that ask for references."""
    areas = {slug(str(name)) for name in terms.rule.get("norms") or ()}
    if terms.rule.get("norms_condition") == "where_relevant" and "references" not in one.due:
        return True
    return one.reasons_given("references") and areas <= set(one.values["norm"])


def _given(name: str) -> Test:
    return lambda one, _: name in one.given


def _shown(name: str) -> Test:
    return lambda one, _: name in one.shows


#: A key that is absent or false asks for nothing.
EVERY: dict[str, Test] = {
    "mode": _mode,
    "channel_kind": _channel,
    "situation_kind": _situation,
    "span_from": _span,
    "span_to": _span,
    "given_characteristics": _given("characteristics"),
    "given_case_set": _given("case-set"),
    "given_information_set": _given("information-set"),
    "given_technology_set": _given("technology-set"),
    "must_identify_key_information": _shown("key-information"),
    "must_set_up_back_office_operations": _shown("back-office-operations"),
    "must_use_digital_tools": _shown("digital-tools"),
    "must_work_autonomously": lambda one, _: one.hints == 0,
    "must_explain_workstation_organisation": lambda one, _: one.reasons_given("approach"),
    "must_justify_choices": _justified,
    "must_cite_norms": _norms,
    "time_limited": lambda one, _: one.in_time,
}

#: Keys that say how other keys are meant.
EXPLAINING = frozenset({
    "justify", "norms", "norms_condition", "relationship_defined_by", "from_indicator", "interpreted",
})  # fmt: skip
