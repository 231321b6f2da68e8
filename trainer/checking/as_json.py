"""The report as the data ``trainer check --json`` prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from trainer.checking.check import BankFigures, ExerciseFigures, Report
from trainer.checking.findings import Finding


def report_json(report: Report, message: Callable[[Finding], str] = lambda finding: finding.message) -> dict[str, Any]:
    """Findings, coverage and banks; ``message`` puts a finding into the reader's language."""
    return {
        "findings": [
            {"file": f.file, "line": f.line, "rule": f.rule, "severity": f.severity, "message": message(f)}
            for f in report.findings
        ],
        "coverage": {
            "statements": {
                name: {
                    "lessons": list(one.lessons),
                    "items": one.items,
                    "exercises": one.exercises,
                    "observer": one.observer,
                    "taught": one.taught,
                    "tested": one.tested,
                }
                for name, one in report.coverage.items()
            },
            "in_preparation": list(report.in_preparation),
        },
        "banks": {slug: _bank(figures) for slug, figures in report.banks.items()},
        "exercises": [_exercise(figures) for figures in report.exercises],
    }


def _exercise(figures: ExerciseFigures) -> dict[str, Any]:
    return {
        "id": figures.id,
        "unit": figures.units[0],
        "units": list(figures.units),
        "module": figures.module,
        "kind": figures.kind,
        "facets": dict(figures.facets),
        "use": figures.use,
        "paths": figures.paths,
        "max": figures.maximum,
    }


def _bank(figures: BankFigures) -> dict[str, Any]:
    return {
        "items": figures.items,
        "kinds": dict(sorted(figures.kinds.items())),
        "levels": dict(sorted(figures.levels.items())),
        "use": dict(sorted(figures.use.items())),
        "key_longest": figures.key_longest,
        "blind": dict(figures.blind),
    }
