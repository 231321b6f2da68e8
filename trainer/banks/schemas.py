"""JSON Schemas of everything people write by hand, made from the models that validate it."""

from __future__ import annotations

from types import GenericAlias
from typing import Any

from pydantic import BaseModel, create_model

from trainer.banks.read import BankHeader
from trainer.content.assessing import OralProtocol, Rubric
from trainer.content.facets import FacetLists
from trainer.content.models import Coverage, Exam, Lesson, Module, Qualification, Sources
from trainer.exercises.kinds import KINDS as EXERCISES
from trainer.items.authored import ANY_ITEM
from trainer.items.kinds import KINDS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


_ITEMS: Any = GenericAlias(list, ANY_ITEM)


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file by name: bank, coverage, exam, facets, lesson, …; and one for each exercise."""
    models: dict[str, type[BaseModel]] = {
        "bank": create_model("Bank", __base__=BankHeader, items=(_ITEMS, ...)),
        "coverage": Coverage,
        "exam": Exam,
        "facets": FacetLists,
        # Read as plain data below, shown to authors as items.
        "lesson": create_model("Lesson", __base__=Lesson, checks=(_ITEMS, [])),
        "module": Module,
        "protocol": OralProtocol,
        "qualification": Qualification,
        "rubric": Rubric,
        "sources": Sources,
        **EXERCISES,
    }
    found = {name: {"$schema": _DIALECT, **model.model_json_schema()} for name, model in models.items()}
    for name, schema in found.items():
        schema["title"] = name.capitalize()
    _checks_belong_to_their_lesson(found["lesson"])
    return found


def _checks_belong_to_their_lesson(schema: dict[str, Any]) -> None:
    """Check questions carry neither ``lesson`` nor ``use`` (the reader fills them in), and need no assessor."""
    kinds = schema["properties"]["checks"]["items"]
    for kind, model in KINDS.items():
        if model.NEEDS_ASSESSOR:
            kinds["oneOf"].remove({"$ref": kinds["discriminator"]["mapping"].pop(kind)})
    for shape in schema["$defs"].values():
        if "stem" in shape.get("properties", {}):
            for key in ("lesson", "use"):
                del shape["properties"][key]
