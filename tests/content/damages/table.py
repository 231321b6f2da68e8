"""The table of damages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.content.shelf import Edit, Shelf

LESSON = "courses/modules/gdpr/lessons/01-personal-data"
MODULE = "courses/modules/gdpr/module.yaml"
COVERAGE, SOURCES, EXAM = "courses/coverage.yaml", "courses/sources.yaml", "courses/exams/gdpr.yaml"
MESSAGES = "locales/it/LC_MESSAGES/trainer.po"


@dataclass(frozen=True)
class Damage:
    """One damage: its name, the rule that must speak, the rules that may speak with it, and how it is made."""

    name: str
    rule: str
    make: Callable[[Shelf], Edit]
    also: frozenset[str] = field(default_factory=frozenset)


DAMAGES: list[Damage] = []


def damage(name: str, rule: str, *also: str) -> Callable[[Callable[[Shelf], Edit]], Callable[[Shelf], Edit]]:
    """Put a function into the table."""

    def add(make: Callable[[Shelf], Edit]) -> Callable[[Shelf], Edit]:
        DAMAGES.append(Damage(name, rule, make, frozenset(also)))
        return make

    return add
