"""The table of rules: every family once. What a rule looks for stands in its family's file."""

from __future__ import annotations

from trainer.checking.rule import Rule
from trainer.checking.rules import (
    balance,
    blind,
    clues,
    exams,
    hostile,
    ids,
    lessons,
    links,
    locales,
    modules,
    options,
    parity,
    repeats,
    sources,
    statements,
    stems,
    writing,
)

_FAMILIES = (
    options,
    stems,
    clues,
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
    blind,
    locales,
    hostile,
)

RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)
