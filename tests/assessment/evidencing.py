"""Evidence made for tests, and the shipped rules it is held against."""

from __future__ import annotations

from functools import cache
from typing import Any

from trainer.assessment.evidence import Evidence
from trainer.assessment.minimum import Evaluate, RuleResult, evaluator
from trainer.content.facets import FacetLists
from trainer.content.load import ContentFolder
from trainer.content.locate import shipped_root
from trainer.content.models import MinimumPerformance
from trainer.exercises.facets import LISTS, Case

ALL_PARTS = ("choices", "approach", "procedure", "tools", "forms", "references")


def case(customer: str, request: str, channel: str = "counter", native: str = "it", conflict: bool = False) -> Case:
    """A customer with a request."""
    return Case(
        customer_type=customer, native_language=native, request_kind=request, channel=channel, conflict=conflict
    )


def proof(attempt: str, *cases: Case, kind: str = "dialogue", unit: str = "", **fields: Any) -> Evidence:
    """Evidence with everything an exercise can hand out and a complete rationale, unless said otherwise."""
    lists = {name: tuple(fields.pop(name, ())) for name in LISTS[3:]}
    found = {name: tuple(dict.fromkeys(getattr(one, name) for one in cases)) for name in LISTS[:3]}
    given = frozenset({"characteristics", "case-set", "information-set", "technology-set"})
    values: dict[str, Any] = {
        "spoken": "it", "shows": frozenset(), "given": given, "due": ALL_PARTS, "rationale_complete": True, **fields,
    }  # fmt: skip
    return Evidence(
        attempt=attempt, exercise=f"exercise-{attempt}", kind=kind, units=(unit,), at=0.0, cases=cases,
        values={**found, **lists}, **values,
    )  # fmt: skip


@cache
def shipped_rules() -> dict[str, MinimumPerformance]:
    """The rules the standards state, by unit."""
    folder = ContentFolder(shipped_root())
    units = [unit for standard in folder.qualifications() for unit in standard.value.units]
    return {unit.id: unit.minimum_performance for unit in units if unit.minimum_performance is not None}


@cache
def shipped_lists() -> FacetLists:
    """The shipped closed lists."""
    found = ContentFolder(shipped_root()).facets()
    assert found is not None
    return found.value


@cache
def rule_of(unit: str) -> Evaluate:
    """The rule of a unit."""
    minimum = shipped_rules()[unit]
    return evaluator(minimum.rule, minimum.reading, shipped_lists())


def missing(result: RuleResult) -> dict[str, tuple[int, int]]:
    """What is missing: have and need by key."""
    return {one.requirement: (one.have, one.need) for one in result.missing}
