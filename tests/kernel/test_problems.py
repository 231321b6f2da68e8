"""A problem is a sentence with values and an exit code."""

from __future__ import annotations

import pytest

from trainer.kernel import problems
from trainer.kernel.problems import InputUnreadable, Problem, Refused, StorageUnusable, StoreDamaged

#: The table of ``docs/commands.md``.
EXIT_CODES = {
    "Refused": 1,
    "UsageProblem": 2,
    "InputUnreadable": 3,
    "LossNotAccepted": 4,
    "StoreDamaged": 5,
    "StorageUnusable": 6,
}


@pytest.mark.parametrize(("name", "code"), EXIT_CODES.items())
def test_exit_codes(name: str, code: int) -> None:
    assert getattr(problems, name).exit_code == code


def test_the_sentence_holds_its_values() -> None:
    problem = InputUnreadable("{file} cannot be read: {why}.", file="a.yaml", why="no such file")
    assert str(problem) == "a.yaml cannot be read: no such file."
    assert problem.values == {"file": "a.yaml", "why": "no such file"}


def test_braces_in_a_value_or_in_a_plain_sentence_do_no_harm() -> None:
    assert str(Refused("Take {name}.", name="{other}")) == "Take {other}."
    assert str(Refused("Nothing {to} fill.")) == "Nothing {to} fill."


def test_a_problem_of_a_kind_is_caught_as_a_problem() -> None:
    for kind in (StoreDamaged, StorageUnusable):
        with pytest.raises(Problem):
            raise kind("No.")
