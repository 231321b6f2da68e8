"""Labelled items: the right rule speaks, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checking.cases import kinds, options, stems, texts
from tests.checking.cases.clean import CLEAN
from tests.checking.making import found, rules

FLAWED = [*options.FLAWED, *stems.FLAWED, *texts.FLAWED, *kinds.FLAWED]


@pytest.mark.parametrize(("due", "item"), [case[1:] for case in FLAWED], ids=[case[0] for case in FLAWED])
def test_a_flawed_item_is_found_by_its_rule_alone(due: set[str], item: dict[str, Any]) -> None:
    assert rules(item) == due


CLEAN_ONES = [*CLEAN, *kinds.CLEAN]


@pytest.mark.parametrize("item", [case[1] for case in CLEAN_ONES], ids=[case[0] for case in CLEAN_ONES])
def test_a_clean_item_stays_clean(item: dict[str, Any]) -> None:
    assert [finding.message for finding in found(item) if "Accepted" not in finding.message] == []


def test_every_message_reads_as_a_sentence() -> None:
    for name, _, item in FLAWED:
        for finding in found(item):
            message = finding.message
            assert "{" not in message, name
            assert message.endswith("."), name
