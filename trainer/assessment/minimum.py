"""Minimum performance: a unit's rule evaluated on evidence, and which exercises would close what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from trainer.assessment.evidence import Evidence, potential
from trainer.assessment.rule_keys import AMONG, COUNTED, COVERED, LISTED, Rule, Terms, different, slug, terms
from trainer.assessment.rule_tests import EVERY, EXPLAINING
from trainer.content.facets import FacetLists
from trainer.content.models import Reading
from trainer.exercises.base import Exercise

#: Every key a rule may have.
KEYS = frozenset({*COUNTED, *COVERED, *LISTED, *AMONG, *EVERY, *EXPLAINING})
#: Ways to give each exercise one of its languages that are tried; six exercises in two languages are 64.
MOST_WAYS = 1024


@dataclass(frozen=True, slots=True)
class Requirement:
    """One key of the rule: how much it needs, how much there is, and the attempts that brought it."""

    requirement: str
    need: int
    have: int
    attempts: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        return self.have >= self.need


@dataclass(frozen=True, slots=True)
class RuleResult:
    """A rule on some evidence. ``counted`` are the attempts that satisfy what every attempt must."""

    requirements: tuple[Requirement, ...]
    counted: tuple[str, ...]

    @property
    def met(self) -> tuple[Requirement, ...]:
        return tuple(one for one in self.requirements if one.met)

    @property
    def missing(self) -> tuple[Requirement, ...]:
        return tuple(one for one in self.requirements if not one.met)

    @property
    def complete(self) -> bool:
        """Whether the rule is true."""
        return bool(self.requirements) and not self.missing


Evaluate = Callable[[Sequence[Evidence]], RuleResult]


def evaluator(rule: Rule, reading: Reading | None, lists: FacetLists) -> Evaluate:
    """The rule as a function of evidence. What several attempts show adds up; one attempt counts for all it shows.

    No minimum is reached with fewer attempts than it says (``attempts: largest_minimum`` of the reading), and what must
    hold of attempts must hold of as many.
    """
    read = terms(rule, reading, lists)
    least = max([1, *(int(rule[key]) for key in COUNTED if rule.get(key))])
    needed = least if read.reading.attempts == "largest_minimum" else 1
    tests = [key for key in EVERY if rule.get(key)]
    unknown = [key for key in rule if key not in KEYS and rule[key]]

    def evaluate(evidence: Sequence[Evidence]) -> RuleResult:
        counted = [one for one in evidence if all(EVERY[key](one, read) for key in tests)]
        found = [_counted(key, counted, read) for key in COUNTED if rule.get(key)]
        found += [_among(key, counted, read) for key in AMONG if rule.get(key)]
        found += [_covered(key, counted, read) for key in COVERED if rule.get(key)]
        found += [_listed(key, counted, rule[key]) for key in LISTED if rule.get(key)]
        found += [_every(key, evidence, read, needed) for key in tests]
        # A key nobody can evaluate is never true: a record must not be issued on half a rule.
        found += [Requirement(key, 1, 0) for key in unknown]
        return RuleResult(tuple(found), tuple(one.attempt for one in counted))

    return evaluate


def _counted(key: str, counted: Sequence[Evidence], read: Terms) -> Requirement:
    need = int(read.rule[key])
    brought = {one.attempt: COUNTED[key](one, read) for one in counted}
    have = different(key, set[Any]().union(*brought.values()))
    attempts = tuple(attempt for attempt, values in brought.items() if values)
    # Two of a kind shown in one attempt are one piece of work.
    if read.reading.attempts == "largest_minimum":
        have = min(have, len(attempts))
    return Requirement(key, need, have, attempts)


def _among(key: str, counted: Sequence[Evidence], read: Terms) -> Requirement:
    attempts = tuple(one.attempt for one in counted if AMONG[key](one, read))
    return Requirement(key, int(read.rule[key]), len(attempts), attempts)


def _covered(key: str, counted: Sequence[Evidence], read: Terms) -> Requirement:
    brought = {one.attempt: COVERED[key](one, read) for one in counted}
    have = len(set[Any]().union(*brought.values()))
    return Requirement(key, 1, have, tuple(attempt for attempt, values in brought.items() if values))


def _listed(key: str, counted: Sequence[Evidence], words: Sequence[str]) -> Requirement:
    wanted = {slug(word) for word in words}
    shown = {one.attempt: wanted & set(one.values["activity"]) for one in counted}
    have = len(set[str]().union(*shown.values()))
    return Requirement(key, len(wanted), have, tuple(attempt for attempt, values in shown.items() if values))


def _every(key: str, evidence: Sequence[Evidence], read: Terms, needed: int) -> Requirement:
    attempts = tuple(one.attempt for one in evidence if EVERY[key](one, read))
    return Requirement(key, needed, len(attempts), attempts)


# -- what would help ---------------------------------------------------------------------------------------------


def helpful(
    evaluate: Evaluate, evidence: Sequence[Evidence], exercises: Iterable[Exercise]
) -> dict[str, tuple[str, ...]]:
    """By requirement that is missing: the reserved exercises that would bring it nearer, those not passed yet first."""
    before = evaluate(evidence)
    passed = {one.exercise for one in evidence}
    offered = sorted(exercises, key=lambda exercise: (exercise.id in passed, exercise.id))
    after = {
        exercise.id: [evaluate([*evidence, potential(exercise, spoken)]) for spoken in exercise.spoken]
        for exercise in offered
    }
    return {
        one.requirement: tuple(name for name, results in after.items() if any(_more(result, one) for result in results))
        for one in before.missing
    }


def _more(result: RuleResult, before: Requirement) -> bool:
    return any(one.requirement == before.requirement and one.have > before.have for one in result.requirements)


def sufficient(evaluate: Evaluate, exercises: Sequence[Exercise]) -> bool:
    """Whether passing each of these once, each in one of its languages, makes the rule true."""
    ways = islice(product(*(exercise.spoken for exercise in exercises)), MOST_WAYS)
    return any(
        evaluate([potential(exercise, spoken) for exercise, spoken in zip(exercises, way, strict=True)]).complete
        for way in ways
    )


def unshown(evaluate: Evaluate, exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """The requirements of which these exercises show nothing at all: practice should show every kind once."""
    shown = [potential(exercise, spoken) for exercise in exercises for spoken in exercise.spoken]
    return tuple(one.requirement for one in evaluate(shown).requirements if not one.have)
