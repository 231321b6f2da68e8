"""The table of rules: every rule named, graded and described; the standard's lint list held."""

from __future__ import annotations

import re

from trainer.checking.rules.table import RULES

#: L17 (one key) is held by the items' models, L34 needs responses.
BY_MODEL_OR_LATER = {17, 34}


def test_rules_have_names_and_sentences() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-Z]\d\d", rule.id)
        assert rule.severity in ("error", "warning", "info")
        assert rule.summary
        assert not rule.summary.endswith(".")


def test_a_rule_and_what_it_looks_for_stand_once() -> None:
    assert len({(rule.id, rule.summary) for rule in RULES}) == len(RULES)


def test_the_lint_list_is_complete() -> None:
    found = {int(rule.id[1:]) for rule in RULES if rule.id.startswith("L")}
    assert found == set(range(1, 35)) - BY_MODEL_OR_LATER
