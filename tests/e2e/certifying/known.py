"""What the driver was given: lessons and their checks, items with their key, the reserved exercises, as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.plays import eyes
from tests.e2e.plays.script import Script, said
from tests.e2e.terminal import ScreenTimeout

Data = Mapping[str, Any]


def read(path: Path) -> Data:
    """A file of the content."""
    found: Data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


class Known:
    """The content of a unit below ``root`` (``courses`` and ``question_banks``)."""

    def __init__(self, root: Path, unit: str) -> None:
        self.root, self.unit, self.courses = root, unit, root / "courses"
        standards = map(read, sorted(self.courses.glob("qualifications/*.yaml")))
        own = [str(one["id"]) for one in standards if unit in [each["id"] for each in one["units"]]]
        if not own:
            raise ScreenTimeout(f"There is no unit «{unit}» below {root}.")
        self.qualification = own[0]

    @cached_property
    def modules(self) -> list[str]:
        """The modules of the unit, in order of study."""
        plan = read(self.courses / "coverage.yaml")
        return [
            str(module)
            for standard in plan["qualifications"]
            for one in standard["units"]
            if one["id"] == self.unit
            for module in one["modules"]
        ]

    def module(self, slug: str) -> Data:
        """A module as it is written."""
        return read(self.courses / "modules" / slug / "module.yaml")

    def lessons(self, slug: str) -> Iterator[tuple[Data, list[list[Data]]]]:
        """The lessons of a module in order, each with the checks of its pages."""
        folder = self.courses / "modules" / slug / "lessons"
        files = {str(read(path)["id"]): path for path in folder.glob("*.yaml")}
        for name in self.module(slug)["lessons"]:
            lesson = read(files[name])
            checks = {str(one["id"]): one for one in lesson["checks"]}
            pages = files[name].with_suffix(".en.md").read_text(encoding="utf-8").split("\n---\n")
            yield lesson, [[check for id, check in checks.items() if f"[[check: {id}]]" in page] for page in pages]

    @cached_property
    def exam(self) -> Data:
        """The unit's exam."""
        return read(self.courses / "exams" / f"{self.unit}.yaml")

    @cached_property
    def questions(self) -> int:
        """How many questions the exam draws."""
        return sum(sum(section["draw"].values()) for section in self.exam["sections"])

    @cached_property
    def items(self) -> list[Data]:
        """The items of the unit's banks."""
        return [item for slug in self.modules for item in read(self.root / f"question_banks/{slug}.yaml")["items"]]

    def asked(self, screen: str, language: str) -> Data:
        """The item whose question stands on a screen."""
        text = eyes.squeezed(screen)
        stems = [(eyes.squeezed(said(item["stem"], language)), item) for item in self.items]
        found = sorted(((len(stem), item["id"]) for stem, item in stems if stem in text), reverse=True)
        # A stem may be the beginning of another one.
        if not found or [length for length, _ in found[1:2]] == [found[0][0]]:
            raise ScreenTimeout(f"{len(found)} items of the banks are asked on this screen:\n{screen}")
        return next(item for item in self.items if item["id"] == found[0][1])

    @cached_property
    def reserved(self) -> list[Script]:
        """The exercises kept for assessment, dialogues first."""
        scripts = map(Script, sorted(self.courses.glob("modules/*/exercises/*.yaml")))
        own = [one for one in scripts if one.unit == self.unit and one.use == "assessed"]
        return sorted(own, key=lambda one: (one.kind != "dialogue", one.id))
