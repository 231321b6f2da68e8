"""Figures of blind answers lie beside the bank and are told when they are low or old."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.making import TODAY, single
from tests.checking.test_check import SHIPPED, write_bank
from trainer.checking.agreement import Figure, agreement_text, bank_digest, read_agreement
from trainer.checking.check import check
from trainer.items.kinds import parse_item

ITEM = single(**SHIPPED)


def bank_with(folder: Path, digest: str, agreed: int) -> Path:
    bank = write_bank(folder / "gdpr.yaml", ITEM)
    figures = {"it": Figure(agreed=agreed, items=50)}
    (folder / "gdpr.blind.yaml").write_text(agreement_text(digest, figures), encoding="utf-8")
    return bank


def test_good_and_fresh_figures_are_reported_and_not_found_fault_with(tmp_path: Path) -> None:
    bank_with(tmp_path, bank_digest([parse_item(ITEM)]), 50)
    report = check([tmp_path], TODAY)
    assert report.findings == ()
    assert report.banks["gdpr"].blind == {"it": 1.0, "en": None}


def test_low_figures_are_a_warning(tmp_path: Path) -> None:
    bank_with(tmp_path, bank_digest([parse_item(ITEM)]), 40)
    assert [(f.rule, f.severity) for f in check([tmp_path], TODAY).findings] == [("B01", "warning")]


def test_old_figures_are_an_info(tmp_path: Path) -> None:
    bank_with(tmp_path, "0" * 64, 50)
    assert [(f.rule, f.severity) for f in check([tmp_path], TODAY).findings] == [("B01", "info")]


def test_the_digest_is_of_the_items_and_not_of_their_layout() -> None:
    changed = ITEM | {"revision": 2}
    assert bank_digest([parse_item(ITEM)]) == bank_digest([parse_item(dict(reversed(ITEM.items())))])
    assert bank_digest([parse_item(ITEM)]) != bank_digest([parse_item(changed)])


@pytest.mark.parametrize("text", ["version: 1\nit: {agreed: x, items: 2}\n", "version: 1\nit: [\n", "version: 3\n"])
def test_a_broken_file_is_a_flaw(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gdpr.blind.yaml"
    path.write_text(text, encoding="utf-8")
    figures, flaws = read_agreement(path, "gdpr.blind.yaml")
    assert figures is None
    assert flaws


def test_no_file_is_no_flaw(tmp_path: Path) -> None:
    assert read_agreement(tmp_path / "none.blind.yaml", "none") == (None, [])
