"""Damages to the coverage map, the register, the exam and the catalogues."""

from __future__ import annotations

import re

from tests.content.damages.table import EXAM, MESSAGES, MODULE, SOURCES, damage
from tests.content.shelf import Edit, Shelf


@damage("lesson listed twice", "I04")
def lesson_twice(shelf: Shelf) -> Edit:
    line = shelf.find(MODULE, "lessons:")
    return shelf.replaced(MODULE, line, lambda old: old.replace("]", ", personal-data]"))


@damage("lesson that does not exist", "I04", "M01")
def lesson_nowhere(shelf: Shelf) -> Edit:
    line = shelf.find(MODULE, "lessons:")
    return shelf.replaced(MODULE, line, lambda old: old.replace("]", ", nowhere]"))


@damage("statement without lesson and test", "C05", "C04")
def untested(shelf: Shelf) -> Edit:
    return shelf.given("abr.uc3.k02")


@damage("map with an unknown statement", "I06")
def unknown_in_map(shelf: Shelf) -> Edit:
    return shelf.given("abr.uc9.k99")


@damage("source past its review", "S03")
def past_review(shelf: Shelf) -> Edit:
    line = shelf.find(SOURCES, "review_by:", 3)
    return shelf.replaced(SOURCES, line, lambda old: old.split(":")[0] + ": 2026-01-31")


@damage("source twice", "I01")
def source_twice(shelf: Shelf) -> Edit:
    first, second = shelf.find(SOURCES, "- id:"), shelf.find(SOURCES, "- id:", 2)
    block = shelf.lines(SOURCES)[first - 1 : second - 1]
    edit = shelf.inserted(SOURCES, second, block)
    return Edit(SOURCES, edit.content, (second,))


@damage("exam drawing more than there is", "X03")
def over_drawing(shelf: Shelf) -> Edit:
    line = shelf.find(EXAM, "draw: {")
    return shelf.replaced(EXAM, line, lambda old: re.sub(r"apply: \d+", "apply: 30", old))


@damage("exam over an unknown lesson", "X01", "X03")
def unknown_exam_lesson(shelf: Shelf) -> Edit:
    line = shelf.find(EXAM, "lessons: [")
    return shelf.replaced(EXAM, line, lambda old: re.sub(r"\[[a-z-]+", "[nowhere", old))


@damage("section of two items", "X02")
def small_section(shelf: Shelf) -> Edit:
    line = shelf.find(EXAM, "draw: {")
    return shelf.replaced(EXAM, line, lambda old: old.split("{")[0] + "{remember: 1, understand: 1}")


@damage("message not translated", "T03")
def untranslated(shelf: Shelf) -> Edit:
    line = shelf.message()
    edit = shelf.replaced(MESSAGES, line + 1, lambda old: 'msgstr ""')
    return Edit(MESSAGES, edit.content, (line,))


@damage("message marked as unsure", "T03")
def fuzzy(shelf: Shelf) -> Edit:
    line = shelf.message()
    edit = shelf.inserted(MESSAGES, line, ["#, fuzzy"])
    return Edit(MESSAGES, edit.content, (line + 1,))


@damage("placeholder misspelt", "T03")
def placeholder(shelf: Shelf) -> Edit:
    line = shelf.message(with_placeholder=True)
    edit = shelf.replaced(MESSAGES, line + 1, lambda old: re.sub(r"\{[a-z_]+", "{nome_sbagliato", old, count=1))
    return Edit(MESSAGES, edit.content, (line,))


@damage("message missing in one catalogue", "T04")
def missing_message(shelf: Shelf) -> Edit:
    line = shelf.message()
    lines = shelf.lines(MESSAGES)
    return Edit(MESSAGES, "\n".join(lines[: line - 1] + lines[line + 1 :]).encode(), (1,))
