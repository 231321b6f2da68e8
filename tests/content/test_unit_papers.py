"""Five thousand papers of a unit whose modules are all there: the blueprint, and how often each item is asked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from trainer.assessment.blueprint import candidates, draws, part_over, size
from trainer.assessment.draw import draw
from trainer.catalogue.index import open_or_build
from trainer.content.locate import shipped_root
from trainer.flows.exams import exam_strata, load_exam, present_modules
from trainer.flows.law import jurisdictions_of

SEEDS = 5_000
#: How much more often than on average an item may be asked, and how much more a stratum must hold than is drawn.
MOST = 1.3
UNITS = ["abr.uc1"]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("mode", ["mock", "counting"])
def test_five_thousand_papers(unit: str, mode: str, tmp_path: Path) -> None:
    catalogue = open_or_build([shipped_root()], tmp_path)
    exam, row = load_exam(catalogue, unit), catalogue.unit(unit)
    assert row and part_over(exam, present_modules(catalogue)) is exam
    pool = exam_strata(catalogue, exam, mode, jurisdictions_of(catalogue, row.qualification), "2026-11-22")
    strata = {(section.id, level): (candidates(section, level, pool), count) for section, level, count in draws(exam)}
    for place, (items, count) in strata.items():
        assert len(items) >= MOST * count, place
    level_of = {item: place for place, (items, _) in strata.items() for item in items}
    asked: Counter[str] = Counter()
    for seed in range(SEEDS):
        paper = draw(exam, pool, str(seed))
        assert len({one.id for one in paper}) == size(exam)
        assert Counter((one.section, level_of[one.id][1]) for one in paper) == {
            (section.id, level): count for section, level, count in draws(exam)
        }
        asked.update(one.id for one in paper)
    for place, (items, count) in strata.items():
        most = max(asked[item] for item in items)
        assert most <= MOST * SEEDS * count / len(items), (place, most)
