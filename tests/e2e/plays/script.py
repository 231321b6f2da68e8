"""What somebody playing knows beforehand: the exercise as it was written, its recorded runs and what its ids say."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.terminal import ScreenTimeout

SHIPPED = Path(__file__).resolve().parents[3] / "courses"


def find_script(exercise: str, root: Path = SHIPPED) -> Script:
    """The exercise with this id below ``root``."""
    for path in root.rglob(f"exercises/{exercise}.yaml"):
        return Script(path)
    raise ScreenTimeout(f"there is no exercise {exercise} below {root}")


class Script:
    """``data`` is the file as it is; nothing in it is compiled, and no token is known."""

    def __init__(self, path: Path) -> None:
        self.data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.id, self.kind = str(self.data["id"]), str(self.data["kind"])
        self.unit, self.use = str(self.data["units"][0]), str(self.data["use"])

    def title(self, language: str) -> str:
        """What lists call it."""
        return str(self.data["title"][language])

    def run(self, name: str) -> list[dict[str, Any]]:
        """The steps of a recorded run as they are written, without those in which only time passes."""
        return [step for step in self.data["runs"][name] if set(step) != {"seconds"}]

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}

        def walk(data: Any) -> None:
            if isinstance(data, dict):
                if "id" in data:
                    found.setdefault(str(data["id"]), data)
                for value in data.values():
                    walk(value)
            elif isinstance(data, list):
                for value in data:
                    walk(value)

        walk({name: part for name, part in self.data.items() if name not in ("runs", "criteria", "id")})
        return found

    def thing(self, id: str) -> dict[str, Any]:
        """Anything with an id."""
        return self._by_id[id]

    def part(self, name: str, id: str) -> dict[str, Any]:
        """A thing of one part of the file: parts may use the same id."""
        return next((one for one in self.data.get(name, ()) if str(one["id"]) == id), {})

    def text(self, id: str, language: str, name: str = "text") -> str:
        """What a phrase says, in one language; titles and labels by their ``name``."""
        return said(self.thing(id)[name], language)


def said(text: Any, language: str) -> str:
    """A text of the file in one language; matter that is the same in all has one."""
    return str(text.get(language) or next(iter(text.values()))) if isinstance(text, dict) else str(text)
