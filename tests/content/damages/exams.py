"""Damages to unit exams, some of whose modules are still in preparation."""

from __future__ import annotations

import re

from tests.content.damages.table import EXAM, damage
from tests.content.shelf import Edit, Shelf

UNIT_EXAM = "courses/exams/abr.uc1.yaml"
#: Of a unit some of whose modules are still in preparation.
PART_EXAM = "courses/exams/abr.uc2.yaml"


def _draw_of(shelf: Shelf, module: str) -> int:
    """The line of what the section of this module draws."""
    return shelf.find(UNIT_EXAM, f"modules: [{module}]") + 1


@damage("unit exam of an unknown unit", "X04")
def unknown_unit(shelf: Shelf) -> Edit:
    line = shelf.find(UNIT_EXAM, "subject:")
    return shelf.replaced(UNIT_EXAM, line, lambda old: "subject: abr.uc9")


@damage("unit exam that leaves a module out", "X04")
def module_left_out(shelf: Shelf) -> Edit:
    line = shelf.find(UNIT_EXAM, "modules: [gdpr]")
    edit = shelf.replaced(UNIT_EXAM, line, lambda old: old.replace("gdpr", "communication"))
    return Edit(UNIT_EXAM, edit.content, (shelf.find(UNIT_EXAM, "sections:"),))


@damage("unit exam over an unknown module", "X01", "X03", "X04")
def unknown_module(shelf: Shelf) -> Edit:
    line = shelf.find(UNIT_EXAM, "modules: [gdpr]")
    return shelf.replaced(UNIT_EXAM, line, lambda old: old.replace("gdpr", "nowhere"))


@damage("unit exam drawing more than there is", "X03")
def over_drawing(shelf: Shelf) -> Edit:
    line = _draw_of(shelf, "gdpr")
    return shelf.replaced(UNIT_EXAM, line, lambda old: re.sub(r"apply: \d+", "apply: 30", old))


@damage("part of a unit exam drawing more than there is", "X03")
def part_over_drawing(shelf: Shelf) -> Edit:
    line = shelf.find(PART_EXAM, "modules: [gdpr]") + 1
    edit = shelf.replaced(PART_EXAM, line, lambda old: re.sub(r"apply: \d+", "apply: 30", old))
    # Both pools lack items, and the note on what is in preparation counts anew.
    return Edit(PART_EXAM, edit.content, (line, shelf.find(PART_EXAM, "id:")))


@damage("unit exam with a section of two items", "X02", "X03")
def small_unit_section(shelf: Shelf) -> Edit:
    line = _draw_of(shelf, "customer-care")
    return shelf.replaced(UNIT_EXAM, line, lambda old: old.split("{")[0] + "{remember: 1, apply: 1}")


@damage("unit exam with an unknown level", "F01")
def unknown_level(shelf: Shelf) -> Edit:
    line = _draw_of(shelf, "gdpr")
    return shelf.replaced(UNIT_EXAM, line, lambda old: old.replace("analyse", "guess"))


@damage("unit exam without time", "F01")
def no_time(shelf: Shelf) -> Edit:
    line = shelf.find(UNIT_EXAM, "minutes:")
    return shelf.replaced(UNIT_EXAM, line, lambda old: "minutes: 0")


@damage("two exams with one id", "I01")
def exam_id_twice(shelf: Shelf) -> Edit:
    line = shelf.find(EXAM, "id:")
    return shelf.replaced(EXAM, line, lambda old: "id: abr.uc1")
