"""Names of what has to be studied: lessons and statements, looked up once and remembered."""

from __future__ import annotations

from trainer.catalogue.index import Catalogue
from trainer.kernel.text import LocalText


class Titles:
    """Titles from the present catalogue; an id that is no longer there is its own title."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lessons: dict[str, dict[str, LocalText]] = {}

    def lesson(self, module: str, lesson: str) -> LocalText:
        """The title of a lesson."""
        if module not in self._lessons:
            self._lessons[module] = {row.id: row.title for row in self._catalogue.lessons(module)}
        return self._lessons[module].get(lesson, {"": f"{module}/{lesson}"})

    def module(self, module: str) -> LocalText:
        """The title of a module."""
        row = self._catalogue.module(module)
        return row.title if row else {"": module}

    def statement(self, statement: str) -> LocalText:
        """The text of a knowledge or skill."""
        return self._catalogue.statement_texts([statement]).get(statement, {"": statement})
