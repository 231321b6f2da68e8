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
        "exercises": _exercises(catalogue),
    }


def _exercises(catalogue: Catalogue) -> list[dict[str, Any]]:
    """As ``trainer check --json`` tells them; the ways are counted here, because no screen asks for them."""
    from trainer.exercises.kinds import exercise_from_json

    rows = catalogue.exercises()
    bodies = catalogue.exercise_json(row.id for row in rows)
    found = [(row, exercise_from_json(bodies[row.id])) for row in rows]
    return [
        {
            "id": row.id,
            "unit": row.units[0],
            "units": list(row.units),
            "module": row.module,
            "kind": row.kind,
            "facets": {**exercise.facets.as_json(row.spoken[0]), "spoken_language": list(row.spoken)},
            "use": row.use,
            "paths": exercise.paths(),
            "max": row.maximum,
        }
        for row, exercise in found
    ]


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
