"""The table of rules: every family once. What a rule looks for stands in its family's file."""

from __future__ import annotations

from trainer.checking.rule import Rule
from trainer.checking.rules import (
    assessments,
    balance,
    blind,
    clues,
    exams,
    exercise_runs,
    exercise_units,
    exercise_ways,
    exercises,
    hostile,
    ids,
    kinds,
    lessons,
    links,
    locales,
    modules,
    options,
    parity,
    repeats,
    sizes,
    sources,
    statements,
    stems,
    writing,
)

_FAMILIES = (
    options,
    sizes,
    stems,
    clues,
    kinds,
    balance,
    repeats,
    parity,
    writing,
    sources,
    statements,
    ids,
    lessons,
    links,
    modules,
    exams,
    exercises,
    exercise_ways,
    exercise_runs,
    exercise_units,
    assessments,
    blind,
    locales,
    hostile,
)

RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)
