"""The shipped content keeps every rule."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations

import pytest

from tests.checking.making import TODAY
from trainer.checking.alike import ALIKE
from trainer.checking.check import Report, check
from trainer.checking.gather import build_world
from trainer.checking.tree import read_root
from trainer.checking.wording import normal
from trainer.content.locate import shipped_root


@pytest.fixture(scope="module")
def report() -> Report:
    return check([shipped_root()], TODAY)


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_nothing_is_left_to_mend(report: Report, severity: str) -> None:
    assert [f"{f.file}:{f.line} {f.rule} {f.message}" for f in report.findings if f.severity == severity] == []


def test_blind_answers_agree_with_the_keys(report: Report) -> None:
    for slug, figures in report.banks.items():
        for language, share in figures.blind.items():
            assert share is not None and share >= 0.98, (slug, language)


def test_no_two_stems_are_alike_when_every_pair_is_compared() -> None:
    world = build_world(read_root(shipped_root()), TODAY, alone=True)
    for language in world.languages:
        stems = [(seen.item.id, normal(seen.item.stem[language])) for seen in world.items]
        for (one, left), (other, right) in combinations(stems, 2):
            matcher = SequenceMatcher(None, left, right, autojunk=False)
            alike = matcher.real_quick_ratio() > ALIKE and matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE
            assert not alike, (one, other)
