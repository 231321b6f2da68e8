"""Where a class stands: for each learner of a unit what is met of the conditions of a record, and what waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from trainer.assessment.evidence import Evidence
from trainer.assessment.minimum import Evaluate, Requirement, RuleResult, evaluator
from trainer.catalogue.rows import UnitRow
from trainer.catalogue.sufficiency import facet_lists
from trainer.content.models import MinimumPerformance
from trainer.flows.hand_in import modules_of_unit, unit_of
from trainer.flows.register import RegisterFlow, Standing
from trainer.flows.register_verdicts import Verdict, verdict
from trainer.flows.rubrics import Rubrics
from trainer.kernel.days import day_number, iso_day
from trainer.kernel.text import LocalText
from trainer.progress.register_files import Person

State = Literal["met", "lacking", "waiting"]
#: The conditions of a record that depend on the learner's work and on assessors, in order.
CONDITIONS = ("certifiable", "studied", "exam", "rule", "judged", "oral", "unsupervised")
#: Days of a month, for how long hand-ins are kept.
_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a record. ``what`` names what is lacking: modules, requirements, attempts or statements."""

    name: str
    state: State
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A piece of work that waits for a rater: the attempt, ``rationale`` or an open item, and how many rated it."""

    attempt: str
    part: str
    raters: int


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A learner in a unit's class.

    ``proven`` are requirements of the rule that are met, ``missing`` the others. ``counted`` are the attempts the rule
    counts: those judged sufficient where they suffice, else all that may still. ``unknown`` are attempts made from
    content this machine never had. ``keep_until`` is an ISO day.
    """

    person: Person
    unit: str
    handed_in_at: float
    studied: tuple[str, ...]
    recognised: tuple[str, ...]
    modules: tuple[str, ...]
    exercises: tuple[Standing, ...]
    exams: tuple[Standing, ...]
    proven: tuple[Requirement, ...]
    missing: tuple[Requirement, ...]
    counted: tuple[str, ...]
    conditions: tuple[Condition, ...]
    waiting: tuple[Waiting, ...]
    unknown: tuple[str, ...]
    records: tuple[str, ...]
    keep_until: str

    @property
    def met(self) -> int:
        """How many of the conditions are met."""
        return sum(one.state == "met" for one in self.conditions)

    @property
    def complete(self) -> bool:
        """Whether all of them are."""
        return self.met == len(self.conditions)

    @property
    def exam_passed(self) -> bool:
        """Whether a counting exam was passed that counts."""
        return any(one.counts and one.short.passed for one in self.exams)


@dataclass(frozen=True, slots=True)
class UnitClass:
    """Everybody who handed in for a unit. ``retention_months``: how long hand-ins are kept after the last one."""

    unit: str
    title: LocalText
    readiness: str
    retention_months: int
    two_raters: bool
    rows: tuple[ClassRow, ...]

    @property
    def waiting(self) -> int:
        """How many pieces of work wait for a rater."""
        return sum(len(row.waiting) for row in self.rows)


def unit_class(flow: RegisterFlow, unit_id: str) -> UnitClass:
    """The class of a unit. :class:`~trainer.kernel.problems.Refused` when there is no such unit."""
    reading = _Reading(flow, unit_id)
    rows = tuple(reading.row(person) for person in flow.people_of(unit_id))
    unit = reading.unit
    return UnitClass(
        unit_id, unit.title, unit.readiness, flow.settings().retention_months, unit_id in flow.state.two_raters, rows
    )


def class_row(flow: RegisterFlow, person: Person, unit_id: str) -> ClassRow:
    """One learner of a unit's class."""
    return _Reading(flow, unit_id).row(person)


def evidence_that_counts(standings: Sequence[Standing]) -> list[Evidence]:
    """The evidence of attempts that are not void and whose content is known or vouched for, with who judged it."""
    return [
        replace(proof, assessed_by=_raters(one), played_before=one.played_before)
        for one in standings
        if one.counts and (proof := one.short.proof) is not None
    ]


class _Reading:
    """What all rows of a unit share."""

    def __init__(self, flow: RegisterFlow, unit_id: str) -> None:
        self._flow = flow
        self.unit: UnitRow = unit_of(flow.catalogue, unit_id)
        self._modules = modules_of_unit(flow.catalogue, self.unit)
        self._evaluate = _evaluate(flow, unit_id)
        self._observed = tuple(row.id for row in flow.catalogue.statements(unit_id) if row.observer)
        self._two = unit_id in flow.state.two_raters
        self._rubrics = Rubrics(flow.catalogue)
        self._months = flow.settings().retention_months

    def row(self, person: Person) -> ClassRow:
        flow, unit = self._flow, self.unit.id
        state, who = flow.state, person.person
        standings = flow.standings(who, unit)
        exercises = tuple(one for one in standings if one.short.kind == "exercise")
        exams = tuple(one for one in standings if one.short.kind == "exam")
        verdicts = {
            (one.attempt, part): verdict(one, part, self._rubrics, two_raters=self._two)
            for one in standings
            for part in one.short.parts
        }
        good = {name for name, _ in verdicts} - {name for (name, _), found in verdicts.items() if found != "sufficient"}
        judged = self._rule(self._evidence(exercises, lambda one: not one.short.parts or one.attempt in good))
        bad = {name for (name, _), found in verdicts.items() if found == "insufficient"}
        shown = self._rule(self._evidence(exercises, lambda one: one.attempt not in bad))
        result = judged if judged.complete else shown
        studied = state.studied(who, unit)
        recognised = tuple(state.recognised.get((who, unit), ()))
        last = max((one.act.handed_in_at for one in state.hand_ins_of(who, unit)), default=0.0)
        return ClassRow(
            person, unit, last, tuple(module for module in self._modules if module in studied), recognised,
            self._modules, exercises, exams, result.met, result.missing, result.counted,
            tuple(self._conditions(who, standings, result, judged.complete, {*studied, *recognised})),
            waiting(standings, verdicts), tuple(one.attempt for one in standings if one.content == "unknown"),
            tuple(name for name, one in state.issued.items() if (one.act.person, one.act.unit) == (who, unit)),
            iso_day(day_number(last + self._months * _MONTH * 86_400, 0)),
        )  # fmt: skip

    def _rule(self, evidence: list[Evidence]) -> RuleResult:
        return self._evaluate(evidence) if self._evaluate else RuleResult((), ())

    def _evidence(self, exercises: Sequence[Standing], wanted: Callable[[Standing], bool]) -> list[Evidence]:
        return evidence_that_counts([one for one in exercises if wanted(one)])

    def _conditions(
        self, who: str, standings: Sequence[Standing], result: RuleResult, judged: bool, learned: set[str]
    ) -> list[Condition]:
        by_name = {one.attempt: one for one in standings}
        passed = [one.attempt for one in standings if one.short.kind == "exam" and one.counts and one.short.passed]
        lacking = tuple(module for module in self._modules if module not in learned)
        unjudged = tuple(name for name in result.counted if by_name[name].short.parts) if not judged else ()
        counted = (*result.counted, *passed[-1:])
        unaccepted = tuple(name for name in counted if not (by_name[name].supervised or by_name[name].accepted))
        unseen = self._unseen(who)
        return [
            _condition("certifiable", self.unit.readiness == "certifiable", (self.unit.readiness,)),
            _condition("studied", not lacking, lacking),
            _condition("exam", bool(passed)),
            _condition("rule", result.complete, tuple(one.requirement for one in result.missing)),
            Condition("judged", "met" if judged else "waiting" if unjudged else "lacking", unjudged),
            Condition("oral", "waiting" if unseen else "met", unseen),
            Condition("unsupervised", "waiting" if unaccepted else "met" if counted else "lacking", unaccepted),
        ]

    def _unseen(self, who: str) -> tuple[str, ...]:
        """Statements marked for an observer that no oral assessment covers yet; it may stay so, and is then printed."""
        held = [one.act for one in self._flow.state.orals.values() if one.act.person == who]
        seen = {name for one in held if one.outcome == "sufficient" for name in one.statements}
        return tuple(name for name in self._observed if name not in seen)


def _raters(one: Standing) -> str:
    return ", ".join(by.act.by for by in one.judged.get("rationale", ()))


def _condition(name: str, met: bool, what: tuple[str, ...] = ()) -> Condition:
    return Condition(name, "met" if met else "lacking", () if met else what)


def _evaluate(flow: RegisterFlow, unit_id: str) -> Evaluate | None:
    body = flow.catalogue.performance_json(unit_id)
    if not body:
        return None
    minimum: Any = MinimumPerformance.model_validate_json(body)
    return evaluator(minimum.rule, minimum.reading, facet_lists(flow.catalogue))


def waiting(standings: Sequence[Standing], verdicts: dict[tuple[str, str], Verdict]) -> tuple[Waiting, ...]:
    """What is finished, not void and still to be rated. Only of passed exercises: others prove nothing."""
    return tuple(
        Waiting(one.attempt, part, len(one.judged.get(part, ())))
        for one in standings
        if not one.void and (one.short.kind == "exam" or one.short.passed)
        for part in one.short.parts
        if verdicts[one.attempt, part] == "waiting"
    )
