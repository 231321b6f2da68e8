"""Content folders with any number of items: the shipped content, its bank grown by copies under other ids."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.environments import Environment, copy_with_content, project, stamp_of
from benchmarks.places import CACHE

MODULE = "gdpr"
_CHOICES = re.compile(r"(?m)^ {4}kind: (?:single|multiple|true_false)$")
#: An exam of 60 items: the module's own, every stratum drawn three times.
LARGE_EXAM, TIMES = "sixty", 3
#: An exercise at a desk, whose crowd can be of any size.
DESK = "monday-after-the-sale"
_CROWD = re.compile(r"(?m)^crowd: \{customers: \d+, records: \d+,")


#: The unit a class hands in, and its exam.
UNIT = "abr.uc2"
_SECTION = """  - id: {0}
    title: {{it: {0}, en: {0}}}
    modules: [{0}]
    draw: {{remember: 2, understand: 3, apply: 3, analyse: 2}}
"""
_UNIT_EXAM = f"""version: 1
id: {UNIT}
title: {{it: Esame, en: Exam}}
scope: unit
subject: {UNIT}
minutes: 50
pass_mark: 0.7
section_pass_mark: 0.5
house_rule: true
sections:
""" + "".join(_SECTION.format(module) for module in ("communication", "gdpr", "consumer-law", "workstation-safety"))


def content_with(items: int) -> Path:
    """A content folder with so many items in one bank."""

    def change(folder: Path) -> None:
        _grow(folder / "question_banks" / f"{MODULE}.yaml", items)
        _add_large_exam(folder / "courses" / "exams")

    return _changed(f"items-{items}", change)


def _changed(name: str, change: Callable[[Path], None]) -> Path:
    """The shipped content after a change, made again when the project did."""
    folder = CACHE / "bench-content" / name
    stamp = folder.with_suffix(".stamp")
    wanted = stamp_of(project())
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(project().package() / "_shipped", folder)
        change(folder)
        stamp.write_text(wanted, encoding="utf-8")
    return folder


def environment_of_choices() -> Environment:
    """The project installed with nothing but options to choose in one bank: what the keys that are measured can do."""

    def change(folder: Path) -> None:
        bank = folder / "question_banks" / f"{MODULE}.yaml"
        head, *items = re.split(r"(?m)^(?= {2}- id: )", bank.read_text(encoding="utf-8"))
        bank.write_text(head + "".join(item for item in items if _CHOICES.search(item)), encoding="utf-8")

    return copy_with_content("bench-env-choices", _changed("choices", change), "choices")


def environment_with(items: int) -> Environment:
    """The project installed with so many items."""
    return copy_with_content(f"bench-env-{items}", content_with(items), str(items))


def environment_with_desk(customers: int, records: int) -> Environment:
    """The project installed with so many customers and records at one desk nobody asks about."""

    def change(folder: Path) -> None:
        path = next((folder / "courses").rglob(f"exercises/{DESK}.yaml"))
        crowd = f"crowd: {{customers: {customers}, records: {records},"
        text, count = _CROWD.subn(crowd, path.read_text(encoding="utf-8"))
        assert count == 1, f"{DESK} has no crowd"
        path.write_text(text, encoding="utf-8")

    name = f"desk-{customers}-{records}"
    return copy_with_content(f"bench-env-{name}", _changed(name, change), name)


def content_of_a_class() -> Path:
    """The shipped content with a unit exam of 40 items out of the modules that are there."""

    def change(folder: Path) -> None:
        (folder / "courses" / "exams" / f"{UNIT}.yaml").write_text(_UNIT_EXAM, encoding="utf-8")

    return _changed("class", change)


def _grow(bank: Path, items: int) -> None:
    head, *templates = re.split(r"(?m)^ {2}- id: ", bank.read_text(encoding="utf-8"))
    with bank.open("w", encoding="utf-8") as target:
        target.write(head)
        target.writelines(_copies(templates, items))


def _copies(templates: list[str], count: int) -> Iterator[str]:
    """Each template again and again, its first line (the id) replaced."""
    for number in range(count):
        rest = templates[number % len(templates)].partition("\n")[2]
        yield f"  - id: copy-{number:05}\n{rest.rstrip()}\n"


def _add_large_exam(folder: Path) -> None:
    small = (folder / f"{MODULE}.yaml").read_text(encoding="utf-8")
    named = re.sub(r"(?m)^id: .*$", f"id: {LARGE_EXAM}", small, count=1)
    large = re.sub(r"(?m)^ +draw: .*$", lambda draw: _tripled(draw[0]), named)
    (folder / f"{LARGE_EXAM}.yaml").write_text(large, encoding="utf-8")


def _tripled(draw: str) -> str:
    return re.sub(r"\d+", lambda count: str(int(count[0]) * TIMES), draw)
