"""Damages to lessons."""

from __future__ import annotations

import re

from tests.content.damages.table import LESSON, damage
from tests.content.shelf import Edit, Shelf


@damage("terminal markup in a lesson", "H01")
def action_in_lesson(shelf: Shelf) -> Edit:
    line = shelf.find(f"{LESSON}.en.md", "## ", 1)
    return shelf.replaced(f"{LESSON}.en.md", line, lambda old: old + " [@click=app.quit]now[/]")


@damage("page count differing", "P01", "P05")
def page_count(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    edit = shelf.removed(file, shelf.find(file, "---", 99))
    return Edit(file, edit.content, (), any_line=True)


@damage("check missing on one page", "P02")
def missing_check(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    line = shelf.find(file, "[[check:")
    edit = shelf.removed(file, line)
    start = max(number for number, text in enumerate(shelf.lines(file)[:line], 1) if text.startswith("## "))
    return Edit(file, edit.content, (start,))


@damage("unknown check", "P02")
def unknown_check(shelf: Shelf) -> Edit:
    file = f"{LESSON}.it.md"
    return shelf.inserted(file, shelf.find(file, "## ", 1) + 1, ["", "[[check: gdpr-check-nowhere]]", ""], at=1)


@damage("dead glossary link", "K01")
def dead_glossary_link(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(
        file, shelf.find(file, "(glossary:"), lambda old: re.sub(r"glossary:[a-z-]+", "glossary:nowhere", old)
    )


@damage("dead lesson link", "K02")
def dead_lesson_link(shelf: Shelf) -> Edit:
    file = shelf.first_with("(lesson:")
    return shelf.replaced(
        file, shelf.find(file, "(lesson:"), lambda old: re.sub(r"lesson:[a-z/-]+", "lesson:gdpr/nowhere", old)
    )


@damage("over-long page", "P05", "P07")
def long_page(shelf: Shelf) -> Edit:
    file = f"{LESSON}.it.md"
    start = shelf.find(file, "## ", 2)
    edit = shelf.inserted(file, start + 1, ["", *["Una riga.", ""] * 30])
    return Edit(file, edit.content, (start,))


@damage("drawing too wide", "P05", "P07")
def wide_drawing(shelf: Shelf) -> Edit:
    file = f"{LESSON}.it.md"
    return shelf.inserted(file, shelf.find(file, "## ", 1) + 1, ["", "```", "-" * 90, "```", ""], at=2)


@damage("page without a heading", "P04")
def no_heading(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "## ", 2), lambda old: old.removeprefix("## "))


@damage("image", "K03")
def image(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "## ", 1) + 2, lambda old: "![a lock](lock.png) " + old)


@damage("outside link", "K03")
def outside_link(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "## ", 1) + 2, lambda old: "[law](https://law.example.org) " + old)


@damage("HTML", "K04")
def html(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "## ", 1) + 2, lambda old: "<b>Note</b> " + old)


@damage("prose missing in one language", "T02")
def no_prose(shelf: Shelf) -> Edit:
    return Edit(f"{LESSON}.en.md", None, (shelf.find(f"{LESSON}.yaml", "id:"),), reported=f"{LESSON}.yaml")


@damage("unknown fact of a page", "S01")
def unknown_page_fact(shelf: Shelf) -> Edit:
    line = shelf.find(f"{LESSON}.yaml", "facts: [G")
    return shelf.replaced(f"{LESSON}.yaml", line, lambda old: re.sub(r"GDPR-\w+", "GDPR-99z", old, count=1))


@damage("title in one language", "T01")
def one_title(shelf: Shelf) -> Edit:
    file = f"{LESSON}.yaml"
    line = shelf.find(file, "title:")
    edit = shelf.removed(file, line + 2)
    return Edit(file, edit.content, (line,))


@damage("check on another page", "P02")
def moved_check(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    lines = shelf.lines(file)
    line = shelf.find(file, "[[check:")
    later = next(number for number in range(line, len(lines)) if lines[number].startswith("## ")) + 2
    check = lines.pop(line - 1)
    lines.insert(later - 1, check + "\n")
    return Edit(file, "\n".join(lines).encode(), (later,))


@damage("check inside a sentence", "K06", "P02")
def misplaced_check(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "[[check:"), lambda old: "Answer this: " + old)


@damage("heading of the first level", "K05")
def big_heading(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.inserted(file, shelf.find(file, "## ", 1) + 2, ["# Too big", ""])


@damage("lesson of half an hour", "P06")
def long_lesson(shelf: Shelf) -> Edit:
    file = f"{LESSON}.yaml"
    return shelf.replaced(file, shelf.find(file, "minutes:"), lambda old: "minutes: 30")
