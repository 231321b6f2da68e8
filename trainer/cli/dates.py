"""Dates given as options."""

from __future__ import annotations

from datetime import date

from trainer.kernel.problems import N_, UsageProblem


def parse_date(text: str) -> str:
    """An ISO date. :class:`UsageProblem` on anything else."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageProblem(N_("«{text}» is not a date; write it as 2026-11-21."), text=text) from None
