"""Whose law applies. Small, because progress and the first screens need nothing else of exams."""

from __future__ import annotations

from trainer.catalogue.index import Catalogue
from trainer.kernel.problems import N_, Refused


def jurisdictions_of(catalogue: Catalogue, qualification: str) -> tuple[str, ...]:
    """Whose law a qualification is under. :class:`Refused` when it is not installed."""
    for row in catalogue.qualifications():
        if row.id == qualification:
            return row.jurisdictions
    raise Refused(N_("The qualification {qualification} is not installed."), qualification=qualification)
