"""Whether the exercises that are there satisfy a unit's rule: the last condition of a unit that is certifiable."""

from __future__ import annotations

from typing import Any

from trainer.assessment.minimum import evaluator, sufficient, unshown
from trainer.catalogue.index import Catalogue
from trainer.content.facets import FacetLists
from trainer.content.models import Qualification, Unit
from trainer.exercises.kinds import exercise_from_json


def facet_lists(catalogue: Catalogue) -> FacetLists:
    """The closed lists of all content."""
    lists: dict[str, list[Any]] = {}
    for row in catalogue.facets():
        lists.setdefault(row.list, []).append({"id": row.id, "name": row.name, "tags": list(row.tags)})
    return FacetLists.model_validate({"version": 1, **lists})


def exercises_suffice(catalogue: Catalogue, qualification: Qualification, unit: Unit) -> bool:
    """The reserved exercises make the rule true by themselves, and those for practice show every kind once.

    A unit without a rule has no exercises that suffice: it stays below *certifiable*.
    """
    minimum = unit.minimum_performance
    rows = [row for row in catalogue.exercises(unit.id) if row.jurisdiction in qualification.jurisdictions]
    if minimum is None or not rows:
        return False
    evaluate = evaluator(minimum.rule, minimum.reading, facet_lists(catalogue))
    bodies = catalogue.exercise_json(row.id for row in rows)
    found = {row.id: exercise_from_json(bodies[row.id]) for row in rows}
    reserved = [found[row.id] for row in rows if row.use == "assessed"]
    practice = [found[row.id] for row in rows if row.use == "practice"]
    return sufficient(evaluate, reserved) and not unshown(evaluate, practice)
