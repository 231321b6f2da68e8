"""The catalogue as ``trainer catalogue --json`` prints it, version 1."""

from __future__ import annotations

from typing import Any

from trainer.catalogue.index import Catalogue


def catalogue_as_json(catalogue: Catalogue) -> dict[str, Any]:
    """Qualifications with their units, and modules. Titles are maps by language, counts integers."""
    return {
        "version": 1,
        "qualifications": [
            {
                "id": row.id,
                "title": row.title,
                "eqf": row.eqf,
                "common": {"statements": row.common.as_dict(), "modules": list(row.common_modules)},
                "units": _units(catalogue, row.id),
            }
            for row in catalogue.qualifications()
        ],
        "modules": [
            {
                "slug": row.slug,
                "title": row.title,
                "state": row.state,
                "lessons": row.lessons,
                "items": row.items,
                "exercises": row.exercises,
                "minutes": row.minutes,
                "statements": list(row.statements),
            }
            for row in catalogue.modules()
        ],
    }


def _units(catalogue: Catalogue, qualification: str) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "title": row.title,
            "eqf": row.eqf,
            "readiness": row.readiness,
            "statements": row.statements.as_dict(),
            "modules": list(row.modules),
        }
        for row in catalogue.units(qualification)
    ]
