"""The shipped content compiles without a flaw."""

from __future__ import annotations

from pathlib import Path

from trainer.catalogue.index import open_or_build
from trainer.content.locate import shipped_root


def test_shipped_content_has_no_flaw(tmp_path: Path) -> None:
    catalogue = open_or_build([shipped_root()], tmp_path)
    assert [f"{flaw.file}:{flaw.line} {flaw.message}" for flaw in catalogue.flaws] == []
    assert (len(catalogue.qualifications()), sum(len(catalogue.units(q.id)) for q in catalogue.qualifications())) == (
        5,
        22,
    )
