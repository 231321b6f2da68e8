"""JSON Schemas of everything people write by hand, made from the models that validate it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from trainer.banks.read import BankHeader
from trainer.content.models import Coverage, Exam, Lesson, Module, Qualification, Sources
from trainer.items.kinds import AnyItem

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _BankFile(BankHeader):
    items: list[AnyItem]


class _LessonFile(Lesson):
    checks: list[AnyItem] = []  # type: ignore[assignment]  # read as plain data below, shown to authors as items


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file by name: bank, coverage, exam, lesson, module, qualification, sources."""
    models: dict[str, type[BaseModel]] = {
        "bank": _BankFile,
        "coverage": Coverage,
        "exam": Exam,
        "lesson": _LessonFile,
        "module": Module,
        "qualification": Qualification,
        "sources": Sources,
    }
    found = {name: {"$schema": _DIALECT, **model.model_json_schema()} for name, model in models.items()}
    for name, schema in found.items():
        schema["title"] = name.capitalize()
    _checks_belong_to_their_lesson(found["lesson"])
    return found


def _checks_belong_to_their_lesson(schema: dict[str, Any]) -> None:
    """Check questions carry neither ``lesson`` nor ``use``: the reader fills them in."""
    for shape in schema["$defs"].values():
        if "stem" in shape.get("properties", {}):
            for key in ("lesson", "use"):
                del shape["properties"][key]
